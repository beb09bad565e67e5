// Where layers stand on the canvas. No position: the automatic layout decides.
#pragma once

#include "app/commands/document_command.h"

#include <QCoreApplication>

#include <map>
#include <optional>

namespace lamina {

using LayerPositions = std::map<std::string, std::optional<CanvasPosition>>;

class MoveLayers final : public DocumentCommand {
    Q_DECLARE_TR_FUNCTIONS(lamina::MoveLayers)

public:
    explicit MoveLayers(LayerPositions positions, Gesture gesture = Gesture::single());
    MoveLayers(LayerPositions positions, const QString& text, Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::MoveLayers); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    LayerPositions m_positions;
    Gesture m_gesture;
};

} // namespace lamina
