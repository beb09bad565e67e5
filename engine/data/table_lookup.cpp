// Finding a part of the data side by its name.
#include "engine/data/augment_type.h"
#include "engine/data/generator_type.h"
#include "engine/data/preprocess_type.h"
#include "engine/data/source_type.h"

#include <algorithm>

namespace lamina {

namespace {
template <typename Type>
const Type* findNamed(std::span<const Type* const> all, const char* const Type::*name,
                      std::string_view wanted)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Type* type) { return wanted == type->*name; });
    return found == all.end() ? nullptr : *found;
}
} // namespace

const GeneratorType* generators::find(std::string_view name)
{
    return findNamed(all(), &GeneratorType::name, name);
}

const SourceType* sources::find(std::string_view name)
{
    return findNamed(all(), &SourceType::name, name);
}

const PreprocessType* preprocessing::find(std::string_view className)
{
    return findNamed(all(), &PreprocessType::className, className);
}

const AugmentType* augmenters::find(std::string_view className)
{
    return findNamed(all(), &AugmentType::className, className);
}

} // namespace lamina
