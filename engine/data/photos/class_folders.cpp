#include "engine/data/photos/class_folders.h"

#include "engine/core/listed.h"
#include "engine/data/file_bytes.h"
#include "engine/data/photos/photo.h"

#include <algorithm>
#include <array>

namespace lamina {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t faultsAtOnce = 5; // of single files

bool isHidden(const fs::path& path)
{
    return path.filename().string().starts_with('.');
}

class Finder {
public:
    Finder(fs::path folder, std::string_view projectPath)
        : m_folder(std::move(folder)), m_projectPath(projectPath)
    {
        m_found.folder = m_folder;
    }

    Result<ClassFolders> find()
    {
        std::error_code error;
        const fs::file_status status = fs::status(m_folder, error);
        if (!fs::exists(status))
            return fault(m_folder, LAMINA_TEXT("photos", "There is no such folder"),
                         LAMINA_TEXT("photos", "check the path and the name"));
        if (!fs::is_directory(status))
            return fault(m_folder, LAMINA_TEXT("photos", "This is a file, not a folder"),
                         LAMINA_TEXT("photos", "name the folder that holds a folder for each class"));
        if (Faults faults = findClasses(); !faults.empty())
            return faults;
        Faults faults;
        for (const std::string& name : m_found.classNames) {
            m_found.starts.push_back(m_found.files.size());
            append(faults, findFiles(name));
        }
        m_found.starts.push_back(m_found.files.size());
        if (faults.empty())
            faults = lookAtFiles();
        if (!faults.empty())
            return faults;
        return std::move(m_found);
    }

private:
    Fault fault(const fs::path& path, Text what, Text remedy) const
    {
        return fileFault(std::move(what), path, m_projectPath, std::move(remedy));
    }

    Fault unreadable(const fs::path& path) const
    {
        return fault(path, LAMINA_TEXT("photos", "The folder cannot be read"),
                     LAMINA_TEXT("photos", "check that you are allowed to read it"));
    }

    Faults findClasses()
    {
        bool looseFiles = false;
        std::error_code error;
        fs::directory_iterator at(m_folder, error);
        for (; !error && at != fs::directory_iterator(); at.increment(error)) {
            std::error_code unknown;
            if (isHidden(at->path()))
                continue;
            if (at->is_directory(unknown))
                m_found.classNames.push_back(at->path().filename().string());
            else
                looseFiles = looseFiles || isPhotoName(at->path().filename().string());
        }
        if (error)
            return {unreadable(m_folder)};
        std::vector<std::string>& names = m_found.classNames;
        std::ranges::sort(names); // bytes of UTF-8 stand in the order of their code points
        if (names.empty())
            return {
                looseFiles
                    ? fault(m_folder, LAMINA_TEXT("photos", "The pictures lie in the folder itself"),
                            LAMINA_TEXT("photos", "put those of each class into a folder of its own there"))
                    : fault(m_folder, LAMINA_TEXT("photos", "There are no folders of classes in it"),
                            LAMINA_TEXT("photos", "make a folder there for each class of pictures"))};
        constexpr std::array<std::string_view, 7> parts{"test", "testing",    "train", "training",
                                                        "val",  "validation", "valid"};
        if (std::ranges::all_of(names, [&](const std::string& name) {
                return std::ranges::find(parts, name) != parts.end();
            }))
            return {
                fault(m_folder,
                      Text(LAMINA_TEXT("photos", "Its folders are parts of the data, not classes: %1"),
                           listed(names)),
                      LAMINA_TEXT("photos", "name the folder of each part, such as the one for training"))};
        if (names.size() == 1)
            return {
                fault(m_folder,
                      Text(LAMINA_TEXT("photos", "There is a single folder of a class in it: %1"), names[0]),
                      LAMINA_TEXT("photos", "put the pictures of another class beside it"))};
        return {};
    }

    // All files below, folder by folder. Links to folders are not followed, so there are no circles.
    Faults findFiles(const std::string& className)
    {
        std::vector<std::pair<std::string, std::string>> found; // folder, name
        std::error_code error;
        fs::recursive_directory_iterator at(m_folder / className, error);
        for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
            std::error_code unknown;
            if (isHidden(at->path())) {
                at.disable_recursion_pending();
                continue;
            }
            if (at->is_directory(unknown))
                continue;
            const std::string name = at->path().filename().string();
            if (isPhotoName(name)) {
                found.emplace_back(at->path().parent_path().lexically_relative(m_folder).string(), name);
            } else if (++m_found.passedOver == 1) {
                m_found.firstPassedOver = at->path().lexically_relative(m_folder).string();
            }
        }
        if (error)
            return {unreadable(m_folder / className)};
        if (found.empty())
            return {fault(m_folder / className, LAMINA_TEXT("photos", "There are no pictures of this class"),
                          LAMINA_TEXT("photos", "put some there, or take the folder away"))};
        std::ranges::sort(found);
        for (auto& [folder, name] : found)
            m_found.files.push_back(folder + '/' + name);
        return {};
    }

    Faults lookAtFiles() const
    {
        Faults faults;
        std::size_t more = 0;
        for (const std::string& file : m_found.files)
            if (Result<void> fine = checkPhoto(m_folder / file); !fine) {
                if (faults.size() < faultsAtOnce)
                    append(faults, fine.faults());
                else
                    ++more;
            }
        if (more > 0)
            faults.push_back(fault(m_folder,
                                   Text(LAMINA_TEXT("photos", "%1 more files are no pictures"), more),
                                   LAMINA_TEXT("photos", "take them out of the folder")));
        return faults;
    }

    fs::path m_folder;
    std::string m_projectPath;
    ClassFolders m_found;
};

} // namespace

int ClassFolders::classOf(std::size_t file) const
{
    return static_cast<int>(std::ranges::upper_bound(starts, file) - starts.begin()) - 1;
}

Result<ClassFolders> findClassFolders(const fs::path& folder, std::string_view projectPath)
{
    return Finder(folder, projectPath).find();
}

SplitFolders splitClasses(ClassFolders all, double share)
{
    SplitFolders split;
    for (ClassFolders* part : {&split.validation, &split.rest}) {
        part->folder = all.folder;
        part->classNames = all.classNames;
    }
    for (std::size_t c = 0; c < all.classNames.size(); ++c) {
        split.validation.starts.push_back(split.validation.files.size());
        split.rest.starts.push_back(split.rest.files.size());
        const std::size_t first = all.starts[c];
        const std::size_t count = all.starts[c + 1] - first;
        const auto taken = static_cast<std::size_t>(share * static_cast<double>(count));
        for (std::size_t i = 0; i < count; ++i)
            (i < taken ? split.validation : split.rest).files.push_back(std::move(all.files[first + i]));
    }
    for (ClassFolders* part : {&split.validation, &split.rest})
        part->starts.push_back(part->files.size());
    return split;
}

} // namespace lamina
