// Two groups of tools: side by side where there is room, one below the other where there is not.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace lamina {

class PairBar final : public QWidget {
    Q_OBJECT
public:
    PairBar(QWidget* first, QWidget* second, QWidget* parent = nullptr); // takes both

    QSize minimumSizeHint() const override;
    bool isStacked() const;

protected:
    bool event(QEvent* event) override;

private:
    void arrange();

    QWidget* m_first;
    QWidget* m_second;
    QBoxLayout* m_layout;
};

} // namespace lamina
