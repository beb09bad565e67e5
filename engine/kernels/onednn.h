// What our kernels need of oneDNN: only files of this folder include it.
#pragma once

#include "engine/core/shape.h"

#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include <oneapi/dnnl/dnnl.hpp>

namespace lamina::onednn {

const dnnl::engine& cpu();
// Every primitive runs on the thread that calls it and takes its scratch memory from the caller (the
// library's own is shared by the primitives that a thread made, and running them from other threads crashes).
dnnl::primitive_attr attributes();

// Whether the library uses AVX-512 here.
bool hasWideRegisters();

using Tag = dnnl::memory::format_tag;
using Number = dnnl::memory::data_type;
dnnl::memory::desc floats(std::initializer_list<Index> sizes, Tag tag);
dnnl::memory::desc floats(const std::vector<Index>& sizes, Tag tag);
Index floatsIn(const dnnl::memory::desc& desc);

// A primitive with memory objects of its own, so that running it creates none. For one thread at a time.
class Execution {
public:
    Execution() = default;
    Execution(dnnl::primitive primitive, std::initializer_list<std::pair<int, dnnl::memory::desc>> operands,
              const dnnl::memory::desc& scratch);
    explicit operator bool() const { return static_cast<bool>(m_primitive); }

    // One address for each operand, in the order given to the constructor.
    void run(std::initializer_list<const void*> addresses, float* scratch) const;
    Index scratchFloats() const { return m_scratchFloats; }

private:
    dnnl::primitive m_primitive;
    std::vector<dnnl::memory> m_memories; // the scratchpad last
    std::vector<dnnl_exec_arg_t> m_arguments;
    Index m_scratchFloats = 0;
};

// A copy into another layout of the same numbers.
Execution reorder(const dnnl::memory::desc& from, const dnnl::memory::desc& to);

} // namespace lamina::onednn
