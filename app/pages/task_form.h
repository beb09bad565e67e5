// What comes into a network and what shall come out, as numbers to be set.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/model/model_template.h"

#include <array>

class QCheckBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace lamina {

class TaskForm final : public QWidget {
    Q_OBJECT
public:
    explicit TaskForm(QWidget* parent = nullptr);

    // Shows what the template asks for. `fixed`: the data have decided it.
    void setTask(const ModelTask& task, const ModelTemplate& model, bool fixed);
    const ModelTask& task() const { return m_task; }

    QSpinBox* sizeBox(int axis) const { return m_sizes[static_cast<std::size_t>(axis)]; }
    QSpinBox* outputsBox() const { return m_outputs; }
    QCheckBox* topBox() const { return m_top; }

signals:
    void edited();

private:
    void read();

    ModelTask m_task;
    QFormLayout* m_form;
    std::array<QLabel*, 3> m_sizeLabels;
    std::array<QSpinBox*, 3> m_sizes;
    QLabel* m_idsLabel;
    QSpinBox* m_ids;
    QLabel* m_outputsLabel;
    QSpinBox* m_outputs;
    QCheckBox* m_top;
};

} // namespace lamina
