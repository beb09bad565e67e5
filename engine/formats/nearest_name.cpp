#include "engine/formats/nearest_name.h"

#include <algorithm>
#include <vector>

namespace lamina {

namespace {
std::string plain(std::string_view name)
{
    std::string text;
    for (const char c : name)
        if (c != '_' && c != '-' && c != ' ')
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// Damerau's distance in its simple form: a pair of exchanged neighbours counts once.
std::size_t distance(const std::string& a, const std::string& b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                   cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[a.size()][b.size()];
}

// "EarlyStop" for "EarlyStopping", "Rescale" for "Rescaling".
bool beginsAlike(const std::string& a, const std::string& b)
{
    const auto alike =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    return alike >= 4 && 3 * alike >= 2 * a.size();
}
} // namespace

std::optional<std::string> nearestName(std::string_view given, std::span<const std::string> known)
{
    constexpr std::size_t longestName = 60; // what is longer is no misspelt name
    if (given.size() > longestName)
        return std::nullopt;
    const std::string wanted = plain(given);
    const std::size_t allowed = wanted.size() < 4 ? 1 : std::max<std::size_t>(2, wanted.size() / 3);
    std::optional<std::string> best;
    std::size_t least = allowed + 1;
    for (const std::string& name : known) {
        const std::string candidate = plain(name);
        std::size_t away = distance(wanted, candidate);
        if (beginsAlike(wanted, candidate))
            away = std::min(away, allowed);
        if (away < least && away < std::max(wanted.size(), candidate.size())) {
            least = away;
            best = name;
        }
    }
    return best;
}

} // namespace lamina
