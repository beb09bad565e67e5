// How weights start, in the words of torch.nn.init.
#pragma once

#include "engine/code/torch_form.h"

#include <map>

namespace lamina::code {

// Collects calls, so that many weights that start alike take one line.
class TorchStarts {
public:
    // `target`: the expression of the weight.
    void add(const ParameterSpec& parameter, const TorchWeight& weight, const std::string& target);
    void zero(const std::string& target) { m_targets["nn.init.zeros_({})"].push_back(target); }
    // Lines for __init__.
    std::vector<std::string> lines(int room) const;

private:
    std::map<std::string, std::vector<std::string>> m_targets; // by call
    std::vector<std::string> m_after; // what has to be done after these
};

} // namespace lamina::code
