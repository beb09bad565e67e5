#include "widgets/common/theme.h"

#include "engine/model/layer_type.h"
#include "widgets/common/icons.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace lamina {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double encoded(double channel)
{
    return channel <= 0.0031308 ? channel * 12.92 : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
}

// Björn Ottosson's OKLab: equal steps look equal. Chroma shrinks until the colour exists on a screen.
QColor oklch(double lightness, double chroma, double hueDegrees)
{
    const double hue = hueDegrees * M_PI / 180;
    for (;; chroma *= 0.96) {
        const double a = chroma * std::cos(hue);
        const double b = chroma * std::sin(hue);
        const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        const std::array<double, 3> rgb{4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                                        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                                        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
        const auto [low, high] = std::minmax_element(rgb.begin(), rgb.end());
        if ((*low < -1e-4 || *high > 1.0001) && chroma > 1e-4)
            continue;
        const auto channel = [](double value) { return encoded(std::clamp(value, 0.0, 1.0)); };
        return QColor::fromRgbF(static_cast<float>(channel(rgb[0])), static_cast<float>(channel(rgb[1])),
                                static_cast<float>(channel(rgb[2])));
    }
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

constexpr std::array<QRgb, 6> okabeIto{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9};

QColor seriesColour(int index, bool dark)
{
    QColor colour = QColor::fromRgb(okabeIto[static_cast<std::size_t>(index) % okabeIto.size()]);
    if (dark) {
        const QColor surface(0x1C2024);
        while (contrast(colour, surface) < 4.5)
            colour = mixed(colour, Qt::white, 0.04);
    }
    return colour;
}

// The first face of a system that names none would be DejaVu Sans, far wider than the rest of the window.
QString interfaceFace()
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QString face = QFontInfo(system).family();
    const auto figuresAreTabular = [](const QString& family) {
        const QFontMetrics metrics{QFont(family)};
        const int width = metrics.horizontalAdvance(QLatin1Char('0'));
        for (char figure = '1'; figure <= '9'; ++figure) {
            if (metrics.horizontalAdvance(QLatin1Char(figure)) != width)
                return false;
        }
        return true;
    };
    if (!face.startsWith(QLatin1String("DejaVu")) && figuresAreTabular(face))
        return face;
    const QStringList families = QFontDatabase::families();
    for (const char* candidate : {"Noto Sans", "Noto Sans CJK KR", "Open Sans", "Liberation Sans"}) {
        QString name = QString::fromLatin1(candidate);
        if (families.contains(name) && figuresAreTabular(name))
            return name;
    }
    return face;
}

QPalette paletteFor(const ThemeColours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, mixed(c.surface, c.window, 0.7));
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.fault);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, mixed(c.surface, c.line, 0.3));
    palette.setColor(QPalette::Midlight, mixed(c.surface, c.line, 0.6));
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, mixed(c.line, c.muted, 0.4));
    palette.setColor(QPalette::Shadow, c.dark ? QColor(0x0B0D0F) : mixed(c.line, c.muted, 0.7));
    const QColor faded = mixed(c.muted, c.surface, 0.35);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    return palette;
}

