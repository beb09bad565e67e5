#include "widgets/designer/summary_model.h"

#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QPixmap>

#include <numeric>

namespace lamina {

namespace {
QString shapesText(const std::vector<Shape>& shapes)
{
    if (shapes.empty())
        return QStringLiteral("–");
    QStringList parts;
    for (const Shape& shape : shapes)
        parts += QString::fromStdString(shape.textWithBatch());
    return parts.join(QStringLiteral(", "));
}

QString sourcesText(const std::vector<TensorRef>& inputs)
{
    QStringList parts;
    for (const TensorRef& input : inputs) {
        const QString name = QString::fromStdString(input.layer);
        parts += input.index == 0 ? name : QStringLiteral("%1[%2]").arg(name).arg(input.index);
    }
    return parts.join(QStringLiteral(", "));
}

QPixmap bar(const QColor& colour)
{
    QPixmap pixmap(4, 16);
    pixmap.fill(colour);
    return pixmap;
}
} // namespace

SummaryModel::SummaryModel(QObject* parent) : QAbstractTableModel(parent) { }

void SummaryModel::setModel(const ModelSpec& model, const ModelAnalysis& analysis)
{
    beginResetModel();
    m_rows.clear();
    m_branches = false;
    std::vector<int> order = analysis.order;
    if (order.empty()) { // a circle
        order.resize(model.layers.size());
        std::iota(order.begin(), order.end(), 0);
    }
    const LayerSpec* before = nullptr;
    for (const int index : order) {
        const LayerSpec& layer = model.layers[static_cast<std::size_t>(index)];
        const LayerAnalysis& its = analysis.layers[static_cast<std::size_t>(index)];
        m_branches = m_branches
            || (before && (layer.inputs.size() != 1 || layer.inputs.front().layer != before->name));
        before = &layer;
        m_rows.push_back({QString::fromStdString(layer.name), QString::fromStdString(layer.className),
                          layerTypeText(layer), shapesText(its.outputs), sourcesText(layer.inputs),
                          its.faults.empty() ? QString() : faultsInOneText(its.faults), LayerKind::of(layer),
                          its.parameters, its.trainableParameters});
    }
    endResetModel();
}

int SummaryModel::row(const QString& name) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].name == name)
            return static_cast<int>(i);
    return -1;
}

QString SummaryModel::totals() const
{
    Index all = 0, trainable = 0;
    for (const Row& row : m_rows) {
        all += row.parameters;
        trainable += row.trainable;
    }
    return tr("%1 parameters (%2): %3 trainable, %4 not trainable")
        .arg(number::full(all), number::memory(4.0 * static_cast<double>(all)), number::full(trainable),
             number::full(all - trainable));
}

QString SummaryModel::text(const QList<int>& rows) const
{
    QStringList lines;
    const auto add = [&](const auto& cell) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells += cell(column);
        lines += cells.join(QLatin1Char('\t'));
    };
    add([&](int column) { return headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows) {
        const Row& its = m_rows[static_cast<std::size_t>(row)];
        add([&](int column) { // numbers without blanks: other programs shall read them
            return column == Parameters ? QString::number(its.parameters)
                                        : index(row, column).data().toString();
        });
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

int SummaryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SummaryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_branches ? 4 : 3;
}

QVariant SummaryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Layer:
            return QStringLiteral("%1 (%2)").arg(row.name, row.className);
        case OutputShape:
            return row.shape;
        case Parameters:
            return number::full(row.parameters);
        default:
            return row.sources;
        }
    case Qt::DecorationRole:
        return index.column() == Layer ? QVariant(bar(row.kind.colour())) : QVariant();
    case Qt::ForegroundRole:
        return row.fault.isEmpty() ? QVariant() : QVariant(Theme::instance().colours().fault);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Parameters ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        QStringList lines{row.name, row.typeText}; // the name may be cut
        if (row.parameters > 0)
            lines += tr("%1 trainable, %2 not trainable")
                         .arg(number::full(row.trainable), number::full(row.parameters - row.trainable));
        if (!row.fault.isEmpty())
            lines += row.fault;
        return lines.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

QVariant SummaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Parameters ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Layer:
        return tr("Layer (type)");
    case OutputShape:
        return tr("Output shape");
    case Parameters:
        return tr("Parameters");
    default:
        return tr("Connected to");
    }
}

} // namespace lamina
