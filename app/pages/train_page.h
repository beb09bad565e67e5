// Training: how, how far, how well.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "app/batch_metric.h"
#include "app/commands/document_command.h"
#include "app/training_session.h"

#include <QTime>

#include <functional>
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

    // In train_page_run.cpp: what a run shows.
    void prepare();
    void began(const RunPlan& plan);
    void showEarlier(const RunPlan& plan, bool curves);
    void addSteps(const std::vector<StepReport>& steps);
    void epochEnded(const EpochReport& epoch);
    QString epochLine(const EpochReport& epoch) const;
    void showEnd(EndReason reason);
    void showFailure(const Faults& faults);
    void showResult(bool good, bool written);
    void nameCurves();
    // A line in words that are found anew when the language changes.
    using Line = std::function<QString()>;
    void log(Line line);
    void showNote();
    void retellRun();

    void projectReplaced();
    void settingsChanged();
    void stateChanged(TrainingSession::State state);
    void showUnfinished();
    void showEmptyOrCurves();
    Gesture gestureFor(const QString& key);

    Studio& m_studio;
    RunPlan m_plan;
    std::string m_lossName, m_metricName;
    std::optional<BatchMetric> m_batchMetric;
    bool m_everRan = false;
    QString m_shownRun; // the folder of the run that curves and table are of
    double m_seconds = 0;
    struct LogLine {
        QTime time;
        Line words;
    };
    std::vector<LogLine> m_lines;
    Line m_resultLine;
    Line m_noteLine; // what was written last, or what else there is to say
    QString m_noteTip;
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
    QPushButton* m_emptyAfresh; // beside it while a run can go on
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
