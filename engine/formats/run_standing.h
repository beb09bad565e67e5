// Where a run stands, told from its folder without taking it: to offer that it goes on.
#pragma once

#include "engine/core/shape.h"

#include <filesystem>
#include <optional>
#include <string>

namespace lamina {

struct RunStanding {
    Index epochs = 0; // that have ended
    Index step = 0; // steps done in the one after them
    bool ended = false; // it came to its end; with more epochs it could still go on
    bool stopped = false; // a callback ended it: more epochs do not make it go on
    bool held = false; // somebody is training it now

    bool canGoOn(Index epochsInAll) const { return !held && (!ended || (!stopped && epochs < epochsInAll)); }
};

// Nothing where there is no state that can be read, and so nothing to go on from.
std::optional<RunStanding> standingOf(const std::filesystem::path& runFolder);

} // namespace lamina
