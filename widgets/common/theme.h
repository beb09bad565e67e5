// Every colour, space and size of the window, in one table. See look.md's tokens for where they come from.
//
// Dynamic properties that the style knows:
//   QPushButton, QToolButton   accent = true (what to press next; one a window), danger = true, flat = true
//   QLabel                     role = "page", "section", "small", "muted", "mutedSmall", "good", "caution",
//   "fault" QFrame, QWidget            panel = true (surface with a line around), bar = true (surface, line
//   below),
//                              side = true (surface, no frame)
//   QScrollArea                edge = "left", "right" (surface, a line on that side)
//   QSplitter                  slim = true
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

namespace lamina {

enum class Family; // engine/model/layer_type.h

struct ThemeColours {
    bool dark = false;
    QColor window, surface, raised, line, text, muted, accent, onAccent, good, caution, fault, selection;
    QColor training, validation, test; // series, everywhere the same
};

class Theme final : public QObject {
    Q_OBJECT
public:
    static Theme& instance();

    const ThemeColours& colours() const { return m_colours; }
    bool isDark() const { return m_colours.dark; }
    void setDark(bool dark); // restyles the application and emits changed()

    QColor series(int index) const; // 0 training, 1 validation, 2 test, then the rest of Okabe–Ito
    QColor family(Family family) const; // a layer family's hue
    QColor sequential(double value) const; // 0 … 1 on the one perceptually even ramp
    QColor diverging(double value) const; // -1 … 1, neutral at 0

    static constexpr int unit = 8; // spacing comes in these; 4 inside controls
    static constexpr int radius = 6;
    static constexpr int controlHeight = 30;
    enum TextSize { Small = 11, Body = 13, Section = 16, Page = 22 }; // pixels at 100 %

    // The interface face; its figures are all equally wide.
    QFont font(TextSize size, bool strong = false) const;

signals:
    void changed();

private:
    friend class DrawingColours;
    Theme();
    ThemeColours m_colours;
};

// While one lives, everything is drawn in the colours of the light or the dark theme, and the window stays as
// it is: for pictures that leave the window.
class DrawingColours final {
public:
    explicit DrawingColours(bool dark);
    ~DrawingColours();
    Q_DISABLE_COPY_MOVE(DrawingColours)

private:
    ThemeColours m_window;
};

// The whole table for one theme, also for tests.
ThemeColours themeColours(bool dark);
// The style sheet made from a table; arrows and ticks are read from `imageFolder`.
QString styleSheetFor(const ThemeColours& colours, const QString& imageFolder);
// WCAG 2: 1 … 21.
double contrast(const QColor& a, const QColor& b);
QColor mixed(const QColor& a, const QColor& b, double shareOfB);
// Sets a dynamic property and lets the style see it.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

} // namespace lamina
