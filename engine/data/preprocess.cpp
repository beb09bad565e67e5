#include "engine/data/preprocess.h"

#include "engine/core/listed.h"

#include <algorithm>

namespace lamina {

namespace {
std::string placeOf(std::size_t step)
{
    return "data.preprocess[" + std::to_string(step) + "]";
}

Fault stepFault(Text what, std::size_t step, Text remedy)
{
    return {FaultKind::Input, std::move(what), {{}, placeOf(step), {}}, std::move(remedy)};
}

PreprocessFunction chained(std::vector<PreprocessFunction> functions)
{
    if (functions.empty())
        return {};
    if (functions.size() == 1)
        return std::move(functions[0]);
    return [all = std::move(functions)](std::span<float> values) {
        for (const PreprocessFunction& function : all)
            function(values);
    };
}

// A step with what it learned; a fault if that is not there or does not fit.
Result<PreprocessFunction> compileStep(const PartSpec& step, std::size_t place, const Json& learned)
{
    const PreprocessType& type = *preprocessing::find(step.className);
    const Attributes attributes(type.fields, step.config);
    if (!type.learn)
        return type.compile(attributes);
    PreprocessFunction function = learned.is_null() ? nullptr : type.compileLearned(attributes, learned);
    if (!function)
        return stepFault(
            {LAMINA_TEXT("data", "What '%1' learned from the training part is not here"), step.className},
            place, LAMINA_TEXT("data", "train the model first"));
    return function;
}

// The one input that is prepared, as an index among the fields.
Result<int> preparedField(const DataParts& parts, std::size_t step, const std::string& className)
{
    int found = -1;
    for (const std::string& name : parts.inputFields) {
        const int field = parts.train->fieldIndex(name);
        if (parts.train->fields()[static_cast<std::size_t>(field)].ids)
            continue;
        if (found >= 0)
            return stepFault(
                {LAMINA_TEXT("data", "'%1' learns from one input, and the data has several"), className},
                step, LAMINA_TEXT("data", "put a Normalization layer behind each Input layer instead"));
        found = field;
    }
    if (found < 0 || parts.train->fields()[static_cast<std::size_t>(found)].kind != DataKind::Numbers)
        return stepFault({LAMINA_TEXT("data", "There are no numbers that '%1' could learn from"), className},
                         step, LAMINA_TEXT("data", "remove the step"));
    return found;
}
} // namespace

Faults checkPreprocess(const std::vector<PartSpec>& steps)
{
    Faults faults;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const PreprocessType* type = preprocessing::find(steps[i].className);
        if (!type)
            faults.push_back(
                stepFault({LAMINA_TEXT("data", "There is no preprocessing step '%1'"), steps[i].className}, i,
                          {LAMINA_TEXT("data", "use one of: %1"),
                           listed(preprocessing::all(), &PreprocessType::className)}));
        else
            append(faults, check(type->fields, steps[i].config, {{}, placeOf(i) + ".config", {}}));
    }
    return faults;
}

Result<LearnedSteps> learnPreprocess(const std::vector<PartSpec>& steps, const DataParts& parts)
{
    if (Faults faults = checkPreprocess(steps); !faults.empty())
        return faults;
    LearnedSteps learned(steps.size());
    std::vector<PreprocessFunction> before;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const PreprocessType& type = *preprocessing::find(steps[i].className);
        if (type.learn) {
            const Result<int> field = preparedField(parts, i, steps[i].className);
            if (!field)
                return field.faults();
            const Shape shape = parts.train->fields()[static_cast<std::size_t>(*field)].shape;
            const SampleVisit visit =
                [&](const std::function<void(std::span<const float>)>& use) -> Result<void> {
                std::vector<float> values(static_cast<std::size_t>(shape.elements()));
                for (Index sample = 0; sample < parts.train->size(); ++sample) {
                    if (Result<void> read = parts.train->readNumbers(sample, *field, values); !read)
                        return read;
                    for (const PreprocessFunction& function : before)
                        function(values);
                    use(values);
                }
                return {};
            };
            Result<Json> found = type.learn(Attributes(type.fields, steps[i].config), shape, visit);
            if (!found) {
                Faults faults = found.faults();
                for (Fault& fault : faults)
                    if (fault.where.path.empty() && fault.where.file.empty())
                        fault.where.path = placeOf(i);
                return faults;
            }
            learned[i] = std::move(*found);
        }
        Result<PreprocessFunction> function = compileStep(steps[i], i, learned[i]);
        if (!function)
            return function.faults();
        before.push_back(std::move(*function));
    }
    return learned;
}

Result<PreprocessFunction> compilePreprocess(const std::vector<PartSpec>& steps, const LearnedSteps& learned)
{
    if (Faults faults = checkPreprocess(steps); !faults.empty())
        return faults;
    std::vector<PreprocessFunction> functions;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Result<PreprocessFunction> function =
            compileStep(steps[i], i, i < learned.size() ? learned[i] : Json());
        if (!function)
            return function.faults();
        functions.push_back(std::move(*function));
    }
    return chained(std::move(functions));
}

} // namespace lamina
