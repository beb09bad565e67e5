#include "widgets/common/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace lamina::number {
namespace {

constexpr QChar space{0x00A0}; // a number and its unit stay on one line

QString withUnit(const QString& number, const char* unit)
{
    return number + space + QLatin1String(unit);
}

// Three significant figures of a value between 1 and 999.
QString three(double value)
{
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return QString::number(value, 'f', decimals);
}

// 12 345 → "12.3 k"; the caller has made sure that it is at least 1000.
QString scaled(double value)
{
    static constexpr const char* units[] = {"k", "M", "G", "T"};
    std::size_t unit = 0;
    double shown = value / 1000;
    while (shown >= 999.5 && unit + 1 < std::size(units)) {
        shown /= 1000;
        ++unit;
    }
    return withUnit(three(shown), units[unit]);
}

QString translated(const char* source)
{
    return QCoreApplication::translate("Numbers", source);
}

} // namespace

QString full(qint64 value)
{
    QString digits = QString::number(value);
    const qsizetype first = value < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, space);
    return digits;
}

QString count(qint64 value)
{
    const double size = std::abs(static_cast<double>(value));
    if (size < 10000)
        return full(value);
    return (value < 0 ? QStringLiteral("-") : QString()) + scaled(size);
}

QString loss(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-∞") : QStringLiteral("∞");
    const double size = std::abs(value);
    if (size == 0)
        return QStringLiteral("0");
    if (size < 1e-4 || size >= 1e6)
        return QString::number(value, 'e', 3);
    int decimals = 3 - static_cast<int>(std::floor(std::log10(size)));
    // 9.9996 would be written with one figure more than it has after rounding.
    if (size * std::pow(10, decimals) >= 9999.5)
        --decimals;
    return QString::number(value, 'f', std::max(decimals, 0));
}

QString percent(double fraction)
{
    if (std::isnan(fraction))
        return QStringLiteral("–");
    return withUnit(QString::number(fraction * 100, 'f', 1), "%");
}

QString duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return QStringLiteral("–");
    if (seconds > 0 && seconds < 0.0995)
        return translated(QT_TRANSLATE_NOOP("Numbers", "%1\u00A0ms"))
            .arg(std::max(1LL, std::llround(seconds * 1000)));
    if (seconds < 9.95)
        return translated(QT_TRANSLATE_NOOP("Numbers", "%1\u00A0s")).arg(seconds, 0, 'f', 1);
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return translated(QT_TRANSLATE_NOOP("Numbers", "%1\u00A0s")).arg(whole);
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (whole < 3600)
        return translated(QT_TRANSLATE_NOOP("Numbers", "%1\u00A0m\u00A0%2\u00A0s"))
            .arg(whole / 60)
            .arg(two(whole % 60));
    return translated(QT_TRANSLATE_NOOP("Numbers", "%1\u00A0h\u00A0%2\u00A0m"))
        .arg(whole / 3600)
        .arg(two(whole / 60 % 60));
}

QString memory(double bytes)
{
    const double mebibytes = bytes / (1024.0 * 1024.0);
    const int decimals = mebibytes < 9.95 ? 1 : 0;
    return withUnit(QString::number(mebibytes, 'f', decimals), "MiB");
}

QString samplesPerSecond(double rate)
{
    if (!std::isfinite(rate) || rate < 0)
        return QStringLiteral("–");
    const QString amount = rate >= 999.5 ? scaled(rate) : QString::number(rate, 'f', rate < 9.95 ? 1 : 0);
    return translated(QT_TRANSLATE_NOOP("Numbers", "%1\u00A0samples/s")).arg(amount);
}

} // namespace lamina::number
