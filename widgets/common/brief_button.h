// A button that says less where it is short of room: "Training" instead of "Training  9 600".
#pragma once

#include <QEvent>
#include <QFontMetrics>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace lamina {

class BriefButton final : public QPushButton {
public:
    using QPushButton::QPushButton;

    void setTexts(const QString& whole, const QString& brief)
    {
        m_brief = brief;
        setText(whole); // what a screen reader says, too
        updateGeometry();
    }
    bool isBrief() const { return width() < sizeHint().width(); }

    QSize minimumSizeHint() const override
    {
        const QFontMetrics metrics(font());
        return sizeHint() - QSize(metrics.horizontalAdvance(text()) - metrics.horizontalAdvance(m_brief), 0);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        if (isBrief())
            option.text = m_brief;
        QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isBrief())
            setToolTip(text());
        else if (event->type() == QEvent::Resize)
            setToolTip(QString());
        return QPushButton::event(event);
    }

private:
    QString m_brief;
};

} // namespace lamina
