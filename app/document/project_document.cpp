#include "app/document/project_document.h"

#include "engine/formats/project_file.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

namespace lamina {

ProjectDocument::ProjectDocument(QObject* parent) : QObject(parent)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this,
            [this](bool clean) { emit modifiedChanged(!clean); });
}

QString ProjectDocument::folder() const
{
    return m_filePath.isEmpty() ? QDir::homePath() : QFileInfo(m_filePath).absolutePath();
}

void ProjectDocument::setProject(Project project, const QString& filePath)
{
    m_project = std::move(project);
    m_analysis = analyse(m_project.model);
    m_filePath = filePath;
    m_undoStack.clear();
    emit filePathChanged();
    emit replaced();
}

void ProjectDocument::setUnsaved(Project project, const QString& filePath)
{
    setProject(std::move(project), filePath);
    m_undoStack.resetClean();
}

Result<void> ProjectDocument::load(const QString& filePath)
{
    Result<Project> read = readForEditing(std::filesystem::path(filePath.toStdString()));
    if (!read)
        return read.faults();
    setProject(*std::move(read), QFileInfo(filePath).absoluteFilePath());
    return {};
}

Result<void> ProjectDocument::save(const QString& filePath)
{
    const QString path = QFileInfo(filePath).absoluteFilePath();
    if (Result<void> written = writeProject(m_project, std::filesystem::path(path.toStdString())); !written)
        return written;
    m_undoStack.setClean();
    if (path != m_filePath) {
        m_filePath = path;
        emit filePathChanged();
    }
    return {};
}

void ProjectDocument::execute(DocumentCommand* command)
{
    std::unique_ptr<DocumentCommand> owned(command);
    if (!owned->changes(m_project))
        return;
    owned->m_document = this;
    m_undoStack.push(owned.release());
}

void ProjectDocument::announce(Changes changes)
{
    if (changes.testFlag(Change::Model)) {
        m_analysis = analyse(m_project.model);
        emit modelChanged();
    }
    if (changes.testFlag(Change::Layout))
        emit layoutChanged();
    if (changes.testFlag(Change::Data))
        emit dataChanged();
    if (changes.testFlag(Change::Training))
        emit trainingChanged();
    if (changes.testFlag(Change::Identity))
        emit identityChanged();
}

} // namespace lamina
