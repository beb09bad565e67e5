// What a run shows on the Train page while it goes: curves, table, log and how it ended.
#include "app/pages/epoch_model.h"
#include "app/pages/train_page.h"
#include "app/pages/training_bar.h"
#include "app/studio.h"
#include "widgets/charts/training_chart.h"
#include "widgets/common/number_text.h"
#include "widgets/common/words.h"

#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace lamina {

// A run begins, or one goes on: that one keeps what the page shows of it.
void TrainPage::prepare()
{
    const TrainingOptions& options = m_studio.session().options();
    const QString folder = m_studio.lastRunFolder();
    if (!options.resume || folder != m_shownRun) {
        m_shownRun.clear();
        m_lines.clear();
        m_log->clear();
    }
    m_everRan = true;
    m_seconds = 0;
    m_result->hide();
    m_resultLine = {};
    const QString shown = QDir::toNativeSeparators(folder);
    m_noteLine = [shown] { return tr("This run is saved in %1").arg(shown); };
    m_noteTip = shown;
    log([] { return tr("reading the data"); });
}

void TrainPage::began(const RunPlan& plan)
{
    const bool goesOn = m_studio.session().options().resume && !m_shownRun.isEmpty();
    m_shownRun = m_studio.lastRunFolder();
    m_plan = plan;
    const std::shared_ptr<const Project> project = m_studio.session().trainedProject();
    const Index batch = project ? project->training.batchSize : 1;
    m_bar->begin(plan, batch);
    // The first metric; the losses of single outputs have their place in the table.
    const auto metric = std::ranges::find_if_not(
        plan.metricNames, [](const std::string& name) { return name.ends_with("_loss"); });
    // What another quantity did in the run before says nothing beside this one.
    const std::string metricName = metric == plan.metricNames.end() ? std::string() : *metric;
    if (std::exchange(m_metricName, metricName) != metricName)
        m_metric->clear();
    const std::string loss = project ? project->training.loss.className : std::string();
    if (std::exchange(m_lossName, loss) != loss)
        m_loss->clear();
    m_epochs->begin(plan.metricNames, plan.validationSamples > 0);
    m_metric->parentWidget()->setVisible(!m_metricName.empty());
    m_batchMetric.reset();
    if (!m_metricName.empty()) {
        m_batchMetric.emplace(m_metricName, batch, plan.trainSamples,
                              std::ranges::count(plan.wholeMetrics, m_metricName) > 0);
        m_metric->setFraction(isFraction(m_metricName));
    }
    const double at = static_cast<double>(plan.firstEpoch)
        + static_cast<double>(plan.firstStep) / static_cast<double>(std::max<Index>(plan.stepsPerEpoch, 1));
    for (TrainingChart* chart : {m_loss, m_metric}) {
        if (goesOn)
            chart->goOn(plan.epochs, at);
        else
            chart->begin(plan.epochs, plan.stepsPerEpoch);
    }
    log([plan] {
        return tr("%1 samples to train on, %2 to validate; %3 steps an epoch")
            .arg(number::full(plan.trainSamples), number::full(plan.validationSamples),
                 number::full(plan.stepsPerEpoch));
    });
    showEarlier(plan, !goesOn);
    if (plan.firstEpoch > 0 || plan.firstStep > 0)
        log([plan] {
            return tr("going on in epoch %1, after %2 of %3 steps")
                .arg(plan.firstEpoch + 1)
                .arg(plan.firstStep)
                .arg(plan.stepsPerEpoch);
        });
    nameCurves();
}

