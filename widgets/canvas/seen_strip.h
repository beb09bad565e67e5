// What becomes of a drawing on its way into the network, picture by picture.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace lamina {

struct SeenStage {
    QString caption;
    QImage image; // null: nothing yet
};

// Pictures side by side with an arrow between them, their pixels kept crisp.
class SeenStrip final : public QWidget {
    Q_OBJECT
public:
    explicit SeenStrip(QWidget* parent = nullptr);

    void setStages(std::vector<SeenStage> stages);
    const std::vector<SeenStage>& stages() const { return m_stages; }
    void setLargest(int side); // of a picture

    QSize sizeHint() const override { return {640, 150}; }
    QSize minimumSizeHint() const override { return {360, 104}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<SeenStage> m_stages;
    int m_largest = 168;
};

} // namespace lamina
