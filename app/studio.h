// What the pages share: the open project, the training session, and what they ask of the window.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>

#include "app/document/project_document.h"
#include "app/recovery.h"
#include "app/runs.h"
#include "app/training_session.h"

namespace lamina {

enum class Mode { Home, Data, Design, Train, Try };

class Studio final : public QObject {
    Q_OBJECT
public:
    explicit Studio(QObject* parent = nullptr);

    ProjectDocument& document() { return m_document; }
    TrainingSession& session() { return m_session; }
    Recovery& recovery() { return m_recovery; }
    QString lastRunFolder() const { return m_lastRunFolder; }
    // The newest run of the open project, if it has not come to its end. Faults: it cannot go on, since the
    // project was changed.
    struct UnfinishedRun {
        NewestRun run;
        Faults refusal;
    };
    const std::optional<UnfinishedRun>& unfinishedRun() const { return m_unfinished; }
    // Whether the Try page can show what this network makes of something.
    bool canTry() const;
    // Goes on with it; without one that fits, nothing happens.
    void goOn();
    // The weights that the newest run of this network on these data ended with, a file; empty: there are
    // none.
    const QString& trainedModel() const { return m_trainedModel; }
    // Starts a training of the open project, or goes on with the one there is; faults appear through
    // faultsRaised().
    void startTraining() { train(TrainingSession::Reach::End); }
    void train(TrainingSession::Reach reach);

signals:
    void unfinishedRunChanged();
    void trainedModelChanged();
    void modeRequested(lamina::Mode mode);
    void newRequested(); // choose what a project of its own starts from
    void templateRequested(); // choose a model for the open project
    void recoverRequested(const QString& path); // of lost work
    void openRequested(); // show the open dialog
    void projectRequested(const QString& filePath);
    // The run in this folder, of a project's file or, where that is empty, of one that was never saved.
    void goOnRequested(const QString& projectFile, const QString& runFolder);
    void lessonRequested(const QString& lessonId);
    void faultsRaised(const QString& title, const lamina::Faults& faults);

private:
    void start(TrainingOptions options, TrainingSession::Reach reach);
    void lookForRuns();
    void judgeNewestRun();
    bool isTrainedIn(const Project& run) const;

    ProjectDocument m_document;
    TrainingSession m_session;
    Recovery m_recovery;
    QString m_lastRunFolder;
    std::optional<NewestRun> m_newest;
    std::optional<Project> m_finished; // that of the newest run, if it came to its end and left a model
    std::optional<UnfinishedRun> m_unfinished;
    QString m_trainedModel;
};

} // namespace lamina
