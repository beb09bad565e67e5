// The left side of the Data page: where the data comes from, how it is prepared, what is kept for validation.
// Shows a DataSpec and says which one the person wants instead.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/model/project.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace lamina {

class FieldForm;
class PartList;

class DataSettings final : public QWidget {
    Q_OBJECT
public:
    explicit DataSettings(QWidget* parent = nullptr);

    void setData(const DataSpec& data);
    const DataSpec& data() const { return m_data; }

signals:
    // `what` stands in the Edit menu: "Change the data source". `key` is the same while one thing is edited.
    void dataEdited(const lamina::DataSpec& data, const QString& what, const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillSources();
    void showSteps();
    void showAugmentFaults();
    void addStep(const char* className);
    void say(const QString& what, const QString& key);

    DataSpec m_data;
    std::string m_formSource; // whose options the form has
    bool m_filling = false;
    QLabel* m_sourceTitle;
    QComboBox* m_source;
    QLabel* m_sourceHelp;
    FieldForm* m_form = nullptr;
    QLabel* m_splitTitle;
    QSpinBox* m_split;
    QLabel* m_splitHelp;
    QCheckBox* m_giveBack;
    QLabel* m_stepsTitle;
    QLabel* m_stepsHelp;
    QVBoxLayout* m_steps;
    QPushButton* m_addStep;
    QMenu* m_stepMenu;
    QLabel* m_augmentTitle;
    QLabel* m_augmentHelp;
    PartList* m_augment;
    QLabel* m_augmentFault;
};

} // namespace lamina
