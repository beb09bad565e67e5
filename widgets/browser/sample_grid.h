// Thumbnails with their labels, as many in a row as fit; thousands scroll smoothly.
#pragma once

#include <QListView>

namespace lamina {

class SampleModel;

class SampleGrid final : public QListView {
    Q_OBJECT
public:
    explicit SampleGrid(QWidget* parent = nullptr);

    void setSampleModel(SampleModel* model);
    void setThumbnailSide(int side); // pixels of the picture's longer side
    int thumbnailSide() const { return m_side; }
    void selectSample(qint64 sample);

signals:
    void sampleChosen(qint64 sample);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fitColumns();

    SampleModel* m_samples = nullptr;
    int m_side = 56;
};

} // namespace lamina
