#include "engine/data/open.h"

#include "engine/core/listed.h"
#include "engine/data/mass_centre.h"
#include "engine/data/source_type.h"

#include <cmath>

namespace lamina {

namespace {

Fault dataFault(Text what, std::string path, Text remedy)
{
    return {FaultKind::Input, std::move(what), {{}, std::move(path), {}}, std::move(remedy)};
}

constexpr const char* splitPath = "data.validation_split";

// Takes the tail of the training part for validation, as Keras does before it shuffles.
Faults splitValidation(DataParts& parts, double split)
{
    if (split == 0)
        return {};
    if (parts.validation)
        return {dataFault(LAMINA_TEXT("data", "The data has a validation part of its own"), splitPath,
                          LAMINA_TEXT("data", "set validation_split to 0"))};
    const Index all = parts.train->size();
    const auto kept = static_cast<Index>(std::floor(static_cast<double>(all) * (1 - split)));
    if (kept == 0 || kept == all)
        return {dataFault(
            {kept == 0
                 ? LAMINA_TEXT("data", "A validation part of %1 leaves none of the %2 samples for training")
                 : LAMINA_TEXT("data", "A validation part of %1 takes none of the %2 samples"),
             split, static_cast<long>(all)},
            splitPath, LAMINA_TEXT("data", "change validation_split or use more samples"))};
    parts.validation = slice(parts.train, kept, all - kept);
    parts.train = slice(parts.train, 0, kept);
    return {};
}

} // namespace

Result<DataParts> openData(const DataSpec& spec, const std::filesystem::path& folder, std::uint64_t seed,
                           const Json* learned)
{
    if (!spec.input.empty() && spec.input != "drawing" && spec.input != "picture")
        return dataFault({LAMINA_TEXT("data", "The input cannot be '%1'"), spec.input}, "data.input",
                         LAMINA_TEXT("data", "give \"drawing\" or \"picture\", or leave it out"));
    if (!spec.target.empty() && spec.target != "input")
        return dataFault({LAMINA_TEXT("data", "The target cannot be '%1'"), spec.target}, "data.target",
                         LAMINA_TEXT("data", "give \"input\", or leave it out"));
    const SourceType* source = sources::find(spec.source);
    if (!source)
        return dataFault({LAMINA_TEXT("data", "There is no data source '%1'"), spec.source}, "data.source",
                         {LAMINA_TEXT("data", "use one of: %1"), listed(sources::all(), &SourceType::name)});
    if (Faults faults = check(source->fields, spec.options, {{}, "data.options", {}}); !faults.empty())
        return faults;
    if (!(spec.validationSplit >= 0 && spec.validationSplit < 1))
        return dataFault({LAMINA_TEXT("data", "The validation part cannot be %1 of the training samples"),
                          spec.validationSplit},
                         splitPath, LAMINA_TEXT("data", "give a number from 0 to below 1"));
    const Attributes options(source->fields, spec.options);
    Result<DataParts> parts =
        source->open({options, spec.options, folder, seed, spec.validationSplit, learned});
    if (parts && spec.target == "input")
        parts->targetFields = parts->inputFields;
    if (!parts || source->splitsItself)
        return parts;
    if (Faults faults = splitValidation(*parts, spec.validationSplit); !faults.empty())
        return faults;
    return parts;
}

std::string effectiveInput(const DataSpec& spec, const DataParts& parts)
{
    if (!spec.input.empty())
        return spec.input;
    const bool digits = spec.source == "idx"
        || (spec.source == "synthetic" && spec.options.value("generator", std::string("digits")) == "digits");
    if (digits && parts.train && !parts.inputFields.empty()) {
        const int field = parts.train->fieldIndex(parts.inputFields[0]);
        if (field >= 0
            && parts.train->fields()[static_cast<std::size_t>(field)].shape == Shape{digitSide, digitSide, 1})
            return "drawing";
    }
    return "picture";
}

} // namespace lamina
