#include "app/studio.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace lamina {
namespace {

// A project's name as a folder's, in any language: only what file systems mind is replaced.
QString asFolderName(QString name)
{
    static const QRegularExpression unwanted(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    name.replace(unwanted, QStringLiteral("-"));
    name = name.simplified();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("run") : name.left(80);
}

} // namespace

Studio::Studio(QObject* parent) : QObject(parent), m_document(this), m_session(this)
{
    connect(&m_session, &TrainingSession::failed, this,
            [this](const Faults& faults) { emit faultsRaised(tr("The training could not go on"), faults); });
}

QString Studio::newRunFolder() const
{
    const QString base = m_document.filePath().isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Lamina/runs")
        : QFileInfo(m_document.filePath()).absolutePath() + QStringLiteral("/runs");
    const QString name = QStringLiteral("%1 %2").arg(
        asFolderName(QString::fromStdString(m_document.project().name)),
        QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss")));
    QString folder = QDir(base).filePath(name);
    for (int again = 2; QFileInfo::exists(folder); ++again)
        folder = QDir(base).filePath(QStringLiteral("%1 (%2)").arg(name).arg(again));
    return folder;
}

void Studio::train(TrainingSession::Reach reach)
{
    if (m_session.isBusy()) {
        m_session.goOn(reach);
        emit modeRequested(Mode::Train);
        return;
    }
    if (!m_document.analysis().faults.empty()) {
        emit faultsRaised(tr("The network cannot be trained yet"), m_document.analysis().faults);
        return;
    }
    TrainingOptions options;
    options.projectFolder = m_document.folder().toStdString();
    m_lastRunFolder = newRunFolder();
    options.runFolder = m_lastRunFolder.toStdString();
    emit modeRequested(Mode::Train);
    m_session.start(m_document.project(), options, reach);
}

} // namespace lamina
