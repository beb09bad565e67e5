// The open project: the only holder of the value that is edited, its undo stack and its file.
#pragma once

#include "app/commands/document_command.h"
#include "engine/core/fault.h"
#include "engine/model/network.h"
#include "engine/model/project.h"

#include <QObject>
#include <QUndoStack>

namespace lamina {

class ProjectDocument final : public QObject {
    Q_OBJECT
public:
    explicit ProjectDocument(QObject* parent = nullptr);

    const Project& project() const { return m_project; }
    const ModelAnalysis& analysis() const { return m_analysis; } // of the present model, always current
    QUndoStack& undoStack() { return m_undoStack; }
    QString filePath() const { return m_filePath; } // empty: never saved
    QString folder() const; // where relative data paths start
    bool isModified() const { return !m_undoStack.isClean(); }

    void setProject(Project project, const QString& filePath); // replaces all; clears the undo stack
    // The same for work that was never saved, or not since: the document is modified.
    void setUnsaved(Project project, const QString& filePath);
    Result<void> load(const QString& filePath);
    Result<void> save(const QString& filePath);
    // Every edit goes through a command (app/commands): execute takes ownership and pushes it. An edit that
    // changes nothing is dropped.
    void execute(DocumentCommand* command);

signals:
    void replaced(); // another project stands here
    void modelChanged(); // layers, settings of layers, links
    void layoutChanged();
    void dataChanged(); // the data section
    void trainingChanged(); // the training section
    void identityChanged(); // name or seed
    void modifiedChanged(bool modified);
    void filePathChanged();

private:
    friend class DocumentCommand;
    void announce(Changes changes); // after an edit
    Project m_project;
    ModelAnalysis m_analysis;
    QUndoStack m_undoStack;
    QString m_filePath;
};

} // namespace lamina
