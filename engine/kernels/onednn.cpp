#include "engine/kernels/onednn.h"

#include "engine/core/pieces.h"
#include "engine/kernels/identity.h"

#include <cassert>

#include <omp.h>

namespace lamina::onednn {

namespace {
// A primitive keeps the team size of the thread that makes it, and asks again on the thread that runs it: one
// for both.
void oneThread()
{
    omp_set_num_threads(1);
}

const dnnl::stream& stream()
{
    thread_local const dnnl::stream own(cpu());
    return own;
}

const char* instructionSet()
{
    switch (dnnl::get_effective_cpu_isa()) {
    case dnnl::cpu_isa::sse41:
        return "sse41";
    case dnnl::cpu_isa::avx:
        return "avx";
    case dnnl::cpu_isa::avx2:
        return "avx2";
    case dnnl::cpu_isa::avx2_vnni:
        return "avx2_vnni";
    case dnnl::cpu_isa::avx512_core:
        return "avx512_core";
    case dnnl::cpu_isa::avx512_core_vnni:
        return "avx512_core_vnni";
    case dnnl::cpu_isa::avx512_core_bf16:
        return "avx512_core_bf16";
    default:
        return "newer";
    }
}
} // namespace

const dnnl::engine& cpu()
{
    static const dnnl::engine engine = [] {
        prepareThreadsWith(oneThread);
        return dnnl::engine(dnnl::engine::kind::cpu, 0);
    }();
    oneThread();
    return engine;
}

bool hasWideRegisters()
{
    switch (dnnl::get_effective_cpu_isa()) {
    case dnnl::cpu_isa::sse41:
    case dnnl::cpu_isa::avx:
    case dnnl::cpu_isa::avx2:
    case dnnl::cpu_isa::avx2_vnni:
        return false;
    default:
        return true;
    }
}

dnnl::primitive_attr attributes()
{
    dnnl::primitive_attr attr;
    attr.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attr;
}

dnnl::memory::desc floats(std::initializer_list<Index> sizes, Tag tag)
{
    return floats(std::vector<Index>(sizes), tag);
}

dnnl::memory::desc floats(const std::vector<Index>& sizes, Tag tag)
{
    return {sizes, dnnl::memory::data_type::f32, tag};
}

Index floatsIn(const dnnl::memory::desc& desc)
{
    return static_cast<Index>((desc.get_size() + sizeof(float) - 1) / sizeof(float));
}

Execution::Execution(dnnl::primitive primitive,
                     std::initializer_list<std::pair<int, dnnl::memory::desc>> operands,
                     const dnnl::memory::desc& scratch)
    : m_primitive(std::move(primitive)), m_scratchFloats(floatsIn(scratch))
{
    m_memories.reserve(operands.size() + 1);
    for (const auto& [name, desc] : operands) {
        m_memories.emplace_back(desc, cpu(), nullptr);
        m_arguments.push_back({name, m_memories.back().get()});
    }
    m_memories.emplace_back(scratch, cpu(), nullptr);
    m_arguments.push_back({DNNL_ARG_SCRATCHPAD, m_memories.back().get()});
}

void Execution::run(std::initializer_list<const void*> addresses, float* scratch) const
{
    assert(addresses.size() + 1 == m_memories.size());
    std::size_t at = 0;
    for (const void* address : addresses)
        dnnl_memory_set_data_handle(m_memories[at++].get(), const_cast<void*>(address));
    dnnl_memory_set_data_handle(m_memories[at].get(), scratch);
    [[maybe_unused]] const dnnl_status_t status = dnnl_primitive_execute(
        m_primitive.get(), stream().get(), static_cast<int>(m_arguments.size()), m_arguments.data());
    assert(status == dnnl_success);
}

Execution reorder(const dnnl::memory::desc& from, const dnnl::memory::desc& to)
{
    const dnnl::reorder::primitive_desc desc(cpu(), from, cpu(), to, attributes());
    return {dnnl::reorder(desc), {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}}, desc.scratchpad_desc()};
}

} // namespace lamina::onednn

namespace lamina {

std::string kernelIdentity()
{
    const dnnl_version_t* version = dnnl_version();
    return "oneDNN " + std::to_string(version->major) + "." + std::to_string(version->minor) + "."
        + std::to_string(version->patch) + " " + onednn::instructionSet();
}

} // namespace lamina
