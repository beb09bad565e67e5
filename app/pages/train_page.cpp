#include "app/pages/train_page.h"

#include "app/commands/set_data.h"
#include "app/commands/set_seed.h"
#include "app/commands/set_training.h"
#include "app/loss_advice.h"
#include "app/pages/epoch_model.h"
#include "app/pages/training_bar.h"
#include "app/pages/training_settings.h"
#include "app/settings.h"
#include "app/studio.h"
#include "widgets/charts/training_chart.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTime>
#include <QUrl>

#include <algorithm>

namespace lamina {

using State = TrainingSession::State;

TrainPage::TrainPage(Studio& studio, QWidget* parent) : QWidget(parent), m_studio(studio)
{
    layOut();
    connectAll();
    retranslate();
    projectReplaced();
    stateChanged(m_studio.session().state());
}

TrainPage::~TrainPage() = default;

void TrainPage::connectAll()
{
    TrainingSession& session = m_studio.session();
    ProjectDocument& document = m_studio.document();
    connect(&document, &ProjectDocument::replaced, this, &TrainPage::projectReplaced);
    for (const auto signal : {&ProjectDocument::trainingChanged, &ProjectDocument::dataChanged,
                              &ProjectDocument::modelChanged, &ProjectDocument::identityChanged})
        connect(&document, signal, this, &TrainPage::settingsChanged);

    connect(m_settings, &TrainingSettings::trainingEdited, this,
            [this](const TrainingSpec& training, const QString& what, const QString& key) {
                m_studio.document().execute(new SetTraining(training, what, gestureFor(key)));
            });
    connect(m_settings, &TrainingSettings::splitEdited, this,
            [this](double share, const QString& what, const QString& key) {
                DataSpec changed = m_studio.document().project().data;
                changed.validationSplit = share;
                m_studio.document().execute(new SetData(changed, what, gestureFor(key)));
            });
    connect(m_settings, &TrainingSettings::seedEdited, this,
            [this](quint64 seed, const QString& what, const QString& key) {
                m_studio.document().execute(new SetSeed(seed, what, gestureFor(key)));
            });

    connect(m_bar, &TrainingBar::trainRequested, &m_studio, &Studio::startTraining);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_studio.document().project().model.layers.empty())
            emit m_studio.modeRequested(Mode::Home);
        else
            m_studio.startTraining();
    });
    connect(m_bar, &TrainingBar::pauseRequested, &session, &TrainingSession::pause);
    connect(m_bar, &TrainingBar::resumeRequested, &session, &TrainingSession::resume);
    connect(m_bar, &TrainingBar::stopRequested, &session, &TrainingSession::stop);
    connect(m_bar, &TrainingBar::stepRequested, &m_studio,
            [this] { m_studio.train(TrainingSession::Reach::OneStep); });
    connect(m_bar, &TrainingBar::epochRequested, &m_studio,
            [this] { m_studio.train(TrainingSession::Reach::OneEpoch); });

    connect(&session, &TrainingSession::stateChanged, this, &TrainPage::stateChanged);
    connect(&session, &TrainingSession::began, this, &TrainPage::began);
    connect(&session, &TrainingSession::stepsArrived, this, &TrainPage::addSteps);
    connect(&session, &TrainingSession::validationProgressed, m_bar, &TrainingBar::setValidation);
    connect(&session, &TrainingSession::epochEnded, this, &TrainPage::epochEnded);
    connect(&session, &TrainingSession::saved, this, [this](const QString& path) {
        const QString name = QDir(m_studio.lastRunFolder()).relativeFilePath(path);
        m_bar->setNote(tr("Saved %1 in %2").arg(name, QDir::toNativeSeparators(m_studio.lastRunFolder())),
                       path);
        log(tr("saved %1").arg(name));
    });
    connect(&session, &TrainingSession::messageArrived, this,
            [this](const Text& message) { log(words(message)); });
    connect(&session, &TrainingSession::ended, this, &TrainPage::showEnd);
    connect(&session, &TrainingSession::failed, this, &TrainPage::showFailure);

    connect(m_logarithmic, &QPushButton::toggled, m_loss, &TrainingChart::setLogarithmic);
    connect(m_loss, &TrainingChart::logarithmicChanged, m_logarithmic, &QPushButton::setChecked);
    connect(m_try, &QPushButton::clicked, this, [this] { emit m_studio.modeRequested(Mode::Try); });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_studio.lastRunFolder())); });
    const auto remember = [this](QSplitter* splitter, const Setting<QByteArray>& setting) {
        splitter->restoreState(setting.value());
        connect(splitter, &QSplitter::splitterMoved, this,
                [splitter, &setting] { setting.set(splitter->saveState()); });
    };
    remember(m_sides, settings::trainPanels);
    remember(m_rows, settings::trainResultPanels);
    remember(m_tables, settings::trainTablePanels);
}

