// Opening, saving and leaving projects.
#include "app/commands/set_name.h"
#include "app/lesson_panel.h"
#include "app/main_window.h"
#include "app/main_window_actions.h"
#include "app/pages/start_dialog.h"
#include "app/settings.h"
#include "app/usual_folder.h"
#include "engine/formats/keras_names.h"
#include "engine/formats/lessons.h"
#include "engine/formats/model_import.h"
#include "engine/formats/project_file.h"
#include "engine/training/extras.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/words.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

namespace lamina {
namespace {

constexpr int recentKept = 8;

QString droppedProject(const QMimeData* data)
{
    for (const QUrl& url : data->urls())
        for (const char* end : {".lamina", ".h5", ".hdf5", ".keras"})
            if (url.isLocalFile() && url.fileName().endsWith(QLatin1String(end), Qt::CaseInsensitive))
                return url.toLocalFile();
    return {};
}

} // namespace

void MainWindow::restore()
{
    const QString last = settings::lastProject.value();
    const bool isThere = !last.isEmpty() && QFileInfo::exists(last);
    if (isThere)
        loadFile(last);
    else
        loadLesson(QString::fromLatin1(lessons::all().front().id));
    m_studio.recovery().look(); // after what opening says, which it would hide
    if (isThere) {
        const int mode = settings::mode.value();
        if (m_studio.document().filePath() == last && mode >= 0 && mode <= static_cast<int>(Mode::Try)
            && m_studio.recovery().lost().empty()) // which Home offers
            setMode(static_cast<Mode>(mode));
        return;
    }
    // Every mode works from the first moment: Home stands before the first lesson.
    setMode(Mode::Home);
}

void MainWindow::openProject(const QString& filePath)
{
    afterTraining(tr("Opening another project ends the running training."), [this, filePath] {
        if (mayReplaceProject()) {
            if (!loadFile(filePath))
                return;
            if (mode() == Mode::Home)
                setMode(Mode::Design);
            offerLostWork();
        }
    });
}

void MainWindow::openLesson(const QString& id)
{
    afterTraining(tr("Opening a lesson ends the running training."), [this, id] {
        if (mayReplaceProject()) {
            loadLesson(id);
            setMode(Mode::Train);
        }
    });
}

void MainWindow::goOnWith(const QString& projectFile, const QString& runFolder)
{
    const auto isOpen = [this, projectFile, runFolder] {
        const auto& unfinished = m_studio.unfinishedRun();
        return m_studio.document().filePath() == projectFile && unfinished
            && unfinished->run.folder == runFolder;
    };
    afterTraining(tr("Going on with another run ends the running training."),
                  [this, projectFile, runFolder, isOpen] {
                      if (!isOpen()) {
                          if (!mayReplaceProject())
                              return;
                          if (!(projectFile.isEmpty() ? loadUnsaved(runFolder) : loadFile(projectFile)))
                              return;
                      }
                      setMode(Mode::Train);
                      m_studio.goOn(); // where it cannot, the page says why
                  });
}

bool MainWindow::loadUnsaved(const QString& runFolder)
{
    Result<Project> project = readProject((runFolder + QStringLiteral("/project.lamina")).toStdString());
    if (!project) {
        showFaults(tr("The run could not be opened"), project.faults());
        return false;
    }
    QString lessonId;
    for (const Lesson& lesson : lessons::all())
        if (words(lesson.title).toStdString() == project->name)
            lessonId = QString::fromLatin1(lesson.id);
    m_studio.document().setProject(std::move(*project), {});
    settings::lastProject.set({});
    m_messages->dismiss();
    setLesson(lessonId);
    return true;
}

void MainWindow::chooseProject()
{
    const QString current = m_studio.document().filePath();
    const QString folder = current.isEmpty() ? usualFolder(QStandardPaths::DocumentsLocation)
                                             : QFileInfo(current).absolutePath();
    const QString chosen = QFileDialog::getOpenFileName(
        this, tr("Open a project or a model"), folder,
        tr("Projects and Keras models (*.lamina *.h5 *.hdf5 *.keras);;All files (*)"));
    if (!chosen.isEmpty())
        openProject(chosen);
}

bool MainWindow::loadFile(const QString& filePath)
{
    if (isModelFile(filePath.toStdString()))
        return loadModel(filePath);
    const Result<void> loaded = m_studio.document().load(filePath);
    if (!loaded) {
        showFaults(tr("“%1” could not be opened").arg(QFileInfo(filePath).fileName()), loaded.faults());
        return false;
    }
    m_messages->dismiss();
    setLesson({});
    noteRecent(filePath);
    return true;
}

// A new project around a model of another program; its weights stay in the file that they came in.
bool MainWindow::loadModel(const QString& filePath)
{
    const QFileInfo file(filePath);
    const Result<SavedModel> saved = readModelFile(filePath.toStdString());
    if (!saved) {
        showFaults(tr("“%1” could not be opened").arg(file.fileName()), saved.faults());
        return false;
    }
    Project project = projectOf(*saved, file.completeBaseName().toStdString());
    project.weights = file.absoluteFilePath().toStdString();
    m_studio.document().setProject(std::move(project), {});
    settings::lastProject.set({});
    setLesson({});
    QStringList notes;
    for (const Text& note : saved->notes)
        notes += words(note);
    m_messages->showMessage(MessageBar::Kind::Note,
                            tr("The model is a new project, with its trained weights"),
                            notes.join(QLatin1Char('\n')));
    return true;
}

void MainWindow::exportModel()
{
    const SnapshotPtr snapshot = m_studio.session().snapshot();
    if (!snapshot) {
        m_messages->showMessage(MessageBar::Kind::Note, tr("There is no trained model to export yet"),
                                tr("Train the project first."));
        return;
    }
    const std::shared_ptr<const Project> trained = m_studio.session().trainedProject();
    QString kind;
    const QString archives = tr("Keras 3 archive (*.keras)");
    QString chosen = QFileDialog::getSaveFileName(
        this, tr("Export the model"),
        usualFolder(QStandardPaths::DocumentsLocation) + QStringLiteral("/model.h5"),
        tr("Keras 2 HDF5 (*.h5)") + QStringLiteral(";;") + archives, &kind);
    if (chosen.isEmpty())
        return;
    if (QFileInfo(chosen).suffix().isEmpty())
        chosen += kind == archives ? QStringLiteral(".keras") : QStringLiteral(".h5");
    Result<ModelExtras> extras = learnExtras(*trained, m_studio.session().options().projectFolder);
    if (!extras) {
        showFaults(tr("“%1” could not be written").arg(QFileInfo(chosen).fileName()), extras.faults());
        return;
    }
    const ModelToSave model{.network = snapshot->network.get(),
                            .weights = &snapshot->weights,
                            .extras = *std::move(extras),
                            .training = &trained->training,
                            .optimizer = nullptr};
    const bool archive = chosen.endsWith(QLatin1String(".keras"), Qt::CaseInsensitive);
    const Result<void> written =
        archive ? writeKerasArchive(chosen.toStdString(), model) : writeKerasH5(chosen.toStdString(), model);
    if (!written) {
        showFaults(tr("“%1” could not be written").arg(QFileInfo(chosen).fileName()), written.faults());
        return;
    }
    QStringList notes;
    for (const Text& note : keras::renamingNotes(archive ? keras::Version::Three : keras::Version::Two,
                                                 snapshot->network->spec()))
        notes += words(note);
    m_messages->showMessage(MessageBar::Kind::Good, tr("“%1” is written").arg(QFileInfo(chosen).fileName()),
                            notes.join(QLatin1Char('\n')));
}

void MainWindow::loadLesson(const QString& id)
{
    const Lesson* lesson = lessons::find(id.toStdString());
    if (!lesson)
        return;
    Result<Project> project = parseProject(lesson->projectText, lesson->id);
    if (!project) {
        showFaults(tr("The lesson could not be opened"), project.faults());
        return;
    }
    project->name = words(lesson->title).toStdString();
    m_studio.document().setProject(std::move(*project), {});
    settings::lastProject.set({});
    m_messages->dismiss();
    setLesson(id);
}

bool MainWindow::save()
{
    const QString path = m_studio.document().filePath();
    return path.isEmpty() ? saveAs() : saveTo(path);
}

bool MainWindow::saveAs()
{
    const ProjectDocument& document = m_studio.document();
    QString suggestion = document.filePath();
    if (suggestion.isEmpty()) {
        const QDir documents(usualFolder(QStandardPaths::DocumentsLocation));
        QString name = QString::fromStdString(document.project().name);
        name.replace(QLatin1Char('/'), QLatin1Char('-'));
        suggestion = documents.filePath((name.isEmpty() ? tr("Untitled") : name) + QStringLiteral(".lamina"));
    }
    QString chosen = QFileDialog::getSaveFileName(this, tr("Save the project"), suggestion,
                                                  tr("Lamina projects (*.lamina)"));
    if (chosen.isEmpty())
        return false;
    if (QFileInfo(chosen).suffix().isEmpty())
        chosen += QStringLiteral(".lamina");
    if (document.project().name == StartDialog::newName().toStdString()) // nobody has named it yet
        m_studio.document().execute(
            new SetName(QFileInfo(chosen).completeBaseName().toStdString(), tr("Rename the project")));
    return saveTo(chosen);
}

bool MainWindow::saveTo(const QString& filePath)
{
    const Result<void> saved = m_studio.document().save(filePath);
    if (!saved) {
        showFaults(tr("“%1” could not be saved").arg(QFileInfo(filePath).fileName()), saved.faults());
        return false;
    }
    m_messages->dismiss();
    noteRecent(filePath);
    showProjectName();
    return true;
}

bool MainWindow::mayReplaceProject()
{
    if (!m_studio.document().isModified())
        return true;
    QMessageBox box(
        QMessageBox::Warning, tr("Unsaved changes"),
        tr("Save the changes to “%1”?").arg(QString::fromStdString(m_studio.document().project().name)),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setInformativeText(tr("They are lost if you go on without saving."));
    box.setDefaultButton(QMessageBox::Save);
    box.button(QMessageBox::Discard)->setText(tr("Don’t save"));
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void MainWindow::afterTraining(const QString& question, std::function<void()> then)
{
    if (!m_studio.session().isBusy()) {
        then();
        return;
    }
    QMessageBox box(QMessageBox::Question, tr("Training is running"), question, QMessageBox::NoButton, this);
    box.setInformativeText(
        tr("What has been learnt so far is kept: Home and the Train page offer to go on from there."));
    const QPushButton* end = box.addButton(tr("Stop the training"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("Keep training"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() != end)
        return;
    m_afterTraining = std::move(then);
    if (m_studio.session().isBusy())
        m_studio.session().stop();
    else
        showTraining(); // it ended by itself while the question stood
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_studio.session().isBusy()) {
        event->ignore();
        afterTraining(tr("Closing the window ends the running training."), [this] { close(); });
        return;
    }
    if (!mayReplaceProject()) {
        event->ignore();
        return;
    }
    settings::geometry.set(saveGeometry());
    settings::mode.set(static_cast<int>(mode()));
    settings::lastProject.set(m_studio.document().filePath());
    m_studio.recovery().forget();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedProject(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedProject(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openProject(path);
}

void MainWindow::noteRecent(const QString& filePath)
{
    const QString path = QFileInfo(filePath).absoluteFilePath();
    QStringList recent = settings::recentProjects.value();
    recent.removeAll(path);
    recent.prepend(path);
    while (recent.size() > recentKept)
        recent.removeLast();
    settings::recentProjects.set(recent);
    settings::lastProject.set(path);
}

void MainWindow::fillRecentMenu()
{
    QMenu* menu = m_actions->recentMenu;
    menu->clear();
    for (const QString& path : settings::recentProjects.value()) {
        if (!QFileInfo::exists(path))
            continue;
        QAction* one = menu->addAction(QFileInfo(path).completeBaseName());
        one->setToolTip(path);
        connect(one, &QAction::triggered, this, [this, path] { openProject(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No projects yet"))->setEnabled(false);
}

} // namespace lamina
