// A row of pictures: a sample as it is, and as some epochs would see it.
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace lamina {

class AugmentStrip final : public QWidget {
    Q_OBJECT
public:
    explicit AugmentStrip(QWidget* parent = nullptr);

    // The first is the sample as it is.
    void setPictures(std::vector<QImage> pictures);
    const std::vector<QImage>& pictures() const { return m_pictures; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    std::vector<QImage> m_pictures;
};

} // namespace lamina
