#include "widgets/browser/sample_model.h"

#include <algorithm>

namespace lamina {

SampleModel::SampleModel(QObject* parent) : QAbstractListModel(parent), m_pictures(6000) { }

void SampleModel::setSamples(Index count, const QStringList& classNames)
{
    beginResetModel();
    m_count = count;
    m_classNames = classNames;
    m_classes.assign(static_cast<std::size_t>(count), unknownClass);
    m_filter = everyClass;
    m_shown.clear();
    m_pictures.clear();
    m_asked.clear();
    endResetModel();
}

void SampleModel::setClasses(Index first, const std::vector<int>& classes)
{
    std::vector<Index> fresh;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const Index sample = first + static_cast<Index>(i);
        if (sample < 0 || sample >= m_count)
            break;
        m_classes[static_cast<std::size_t>(sample)] = classes[i];
        if (m_filter != everyClass && classes[i] == m_filter)
            fresh.push_back(sample);
    }
    if (m_filter == everyClass) {
        const int last = static_cast<int>(std::min(first + static_cast<Index>(classes.size()), m_count)) - 1;
        if (last >= first)
            emit dataChanged(index(static_cast<int>(first)), index(last), {ClassRole, Qt::DisplayRole});
    } else if (!fresh.empty()) {
        const int row = static_cast<int>(m_shown.size());
        beginInsertRows({}, row, row + static_cast<int>(fresh.size()) - 1);
        m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
}

void SampleModel::setPicture(Index sample, const QImage& picture)
{
    m_asked.remove(sample);
    if (picture.isNull())
        return;
    m_pictures.insert(sample, new QPixmap(QPixmap::fromImage(picture)));
    const int row = rowOf(sample);
    if (row >= 0)
        emit dataChanged(index(row), index(row), {PictureRole});
}

void SampleModel::setClassFilter(int classIndex)
{
    if (classIndex == m_filter)
        return;
    beginResetModel();
    m_filter = classIndex;
    m_shown.clear();
    if (m_filter != everyClass) {
        for (Index sample = 0; sample < m_count; ++sample) {
            if (m_classes[static_cast<std::size_t>(sample)] == m_filter)
                m_shown.push_back(sample);
        }
    }
    endResetModel();
}

Index SampleModel::sampleAt(int row) const
{
    return m_filter == everyClass ? row : m_shown[static_cast<std::size_t>(row)];
}

int SampleModel::rowOf(Index sample) const
{
    if (m_filter == everyClass)
        return sample < m_count ? static_cast<int>(sample) : -1;
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), sample);
    return found != m_shown.end() && *found == sample ? static_cast<int>(found - m_shown.begin()) : -1;
}

int SampleModel::classOf(Index sample) const
{
    return sample >= 0 && sample < m_count ? m_classes[static_cast<std::size_t>(sample)] : unknownClass;
}

QString SampleModel::className(int classIndex) const
{
    if (classIndex < 0)
        return {};
    return classIndex < m_classNames.size() ? m_classNames.at(classIndex) : QString::number(classIndex);
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_filter == everyClass ? m_count : static_cast<Index>(m_shown.size()));
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Index sample = sampleAt(index.row());
    switch (role) {
    case PictureRole: {
        if (const QPixmap* picture = m_pictures.object(sample))
            return *picture;
        if (!m_asked.contains(sample)) {
            m_asked.insert(sample);
            emit pictureWanted(sample);
        }
        return {};
    }
    case Qt::DisplayRole:
        return className(classOf(sample));
    case ClassRole:
        return classOf(sample);
    case SampleRole:
        return static_cast<qint64>(sample);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const QString name = className(classOf(sample));
        return name.isEmpty() ? tr("Sample %1").arg(sample) : tr("Sample %1: %2").arg(sample).arg(name);
    }
    default:
        return {};
    }
}

} // namespace lamina
