// The style sheet: written once, filled from the theme's table.
#include "widgets/common/theme.h"

#include <QHash>

#include <algorithm>

namespace lamina {
namespace {

// @name stands for a colour of the table, @images for the folder (with prefix) of arrows and ticks.
const char* const sheet = R"(
* { outline: 0; }
QWidget { color: @text; }
QMainWindow, QDialog { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox { messagebox-warning-icon: url(@imageswarning.png); messagebox-critical-icon: url(@imagesfault.png);
    messagebox-question-icon: url(@imagesinfo.png); messagebox-information-icon: url(@imagesinfo.png); }

QLabel { background: transparent; }
QLabel[role="page"] { font-size: 22px; font-weight: 600; }
QLabel[role="section"] { font-size: 16px; font-weight: 600; }
QLabel[role="small"] { font-size: 11px; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="mutedSmall"] { color: @muted; font-size: 11px; }
QLabel[role="good"] { color: @good; }
QLabel[role="caution"] { color: @caution; }
QLabel[role="fault"] { color: @fault; }
QLabel:disabled { color: @faded; }

*[panel="true"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
*[bar="true"] { background: @surface; border: 0; border-bottom: 1px solid @line; }
*[side="true"] { background: @surface; border: 0; }
QScrollArea[edge="right"] { background: @surface; border: 0; border-right: 1px solid @line; }
QScrollArea[edge="left"] { background: @surface; border: 0; border-left: 1px solid @line; }

QPushButton { background: @raised; color: @text; border: 1px solid @edge; border-radius: 6px;
    min-height: 28px; padding: 0 12px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:checked { background: @selection; border-color: @accent; }
QPushButton:focus { border: 2px solid @accent; min-height: 26px; padding: 0 11px; }
QPushButton:disabled { color: @faded; border-color: @line; background: @window; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:checked { background: @selection; }
QPushButton[flat="true"]:focus { border-color: @accent; }
QPushButton[accent="true"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[accent="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[accent="true"]:pressed { background: @accentPressed; }
QPushButton[accent="true"]:focus { border: 2px solid @text; }
QPushButton[accent="true"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[danger="true"] { color: @fault; }
QPushButton::menu-indicator { image: url(@imagesdown.png); width: 14px; height: 14px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 6px; }

QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px;
    min-height: 28px; min-width: 28px; padding: 0 2px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:open { background: @pressed; }
QToolButton:checked { background: @selection; }
QToolButton:focus { border: 2px solid @accent; min-height: 26px; min-width: 26px; padding: 0 1px; }
QToolButton:disabled { color: @faded; }
QToolButton[accent="true"] { background: @accent; color: @onAccent; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-indicator { image: url(@imagesdown.png); width: 12px; height: 12px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 4px; }
QToolButton::menu-button { border: 0; width: 16px; }
QToolButton::menu-arrow { image: url(@imagesdown.png); width: 12px; height: 12px; }

QLineEdit, QComboBox, QAbstractSpinBox { background: @field; color: @text; border: 1px solid @edge;
    border-radius: 6px; min-height: 28px; padding: 0 8px;
    selection-background-color: @selectionStrong; selection-color: @text; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: @muted; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @accent; min-height: 26px;
    padding: 0 7px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @faded; background: @window;
    border-color: @line; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"] { border-color: @fault; }
QLineEdit { lineedit-clear-button-icon: url(@imagesclose.png); }
QLineEdit > QToolButton { min-width: 0; min-height: 0; padding: 0; border: 0; }
QLineEdit:read-only { background: @window; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 24px; background: transparent; }
QAbstractSpinBox { padding-right: 0; }
QAbstractSpinBox:focus { padding-right: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px; border: 0;
    background: transparent; height: 14px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 6px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: 6px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url(@imagesup.png); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(@imagesdown.png); width: 12px; height: 12px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 24px; border: 0; }
QComboBox::down-arrow { image: url(@imagesdown.png); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; padding: 4px; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; }

QTextEdit, QPlainTextEdit, QTextBrowser { background: @surface; border: 1px solid @line; border-radius: 6px;
    padding: 4px; selection-background-color: @selectionStrong; selection-color: @text; }
QTextEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus { border-color: @accent; }

QCheckBox, QRadioButton { background: transparent; spacing: 8px; min-height: 28px; }
QCheckBox:disabled, QRadioButton:disabled { color: @faded; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @muted;
    background: @field; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@imagescheck.png); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; image: url(@imagesdash.png); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(@imagesdot.png); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; width: 14px; height: 14px; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus { border-color: @text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @line; }

QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    background: @raised; border: 1px solid @muted; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 2px solid @accent;
    width: 12px; height: 12px; }

QProgressBar { background: @line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QGroupBox { border: 0; margin-top: 22px; padding: 0; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0; color: @text; }
QGroupBox QWidget { font-weight: 400; }

QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; border: 0; border-bottom: 2px solid transparent;
    padding: 6px 4px; margin-right: 16px; min-height: 20px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }

QAbstractItemView { background: @surface; alternate-background-color: @alternate; border: 1px solid @line;
    border-radius: 6px; selection-background-color: @selection; selection-color: @text; }
QAbstractItemView:focus { border-color: @accent; }
QAbstractItemView::item { min-height: 26px; }
QListView::item { padding: 0 6px; }
/* With a border, even one that is not seen, the selected cells keep their distance as all others do. */
QTreeView::item, QTableView::item { border: 1px solid transparent; padding: 0 6px; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QAbstractItemView::item:selected { background: @selection; color: @text; }
QTableView { gridline-color: @line; }
QHeaderView { background: @surface; border: 0; }
QHeaderView::section { background: @surface; color: @muted; border: 0; border-bottom: 1px solid @line;
    padding: 4px 8px; min-height: 22px; font-size: 11px; font-weight: 600; }
QTableCornerButton::section { background: @surface; border: 0; border-bottom: 1px solid @line; }
QTreeView::branch:has-children:closed { image: url(@imagesright.png); }
QTreeView::branch:has-children:open { image: url(@imagesdown.png); }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; margin: 2px; }
QScrollBar:horizontal { height: 10px; margin: 2px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: @surface; border: 0; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faded; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: 8px; }
QMenu::indicator:checked { image: url(@imagesmenu-check.png); }
QMenu::right-arrow { image: url(@imagesright.png); width: 14px; height: 14px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 8px; }
QSplitter::handle:vertical { height: 8px; }
QSplitter::handle:hover { background: @selection; }
QSplitter[slim="true"]::handle:horizontal { width: 4px; }
QStatusBar { background: @surface; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
)";

} // namespace

QString styleSheetFor(const ThemeColours& c, const QString& imageFolder)
{
    const QHash<QString, QString> names{
        {QStringLiteral("window"), c.window.name()},
        {QStringLiteral("surface"), c.surface.name()},
        {QStringLiteral("raised"), c.raised.name()},
        {QStringLiteral("line"), c.line.name()},
        {QStringLiteral("text"), c.text.name()},
        {QStringLiteral("muted"), c.muted.name()},
        {QStringLiteral("accent"), c.accent.name()},
        {QStringLiteral("onAccent"), c.onAccent.name()},
        {QStringLiteral("good"), c.good.name()},
        {QStringLiteral("caution"), c.caution.name()},
        {QStringLiteral("fault"), c.fault.name()},
        {QStringLiteral("selection"), c.selection.name()},
        {QStringLiteral("field"), (c.dark ? c.window : c.surface).name()},
        {QStringLiteral("edge"), mixed(c.line, c.muted, 0.3).name()},
        {QStringLiteral("faded"), mixed(c.muted, c.surface, 0.35).name()},
        {QStringLiteral("hover"), mixed(c.surface, c.muted, c.dark ? 0.16 : 0.09).name()},
        {QStringLiteral("pressed"), mixed(c.surface, c.muted, c.dark ? 0.26 : 0.18).name()},
        {QStringLiteral("alternate"), mixed(c.surface, c.window, 0.7).name()},
        {QStringLiteral("accentHover"),
         mixed(c.accent, c.dark ? QColor(Qt::white) : QColor(Qt::black), 0.12).name()},
        {QStringLiteral("accentPressed"),
         mixed(c.accent, c.dark ? QColor(Qt::white) : QColor(Qt::black), 0.22).name()},
        {QStringLiteral("selectionStrong"), mixed(c.selection, c.accent, 0.15).name()},
        {QStringLiteral("scroll"), mixed(c.line, c.muted, 0.35).name()},
        {QStringLiteral("images"), imageFolder},
    };
    // Longest names first, so that @onAccent is not taken for @on…
    QList<QString> keys = names.keys();
    std::sort(keys.begin(), keys.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QString filled = QString::fromLatin1(sheet);
    for (const QString& key : keys)
        filled.replace(QLatin1Char('@') + key, names.value(key));
    return filled;
}

} // namespace lamina
