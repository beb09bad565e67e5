#include "engine/model/model_builder.h"

namespace lamina {

ModelBuilder::ModelBuilder(const Shape& input)
{
    m_model.layers.push_back({"InputLayer", "input", {{"shape", input.sizes()}}, {}});
}

const std::string& ModelBuilder::add(const char* className, std::string name, Json config,
                                     const std::vector<std::string>& inputs)
{
    LayerSpec layer{className, std::move(name), std::move(config), {}};
    if (inputs.empty())
        layer.inputs = {{last(), 0}};
    for (const std::string& input : inputs)
        layer.inputs.push_back({input, 0});
    m_model.layers.push_back(std::move(layer));
    return last();
}

std::string ModelBuilder::numbered(const std::string& base)
{
    const int before = m_counts[base]++;
    return before == 0 ? base : base + "_" + std::to_string(before);
}

void ModelBuilder::end(const ModelTask& task, std::string name)
{
    switch (task.ending) {
    case ModelTask::Ending::Classes:
        add("Dense", std::move(name), {{"units", task.outputs}, {"activation", "softmax"}});
        break;
    case ModelTask::Ending::YesOrNo:
        add("Dense", std::move(name), {{"units", 1}, {"activation", "sigmoid"}});
        break;
    case ModelTask::Ending::Numbers:
        add("Dense", std::move(name), {{"units", task.outputs}});
        break;
    }
}

} // namespace lamina
