// Scrolling a page past a box must not change what it says: a combo box takes no wheel, a number only while
// it has the focus, and the wheel gives no focus. One filter for the whole program.
#pragma once

#include <QObject>

class QCoreApplication;

namespace lamina {

class WheelGuard final : public QObject {
    Q_OBJECT

public:
    // Once for each application; more do no harm.
    static void installOn(QCoreApplication& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using QObject::QObject;
};

} // namespace lamina
