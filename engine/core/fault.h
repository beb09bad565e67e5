// What went wrong, where, and what to do, as a value. Faults of the user's are values; faults of ours assert.
#pragma once

#include "engine/core/text.h"

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lamina {

// Decides the exit status of lamina-cli: 2, 3 and 1.
enum class FaultKind { Usage, Input, Runtime };

// Any part may be empty.
struct Place {
    std::string file{};
    std::string path; // inside the file: "training.epochs", "row 12"
    std::string layer{}; // the layer's name

    bool operator==(const Place&) const = default;
};

struct Fault {
    FaultKind kind = FaultKind::Input;
    Text what;
    Place where;
    Text remedy;

    bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

// "WHAT, WHERE, WHAT TO DO" on one line, without a full stop in the middle.
std::string sentence(const Fault& fault, const Translate& translate = english);
// All of them on one line, parted by "; ".
std::string sentence(const Faults& faults, const Translate& translate = english);
int exitStatus(const Faults& faults);
void append(Faults& all, Faults more);

// A value, or the faults that kept it from being made (never an empty list).
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::move(value)) { }
    Result(Fault fault) : m_state(Faults{std::move(fault)}) { }
    Result(Faults faults) : m_state(std::move(faults)) { assert(!std::get<Faults>(m_state).empty()); }

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    T& operator*() & { return std::get<T>(m_state); }
    const T& operator*() const& { return std::get<T>(m_state); }
    T&& operator*() && { return std::get<T>(std::move(m_state)); }
    T* operator->() { return &std::get<T>(m_state); }
    const T* operator->() const { return &std::get<T>(m_state); }
    const Faults& faults() const { return std::get<Faults>(m_state); }

private:
    std::variant<T, Faults> m_state;
};

// Done, or the faults that kept it from being done.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Fault fault) : m_faults{std::move(fault)} { }
    Result(Faults faults) : m_faults(std::move(faults)) { }

    explicit operator bool() const { return m_faults.empty(); }
    const Faults& faults() const { return m_faults; }

private:
    Faults m_faults;
};

} // namespace lamina
