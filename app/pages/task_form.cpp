#include "app/pages/task_form.h"

#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace lamina {
namespace {

constexpr int largestSize = 65536;
constexpr int largestCount = 1'000'000;

QStringList sizeWords(const ModelTask& task)
{
    switch (task.input.rank()) {
    case 3:
        return {TaskForm::tr("Height"), TaskForm::tr("Width"), TaskForm::tr("Channels")};
    case 2:
        return {TaskForm::tr("Steps"), TaskForm::tr("Numbers a step")};
    default:
        return {task.ids > 0 ? TaskForm::tr("Steps") : TaskForm::tr("Numbers")};
    }
}

} // namespace

TaskForm::TaskForm(QWidget* parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_idsLabel(new QLabel(this)), m_ids(new QSpinBox(this)),
      m_outputsLabel(new QLabel(this)), m_outputs(new QSpinBox(this)), m_top(new QCheckBox(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(2 * Theme::unit);
    m_form->setVerticalSpacing(4);
    const auto add = [this](QLabel* label, QSpinBox* box, int largest) {
        box->setRange(1, largest);
        label->setBuddy(box);
        m_form->addRow(label, box);
        connect(box, &QSpinBox::valueChanged, this, &TaskForm::read);
    };
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        m_sizeLabels[i] = new QLabel(this);
        m_sizes[i] = new QSpinBox(this);
        add(m_sizeLabels[i], m_sizes[i], largestSize);
    }
    m_idsLabel->setText(tr("Vocabulary"));
    add(m_idsLabel, m_ids, largestCount);
    add(m_outputsLabel, m_outputs, largestCount);
    m_top->setText(tr("With its classifier"));
    m_top->setToolTip(tr("Without it the network gives the features it has found, for layers of your own "
                         "(include_top in Keras)"));
    m_form->addRow(m_top);
    connect(m_top, &QCheckBox::toggled, this, &TaskForm::read);
}

void TaskForm::setTask(const ModelTask& task, const ModelTemplate& model, bool fixed)
{
    m_task = task;
    const QSignalBlocker quiet(this);
    const QStringList names = sizeWords(task);
    const auto show = [&](QLabel* label, QSpinBox* box, bool shown, Index value, const QString& name) {
        m_form->setRowVisible(box, shown);
        if (!shown)
            return;
        const QSignalBlocker still(box);
        box->setValue(static_cast<int>(value));
        box->setEnabled(!fixed);
        box->setAccessibleName(name);
        box->setToolTip(fixed ? tr("%1, as in your data").arg(name) : name);
        label->setText(name);
    };
    for (int axis = 0; axis < 3; ++axis) {
        const bool there = axis < task.input.rank();
        const auto at = static_cast<std::size_t>(axis);
        show(m_sizeLabels[at], m_sizes[at], there, there ? task.input[axis] : 1, names.value(axis));
    }
    show(m_idsLabel, m_ids, task.ids > 0, task.ids, tr("Vocabulary"));
    show(m_outputsLabel, m_outputs,
         task.top && !model.givesInputBack && task.ending != ModelTask::Ending::YesOrNo, task.outputs,
         task.ending == ModelTask::Ending::Numbers ? tr("Numbers out") : tr("Classes"));
    m_form->setRowVisible(m_top, model.topIsOptional);
    const QSignalBlocker still(m_top);
    m_top->setChecked(task.top);
}

void TaskForm::read()
{
    std::vector<Index> sizes;
    for (int axis = 0; axis < m_task.input.rank(); ++axis)
        sizes.push_back(m_sizes[static_cast<std::size_t>(axis)]->value());
    m_task.input = Shape(sizes);
    if (m_task.ids > 0)
        m_task.ids = m_ids->value();
    if (m_form->isRowVisible(m_outputs))
        m_task.outputs = m_outputs->value();
    if (m_form->isRowVisible(m_top))
        m_task.top = m_top->isChecked();
    emit edited();
}

} // namespace lamina