// Edits of one and the same thing in a row are one step of undo.
Gesture TrainPage::gestureFor(const QString& key)
{
    if (key.isEmpty() || key != m_gestureKey)
        m_gesture = key.isEmpty() ? Gesture::single() : Gesture::begin();
    m_gestureKey = key;
    return m_gesture;
}

void TrainPage::projectReplaced()
{
    m_gestureKey.clear();
    if (!m_studio.session().isBusy()) {
        m_everRan = false;
        m_loss->clear();
        m_metric->clear();
        m_epochs->clear();
        m_log->clear();
        m_result->hide();
        m_bar->clear();
    }
    settingsChanged();
}

void TrainPage::settingsChanged()
{
    const ProjectDocument& document = m_studio.document();
    m_settings->setProject(document.project());
    m_settings->setAdvice(adviseLoss(document.project(), document.analysis()));
    m_bar->setReady(!document.project().model.layers.empty() && document.analysis().faults.empty());
    showEmptyOrCurves();
}

void TrainPage::stateChanged(State state)
{
    m_bar->setState(state);
    m_settings->setRunning(state != State::Idle);
    if (state == State::Preparing) {
        m_everRan = true;
        m_seconds = 0;
        m_result->hide();
        m_log->clear();
        m_bar->setNote(tr("This run is saved in %1").arg(QDir::toNativeSeparators(m_studio.lastRunFolder())));
        log(tr("reading the data"));
    }
    showEmptyOrCurves();
}

bool TrainPage::showsEmptyState() const
{
    return m_middle->currentIndex() == 0;
}

void TrainPage::showEmptyOrCurves()
{
    const bool empty = !m_everRan && !m_studio.session().isBusy();
    m_middle->setCurrentIndex(empty ? 0 : 1);
    m_bar->setAccent(!empty && m_result->isHidden());
    const ProjectDocument& document = m_studio.document();
    const bool nothing = document.project().model.layers.empty();
    m_emptyText->setText(
        nothing ? tr("Open a lesson or a project, and train its network here.")
                : tr("This network has not learned anything yet. Train it and watch its curves."));
    m_emptyButton->setText(nothing ? tr("Go to Home") : tr("Train"));
}

void TrainPage::began(const RunPlan& plan)
{
    m_plan = plan;
    const std::shared_ptr<const Project> project = m_studio.session().trainedProject();
    const Index batch = project ? project->training.batchSize : 1;
    m_bar->begin(plan, batch);
    // The first metric; the losses of single outputs have their place in the table.
    const auto metric = std::ranges::find_if_not(
        plan.metricNames, [](const std::string& name) { return name.ends_with("_loss"); });
    m_metricName = metric == plan.metricNames.end() ? std::string() : *metric;
    const bool validation = plan.validationSamples > 0;
    m_epochs->begin(plan.metricNames, validation);
    m_loss->begin(plan.epochs, plan.stepsPerEpoch);
    m_metric->parentWidget()->setVisible(!m_metricName.empty());
    m_batchMetric.reset();
    if (!m_metricName.empty()) {
        m_batchMetric.emplace(m_metricName, batch, plan.trainSamples,
                              std::ranges::count(plan.wholeMetrics, m_metricName) > 0);
        m_metric->setFraction(isFraction(m_metricName));
        m_metric->begin(plan.epochs, plan.stepsPerEpoch);
    }
    log(tr("%1 samples to train on, %2 to validate; %3 steps an epoch")
            .arg(number::full(plan.trainSamples), number::full(plan.validationSamples),
                 number::full(plan.stepsPerEpoch)));
    for (std::size_t i = 0; i < plan.earlierEpochs.size(); ++i)
        epochEnded({static_cast<Index>(i), plan.earlierEpochs[i], 0, 0});
    retranslate();
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
    QStringList values;
    for (const char* prefix : {"", "val_"}) {
        for (const std::string& key : {std::string("loss"), m_metricName}) {
            const auto value = epoch.logs.find(prefix + key);
            if (!key.empty() && value != epoch.logs.end())
                values << logName(prefix + key) + QLatin1Char(' ') + logValue(prefix + key, value->second);
        }
    }
    log(tr("epoch %1: %2").arg(epoch.epoch + 1).arg(values.join(QStringLiteral(", "))));
}

