#include "app/cli/command.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdint>
#include <optional>

namespace lamina::cli {

Command::Command(CLI::App& app, const std::string& name, const std::string& help)
    : m_command(app.add_subcommand(name, help))
{
}

Command& Command::required(const std::string& name, std::string& value, const std::string& help)
{
    return optional(name, value, help).mustBeGiven();
}

Command& Command::required(const std::string& name, std::vector<std::string>& values, const std::string& help)
{
    m_command->add_option(m_last = name, values, help);
    return mustBeGiven();
}

Command& Command::optional(const std::string& name, std::string& value, const std::string& help)
{
    m_command->add_option(m_last = name, value, help);
    return *this;
}

Command& Command::oneOf(const std::string& name, std::string& value, const std::vector<std::string>& words,
                        const std::string& help)
{
    m_command->add_option(m_last = name, value, help)->check(CLI::IsMember(words));
    return *this;
}

template <typename Number>
Command& Command::whole(const std::string& name, Number& value, Index minimum, Index maximum,
                        const std::string& help)
{
    m_command->add_option(m_last = name, value, help)->check(CLI::Range(minimum, maximum));
    return *this;
}
template Command& Command::whole(const std::string&, int&, Index, Index, const std::string&);
template Command& Command::whole(const std::string&, Index&, Index, Index, const std::string&);
template Command& Command::whole(const std::string&, std::optional<int>&, Index, Index, const std::string&);
template Command& Command::whole(const std::string&, std::optional<std::uint64_t>&, Index, Index,
                                 const std::string&);

Command& Command::flag(const std::string& name, bool& value, const std::string& help)
{
    m_command->add_flag(m_last = name, value, help);
    return *this;
}

Command& Command::threads(int& value)
{
    return whole("--threads", value, 1, 1024, "Threads; as many as processors if not given");
}

// Wrong words are wrong usage; what the engine cannot do here is its fault to tell.
Command& Command::precision(std::string& value)
{
    return oneOf("--precision", value, {"float32", "mixed_bfloat16"},
                 "What numbers are computed in: float32 or mixed_bfloat16");
}

Command& Command::mustBeGiven()
{
    m_command->get_option(m_last.substr(m_last.find(',') + 1))->required();
    return *this;
}

Command& Command::needs(const std::string& other)
{
    m_command->get_option(m_last)->needs(m_command->get_option(other));
    return *this;
}

void Command::runs(Action& chosen, Action mine)
{
    m_command->callback([&chosen, mine = std::move(mine)] { chosen = mine; });
}

} // namespace lamina::cli
