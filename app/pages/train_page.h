// Training: how, how far, how well.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "app/batch_metric.h"
#include "app/commands/document_command.h"
#include "app/training_session.h"

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace lamina {

class EpochModel;
class Studio;
class TrainingBar;
class TrainingChart;
class TrainingSettings;

class TrainPage final : public QWidget {
    Q_OBJECT
public:
    explicit TrainPage(Studio& studio, QWidget* parent = nullptr);
    ~TrainPage() override;

    TrainingBar& bar() { return *m_bar; }
    TrainingSettings& settingsForm() { return *m_settings; }
    TrainingChart& lossChart() { return *m_loss; }
    TrainingChart& metricChart() { return *m_metric; }
    const EpochModel& epochs() const { return *m_epochs; }
    QString resultText() const;
    bool showsEmptyState() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut(); // these stand in train_page_layout.cpp
    QWidget* makeEmptyState();
    QWidget* makeCurves();
    QWidget* makeTables();
    QWidget* makeResult();
    void markResult(bool good);
    void connectAll();
    void retranslate();

    void projectReplaced();
    void settingsChanged();
    void stateChanged(TrainingSession::State state);
    void began(const RunPlan& plan);
    void addSteps(const std::vector<StepReport>& steps);
    void epochEnded(const EpochReport& epoch);
    void showEnd(EndReason reason);
    void showFailure(const Faults& faults);
    void showEmptyOrCurves();
    void log(const QString& line);
    Gesture gestureFor(const QString& key);

    Studio& m_studio;
    RunPlan m_plan;
    std::string m_metricName;
    std::optional<BatchMetric> m_batchMetric;
    bool m_everRan = false;
    double m_seconds = 0;
    QString m_gestureKey;
    Gesture m_gesture = Gesture::single();

    TrainingBar* m_bar;
    TrainingSettings* m_settings;
    QSplitter* m_sides;
    QSplitter* m_rows;
    QSplitter* m_tables;
    QStackedWidget* m_middle;
    QLabel* m_emptyText;
    QPushButton* m_emptyButton;
    TrainingChart* m_loss;
    TrainingChart* m_metric;
    QLabel* m_lossTitle;
    QLabel* m_metricTitle;
    QPushButton* m_logarithmic;
    EpochModel* m_epochs;
    QTableView* m_table;
    QPlainTextEdit* m_log;
    QLabel* m_logTitle;
    QLabel* m_tableTitle;
    QWidget* m_result;
    QLabel* m_resultIcon;
    QLabel* m_resultText;
    QPushButton* m_try;
    QPushButton* m_folder;
};

} // namespace lamina
