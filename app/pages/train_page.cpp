#include "app/pages/train_page.h"

#include "app/commands/set_data.h"
#include "app/commands/set_seed.h"
#include "app/commands/set_training.h"
#include "app/loss_advice.h"
#include "app/pages/epoch_model.h"
#include "app/pages/training_bar.h"
#include "app/pages/training_settings.h"
#include "app/photo_folders.h"
#include "app/settings.h"
#include "app/studio.h"
#include "widgets/charts/training_chart.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QApplication>
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
    setFocusProxy(m_bar->trainButton());
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
    connect(m_bar, &TrainingBar::goOnRequested, &m_studio, &Studio::goOn);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        const auto& unfinished = m_studio.unfinishedRun();
        if (m_studio.document().project().model.layers.empty())
            emit m_studio.modeRequested(Mode::Design);
        else if (photosAreMissing(m_studio.document().project(), m_studio.document().folder()))
            choosePhotos(m_studio, window());
        else if (unfinished && unfinished->refusal.empty())
            m_studio.goOn();
        else
            m_studio.startTraining();
    });
    connect(m_emptyAfresh, &QPushButton::clicked, &m_studio, &Studio::startTraining);
    connect(&m_studio, &Studio::unfinishedRunChanged, this, &TrainPage::showUnfinished);
    connect(&m_studio, &Studio::trainedModelChanged, this, &TrainPage::showUnfinished);
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
        const QString name = QDir(m_shownRun).relativeFilePath(path);
        const QString folder = QDir::toNativeSeparators(m_shownRun);
        m_noteLine = [name, folder] { return tr("Saved %1 in %2").arg(name, folder); };
        m_noteTip = path;
        showNote();
        log([name] { return tr("saved %1").arg(name); });
    });
    connect(&session, &TrainingSession::messageArrived, this,
            [this](const Text& message) { log([message] { return words(message); }); });
    connect(&session, &TrainingSession::ended, this, &TrainPage::showEnd);
    connect(&session, &TrainingSession::failed, this, &TrainPage::showFailure);

    connect(m_logarithmic, &QPushButton::toggled, m_loss, &TrainingChart::setLogarithmic);
    connect(m_loss, &TrainingChart::logarithmicChanged, m_logarithmic, &QPushButton::setChecked);
    connect(m_try, &QPushButton::clicked, this, [this] { emit m_studio.modeRequested(Mode::Try); });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_shownRun)); });
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
        m_lines.clear();
        m_result->hide();
        m_resultLine = {};
        m_noteLine = {};
        m_shownRun.clear();
        m_bar->clear();
    }
    settingsChanged();
    showUnfinished();
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
    if (state == State::Preparing)
        prepare();
    showNote();
    showEmptyOrCurves();
}

bool TrainPage::showsEmptyState() const
{
    return m_middle->currentIndex() == 0;
}

void TrainPage::showUnfinished()
{
    const auto& unfinished = m_studio.unfinishedRun();
    m_bar->setUnfinished(unfinished.has_value(),
                         unfinished ? faultsInOneText(unfinished->refusal) : QString());
    showNote();
    showEmptyOrCurves();
}

void TrainPage::showEmptyOrCurves()
{
    const bool empty = !m_everRan && !m_studio.session().isBusy();
    const QWidget* held = QApplication::focusWidget();
    const bool leaves = !empty && held && m_middle->widget(0)->isAncestorOf(held);
    m_middle->setCurrentIndex(empty ? 0 : 1);
    if (leaves)
        m_bar->takeFocus();
    m_bar->setAccent(!empty && m_result->isHidden());
    const ProjectDocument& document = m_studio.document();
    const bool nothing = document.project().model.layers.empty();
    const auto& unfinished = m_studio.unfinishedRun();
    const bool photos = !nothing && photosAreMissing(document.project(), document.folder());
    const bool goesOn = !nothing && !photos && unfinished && unfinished->refusal.empty();
    QString text = tr("This network has not learned anything yet. Train it and watch its curves.");
    if (nothing) {
        text = tr("This project has no layers yet. Design its network, and train it here.");
    } else if (photos) {
        text = QStringLiteral("<h3>%1</h3>").arg(photosTitle()) + photosHelp();
    } else if (!m_studio.trainedModel().isEmpty()) {
        text =
            tr("This network was trained before, and answers on Try. Train it again and watch its curves.");
    } else if (unfinished) {
        text = tr("The last training of this project was interrupted after %1 of %2 epochs.")
                   .arg(unfinished->run.standing.epochs)
                   .arg(document.project().training.epochs);
        if (!goesOn)
            text += QStringLiteral("\n\n")
                + tr("It cannot go on: %1").arg(faultTitle(unfinished->refusal.front())) + QLatin1Char('\n')
                + faultRemedy(unfinished->refusal.front());
    }
    m_emptyText->setTextFormat(photos ? Qt::RichText : Qt::PlainText);
    m_emptyText->setAlignment(photos ? Qt::AlignLeft : Qt::AlignCenter);
    setStyleProperty(m_emptyText, "role", photos ? "muted" : "section");
    m_emptyText->setText(text);
    QString next = unfinished ? tr("Train afresh") : tr("Train");
    if (nothing)
        next = tr("Go to Design");
    else if (photos)
        next = tr("Choose folder…");
    else if (goesOn)
        next = tr("Go on");
    m_emptyButton->setText(next);
    m_emptyAfresh->setText(tr("Train afresh"));
    m_emptyAfresh->setVisible(goesOn);
}

QString TrainPage::resultText() const
{
    return m_result->isHidden() ? QString() : m_resultText->text();
}

void TrainPage::retranslate()
{
    nameCurves();
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
    retellRun();
    showUnfinished();
}

void TrainPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lamina
