// The left side of the Train page: how to train. Shows the project's settings and says which ones the person
// wants instead.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "app/loss_advice.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace lamina {

class FieldForm;
class OutputSettings;
class PartChoice;
class PartList;

class TrainingSettings final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingSettings(QWidget* parent = nullptr);

    void setProject(const Project& project);
    void setAdvice(const std::optional<LossAdvice>& advice);
    // Says that changes are for the next run.
    void setRunning(bool running);

signals:
    // `what` stands in the Edit menu; `key` is the same while one thing is edited, empty for a step of its
    // own.
    void trainingEdited(const lamina::TrainingSpec& training, const QString& what, const QString& key);
    void splitEdited(double share, const QString& what, const QString& key);
    void seedEdited(quint64 seed, const QString& what, const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void connectAll();
    void say(const QString& what, const QString& key);

    TrainingSpec m_training;
    bool m_filling = false;
    std::optional<LossAdvice> m_advice;
    QLabel* m_running;
    QLabel* m_runTitle;
    QFormLayout* m_run;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    QSpinBox* m_split;
    QLineEdit* m_seed;
    QCheckBox* m_shuffle;
    FieldForm* m_weighing; // gathered steps, weights of classes
    QLabel* m_lossTitle;
    PartChoice* m_loss; // of a single output
    OutputSettings* m_outputs; // of several, with their metrics
    QLabel* m_adviceText;
    QPushButton* m_follow;
    QLabel* m_optimizerTitle;
    PartChoice* m_optimizer;
    QLabel* m_metricsTitle;
    PartList* m_metrics;
    QLabel* m_weightedTitle;
    PartList* m_weightedMetrics;
    QLabel* m_callbacksTitle;
    PartList* m_callbacks;
};

} // namespace lamina
