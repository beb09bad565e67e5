// One field of one layer or of several, whether it came from a spin box, a paste or a fix that was pressed.
#pragma once

#include "app/commands/document_command.h"

#include <QCoreApplication>

#include <optional>

namespace lamina {

class SetLayerConfig final : public DocumentCommand {
    Q_DECLARE_TR_FUNCTIONS(lamina::SetLayerConfig)

public:
    // No value: the field goes back to its default, its key leaves the config.
    SetLayerConfig(std::vector<std::string> layers, std::string field, const std::optional<Json>& value,
                   Gesture gesture = Gesture::single());
    SetLayerConfig(std::string layer, std::string field, const std::optional<Json>& value,
                   Gesture gesture = Gesture::single());

    int id() const override { return static_cast<int>(CommandId::SetLayerConfig); }
    bool changes(const Project& project) const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    Changes exchange(Project& project) override;

    std::vector<std::string> m_layers;
    std::string m_field;
    std::vector<std::optional<Json>> m_values; // one a layer
    Gesture m_gesture;
};

} // namespace lamina
