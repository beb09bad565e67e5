#include "app/main_window.h"

#include "app/commands/set_name.h"
#include "app/language.h"
#include "app/lesson_panel.h"
#include "app/main_window_actions.h"
#include "app/pages/data_page.h"
#include "app/pages/home_page.h"
#include "app/settings.h"
#include "app/top_bar.h"
#include "engine/formats/lessons.h"
#include "widgets/common/button_keys.h"
#include "widgets/common/icons.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/rail.h"
#include "widgets/common/tab_order.h"
#include "widgets/common/theme.h"
#include "widgets/common/wheel_guard.h"

#include "app/pages/design_page.h"
#include "app/pages/train_page.h"
#include "app/pages/try_page.h"

#include <QApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lamina {
namespace {

constexpr int widthForLesson = 1400; // narrower windows fold the text of a lesson that was seen before

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_studio(this), m_top(new TopBar), m_rail(new Rail), m_messages(new MessageBar),
      m_pages(new QStackedWidget), m_lessonPanel(new LessonPanel)
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowIcon(QIcon(QPixmap::fromImage(iconImage(QStringLiteral("lamina"), Qt::black, 256))));
    WheelGuard::installOn(*QCoreApplication::instance());
    ButtonKeys::installOn(*QCoreApplication::instance());
    setAcceptDrops(true);
    setMinimumSize(960, 600);

    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_messages);
    middle->addWidget(m_pages, 1);
    auto* work = new QHBoxLayout;
    work->setSpacing(0);
    work->addWidget(m_rail);
    work->addLayout(middle, 1);
    work->addWidget(m_lessonPanel);
    auto* all = new QWidget(this);
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addLayout(work, 1);
    setCentralWidget(all);
    m_lessonPanel->hide();

    makeActions();
    makePages();
    connectStudio();
    retranslate();
    setMode(Mode::Home);
    showProjectName();
    showTraining();

    if (!restoreGeometry(settings::geometry.value())) {
        const QSize room = screen() ? screen()->availableSize() : QSize(1280, 720);
        resize(std::min(room.width() * 9 / 10, 1440), std::min(room.height() * 9 / 10, 900));
    }
}

MainWindow::~MainWindow()
{
    // Its tools are gone before the document, which says at its end that nothing is left to save.
    m_studio.document().undoStack().blockSignals(true);
}

void MainWindow::makePages()
{
    static constexpr std::array<const char*, 5> icons{"home", "data", "design", "train", "try"};
    for (const char* name : icons)
        m_rail->addMode(QString::fromLatin1(name));
    m_pages->addWidget(new HomePage(m_studio));
    m_pages->addWidget(new DataPage(m_studio));
    auto* design = new DesignPage(m_studio);
    m_pages->addWidget(design);
    connect(m_actions->savePicture, &QAction::triggered, design, &DesignPage::savePicture);
    m_top->menus()->insertMenu(m_actions->trainingMenu->menuAction(), design->blockMenu());
    m_pages->addWidget(new TrainPage(m_studio));
    m_pages->addWidget(new TryPage(m_studio));
    connect(m_rail, &Rail::modeChosen, this, [this](int mode) { setMode(static_cast<Mode>(mode)); });
}

