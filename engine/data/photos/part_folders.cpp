#include "engine/data/photos/part_folders.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace lamina {

namespace fs = std::filesystem;

namespace {
constexpr int deepest = 8; // links may lead in circles

std::optional<PartFolders> find(const fs::path& folder, int depth)
{
    struct Part {
        fs::path PartFolders::*place;
        std::array<const char*, 3> names; // the first is the one to take where there are several
    };
    constexpr std::array parts{Part{&PartFolders::train, {"train", "training", "train_set"}},
                               Part{&PartFolders::validation, {"validation", "valid", "val"}},
                               Part{&PartFolders::test, {"test", "testing", "test_set"}}};
    PartFolders found;
    std::array<std::size_t, parts.size()> rank{};
    rank.fill(parts[0].names.size());
    std::vector<fs::path> others;
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
        std::error_code unknown;
        std::string name = at->path().filename().string();
        if (!at->is_directory(unknown) || name.starts_with('.') || name == "__MACOSX")
            continue; // the last comes with archives that a Mac has packed
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        bool known = false;
        for (std::size_t p = 0; p < parts.size(); ++p)
            for (std::size_t n = 0; n < parts[p].names.size(); ++n) {
                if (name != parts[p].names[n])
                    continue;
                known = true;
                if (n < rank[p]) {
                    rank[p] = n;
                    found.*parts[p].place = at->path();
                }
            }
        if (!known)
            others.push_back(at->path());
    }
    if (!found.train.empty())
        return found;
    if (others.empty() || !found.validation.empty() || !found.test.empty())
        return std::nullopt;
    if (others.size() == 1 && depth < deepest)
        if (std::optional<PartFolders> inner = find(others[0], depth + 1))
            return inner;
    return PartFolders{folder, {}, {}};
}
} // namespace

std::optional<PartFolders> findPartFolders(const fs::path& folder)
{
    return find(folder, 0);
}

} // namespace lamina
