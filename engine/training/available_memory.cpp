#include "engine/training/memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>

namespace lamina {

namespace fs = std::filesystem;

namespace {
// The number that stands behind a name, as in "MemAvailable:  123 kB"; without a name, the first word.
std::optional<double> numberIn(const fs::path& file, const std::string& name = {})
{
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words(line);
        std::string word;
        double number = 0;
        if (!name.empty() && (!(words >> word) || word != name))
            continue;
        return words >> number ? std::optional(number) : std::nullopt; // "max" is no number
    }
    return std::nullopt;
}

struct Group {
    fs::path mount;
    std::string path; // in it
    const char* limit;
    const char* used;
    const char* reclaimable; // of what is used, in memory.stat
};

// The groups that limit this process's memory: of the one hierarchy, or of memory's own.
std::vector<Group> groupsOf(const fs::path& root)
{
    std::vector<Group> groups;
    std::ifstream stream(root / "proc/self/cgroup");
    for (std::string line; std::getline(stream, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        const std::string path = fs::path(line.substr(second + 1)).relative_path().string();
        if (controllers.empty())
            groups.push_back({root / "sys/fs/cgroup", path, "memory.max", "memory.current", "inactive_file"});
        else if (("," + controllers + ",").find(",memory,") != std::string::npos)
            groups.push_back({root / "sys/fs/cgroup/memory", path, "memory.limit_in_bytes",
                              "memory.usage_in_bytes", "total_inactive_file"});
    }
    return groups;
}
} // namespace

double availableMemory(const fs::path& root)
{
    constexpr double unknown = std::numeric_limits<double>::infinity();
    const std::optional<double> kilobytes = numberIn(root / "proc/meminfo", "MemAvailable:");
    double available = kilobytes ? *kilobytes * 1024 : unknown;
    for (const Group& group : groupsOf(root))
        // A limit binds those below it, too; in a container the group's own path may not be there.
        for (fs::path path = group.path;; path = path.parent_path()) {
            const fs::path folder = group.mount / path;
            const std::optional<double> limit = numberIn(folder / group.limit);
            const std::optional<double> used = numberIn(folder / group.used);
            if (limit && used) {
                const double freed = numberIn(folder / "memory.stat", group.reclaimable).value_or(0);
                available = std::min(available, std::max(0.0, *limit - *used + freed));
            }
            if (path.empty())
                break;
        }
    return available;
}

} // namespace lamina
