#include "engine/training/advice.h"

namespace lamina {

TaskFacts taskFacts(const DataParts& parts)
{
    TaskFacts facts;
    if (!parts.train)
        return facts;
    const std::vector<DataField>& fields = parts.train->fields();
    const auto field = [&](const std::string& name) -> const DataField* {
        const int index = parts.train->fieldIndex(name);
        return index < 0 ? nullptr : &fields[static_cast<std::size_t>(index)];
    };
    for (const std::string& name : parts.inputFields) {
        const DataField* its = field(name);
        TaskFacts::Input input{.name = name, .shape = {}};
        if (its && its->kind == DataKind::Numbers) {
            input.shape = its->shape;
            input.ids = its->ids ? static_cast<Index>(its->classNames.size()) : 0;
        }
        facts.inputs.push_back(std::move(input));
    }
    for (const std::string& name : parts.targetFields) {
        TaskFacts::Target target{.name = name, .classes = false, .count = 0, .shape = {}};
        if (const DataField* its = field(name)) {
            target.classes = its->kind == DataKind::Class;
            target.shape = its->shape;
            target.count = target.classes        ? static_cast<Index>(its->classNames.size())
                : its->kind == DataKind::Numbers ? its->shape.elements()
                                                 : 0;
            target.named = !target.classes && !its->classNames.empty();
            target.ordered = target.classes;
            for (std::size_t i = 0; i < its->classNames.size(); ++i)
                target.ordered = target.ordered && its->classNames[i] == std::to_string(i);
        }
        facts.targets.push_back(std::move(target));
    }
    facts.trainSamples = parts.train->size();
    facts.validationSamples = parts.validation ? parts.validation->size() : 0;
    return facts;
}

} // namespace lamina
