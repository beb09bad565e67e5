#include "widgets/common/button_keys.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QRadioButton>

namespace lamina {

void ButtonKeys::installOn(QCoreApplication& application)
{
    if (!application.findChild<ButtonKeys*>(QString(), Qt::FindDirectChildrenOnly))
        application.installEventFilter(new ButtonKeys(&application));
}

bool ButtonKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        || key->modifiers() & ~Qt::KeypadModifier || key->isAutoRepeat())
        return false;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (!button || qobject_cast<QCheckBox*>(button) || qobject_cast<QRadioButton*>(button)
        || qobject_cast<QDialog*>(button->window()))
        return false;
    QKeyEvent space(event->type(), Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    QCoreApplication::sendEvent(button, &space);
    return true;
}

} // namespace lamina
