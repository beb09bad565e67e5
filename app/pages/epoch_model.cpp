#include "app/pages/epoch_model.h"

#include "engine/model/metric_type.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <cmath>

namespace lamina {

namespace {
std::string withoutPrefix(const std::string& key)
{
    return key.starts_with("val_") ? key.substr(4) : key;
}
} // namespace

bool isFraction(const std::string& key)
{
    const std::string name = withoutPrefix(key);
    return name == "acc" || name.ends_with("accuracy");
}

QString logValue(const std::string& key, double value)
{
    if (!std::isfinite(value))
        return number::loss(value);
    if (key == "lr")
        return QString::number(value, 'g', 3);
    return isFraction(key) ? number::percent(value) : number::loss(value);
}

QString quantityName(const std::string& key)
{
    const std::string name = withoutPrefix(key);
    if (name == "loss")
        return EpochModel::tr("Loss");
    if (name == "lr")
        return EpochModel::tr("Learning rate");
    if (const MetricType* type = metrics::find(name))
        return words(type->label);
    // "digit_accuracy": one output's.
    for (std::size_t at = name.find('_'); at != std::string::npos; at = name.find('_', at + 1)) {
        const std::string rest = name.substr(at + 1);
        if (rest == "loss" || metrics::find(rest))
            return QStringLiteral("%1: %2").arg(QString::fromStdString(name.substr(0, at)),
                                                quantityName(rest));
    }
    return QString::fromStdString(name); // as the project calls it
}

QString logName(const std::string& key)
{
    QString text = quantityName(key);
    // Within a sentence: not "AUC", nor "F1 score".
    const qsizetype end = text.indexOf(QLatin1Char(' ')) < 0 ? text.size() : text.indexOf(QLatin1Char(' '));
    if (end > 1 && text.mid(1, end - 1) == text.mid(1, end - 1).toLower() && text[1].isLetter())
        text[0] = text[0].toLower();
    return key.starts_with("val_") ? EpochModel::tr("validation %1").arg(text) : text;
}

void EpochModel::begin(const std::vector<std::string>& metrics, bool validation)
{
    beginResetModel();
    m_epochs.clear();
    m_best = -1;
    m_columns = {"loss"};
    m_columns.insert(m_columns.end(), metrics.begin(), metrics.end());
    if (validation) {
        m_columns.emplace_back("val_loss");
        for (const std::string& metric : metrics)
            m_columns.push_back("val_" + metric);
    }
    m_columns.emplace_back("lr");
    const MetricType* first = metrics.empty() ? nullptr : metrics::find(metrics.front());
    const std::string name = first ? metrics.front() : "loss";
    m_monitor = validation ? "val_" + name : name;
    m_higherIsBetter = first ? first->higherIsBetter : isFraction(name);
    endResetModel();
}

void EpochModel::clear()
{
    beginResetModel();
    m_epochs.clear();
    m_columns.clear();
    m_best = -1;
    endResetModel();
}

bool EpochModel::better(double value, double than) const
{
    return m_higherIsBetter ? value > than : value < than;
}

void EpochModel::add(const EpochReport& epoch)
{
    const int row = static_cast<int>(m_epochs.size());
    beginInsertRows({}, row, row);
    m_epochs.push_back(epoch);
    endInsertRows();
    const auto value = epoch.logs.find(m_monitor);
    if (value == epoch.logs.end() || !std::isfinite(value->second))
        return;
    if (m_best < 0 || better(value->second, m_epochs[static_cast<std::size_t>(m_best)].logs.at(m_monitor))) {
        const int before = std::exchange(m_best, row);
        for (const int changed : {before, row}) {
            if (changed >= 0)
                emit dataChanged(index(changed, 0), index(changed, columnCount() - 1));
        }
    }
}

int EpochModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_epochs.size());
}

int EpochModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_columns.empty() ? 0 : static_cast<int>(m_columns.size()) + 2;
}

QString EpochModel::cell(const EpochReport& epoch, int column) const
{
    if (column == 0)
        return QString::number(epoch.epoch + 1);
    if (column == columnCount() - 1)
        return number::duration(epoch.seconds);
    const std::string& key = m_columns[static_cast<std::size_t>(column - 1)];
    const auto value = epoch.logs.find(key);
    return value == epoch.logs.end() ? QString() : logValue(key, value->second);
}

QVariant EpochModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const EpochReport& epoch = m_epochs[static_cast<std::size_t>(index.row())];
    const bool best = index.row() == m_best;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 && best ? QStringLiteral("★ ") + cell(epoch, 0)
                                           : cell(epoch, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        return Theme::instance().font(Theme::Body, best);
    case Qt::ToolTipRole:
        return best ? tr("The best epoch by its %1").arg(logName(m_monitor)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == 0 && best ? tr("%1, the best").arg(cell(epoch, 0))
                                           : cell(epoch, index.column());
    default:
        return {};
    }
}

QVariant EpochModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    const bool middle = section > 0 && section < columnCount() - 1;
    if (role == Qt::ToolTipRole && middle) {
        const std::string& key = m_columns[static_cast<std::size_t>(section - 1)];
        return key.starts_with("val_") ? tr("%1 (validation)").arg(quantityName(key)) : quantityName(key);
    }
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("epoch");
    return middle ? QString::fromStdString(m_columns[static_cast<std::size_t>(section - 1)]) : tr("time");
}

} // namespace lamina
