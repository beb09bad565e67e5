// What the Design page is made of: its panels, bars and words.
#include "app/pages/design_page.h"

#include "app/settings.h"
#include "app/studio.h"
#include "engine/model/layer_type.h"
#include "widgets/common/icons.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/layered_view.h"
#include "widgets/designer/minimap.h"
#include "widgets/designer/preview_bar.h"
#include "widgets/designer/summary_view.h"
#include "widgets/inspector/layer_inspector.h"
#include "widgets/palette/layer_palette.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace lamina {

namespace {
const Setting<bool> mapShown{"design/map", true};

QToolButton* tool(const char* iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setIconSize(QSize(18, 18));
    return button;
}

// Of a text in parts, those from the front that are seen whole.
class PartsLabel final : public QLabel {
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QString between = QStringLiteral("  ·  ");
        QStringList parts = text().split(between);
        while (parts.size() > 1 && fontMetrics().horizontalAdvance(parts.join(between)) > width())
            parts.removeLast();
        QPainter painter(this);
        style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(),
                              isEnabled(), parts.join(between), foregroundRole());
    }
};

QWidget* divider(QWidget* parent)
{
    auto* line = new QWidget(parent);
    line->setFixedSize(1, 20);
    line->setObjectName(QStringLiteral("toolDivider"));
    return line;
}

void say(QToolButton* button, const QString& text, const QString& keys = {})
{
    button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    button->setAccessibleName(text);
}
} // namespace

void DesignPage::makeWidgets()
{
    m_palette = new LayerPalette;
    m_graph = new GraphView;
    m_inspector = new LayerInspector;
    m_layers = new LayeredView;
    m_summary = new SummaryView;
    m_centre = new QStackedWidget;
    m_centre->addWidget(makeCode());
    m_centre->addWidget(m_layers);
    m_centre->addWidget(m_summary);
    m_centre->addWidget(makeEmptyPage());

    auto* middle = new QWidget;
    auto* middleLayout = new QVBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(0);
    m_message = new MessageBar;
    middleLayout->addWidget(m_message);
    m_previewBar = new PreviewBar;
    middleLayout->addWidget(m_previewBar);
    middleLayout->addWidget(m_centre, 1);
    middleLayout->addWidget(makeFooter());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(makePanels(middle), 1);
}

QWidget* DesignPage::makeToolBar()
{
    auto* bar = new QWidget;
    bar->setProperty("bar", true);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Theme::unit, 4, Theme::unit, 4);
    layout->setSpacing(4);
    m_paletteButton = tool("chevron-left", bar);
    m_paletteButton->setCheckable(true);
    m_inspectorButton = tool("chevron-right", bar);
    m_inspectorButton->setCheckable(true);
    m_add = tool("add", bar);
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_undo = tool("undo", bar);
    m_redo = tool("redo", bar);
    m_layout = tool("layout", bar);
    m_fit = tool("fit", bar);
    m_map = tool("map", bar);
    m_map->setCheckable(true);
    m_zoomOut = tool("remove", bar);
    m_zoomIn = tool("add", bar);
    m_zoom = new QToolButton(bar);
    m_zoom->setMinimumWidth(56);
    m_picture = tool("image", bar);
    m_tabs = new QTabBar(bar);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = GraphTab; tab <= CodeTab; ++tab)
        m_tabs->addTab({});
    for (QToolButton* each : {m_paletteButton, m_add})
        layout->addWidget(each);
    layout->addWidget(divider(bar));
    for (QToolButton* each : {m_undo, m_redo})
        layout->addWidget(each);
    layout->addWidget(divider(bar));
    for (QToolButton* each : {m_layout, m_fit, m_map, m_zoomOut, m_zoom, m_zoomIn})
        layout->addWidget(each);
    layout->addWidget(divider(bar));
    m_costChoice = new QComboBox(bar);
    m_costChoice->setObjectName(QStringLiteral("costChoice"));
    m_freeze = tool("snowflake", bar);
    m_freeze->setObjectName(QStringLiteral("freezeLayers"));
    m_freeze->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_previewButton = tool("eye", bar);
    m_previewButton->setObjectName(QStringLiteral("previewButton"));
    m_previewButton->setCheckable(true);
    layout->addWidget(m_previewButton);
    layout->addWidget(m_costChoice);
    layout->addWidget(m_freeze);
    layout->addStretch(1);
    layout->addWidget(m_picture);
    layout->addWidget(m_tabs);
    layout->addWidget(m_inspectorButton);

    connect(m_add, &QToolButton::clicked, this, &DesignPage::openPalette);
    connect(m_layout, &QToolButton::clicked, this, &DesignPage::layOutAfresh);
    // What is asked of the view goes to the one that is shown.
    const auto view = [this](void (ZoomView::*what)()) {
        return [this, what] {
            ZoomView* layers = m_layers->canvas();
            ((m_centre->currentIndex() == LayersPage ? layers : m_graph)->*what)();
        };
    };
    connect(m_fit, &QToolButton::clicked, this, view(&ZoomView::fit));
    auto* map = new Minimap(m_graph);
    map->setWanted(mapShown.value());
    m_map->setChecked(map->isWanted());
    connect(m_map, &QToolButton::clicked, map, &Minimap::setWanted);
    connect(map, &Minimap::wantedChanged, m_map, &QToolButton::setChecked);
    connect(map, &Minimap::wantedChanged, this, [](bool wanted) { mapShown.set(wanted); });
    connect(m_zoomOut, &QToolButton::clicked, this, view(&ZoomView::zoomOut));
    connect(m_zoomIn, &QToolButton::clicked, this, view(&ZoomView::zoomIn));
    connect(m_zoom, &QToolButton::clicked, this, view(&ZoomView::zoomToFullSize));
    connect(m_tabs, &QTabBar::currentChanged, this, &DesignPage::showPage);
    const auto restyle = [bar] {
        bar->setStyleSheet(
            QStringLiteral("#toolDivider { background: %1; }").arg(Theme::instance().colours().line.name()));
    };
    connect(&Theme::instance(), &Theme::changed, bar, restyle);
    restyle();
    return bar;
}

