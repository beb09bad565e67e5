#include "app/cli/command.h"

namespace lamina::cli {

void addPrecision(CLI::App& command, std::string& precision)
{
    command.add_option("--precision", precision, "What numbers are computed in: float32 or mixed_bfloat16")
        ->check(CLI::IsMember({"float32", "mixed_bfloat16"}));
}

} // namespace lamina::cli
