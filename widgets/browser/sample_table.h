// The samples of a set that is not made of pictures, as rows with a column for each number.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QAbstractTableModel>

#include "engine/data/dataset.h"

#include <vector>

namespace lamina {

class SampleTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit SampleTable(QObject* parent = nullptr);

    // Reads rows as they are looked at; null empties the table.
    void setDataset(DatasetPtr dataset);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Column {
        int field = 0;
        Index element = 0;
        QString name;
    };
    QString text(Index sample, const Column& column) const;

    DatasetPtr m_dataset;
    std::vector<Column> m_columns;
    // The row read last: a view asks for its cells one after another.
    mutable Index m_readSample = -1;
    mutable int m_readField = -1;
    mutable std::vector<float> m_read;
};

} // namespace lamina
