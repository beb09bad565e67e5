// The column of modes at the left edge: an icon and a word each, one chosen. A mode at work carries a ring
// that fills as the work goes on.
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace lamina {

class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit RailButton(const QString& iconName, QWidget* parent = nullptr);

    // 0 … 1; below 0: not known how far; nothing is drawn while not working.
    void setWork(bool working, double fraction);
    bool isWorking() const { return m_working; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void paintRing(QPainter& painter, const QRectF& ring) const;

    QString m_iconName;
    bool m_working = false;
    bool m_reachedByKey = false;
    double m_fraction = 0;
};

class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    int addMode(const QString& iconName);
    void setWords(int mode, const QString& label, const QString& tip);
    void setCurrent(int mode);
    int current() const;
    RailButton* button(int mode) const { return m_buttons.at(mode); }

signals:
    void modeChosen(int mode);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup* m_group;
    QVBoxLayout* m_layout;
    QList<RailButton*> m_buttons;
};

} // namespace lamina