// The epochs that a run had behind it when it went on; their means stand for curves that nobody has kept.
void TrainPage::showEarlier(const RunPlan& plan, bool curves)
{
    for (const EpochReport& epoch : plan.earlierEpochs) {
        if (!curves) {
            m_epochs->add(epoch);
            continue;
        }
        const auto end = static_cast<double>(epoch.epoch + 1);
        const auto mean = [&](const std::string& key, TrainingChart& chart) {
            if (const auto value = epoch.logs.find(key); value != epoch.logs.end()) {
                const CurvePoint point{end, value->second};
                chart.addTraining({&point, 1});
            }
        };
        mean("loss", *m_loss);
        if (m_batchMetric)
            mean(m_metricName, *m_metric);
        epochEnded(epoch);
    }
    m_table->scrollToBottom();
}

void TrainPage::addSteps(const std::vector<StepReport>& steps)
{
    m_bar->addSteps(steps);
    std::vector<CurvePoint> losses;
    std::vector<CurvePoint> metrics;
    losses.reserve(steps.size());
    metrics.reserve(steps.size());
    const auto perEpoch = static_cast<double>(std::max<Index>(m_plan.stepsPerEpoch, 1));
    for (const StepReport& step : steps) {
        const double epoch = static_cast<double>(step.epoch) + static_cast<double>(step.step + 1) / perEpoch;
        losses.push_back({epoch, step.loss});
        if (m_batchMetric)
            metrics.push_back({epoch, m_batchMetric->take(step)});
    }
    if (!steps.empty())
        m_seconds = steps.back().seconds;
    m_loss->addTraining(losses);
    if (m_batchMetric)
        m_metric->addTraining(metrics);
}

void TrainPage::epochEnded(const EpochReport& epoch)
{
    m_epochs->add(epoch);
    m_table->scrollToBottom();
    const auto end = static_cast<double>(epoch.epoch + 1);
    if (const auto loss = epoch.logs.find("val_loss"); loss != epoch.logs.end())
        m_loss->addValidation({end, loss->second});
    if (const auto metric = epoch.logs.find("val_" + m_metricName);
        metric != epoch.logs.end() && m_batchMetric)
        m_metric->addValidation({end, metric->second});
    log([this, epoch] { return epochLine(epoch); });
}

QString TrainPage::epochLine(const EpochReport& epoch) const
{
    QStringList values;
    for (const char* prefix : {"", "val_"}) {
        for (const std::string& key : {std::string("loss"), m_metricName}) {
            const auto value = epoch.logs.find(prefix + key);
            if (!key.empty() && value != epoch.logs.end())
                values << logName(prefix + key) + QLatin1Char(' ') + logValue(prefix + key, value->second);
        }
    }
    return tr("epoch %1: %2").arg(epoch.epoch + 1).arg(values.join(QStringLiteral(", ")));
}

namespace {
// How a run ended, kept apart from the table, which another part of the run may fill further.
struct Ending {
    EndReason reason;
    int epochs;
    std::string key; // by which the best epoch is told
    std::optional<double> value; // of the last epoch
    double seconds;
};

QString inWords(EndReason reason)
{
    switch (reason) {
    case EndReason::Completed:
        return TrainPage::tr("Completed");
    case EndReason::EarlyStopping:
        return TrainPage::tr("Stopped early, because it no longer got better");
    case EndReason::Stopped:
        return TrainPage::tr("Stopped");
    case EndReason::NotANumber:
        return TrainPage::tr("Broken off, because the loss became not-a-number. Try a smaller learning rate");
    }
    return {};
}

QString inWords(const Ending& ending)
{
    QString how = inWords(ending.reason);
    if (ending.epochs > 0 && ending.reason != EndReason::NotANumber) {
        if (ending.value)
            how =
                TrainPage::tr("%1: %2 %3").arg(how, logName(ending.key), logValue(ending.key, *ending.value));
        how = TrainPage::tr("%1 after %n epoch(s)", nullptr, ending.epochs).arg(how);
    }
    return TrainPage::tr("%1 in %2.").arg(how, number::duration(ending.seconds));
}
} // namespace

