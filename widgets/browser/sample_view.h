// One sample, large: its picture with the value under the pointer, its label and its place in the set.
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;

namespace lamina {

// The picture alone; says which pixel the pointer is on.
class PictureView final : public QWidget {
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);
    void setPicture(const QImage& picture);
    QSize sizeHint() const override { return {240, 240}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void pixelPointed(int x, int y); // -1, -1: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRect pictureRect() const;

    QImage m_picture;
    QPoint m_pointed{-1, -1};
};

class SampleView final : public QWidget {
    Q_OBJECT
public:
    struct Sample {
        qint64 index = -1; // below 0: none is chosen
        QString name; // a file's name, or empty
        QString label;
        QImage picture;
        std::vector<float> values; // height × width × channels, as stored
        int channels = 1;
        QString shape; // "28 × 28 × 1"
        float low = 0, high = 0, mean = 0;
    };

    explicit SampleView(QWidget* parent = nullptr);
    void setSample(const Sample& sample);
    QString pointedText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPixel(int x, int y);

    Sample m_sample;
    PictureView* m_picture;
    QLabel* m_label;
    QLabel* m_pixel;
    QLabel* m_hint;
    QWidget* m_facts;
    QLabel* m_names[4];
    QLabel* m_values[4];
};

} // namespace lamina
