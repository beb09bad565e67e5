// Return presses the button that has the keyboard, as the space bar does: outside of dialogs Qt leaves it
// alone.
#pragma once

#include <QObject>

class QCoreApplication;

namespace lamina {

class ButtonKeys final : public QObject {
    Q_OBJECT
public:
    // Once is enough, however often it is asked.
    static void installOn(QCoreApplication& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using QObject::QObject;
};

} // namespace lamina
