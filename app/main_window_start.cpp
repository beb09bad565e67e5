// Where work begins: new projects, models chosen for the open one, and what was left unsaved.
#include "app/commands/replace_model.h"
#include "app/main_window.h"
#include "app/pages/lost_work_list.h"
#include "app/pages/start_dialog.h"
#include "app/recovery.h"
#include "app/settings.h"
#include "engine/formats/keras_h5.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/words.h"

#include <QFileInfo>

namespace lamina {

void MainWindow::connectStart()
{
    connect(&m_studio, &Studio::newRequested, this, [this] { chooseStart(false); });
    connect(&m_studio, &Studio::templateRequested, this, [this] { chooseStart(true); });
    connect(&m_studio, &Studio::recoverRequested, this, &MainWindow::recover);
    Recovery& recovery = m_studio.recovery();
    connect(&recovery, &Recovery::damaged, this, [this](const Faults& faults) {
        showFaults(tr("Unsaved work could not be read, and was set aside"), faults);
    });
    connect(&recovery, &Recovery::notKept, this, [this](const Faults& faults) {
        showFaults(tr("Unsaved work is not kept, should the program end before you save it"), faults);
    });
    connect(m_messages, &MessageBar::actionChosen, this, [this](int action) {
        const std::optional<LostWork> work = m_studio.recovery().lostOf(m_studio.document().filePath());
        if (work && action == 0)
            recover(work->path);
        else if (work)
            LostWorkList::askToDiscard(m_studio, *work, this);
    });
}

void MainWindow::chooseStart(bool keepsData)
{
    const ProjectDocument& document = m_studio.document();
    auto* dialog = new StartDialog(document.project(), document.folder(), keepsData, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StartDialog::chosen, this, &MainWindow::startFrom);
    dialog->open();
}

void MainWindow::startFrom(const StartChoice& choice)
{
    if (choice.keepsData)
        return replaceModel(choice);
    if (!choice.lessonId.isEmpty())
        return openLesson(choice.lessonId);
    if (!choice.modelFile.isEmpty())
        return openProject(choice.modelFile);
    afterTraining(tr("A new project ends the running training."), [this, project = choice.project] {
        if (!mayReplaceProject())
            return;
        m_studio.document().setProject(project, {});
        settings::lastProject.set({});
        setLesson({});
        m_messages->dismiss();
        setMode(Mode::Design);
    });
}

void MainWindow::replaceModel(const StartChoice& choice)
{
    ModelSpec model = choice.project.model;
    std::string weights;
    if (const Lesson* lesson = lessons::find(choice.lessonId.toStdString())) {
        if (const Result<Project> project = parseProject(lesson->projectText, lesson->id))
            model = project->model;
    } else if (!choice.modelFile.isEmpty()) {
        Result<SavedModel> saved = readModelFile(choice.modelFile.toStdString());
        if (!saved) {
            showFaults(tr("“%1” could not be opened").arg(QFileInfo(choice.modelFile).fileName()),
                       saved.faults());
            return;
        }
        model = std::move(saved->model);
        weights = choice.modelFile.toStdString();
        QStringList notes;
        for (const Text& note : saved->notes)
            notes += words(note);
        m_messages->showMessage(MessageBar::Kind::Note,
                                tr("The model came with its trained weights, where training begins"),
                                notes.join(QLatin1Char('\n')));
    }
    m_studio.document().execute(
        new ReplaceModel(m_studio.document().project(), std::move(model), {}, weights));
    setMode(Mode::Design);
}

void MainWindow::recover(const QString& path)
{
    afterTraining(tr("Recovering unsaved work ends the running training."), [this, path] {
        if (!mayReplaceProject())
            return;
        if (const Result<void> recovered = m_studio.recovery().recover(path); !recovered) {
            showFaults(tr("The unsaved work could not be recovered"), recovered.faults());
            return;
        }
        setLesson({});
        m_messages->dismiss();
        if (const QString file = m_studio.document().filePath(); !file.isEmpty())
            noteRecent(file);
        setMode(Mode::Design);
    });
}

// Of the project that has just been opened.
void MainWindow::offerLostWork()
{
    Recovery& recovery = m_studio.recovery();
    recovery.look();
    if (const std::optional<LostWork> work = recovery.lostOf(m_studio.document().filePath()))
        m_messages->showMessage(MessageBar::Kind::Caution, LostWorkList::titleOf(*work),
                                work->fileIsNewer ? tr("The file was saved later than that.") : QString(),
                                {tr("Recover"), tr("Discard…")});
}

} // namespace lamina
