// What a layer gives, seen close: large, with its figures. Goes when something else is pressed, or with
// Escape.
#pragma once

#include "widgets/designer/activation_picture.h"

#include <QFrame>

#include <memory>

class QGridLayout;
class QLabel;

namespace lamina {

class ActivationPopup final : public QFrame {
    Q_OBJECT

public:
    explicit ActivationPopup(const QString& layer, QWidget* parent = nullptr);

    const QString& layer() const { return m_layer; }
    void setPicture(std::shared_ptr<const ActivationPicture> picture);
    // Beside what was pressed, inside the screen; both in global coordinates.
    void showBeside(const QRect& pressed);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Canvas;
    void tell();

    QString m_layer;
    std::shared_ptr<const ActivationPicture> m_picture;
    QLabel *m_title, *m_shape, *m_more;
    Canvas* m_canvas;
    QGridLayout* m_facts;
};

} // namespace lamina
