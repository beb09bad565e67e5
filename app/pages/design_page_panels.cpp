// The panels at the page's sides, and what gives way where the page is narrow.
#include "app/pages/design_page.h"

#include "app/settings.h"
#include "widgets/palette/layer_palette.h"

#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace lamina {

namespace {
const Setting<QByteArray> splitterState{"design/splitter", QByteArray()};

constexpr int paletteWidth = 264; // the longest name of a layer is seen whole
constexpr int inspectorWidth = 344; // two numbers side by side, and what resets them
constexpr int roomForAllTools = 1240; // of the page
} // namespace

QWidget* DesignPage::makePanels(QWidget* middle)
{
    m_palette->setMinimumWidth(200);
    QWidget* side = makeSide();
    side->setMinimumWidth(inspectorWidth);
    m_splitter = new QSplitter(Qt::Horizontal);
    for (QWidget* part : {static_cast<QWidget*>(m_palette), middle, side})
        m_splitter->addWidget(part);
    m_splitter->setCollapsible(1, false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setHandleWidth(1);
    if (!m_splitter->restoreState(splitterState.value()))
        m_splitter->setSizes({paletteWidth, 720, inspectorWidth});
    const auto showButtons = [this] {
        m_paletteButton->setChecked(m_splitter->sizes().at(Palette) > 0);
        m_inspectorButton->setChecked(m_splitter->sizes().at(Inspector) > 0);
    };
    showButtons();
    connect(m_splitter, &QSplitter::splitterMoved, this, [this, showButtons] {
        showButtons();
        if (m_gaveWay >= 0 && m_splitter->sizes().at(m_gaveWay) > 0)
            m_gaveWay = -1;
        rememberPanels();
        placeCode();
    });
    connect(m_paletteButton, &QToolButton::clicked, this, [this](bool on) { setPanel(Palette, on); });
    connect(m_inspectorButton, &QToolButton::clicked, this, [this](bool on) { setPanel(Inspector, on); });
    return m_splitter;
}

void DesignPage::setPanel(Panel panel, bool shown)
{
    if (shown || m_gaveWay == panel)
        m_gaveWay = -1;
    showPanel(panel, shown);
    rememberPanels();
    makeRoomBeside(panel);
}

void DesignPage::showPanel(Panel panel, bool shown)
{
    QList<int> sizes = m_splitter->sizes();
    (panel == Palette ? m_paletteButton : m_inspectorButton)->setChecked(shown);
    if ((sizes[panel] > 0) == shown)
        return;
    const int width = shown ? (panel == Palette ? paletteWidth : inspectorWidth) : -sizes[panel];
    sizes[panel] += width;
    sizes[1] -= width;
    m_splitter->setSizes(sizes);
    placeCode();
}

// As the person wants them: a panel that only gave way is not remembered as folded.
void DesignPage::rememberPanels()
{
    if (m_gaveWay < 0)
        splitterState.set(m_splitter->saveState());
}

// Where there is no room for both, the other panel gives way, and comes back with the room.
void DesignPage::makeRoomBeside(Panel panel)
{
    if (!isVisible())
        return;
    int least = 2 * m_splitter->handleWidth();
    for (int i = 0; i < m_splitter->count(); ++i) {
        const QWidget* part = m_splitter->widget(i);
        least += std::max(part->minimumWidth(), part->minimumSizeHint().width());
    }
    const QList<int> sizes = m_splitter->sizes();
    if (width() >= least) {
        if (m_gaveWay >= 0)
            showPanel(static_cast<Panel>(std::exchange(m_gaveWay, -1)), true);
    } else if (sizes[Palette] > 0 && sizes[Inspector] > 0) {
        m_gaveWay = panel == Palette ? Inspector : Palette;
        showPanel(static_cast<Panel>(m_gaveWay), false);
    }
}

void DesignPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In a narrow page the tabs come before what the menus, the keys and the wheel do as well.
    const bool roomy = width() >= roomForAllTools;
    for (QToolButton* each : {m_undo, m_redo, m_map, m_zoomOut, m_zoom, m_zoomIn, m_picture})
        each->setVisible(roomy);
    findChild<QWidget*>(QStringLiteral("toolDivider"))->setVisible(roomy); // before undo and redo
    for (QToolButton* each : {m_previewButton, m_freeze})
        each->setToolButtonStyle(roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    makeRoomBeside(Inspector);
    placeCode();
}

} // namespace lamina