QWidget* DesignPage::makeFooter()
{
    auto* footer = new QWidget;
    footer->setObjectName(QStringLiteral("designFooter"));
    footer->setAttribute(Qt::WA_StyledBackground);
    auto* lines = new QVBoxLayout(footer);
    lines->setContentsMargins(2 * Theme::unit, 2, Theme::unit, 2);
    lines->setSpacing(2);
    auto* above = new QHBoxLayout; // only what does not fit into the memory stands there
    auto* layout = new QHBoxLayout;
    lines->addLayout(above);
    lines->addLayout(layout);
    m_counts = new PartsLabel(footer);
    m_counts->setObjectName(QStringLiteral("designCounts"));
    m_faults = new QToolButton(footer);
    m_faults->setObjectName(QStringLiteral("designFaults"));
    m_faults->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_faults->setIconSize(QSize(16, 16));
    m_tooLarge = new QLabel(footer);
    m_tooLarge->setProperty("role", QStringLiteral("fault"));
    m_smallerBatch = new QPushButton(footer);
    layout->addWidget(m_counts, 1);
    m_tooLarge->setWordWrap(true);
    above->addWidget(m_tooLarge, 1);
    above->addWidget(m_smallerBatch);
    layout->addWidget(m_faults);
    connect(m_faults, &QToolButton::clicked, this, &DesignPage::selectNextFault);
    const auto restyle = [footer] {
        const ThemeColours& colours = Theme::instance().colours();
        footer->setStyleSheet(QStringLiteral("#designFooter { background: %1; border-top: 1px solid %2; }")
                                  .arg(colours.surface.name(), colours.line.name()));
    };
    connect(&Theme::instance(), &Theme::changed, footer, restyle);
    restyle();
    return footer;
}

QWidget* DesignPage::makeEmptyPage()
{
    auto* page = new QWidget;
    page->setAcceptDrops(true); // see eventFilter()
    page->installEventFilter(this);
    auto* layout = new QVBoxLayout(page);
    m_emptyTitle = new QLabel;
    m_emptyTitle->setProperty("role", QStringLiteral("section"));
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyLine = new QLabel;
    m_emptyLine->setProperty("role", QStringLiteral("muted"));
    m_emptyLine->setAlignment(Qt::AlignHCenter);
    m_emptyLine->setWordWrap(true);
    m_emptyButton = new QPushButton;
    m_emptyButton->setProperty("accent", true);
    layout->addStretch(1);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyLine);
    layout->addSpacing(Theme::unit);
    layout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    m_emptyTemplate = new QPushButton;
    layout->addWidget(m_emptyTemplate, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(m_emptyTemplate, &QPushButton::clicked, &m_studio, &Studio::templateRequested);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        for (const LayerType* type : layers::all())
            if (type->maximumInputs == 0) {
                addLayer(QString::fromUtf8(type->className));
                m_graph->setFocus(Qt::OtherFocusReason);
                return;
            }
    });
    return page;
}

void DesignPage::retranslate()
{
    retranslateBlocks();
    retranslateCosts();
    retranslatePreview();
    say(m_paletteButton, tr("Show or fold the layers to choose from"));
    say(m_inspectorButton, tr("Show or fold the settings"));
    say(m_add, tr("Add a layer after the selected one"), QStringLiteral("/"));
    m_add->setText(tr("Add layer"));
    say(m_layout, tr("Automatic layout"), QStringLiteral("L"));
    say(m_fit, tr("See the whole model"), QStringLiteral("F"));
    say(m_map, tr("Show a map while the model is larger than the view"), QStringLiteral("M"));
    say(m_zoomOut, tr("Smaller"), QStringLiteral("Ctrl+−"));
    say(m_zoomIn, tr("Larger"), QStringLiteral("Ctrl++"));
    say(m_zoom, tr("Full size"), QStringLiteral("Ctrl+0"));
    say(m_picture, tr("Save a picture of this view"), QStringLiteral("Ctrl+Shift+P"));
    m_tabs->setTabText(GraphTab, tr("Graph"));
    m_tabs->setTabText(LayersTab, tr("Layers"));
    m_tabs->setTabText(SummaryTab, tr("Summary"));
    m_tabs->setTabText(CodeTab, tr("Code"));
    m_tabs->setAccessibleName(tr("Views of the model"));
    m_emptyTitle->setText(tr("A network begins with what comes in"));
    m_emptyLine->setText(
        tr("Put an input on the canvas, then add layer after layer from the list on the left."));
    m_emptyButton->setText(tr("Add an input"));
    m_emptyTemplate->setText(tr("Start from a template…"));
    m_emptyTemplate->setToolTip(tr("A known network, one of a lesson, or a file of Keras"));
}

} // namespace lamina
