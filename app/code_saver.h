// Writes a program, and the samples that it needs, without keeping the window waiting.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QObject>

#include "engine/code/code.h"

namespace lamina {

class CodeSaver final : public QObject {
    Q_OBJECT

public:
    explicit CodeSaver(QObject* parent = nullptr) : QObject(parent) { }

    // One at a time.
    bool isBusy() const { return m_busy; }
    void save(const QString& path, const CodeDialect& dialect, const Project& project);

signals:
    void saved(const QString& path, const QString& dataPath); // dataPath: empty where none was written
    void failed(const QString& path, const lamina::Faults& faults);

private:
    bool m_busy = false;
};

} // namespace lamina
