#include "engine/formats/unsaved_file.h"

#include "engine/formats/project_file.h"
#include "engine/formats/section_file.h"

#include <cstring>

namespace lamina {

namespace {
constexpr std::string_view magic = "LAMINAUW";
constexpr std::uint32_t newestVersion = 1;

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
} // namespace

Result<void> writeUnsaved(const std::filesystem::path& path, const UnsavedWork& work)
{
    const std::string project = projectText(work.project);
    const Section sections[] = {{"time", std::as_bytes(std::span(&work.time, 1))},
                                {"file", std::as_bytes(std::span(work.file))},
                                {"project", std::as_bytes(std::span(project))}};
    return writeSections(path, magic, newestVersion, sections);
}

Result<UnsavedWork> readUnsaved(const std::filesystem::path& path)
{
    const Result<SectionFile> file = SectionFile::read(path, magic, newestVersion);
    if (!file)
        return file.faults();
    const std::span<const std::byte>* time = file->find("time");
    const std::span<const std::byte>* place = file->find("file");
    const std::span<const std::byte>* text = file->find("project");
    if (!time || !place || !text || time->size() != sizeof(UnsavedWork::time))
        return damagedFault(path);
    Result<Project> project = parseUnfinished(textOf(*text), path.string());
    if (!project)
        return project.faults();
    UnsavedWork work{*std::move(project), std::string(textOf(*place)), 0};
    std::memcpy(&work.time, time->data(), sizeof work.time);
    return work;
}

} // namespace lamina
