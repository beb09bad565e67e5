#include "engine/training/extras.h"

namespace lamina {

ModelExtras extrasOf(const DataSpec& spec, const DataParts& parts, const LearnedSteps& learned)
{
    ModelExtras extras{spec.preprocess, effectiveInput(spec, parts), {}, learned, parts.learned};
    const int target = parts.targetFields.empty() ? -1 : parts.train->fieldIndex(parts.targetFields[0]);
    if (target >= 0)
        extras.classNames = parts.train->fields()[static_cast<std::size_t>(target)].classNames;
    return extras;
}

Result<ModelExtras> learnExtras(const Project& project, const std::filesystem::path& projectFolder)
{
    const Result<DataParts> parts = openData(project.data, projectFolder, project.seed);
    if (!parts)
        return parts.faults();
    const Result<LearnedSteps> learned = learnPreprocess(project.data.preprocess, *parts);
    if (!learned)
        return learned.faults();
    return extrasOf(project.data, *parts, *learned);
}

} // namespace lamina
