// What the pages share: the open project, the training session, and what they ask of the window.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>

#include "app/document/project_document.h"
#include "app/training_session.h"

namespace lamina {

enum class Mode { Home, Data, Design, Train, Try };

class Studio final : public QObject {
    Q_OBJECT
public:
    explicit Studio(QObject* parent = nullptr);

    ProjectDocument& document() { return m_document; }
    TrainingSession& session() { return m_session; }
    // Where the runs of the open project go: a new folder each, named after the project and the time.
    QString newRunFolder() const;
    QString lastRunFolder() const { return m_lastRunFolder; }
    // Starts a training of the open project, or goes on with the one there is; faults appear through
    // faultsRaised().
    void startTraining() { train(TrainingSession::Reach::End); }
    void train(TrainingSession::Reach reach);

signals:
    void modeRequested(lamina::Mode mode);
    void newRequested(); // a project of its own, from the least that can be trained
    void openRequested(); // show the open dialog
    void projectRequested(const QString& filePath);
    void lessonRequested(const QString& lessonId);
    void faultsRaised(const QString& title, const lamina::Faults& faults);

private:
    ProjectDocument m_document;
    TrainingSession m_session;
    QString m_lastRunFolder;
};

} // namespace lamina
