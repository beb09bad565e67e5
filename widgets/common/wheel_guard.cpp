#include "widgets/common/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>

namespace lamina {

void WheelGuard::installOn(QCoreApplication& application)
{
    if (!application.findChild<WheelGuard*>(QString(), Qt::FindDirectChildrenOnly))
        application.installEventFilter(new WheelGuard(&application));
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Polish && event->type() != QEvent::Wheel)
        return false;
    auto* combo = qobject_cast<QComboBox*>(watched);
    auto* number = qobject_cast<QAbstractSpinBox*>(watched);
    if (!combo && !number)
        return false;
    auto* box = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::Polish) {
        if (box->focusPolicy() == Qt::WheelFocus)
            box->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (number && number->hasFocus())
        return false;
    event->ignore(); // on to what scrolls
    return true;
}

} // namespace lamina
