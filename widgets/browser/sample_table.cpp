#include "widgets/browser/sample_table.h"

#include "engine/data/sequence_text.h"

#include <algorithm>

namespace lamina {
namespace {

constexpr Index mostElements = 64; // columns of one field; longer ones are cut

// Letters or words are read as a text, not as columns of numbers.
bool isText(const DataField& field)
{
    return field.kind == DataKind::Numbers && !field.classNames.empty();
}

} // namespace

SampleTable::SampleTable(QObject* parent) : QAbstractTableModel(parent) { }

void SampleTable::setDataset(DatasetPtr dataset)
{
    beginResetModel();
    m_dataset = std::move(dataset);
    m_columns.clear();
    m_readSample = -1;
    if (m_dataset) {
        const auto& fields = m_dataset->fields();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const DataField& field = fields[i];
            const bool numbers = field.kind == DataKind::Numbers && !isText(field);
            const Index elements = numbers ? field.shape.elements() : 1;
            for (Index e = 0; e < std::min(elements, mostElements); ++e) {
                QString name = QString::fromStdString(field.name);
                if (static_cast<std::size_t>(e) < field.elementNames.size())
                    name = QString::fromStdString(field.elementNames[static_cast<std::size_t>(e)]);
                else if (elements > 1)
                    name += QStringLiteral(" %1").arg(e);
                m_columns.push_back({static_cast<int>(i), e, name});
            }
        }
    }
    endResetModel();
}

int SampleTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_dataset ? 0 : static_cast<int>(m_dataset->size());
}

int SampleTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString SampleTable::text(Index sample, const Column& column) const
{
    const DataField& field = m_dataset->fields()[static_cast<std::size_t>(column.field)];
    if (field.kind != DataKind::Numbers && field.kind != DataKind::Class) {
        const Result<FieldValue> value = m_dataset->read(sample, column.field);
        if (!value)
            return QStringLiteral("–");
        if (const auto* words = std::get_if<std::string>(&*value))
            return QString::fromStdString(*words);
        if (const auto* tokens = std::get_if<std::vector<std::int64_t>>(&*value))
            return tr("%1 tokens").arg(tokens->size());
        if (const auto* boxes = std::get_if<std::vector<Box>>(&*value))
            return tr("%1 boxes").arg(boxes->size());
        return QStringLiteral("…");
    }
    if (m_readSample != sample || m_readField != column.field) {
        m_read.resize(static_cast<std::size_t>(field.kind == DataKind::Class ? 1 : field.shape.elements()));
        m_readSample = -1;
        if (!m_dataset->readNumbers(sample, column.field, m_read))
            return QStringLiteral("–");
        m_readSample = sample;
        m_readField = column.field;
    }
    if (const std::optional<std::string> sequence = sequenceText(field, m_read))
        return QString::fromStdString(*sequence);
    const float value = m_read[static_cast<std::size_t>(column.element)];
    if (field.kind == DataKind::Class) {
        const auto at = static_cast<std::size_t>(value);
        return at < field.classNames.size() ? QString::fromStdString(field.classNames[at])
                                            : QString::number(at);
    }
    return QString::number(value, 'g', 6);
}

QVariant SampleTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_dataset)
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole)
        return text(index.row(), column);
    if (role == Qt::TextAlignmentRole) {
        const DataField& field = m_dataset->fields()[static_cast<std::size_t>(column.field)];
        const bool number = field.kind == DataKind::Numbers && !isText(field);
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QVariant SampleTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return data(index(0, section), role); // over what it names
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section;
    return section < static_cast<int>(m_columns.size()) ? m_columns[static_cast<std::size_t>(section)].name
                                                        : QString();
}

} // namespace lamina
