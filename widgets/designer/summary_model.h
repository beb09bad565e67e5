// The model's layers as a table: what Keras prints of them, in rows that can be selected.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QAbstractTableModel>
#include <QStringList>

#include "engine/model/network.h"
#include "widgets/designer/layer_kind.h"

namespace lamina {

class SummaryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Layer, OutputShape, Parameters, ConnectedTo }; // the last where the model branches

    explicit SummaryModel(QObject* parent = nullptr);

    void setModel(const ModelSpec& model, const ModelAnalysis& analysis);

    const QString& name(int row) const { return m_rows[static_cast<std::size_t>(row)].name; }
    int row(const QString& name) const; // -1: there is none
    const LayerKind& kind(int row) const { return m_rows[static_cast<std::size_t>(row)].kind; }
    QString totals() const; // in the reader's language
    // Cells parted by tabs, with the headings: for tables elsewhere.
    QString text(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name, className, typeText, shape, sources, fault;
        LayerKind kind;
        Index parameters = 0, trainable = 0;
    };

    std::vector<Row> m_rows; // in the order of computation
    bool m_branches = false;
};

} // namespace lamina
