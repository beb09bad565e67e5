// One thing to start from: a picture of its network, title, one line, and what it costs.
#pragma once

#include "widgets/designer/model_picture.h"

#include <QAbstractButton>

namespace lamina {

class StartCard final : public QAbstractButton {
    Q_OBJECT
public:
    explicit StartCard(QWidget* parent = nullptr);

    // `fits`: false where it is not made for the data there are.
    void setWords(const QString& title, const QString& line, const QString& facts, bool fits = true);
    void setModel(const ModelSpec& model);
    void setSymbol(const QString& iconName); // where there is no network to be seen
    QSize sizeHint() const override;

signals:
    void activated(); // by a double click

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QString m_line, m_facts, m_symbol;
    bool m_fits = true;
    ModelPicture m_picture;
};

} // namespace lamina
