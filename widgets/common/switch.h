// A check box that looks like what it is for: something is on or off at once. Half on, it stands in the
// middle.
#pragma once

#include <QCheckBox>

namespace lamina {

class Switch final : public QCheckBox {
    Q_OBJECT
public:
    explicit Switch(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent* event) override;
};

} // namespace lamina