void TrainPage::showEnd(EndReason reason)
{
    QString how;
    switch (reason) {
    case EndReason::Completed:
        how = tr("Completed");
        break;
    case EndReason::EarlyStopping:
        how = tr("Stopped early, because it no longer got better");
        break;
    case EndReason::Stopped:
        how = tr("Stopped");
        break;
    case EndReason::NotANumber:
        how = tr("Broken off, because the loss became not-a-number. Try a smaller learning rate");
        break;
    }
    const auto& epochs = m_epochs->epochs();
    if (!epochs.empty() && reason != EndReason::NotANumber) {
        std::string key = m_epochs->monitor();
        const auto value = epochs.back().logs.find(key);
        if (value != epochs.back().logs.end())
            how = tr("%1: %2 %3").arg(how, logName(key), logValue(key, value->second));
        how = tr("%1 after %n epoch(s)", nullptr, static_cast<int>(epochs.size())).arg(how);
    }
    double seconds = 0;
    for (const EpochReport& epoch : epochs)
        seconds += epoch.seconds;
    how = tr("%1 in %2.").arg(how, number::duration(std::max(seconds, m_seconds)));
    const QString folder = QDir::toNativeSeparators(m_studio.lastRunFolder());
    const bool written = QDir(folder).exists();
    m_resultText->setText(how);
    markResult(reason != EndReason::NotANumber);
    m_folder->setVisible(written);
    m_folder->setToolTip(folder);
    m_try->setEnabled(m_studio.session().snapshot() != nullptr);
    m_result->show();
    m_bar->setNote(written ? tr("Saved in %1").arg(folder) : QString(), folder);
    log(how);
    showEmptyOrCurves();
}

void TrainPage::showFailure(const Faults& faults)
{
    m_resultText->setText(faultsInOneText(faults));
    markResult(false);
    m_folder->setVisible(false);
    m_try->setEnabled(m_studio.session().snapshot() != nullptr);
    m_result->show();
    m_everRan = !m_epochs->epochs().empty() || !m_loss->isEmpty();
    m_bar->setNote(QString());
    log(faultsInOneText(faults));
    showEmptyOrCurves();
}

QString TrainPage::resultText() const
{
    return m_result->isHidden() ? QString() : m_resultText->text();
}

void TrainPage::log(const QString& line)
{
    m_log->appendPlainText(
        QStringLiteral("%1  %2").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss")), line));
}

void TrainPage::retranslate()
{
    const auto capital = [](QString text) {
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    };
    m_loss->setQuantity(tr("Loss"));
    m_lossTitle->setText(tr("Loss"));
    const QString metric = m_metricName.empty() ? tr("Accuracy") : capital(logName(m_metricName));
    m_metric->setQuantity(metric);
    m_metricTitle->setText(metric);
    m_loss->setEmptyText(tr("The loss appears here with the first steps."));
    m_metric->setEmptyText(tr("The metric appears here with the first steps."));
    m_logarithmic->setText(tr("Log scale"));
    m_logarithmic->setToolTip(tr("Show the loss on a logarithmic scale (L)"));
    m_tableTitle->setText(tr("Epochs"));
    m_table->setAccessibleName(tr("Epochs of this run"));
    m_logTitle->setText(tr("Log"));
    m_log->setAccessibleName(tr("Log of this run"));
    m_try->setText(tr("Try it"));
    m_folder->setText(tr("Open folder"));
    showEmptyOrCurves();
}

void TrainPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lamina
