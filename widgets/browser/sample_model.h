// The samples of one part of a set as rows: pictures come later, when somebody has read them.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QAbstractListModel>
#include <QCache>
#include <QPixmap>
#include <QSet>
#include <QStringList>

#include "engine/core/shape.h"

#include <vector>

namespace lamina {

class SampleModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PictureRole = Qt::UserRole + 1, ClassRole, SampleRole };
    static constexpr int everyClass = -1;
    static constexpr int unknownClass = -1;

    explicit SampleModel(QObject* parent = nullptr);

    // `classNames` may be empty: then the index is the name.
    void setSamples(Index count, const QStringList& classNames);
    // Classes of the samples from `first` on. May come piece by piece.
    void setClasses(Index first, const std::vector<int>& classes);
    // A null picture: it could not be read now and may be asked for again.
    void setPicture(Index sample, const QImage& picture);
    void setClassFilter(int classIndex);
    int classFilter() const { return m_filter; }

    Index sampleAt(int row) const;
    int rowOf(Index sample) const; // -1: filtered out
    Index sampleCount() const { return m_count; }
    int classOf(Index sample) const;
    QString className(int classIndex) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    // A picture was looked for and is not here yet; asked for once until it arrives.
    void pictureWanted(qint64 sample) const;

private:
    Index m_count = 0;
    QStringList m_classNames;
    std::vector<int> m_classes;
    int m_filter = everyClass;
    std::vector<Index> m_shown; // only while a filter is set
    mutable QCache<Index, QPixmap> m_pictures;
    mutable QSet<Index> m_asked;
};

} // namespace lamina