void MainWindow::makeActions()
{
    m_actions = std::make_unique<Actions>(this);
    Actions& a = *m_actions;
    for (QMenu* menu : {a.fileMenu, a.editMenu, a.viewMenu, a.trainingMenu, a.helpMenu})
        m_top->menus()->addMenu(menu);
    for (QAction* tool : {a.undo, a.redo})
        m_top->addTool(tool);
    m_top->addGap();
    for (QAction* tool : {a.newProject, a.open, a.save})
        m_top->addTool(tool);
    m_top->addGap();
    m_top->addTool(a.lesson, true);
    for (QAction* tool : {a.dark, a.language})
        m_top->addTool(tool);

    connect(a.newProject, &QAction::triggered, &m_studio, &Studio::newRequested);
    connect(a.open, &QAction::triggered, this, &MainWindow::chooseProject);
    connect(a.save, &QAction::triggered, this, &MainWindow::save);
    connect(a.saveAs, &QAction::triggered, this, &MainWindow::saveAs);
    connect(a.exportModel, &QAction::triggered, this, &MainWindow::exportModel);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    QUndoStack& undo = m_studio.document().undoStack();
    connect(a.undo, &QAction::triggered, &undo, &QUndoStack::undo);
    connect(a.redo, &QAction::triggered, &undo, &QUndoStack::redo);
    connect(&undo, &QUndoStack::canUndoChanged, a.undo, &QAction::setEnabled);
    connect(&undo, &QUndoStack::canRedoChanged, a.redo, &QAction::setEnabled);
    a.undo->setEnabled(undo.canUndo());
    a.redo->setEnabled(undo.canRedo());
    for (std::size_t i = 0; i < a.modes.size(); ++i)
        connect(a.modes[i], &QAction::triggered, this, [this, i] {
            setMode(static_cast<Mode>(i));
            m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
        });
    a.dark->setChecked(Theme::instance().isDark());
    connect(a.dark, &QAction::triggered, this, [](bool dark) {
        settings::darkTheme.set(dark);
        Theme::instance().setDark(dark);
    });
    connect(a.lesson, &QAction::triggered, this, [this](bool shown) {
        settings::lessonPanel.set(shown);
        showLessonPanel(shown);
    });
    connect(m_lessonPanel, &LessonPanel::closeRequested, a.lesson, &QAction::trigger);
    connect(a.english, &QAction::triggered, this, [this] { setLanguage(QStringLiteral("en")); });
    connect(a.korean, &QAction::triggered, this, [this] { setLanguage(QStringLiteral("ko")); });
    connect(a.rename, &QAction::triggered, m_top, &TopBar::beginRename);
    connect(m_top, &TopBar::renamed, this, [this](const QString& name) {
        m_studio.document().execute(new SetName(name.toStdString(), tr("Rename the project")));
    });
    connect(a.recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    TrainingSession& session = m_studio.session();
    connect(a.train, &QAction::triggered, &m_studio, &Studio::startTraining);
    connect(a.goOn, &QAction::triggered, &m_studio, &Studio::goOn);
    connect(a.stop, &QAction::triggered, &session, &TrainingSession::stop);
    connect(a.pause, &QAction::triggered, this, [&session] {
        if (session.state() == TrainingSession::State::Paused)
            session.resume();
        else
            session.pause();
    });
    connect(a.about, &QAction::triggered, this, &MainWindow::about);
    connect(a.aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void MainWindow::connectStudio()
{
    connect(&m_studio, &Studio::modeRequested, this, &MainWindow::setMode);
    connectStart();
    connect(&m_studio, &Studio::openRequested, this, &MainWindow::chooseProject);
    connect(&m_studio, &Studio::projectRequested, this, &MainWindow::openProject);
    connect(&m_studio, &Studio::goOnRequested, this, &MainWindow::goOnWith);
    connect(&m_studio, &Studio::unfinishedRunChanged, this, &MainWindow::showTraining);
    connect(&m_studio, &Studio::lessonRequested, this, &MainWindow::openLesson);
    connect(&m_studio, &Studio::faultsRaised, this, &MainWindow::showFaults);
    // What was said of other data is out of date.
    connect(&m_studio.document(), &ProjectDocument::dataChanged, m_messages, &MessageBar::dismiss);

    const ProjectDocument& document = m_studio.document();
    connect(&document, &ProjectDocument::replaced, this, &MainWindow::showProjectName);
    connect(&document, &ProjectDocument::modifiedChanged, this, &MainWindow::showProjectName);
    connect(&document, &ProjectDocument::filePathChanged, this, &MainWindow::showProjectName);
    connect(&document, &ProjectDocument::identityChanged, this, &MainWindow::showProjectName);

    const TrainingSession& session = m_studio.session();
    connect(&session, &TrainingSession::stateChanged, this, &MainWindow::showTraining);
    connect(&session, &TrainingSession::began, this, [this](const RunPlan& plan) {
        m_epochs = std::max<qint64>(plan.epochs, 1);
        m_stepsPerEpoch = std::max<qint64>(plan.stepsPerEpoch, 1);
        m_trainingDone = (static_cast<double>(plan.firstEpoch)
                          + static_cast<double>(plan.firstStep) / static_cast<double>(m_stepsPerEpoch))
            / static_cast<double>(m_epochs);
        showTraining();
    });
    connect(&session, &TrainingSession::stepsArrived, this, [this](const std::vector<StepReport>& steps) {
        if (steps.empty())
            return;
        const StepReport& last = steps.back();
        m_trainingDone = (static_cast<double>(last.epoch)
                          + static_cast<double>(last.step + 1) / static_cast<double>(m_stepsPerEpoch))
            / static_cast<double>(m_epochs);
        showTraining();
    });
}

Mode MainWindow::mode() const
{
    return static_cast<Mode>(m_pages->currentIndex());
}

void MainWindow::setMode(Mode mode)
{
    const int at = static_cast<int>(mode);
    const bool comes = at != m_pages->currentIndex();
    if (mode == Mode::Home && comes) // another window may be gone by now
        m_studio.recovery().look();
    // The keyboard comes along, unless it walks the rail.
    const bool follows = comes && !m_rail->isAncestorOf(focusWidget());
    m_pages->setCurrentIndex(at);
    m_rail->setCurrent(at);
    // Where nothing else has been pressed, the keyboard begins here, not on a tool that acts.
    if (!focusWidget() || m_rail->isAncestorOf(focusWidget()))
        m_rail->button(at)->setFocus(Qt::OtherFocusReason);
    m_actions->modes[static_cast<std::size_t>(at)]->setChecked(true);
    m_actions->savePicture->setEnabled(mode == Mode::Design);
    showLessonPanel(m_actions->lesson->isChecked());
    if (follows)
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showFaults(const QString& title, const Faults& faults)
{
    m_messages->showFaults(title, faults);
}

void MainWindow::showProjectName()
{
    const ProjectDocument& document = m_studio.document();
    const QString name = QString::fromStdString(document.project().name);
    m_top->setProject(name, document.filePath(), document.isModified());
    setWindowTitle((name.isEmpty() ? tr("Untitled") : name) + QStringLiteral("[*] – Lamina"));
    setWindowModified(document.isModified());
    setWindowFilePath(document.filePath());
}

void MainWindow::showTraining()
{
    using State = TrainingSession::State;
    const State state = m_studio.session().state();
    const bool busy = state != State::Idle;
    if (!busy)
        m_trainingDone = -1;
    m_rail->button(static_cast<int>(Mode::Train))->setWork(busy, m_trainingDone);
    m_actions->train->setEnabled(!busy || state == State::Paused);
    const auto& unfinished = m_studio.unfinishedRun();
    m_actions->goOn->setEnabled(!busy && unfinished && unfinished->refusal.empty());
    m_actions->pause->setEnabled(state == State::Running || state == State::Paused);
    m_actions->stop->setEnabled(busy && state != State::Stopping);
    if (!busy && m_afterTraining) {
        // Not from inside the session's signal: what follows may close the window.
        QMetaObject::invokeMethod(this, std::exchange(m_afterTraining, {}), Qt::QueuedConnection);
    }
}

void MainWindow::setLesson(const QString& id)
{
    m_lessonId = id;
    const Lesson* lesson = id.isEmpty() ? nullptr : lessons::find(id.toStdString());
    m_lessonPanel->setLesson(lesson);
    m_actions->lesson->setVisible(lesson != nullptr);
    const bool fresh = !settings::lessonsSeen.value().contains(id);
    const bool wanted = lesson && settings::lessonPanel.value() && (fresh || width() >= widthForLesson);
    m_actions->lesson->setChecked(wanted);
    showLessonPanel(wanted);
}

// On Home the lessons themselves are shown.
void MainWindow::showLessonPanel(bool shown)
{
    const bool visible = shown && m_lessonPanel->lesson() && mode() != Mode::Home;
    m_lessonPanel->setVisible(visible);
    if (!visible)
        return;
    QStringList seen = settings::lessonsSeen.value();
    if (!seen.contains(m_lessonId))
        settings::lessonsSeen.set(seen << m_lessonId);
}

void MainWindow::setLanguage(const QString& code)
{
    language::apply(code);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusNextStop(this, next);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    for (std::size_t i = 0; i < m_actions->modes.size(); ++i)
        m_rail->setWords(static_cast<int>(i), m_actions->modes[i]->text(), m_actions->modes[i]->toolTip());
    m_rail->setAccessibleName(tr("Modes"));
    showProjectName();
}

void MainWindow::about()
{
    QMessageBox box(this);
    box.setWindowTitle(tr("About Lamina"));
    box.setIconPixmap(QPixmap::fromImage(iconImage(QStringLiteral("lamina"), Qt::black, 96)));
    box.setTextFormat(Qt::RichText);
    box.setText(QStringLiteral("<h3>Lamina %1</h3>").arg(QStringLiteral(LAMINA_VERSION)));
    box.setInformativeText(tr(
        "A studio for neural networks: build one from layers, train it on your own processor, try it.<br><br>"
        "Free software under the GNU General Public License, version 3 or later. It comes without any "
        "warranty.<br><br>"
        "Made with Qt, QCustomPlot, Eigen, oneDNN, oneTBB, OpenCV and HDF5."));
    box.exec();
}

} // namespace lamina
