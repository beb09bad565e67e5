// Layers that were copied come in, under names that are free, with the links among them and their blocks.
#pragma once

#include "app/commands/edit_structure.h"
#include "engine/formats/layer_text.h"
#include "engine/model/links.h"

#include <QCoreApplication>

#include <map>

namespace lamina {

struct PastePlace {
    std::string after; // a layer they follow, as a layer that is added does; empty: they stand alone
    std::optional<LinkEnd> link; // or where they are put between
    bool beside = false; // or they read what the originals read
    std::optional<CanvasPosition> position; // of the upper left corner of all
    std::map<std::string, CanvasPosition> arrangement; // where the others stand from now on
};

// What can be seen of a clip from outside: layers that want an input, and layers that lead nowhere.
struct ClipEnds {
    std::vector<std::string> heads, tails;
};
ClipEnds endsOf(const LayerClip& clip);

class PasteLayers final : public EditStructure {
    Q_DECLARE_TR_FUNCTIONS(lamina::PasteLayers)

public:
    enum class Act { Paste, Duplicate };
    PasteLayers(const Project& project, const LayerClip& clip, const PastePlace& place, Act act = Act::Paste);

    // What the clip's layers will be called, in its order.
    static std::vector<std::string> namesIn(const ModelSpec& model, const LayerClip& clip);

private:
    static QString textFor(const LayerClip& clip, Act act);
};

} // namespace lamina
