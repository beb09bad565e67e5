// One field of one layer, whether it came from a spin box, a paste or a fix that was pressed.
#pragma once

#include "app/commands/document_command.h"

#include <QCoreApplication>

#include <optional>

namespace lamina {

class SetLayerConfig final : public DocumentCommand {
    Q_DECLARE_TR_FUNCTIONS(lamina::SetLayerConfig)

public:
    // No value: the field goes back to its default, its key leaves the config.
    SetLayerConfig(std::string layer, std::string field, std::optional<Json> value,
                   Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::SetLayerConfig); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    std::string m_layer;
    std::string m_field;
    std::optional<Json> m_value;
    Gesture m_gesture;
};

} // namespace lamina
