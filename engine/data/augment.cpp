#include "engine/data/augment.h"

#include "engine/core/listed.h"

#include <cassert>

namespace lamina {

Faults checkAugment(const std::vector<PartSpec>& steps)
{
    Faults faults;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string path = "data.augment[" + std::to_string(i) + "]";
        const AugmentType* type = augmenters::find(steps[i].className);
        if (!type) {
            faults.push_back(
                {FaultKind::Input,
                 {LAMINA_TEXT("data", "There is no way to augment called '%1'"), steps[i].className},
                 {{}, path, {}},
                 {LAMINA_TEXT("data", "use one of: %1"),
                  listed(augmenters::all(), &AugmentType::className)}});
            continue;
        }
        const Place where{{}, path + ".config", {}};
        Faults found = check(type->fields, steps[i].config, where);
        if (found.empty() && type->check)
            found = type->check(Attributes(type->fields, steps[i].config), where);
        append(faults, std::move(found));
    }
    return faults;
}

SampleAugment compileAugment(const std::vector<PartSpec>& steps, const Shape& picture, std::uint64_t seed)
{
    assert(checkAugment(steps).empty());
    if (steps.empty())
        return {};
    std::vector<AugmentFunction> functions;
    for (const PartSpec& step : steps) {
        const AugmentType& type = *augmenters::find(step.className);
        functions.push_back(type.compile(Attributes(type.fields, step.config), picture));
    }
    return [seed, functions = std::move(functions)](std::span<float> values, std::uint64_t epoch,
                                                    std::uint64_t sample) {
        for (std::size_t i = 0; i < functions.size(); ++i)
            functions[i](values, CounterRandom(seed, RandomPurpose::Augmentation, {epoch, sample, i}));
    };
}

} // namespace lamina