void TrainPage::showEnd(EndReason reason)
{
    const QString folder = QDir::toNativeSeparators(m_shownRun);
    const bool written = !m_shownRun.isEmpty() && QDir(m_shownRun).exists();
    const auto& epochs = m_epochs->epochs();
    Ending ending{reason, static_cast<int>(epochs.size()), m_epochs->monitor(), {}, 0};
    for (const EpochReport& epoch : epochs)
        ending.seconds += epoch.seconds;
    ending.seconds = std::max(ending.seconds, m_seconds);
    if (!epochs.empty())
        if (const auto value = epochs.back().logs.find(ending.key); value != epochs.back().logs.end())
            ending.value = value->second;
    m_resultLine = [ending] { return inWords(ending); };
    m_noteLine = {};
    if (written)
        m_noteLine = [folder] { return tr("Saved in %1").arg(folder); };
    m_noteTip = folder;
    log(m_resultLine);
    showResult(reason != EndReason::NotANumber, written);
}

void TrainPage::showFailure(const Faults& faults)
{
    m_resultLine = [faults] { return faultsInOneText(faults); };
    m_noteLine = {};
    m_everRan = !m_epochs->epochs().empty() || !m_loss->isEmpty();
    log(m_resultLine);
    showResult(false, false);
}

void TrainPage::showResult(bool good, bool written)
{
    m_resultText->setText(m_resultLine());
    markResult(good);
    m_folder->setVisible(written);
    m_folder->setToolTip(QDir::toNativeSeparators(m_shownRun));
    m_try->setVisible(m_studio.canTry());
    m_try->setEnabled(m_studio.session().snapshot() != nullptr);
    m_result->show();
    // It takes its room from table and log, whose ends are what is new.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_table->scrollToBottom();
            m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
        },
        Qt::QueuedConnection);
    showNote();
    showEmptyOrCurves();
}

void TrainPage::nameCurves()
{
    m_loss->setQuantity(tr("Loss"));
    m_lossTitle->setText(tr("Loss"));
    const std::shared_ptr<const Project> project = m_studio.session().trainedProject();
    m_lossTitle->setToolTip(project ? QString::fromStdString(project->training.loss.className) : QString());
    const QString metric = m_metricName.empty() ? tr("Accuracy") : quantityName(m_metricName);
    m_metric->setQuantity(metric);
    m_metricTitle->setText(metric);
    m_metricTitle->setToolTip(QString::fromStdString(m_metricName));
}

void TrainPage::log(Line line)
{
    m_lines.push_back({QTime::currentTime(), std::move(line)});
    const LogLine& added = m_lines.back();
    m_log->appendPlainText(
        QStringLiteral("%1  %2").arg(added.time.toString(QStringLiteral("HH:mm:ss")), added.words()));
    if (static_cast<int>(m_lines.size()) > 2 * m_log->maximumBlockCount()) // no more of them are shown
        m_lines.erase(m_lines.begin(), m_lines.end() - m_log->maximumBlockCount());
}

// Why a run cannot go on is said as long as it is so.
void TrainPage::showNote()
{
    const auto& unfinished = m_studio.unfinishedRun();
    if (unfinished && !unfinished->refusal.empty() && !m_studio.session().isBusy())
        m_bar->setNote(tr("The run cannot go on: %1").arg(faultTitle(unfinished->refusal.front())),
                       faultsInOneText(unfinished->refusal));
    else
        m_bar->setNote(m_noteLine ? m_noteLine() : QString(), m_noteTip);
}

// After a change of language.
void TrainPage::retellRun()
{
    QStringList lines;
    for (const LogLine& line : m_lines)
        lines << QStringLiteral("%1  %2").arg(line.time.toString(QStringLiteral("HH:mm:ss")), line.words());
    m_log->setPlainText(lines.join(QLatin1Char('\n')));
    m_log->moveCursor(QTextCursor::End);
    if (m_resultLine)
        m_resultText->setText(m_resultLine());
    showNote();
}

} // namespace lamina
