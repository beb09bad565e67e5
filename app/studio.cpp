#include "app/studio.h"

#include "app/photo_folders.h"
#include "app/try_input.h"
#include "engine/formats/project_file.h"
#include "engine/formats/run_folder.h"

#include <QFileInfo>

#include <utility>

namespace lamina {

Studio::Studio(QObject* parent) : QObject(parent), m_document(this), m_session(this), m_recovery(m_document)
{
    connect(&m_session, &TrainingSession::failed, this,
            [this](const Faults& faults) { emit faultsRaised(tr("The training could not go on"), faults); });
    connect(&m_session, &TrainingSession::stateChanged, this, &Studio::lookForRuns);
    connect(&m_document, &ProjectDocument::filePathChanged, this, &Studio::lookForRuns);
    connect(&m_document, &ProjectDocument::identityChanged, this, &Studio::lookForRuns);
    connect(&m_document, &ProjectDocument::replaced, this, [this] {
        if (!m_session.isBusy())
            m_lastRunFolder.clear();
        lookForRuns();
    });
    for (const auto edit :
         {&ProjectDocument::modelChanged, &ProjectDocument::dataChanged, &ProjectDocument::trainingChanged})
        connect(&m_document, edit, this, &Studio::judgeNewestRun);
}

bool Studio::canTry() const
{
    const TryInput input = tryInputOf(m_document.project(), m_document.analysis());
    return input != TryInput::Nothing && input != TryInput::Other
        && tryOutputOf(m_document.project(), m_document.analysis()) != TryOutput::Other;
}

void Studio::lookForRuns()
{
    m_newest.reset();
    if (!m_session.isBusy()) {
        m_newest = newestRun(m_document.filePath(), QString::fromStdString(m_document.project().name));
        // Of a project that was saved elsewhere or renamed since: the run that this window has seen.
        if (!m_newest && !m_lastRunFolder.isEmpty())
            if (const std::optional<RunStanding> standing = standingOf(m_lastRunFolder.toStdString()))
                m_newest = NewestRun{m_lastRunFolder, *standing};
    }
    m_finished.reset();
    if (m_newest && m_newest->standing.ended
        && QFileInfo::exists(m_newest->folder + QStringLiteral("/model.h5")))
        if (Result<Project> run =
                readProject((m_newest->folder + QStringLiteral("/project.lamina")).toStdString()))
            m_finished = std::move(*run);
    judgeNewestRun();
}

// Its network and data are those of the project as it is now.
bool Studio::isTrainedIn(const Project& run) const
{
    const Project now = withAbsolutePaths(m_document.project(), m_document.folder().toStdString());
    return run.model == now.model && run.data == now.data && run.seed == now.seed;
}

void Studio::judgeNewestRun()
{
    const bool had = m_unfinished.has_value();
    m_unfinished.reset();
    QString trained;
    if (m_newest && m_newest->standing.canGoOn(m_document.project().training.epochs)) {
        const Result<void> fits =
            fitsRun(m_newest->folder.toStdString(), m_document.project(), m_document.folder().toStdString());
        m_unfinished = UnfinishedRun{*m_newest, fits ? Faults() : fits.faults()};
    } else if (m_finished && isTrainedIn(*m_finished)) {
        trained = m_newest->folder + QStringLiteral("/model.h5");
    }
    if (had || m_unfinished)
        emit unfinishedRunChanged();
    if (std::exchange(m_trainedModel, trained) != trained)
        emit trainedModelChanged();
}

void Studio::train(TrainingSession::Reach reach)
{
    if (m_session.isBusy()) {
        m_session.goOn(reach);
        emit modeRequested(Mode::Train);
        return;
    }
    TrainingOptions options;
    options.runFolder =
        newRunFolder(m_document.filePath(), QString::fromStdString(m_document.project().name)).toStdString();
    start(std::move(options), reach);
}

void Studio::goOn()
{
    if (m_session.isBusy() || !m_unfinished || !m_unfinished->refusal.empty())
        return;
    TrainingOptions options;
    options.runFolder = m_unfinished->run.folder.toStdString();
    options.resume = true;
    start(std::move(options), TrainingSession::Reach::End);
}

void Studio::start(TrainingOptions options, TrainingSession::Reach reach)
{
    if (!m_document.analysis().faults.empty()) {
        emit faultsRaised(tr("The network cannot be trained yet"), m_document.analysis().faults);
        return;
    }
    if (photosAreMissing(m_document.project(), m_document.folder())) {
        emit modeRequested(Mode::Data); // which says what has to be where
        return;
    }
    options.projectFolder = m_document.folder().toStdString();
    m_lastRunFolder = QString::fromStdString(options.runFolder.string());
    emit modeRequested(Mode::Train);
    m_session.start(m_document.project(), std::move(options), reach);
}

} // namespace lamina
