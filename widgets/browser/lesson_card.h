// One lesson to choose: pictures of its own data, its network in small, title and one line.
#pragma once

#include <QAbstractButton>
#include <QColor>
#include <QImage>

#include <vector>

namespace lamina {

enum class Family;

class LessonCard final : public QAbstractButton {
    Q_OBJECT
public:
    struct Layer {
        Family family;
        double size = 1; // 0 … 1, how much comes out of it beside the others
    };

    explicit LessonCard(QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& line, const QString& facts);
    void setPictures(const std::vector<QImage>& pictures);
    void setSamples(const QStringList& samples); // in words, where there are no pictures
    void setNetwork(const std::vector<Layer>& layers);
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintPictures(QPainter& painter, const QRect& place) const;
    void paintSamples(QPainter& painter, const QRect& place) const;
    void paintNetwork(QPainter& painter, const QRect& place) const;

    QString m_line;
    QString m_facts;
    std::vector<QImage> m_pictures;
    QStringList m_samples;
    std::vector<Layer> m_layers;
};

} // namespace lamina
