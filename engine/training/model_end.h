// The layers at a model's end, and what a change to one of them would let come out.
#pragma once

#include "engine/model/fix.h"
#include "engine/training/model_look.h"

namespace lamina {

class ModelEnd {
public:
    // `layer` gives the model's output, whose shape is known.
    ModelEnd(const ModelLook& look, std::size_t layer);

    std::size_t layer() const { return m_chain.front(); }
    // The setting that says how many numbers come out: of the last layer, or of one before it after which
    // their number stays.
    std::optional<std::pair<std::size_t, std::string>> widthField(Index width) const;
    // Lets one row of numbers come out in place of many: by a flag, else by what lays all numbers out in one
    // row before the first of the layers at the end that mix them.
    std::optional<Fix> withOnePlace() const;

private:
    std::optional<Fix> byFlag() const;
    std::optional<Fix> byFlattening() const;
    std::optional<Shape> throughout(std::size_t from, Shape shape) const;

    const ModelLook& m_look;
    Index m_width;
    std::vector<std::size_t> m_chain; // each the only input of the one before; the last of the model first
};

} // namespace lamina
