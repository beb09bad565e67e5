// Writes a model layer after layer.
#pragma once

#include "engine/model/model_template.h"

#include <map>

namespace lamina {

class ModelBuilder {
public:
    explicit ModelBuilder(const Shape& input);

    // The layer reads the one written before it, or `inputs`. Gives its name.
    const std::string& add(const char* className, std::string name, Json config = Json::object(),
                           const std::vector<std::string>& inputs = {});
    // The name that Keras gives to a layer without one: "conv2d", then "conv2d_1".
    std::string numbered(const std::string& base);
    // The layer that gives what the task wants, called `name`.
    void end(const ModelTask& task, std::string name = "predictions");

    const std::string& last() const { return m_model.layers.back().name; }
    ModelSpec take() { return std::move(m_model); }

private:
    ModelSpec m_model;
    std::map<std::string, int> m_counts;
};

} // namespace lamina