// Style sheets take their arrows and ticks from files only, so these are drawn in the theme's colours first.
QString drawnImages(const ThemeColours& c)
{
    static const QTemporaryDir folder;
    if (!folder.isValid())
        return {};
    QString base = folder.filePath(c.dark ? QStringLiteral("dark-") : QStringLiteral("light-"));
    const auto draw = [&base](const char* name, const char* file, const QColor& colour) {
        QImage image = iconImage(QString::fromLatin1(name), colour, 64);
        image.save(base + QLatin1String(file) + QLatin1String(".png"));
    };
    draw("chevron-down", "down", c.muted);
    draw("chevron-up", "up", c.muted);
    draw("chevron-right", "right", c.muted);
    draw("chevron-left", "left", c.muted);
    draw("check", "check", c.onAccent);
    draw("check", "menu-check", c.accent);
    draw("dash", "dash", c.onAccent);
    draw("dot", "dot", c.onAccent);
    draw("close", "close", c.muted);
    draw("warning", "warning", c.caution);
    draw("fault", "fault", c.fault);
    draw("info", "info", c.accent);
    return base;
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double shareOfB)
{
    const auto channel = [shareOfB](float from, float to) {
        return static_cast<float>(from + (to - from) * shareOfB);
    };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

ThemeColours themeColours(bool dark)
{
    ThemeColours c;
    c.dark = dark;
    if (dark) {
        c.window = 0x14171A;
        c.surface = 0x1C2024;
        c.raised = 0x24292E;
        c.line = 0x343B42;
        c.text = 0xE7EBEF;
        c.muted = 0x98A2AC;
        c.accent = 0x7AB0FF;
        c.onAccent = 0x0C1624;
        c.good = 0x4CC38A;
        c.caution = 0xE0B04A;
        c.fault = 0xFF7B8A;
        c.selection = 0x253C5C;
    } else {
        c.window = 0xF6F7F8;
        c.surface = 0xFFFFFF;
        c.raised = 0xFFFFFF;
        c.line = 0xD7DCE1;
        c.text = 0x1D2125;
        c.muted = 0x5F6871; // a shade under the table's, for 4.5 on the hover grey
        c.accent = 0x2563C9;
        c.onAccent = 0xFFFFFF;
        c.good = 0x1B7F4B;
        c.caution = 0x8A5B00; // likewise
        c.fault = 0xC4314B;
        c.selection = 0xDCE8FB;
    }
    c.training = seriesColour(0, dark);
    c.validation = seriesColour(1, dark);
    c.test = seriesColour(2, dark);
    return c;
}

Theme::Theme() : m_colours(themeColours(false)) { }

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::setDark(bool dark)
{
    m_colours = themeColours(dark);
    if (qApp) {
        if (QApplication::style()->objectName() != QLatin1String("fusion"))
            QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        QApplication::setFont(font(Body));
        QApplication::setPalette(paletteFor(m_colours));
        qApp->setStyleSheet(styleSheetFor(m_colours, drawnImages(m_colours)));
    }
    emit changed();
}

DrawingColours::DrawingColours(bool dark) : m_window(Theme::instance().m_colours)
{
    Theme::instance().m_colours = themeColours(dark);
}

DrawingColours::~DrawingColours()
{
    Theme::instance().m_colours = m_window;
}

QFont Theme::font(TextSize size, bool strong) const
{
    static const QString face = interfaceFace();
    QFont font(face);
    font.setPixelSize(size);
    if (strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

QColor Theme::series(int index) const
{
    return seriesColour(index, m_colours.dark);
}

QColor Theme::family(Family family) const
{
    // Hues far apart for families that stand side by side.
    static constexpr std::array<double, 11> hues{255, 285, 20, 55, 195, 135, 335, 225, 95, 310, 165};
    const bool quiet = family == Family::ShapeChange || family == Family::Input;
    return oklch(m_colours.dark ? 0.76 : 0.6, quiet ? 0.06 : 0.15, hues[static_cast<std::size_t>(family)]);
}

QColor Theme::sequential(double value) const
{
    static const std::array<QColor, 256> ramp = [] {
        std::array<QColor, 256> colours;
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const double t = static_cast<double>(i) / 255;
            colours[i] = oklch(0.25 + 0.66 * t, 0.13 + 0.05 * t, 305 - 200 * t);
        }
        return colours;
    }();
    if (!(value > 0)) // also not-a-number
        return ramp.front();
    return ramp[static_cast<std::size_t>(std::lround(std::min(value, 1.0) * 255))];
}

QColor Theme::diverging(double value) const
{
    if (std::isnan(value))
        return m_colours.muted;
    const double t = std::min(std::abs(value), 1.0);
    return oklch(0.99 - 0.5 * t, 0.17 * std::sqrt(t) * t + 0.02 * t, value < 0 ? 250 : 45);
}

} // namespace lamina
