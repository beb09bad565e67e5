#include "engine/data/file_bytes.h"

#include <fstream>

namespace lamina {

namespace fs = std::filesystem;

Fault fileFault(Text what, const fs::path& file, std::string_view projectPath, Text remedy)
{
    return {
        FaultKind::Input, std::move(what), {file.string(), std::string(projectPath), {}}, std::move(remedy)};
}

Result<void> checkFile(const fs::path& file, std::string_view projectPath)
{
    const auto fault = [&](Text what, Text remedy) {
        return fileFault(std::move(what), file, projectPath, std::move(remedy));
    };
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status))
        return fault(LAMINA_TEXT("files", "There is no such file"),
                     LAMINA_TEXT("files", "check the path and the name"));
    if (fs::is_directory(status))
        return fault(LAMINA_TEXT("files", "This is a folder, not a file"),
                     LAMINA_TEXT("files", "name the file inside it"));
    if (!fs::is_regular_file(status))
        return fault(LAMINA_TEXT("files", "This is not an ordinary file"),
                     LAMINA_TEXT("files", "name a file on a disk"));
    return {};
}

Result<std::vector<std::uint8_t>> readFile(const fs::path& file, std::string_view projectPath,
                                           std::uintmax_t most)
{
    const auto fault = [&](Text what, Text remedy) {
        return fileFault(std::move(what), file, projectPath, std::move(remedy));
    };
    if (Result<void> ordinary = checkFile(file, projectPath); !ordinary)
        return ordinary.faults();
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream)
        return fault(LAMINA_TEXT("files", "The file cannot be opened"),
                     LAMINA_TEXT("files", "check that you are allowed to read it"));
    if (size == 0)
        return fault(LAMINA_TEXT("files", "The file is empty"),
                     LAMINA_TEXT("files", "download or save it again"));
    if (size > most)
        return fault({LAMINA_TEXT("files", "The file has %1 MB, more than can be read"), size / 1000000},
                     {LAMINA_TEXT("files", "use a file of at most %1 MB"), most / 1000000});
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (stream.gcount() != static_cast<std::streamsize>(bytes.size()))
        return fault(LAMINA_TEXT("files", "The file could not be read to its end"),
                     LAMINA_TEXT("files", "check the disk or copy the file again"));
    return bytes;
}

} // namespace lamina
