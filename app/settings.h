// Everything that the window remembers, declared once.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace lamina {

template <typename T>
class Setting {
public:
    Setting(const char* key, T fallback) : m_key(key), m_fallback(std::move(fallback)) { }

    T value() const
    {
        return QSettings().value(QLatin1String(m_key), QVariant::fromValue(m_fallback)).template value<T>();
    }
    void set(const T& value) const { QSettings().setValue(QLatin1String(m_key), QVariant::fromValue(value)); }

private:
    const char* m_key; // stands in people's settings: never renamed
    T m_fallback;
};

namespace settings {

inline const Setting<bool> darkTheme{"window/dark", false};
inline const Setting<QString> language{"window/language", QString()}; // "en", "ko"; empty: the system's
inline const Setting<QByteArray> geometry{"window/geometry", QByteArray()};
inline const Setting<int> mode{"window/mode", 0};
inline const Setting<bool> lessonPanel{"window/lesson_panel", true};
inline const Setting<QStringList> lessonsSeen{"window/lessons_seen", QStringList()}; // whose text was open
inline const Setting<QString> lastProject{"projects/last", QString()};
inline const Setting<QStringList> recentProjects{"projects/recent", QStringList()};
inline const Setting<QStringList> dismissedRuns{"projects/dismissed_runs", QStringList()}; // from Home
inline const Setting<int> thumbnailSide{"data/thumbnail_side", 56};
inline const Setting<QByteArray> dataPanels{"data/panels", QByteArray()};
inline const Setting<QByteArray> trainPanels{"train/panels", QByteArray()};
inline const Setting<QByteArray> trainResultPanels{"train/result_panels", QByteArray()};
inline const Setting<QByteArray> trainTablePanels{"train/table_panels", QByteArray()};
inline const Setting<double> penWidth{"try/pen_width", 0.075};

} // namespace settings
} // namespace lamina
