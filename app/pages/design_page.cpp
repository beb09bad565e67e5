#include "app/pages/design_page.h"

#include "app/commands/add_layer.h"
#include "app/commands/move_layers.h"
#include "app/design_costs.h"
#include "app/document/project_document.h"
#include "app/photo_folders.h"
#include "app/studio.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/code_view.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/layered_view.h"
#include "widgets/designer/summary_view.h"
#include "widgets/inspector/layer_inspector.h"
#include "widgets/palette/layer_palette.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace lamina {

DesignPage::DesignPage(Studio& studio, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_document(studio.document())
{
    makeWidgets();
    makeBlocks();
    makeCosts();
    makePreview();
    connectDocument();
    connectWidgets();
    connectCode();
    connectViews();
    connectEdits();
    connectInspector();
    retranslate();
    refresh();
    m_graph->startAfresh();
}

// A field that loses the focus says that its editing is finished: it has to while there is a page to hear it.
DesignPage::~DesignPage()
{
    hide();
}

void DesignPage::connectDocument()
{
    connect(&m_document, &ProjectDocument::modelChanged, this, &DesignPage::refresh);
    connect(&m_document, &ProjectDocument::layoutChanged, this, &DesignPage::refresh);
    connect(&m_document, &ProjectDocument::replaced, this, [this] {
        m_names.clear();
        refresh();
        m_graph->startAfresh();
    });
    connect(&m_document, &ProjectDocument::dataChanged, this, &DesignPage::showFooter);
    connect(&m_document, &ProjectDocument::filePathChanged, this, &DesignPage::showFooter);
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, &DesignPage::showUndo);
    connect(m_undo, &QToolButton::clicked, &m_document.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &m_document.undoStack(), &QUndoStack::redo);
}

void DesignPage::connectWidgets()
{
    connect(m_graph, &GraphView::selectionChanged, this, [this] {
        endGesture();
        showSelection();
    });
    connect(m_graph, &GraphView::paletteRequested, this, &DesignPage::openPalette);
    connect(m_graph, &GraphView::layoutRequested, this, &DesignPage::layOutAfresh);
    connect(m_graph, &GraphView::zoomChanged, this, &DesignPage::showZoom);

    connect(m_palette, &LayerPalette::layerRequested, this, &DesignPage::addLayer);
    connect(m_palette, &LayerPalette::closeRequested, this,
            [this] { m_graph->setFocus(Qt::OtherFocusReason); });
}

void DesignPage::refresh()
{
    const ModelSpec& model = m_document.project().model;
    QStringList names;
    for (const LayerSpec& layer : model.layers)
        names += QString::fromStdString(layer.name);
    // A layer that changed nothing but its name (also by undo) stays the selected one.
    if (m_selectNext.isEmpty() && names.size() == m_names.size()) {
        for (const QString& selected : m_graph->selection()) {
            const qsizetype at = m_names.indexOf(selected);
            m_selectNext += !names.contains(selected) && at >= 0 ? names.at(at) : selected;
        }
        if (m_selectNext == m_graph->selection())
            m_selectNext.clear();
    }
    m_names = names;
    const QStringList select = std::exchange(m_selectNext, {});
    {
        const QSignalBlocker quiet(m_graph);
        m_graph->setModel(model, m_document.analysis(), m_document.project().layout,
                          m_document.project().groups);
        if (!select.isEmpty()) {
            m_graph->setSelection(select);
            m_graph->reveal(select.front());
        }
    }
    showAdvice();
    showFooter();
    showCosts();
    showPage();
    showPreview();
    showUndo();
}

void DesignPage::showFooter()
{
    const ModelSpec& model = m_document.project().model;
    const ModelAnalysis& analysis = m_document.analysis();
    Index parameters = 0, trained = 0;
    for (const LayerAnalysis& layer : analysis.layers) {
        parameters += layer.parameters;
        trained += layer.trainableParameters;
    }
    QStringList outputs;
    for (const TensorRef& output : model.effectiveOutputs())
        for (std::size_t i = 0; i < model.layers.size(); ++i)
            if (model.layers[i].name == output.layer
                && output.index < static_cast<int>(analysis.layers[i].outputs.size()))
                outputs +=
                    LayerNode::shapeText(analysis.layers[i].outputs[static_cast<std::size_t>(output.index)]);
    QStringList parts{tr("%1 parameters").arg(number::count(parameters))};
    parts += costParts();
    m_counts->setText(model.layers.empty() ? QString() : parts.join(QStringLiteral("  ·  ")));
    QStringList more{
        tr("%1 parameters, %2 of them trained").arg(number::full(parameters), number::full(trained)),
        tr("%n layers", nullptr, static_cast<int>(model.layers.size()))};
    if (!outputs.isEmpty())
        more += tr("output %1").arg(outputs.join(QStringLiteral(", ")));
    m_counts->setToolTip((more + costLines()).join(QLatin1Char('\n')));

    showTooLarge();
    Faults wrong;
    for (const Advice& advice : m_advice)
        if (advice.blocks)
            wrong.push_back(advice.fault);
    const auto faults = static_cast<int>(wrong.size());
    m_faults->setVisible(!model.layers.empty());
    const ThemeColours& colours = Theme::instance().colours();
    const auto say = [this](const QIcon& sign, const QString& text, const QString& toolTip) {
        m_faults->setIcon(sign);
        m_faults->setText(text);
        m_faults->setToolTip(toolTip);
    };
    if (faults > 0)
        say(icon(QStringLiteral("fault"), colours.fault), tr("%n faults", nullptr, faults),
            faultsInOneText(wrong));
    else if (trained == 0)
        say({}, tr("Nothing to train yet"), tr("No layer has weights that are trained."));
    else if (photosAreMissing(m_document.project(), m_document.folder()))
        say(icon(QStringLiteral("warning"), colours.caution), tr("No photographs yet"),
            tr("Press to choose those that this network learns from."));
    else
        say(icon(QStringLiteral("good"), colours.good), tr("Ready to train"),
            tr("No faults were found in the model."));
}

void DesignPage::showPage()
{
    const QWidget* held = QApplication::focusWidget();
    const bool follows = held && m_centre->isAncestorOf(held);
    const int tab = m_tabs->currentIndex();
    if (tab == LayersTab)
        showLayers();
    else if (tab == SummaryTab)
        showSummary();
    const bool empty = m_document.project().model.layers.empty();
    m_centre->setCurrentIndex(empty                   ? EmptyPage
                                  : tab == LayersTab  ? LayersPage
                                  : tab == SummaryTab ? SummaryPage
                                                      : GraphPage);
    showCode();
    showZoom();
    QWidget* shown = empty    ? m_emptyButton
        : tab == LayersTab    ? m_layers
        : tab == SummaryTab   ? m_summary
        : m_graph->isHidden() ? static_cast<QWidget*>(m_code)
                              : m_graph;
    setFocusProxy(shown);
    if (follows && !held->isVisible())
        shown->setFocus(Qt::OtherFocusReason);
}

void DesignPage::showUndo()
{
    const QUndoStack& stack = m_document.undoStack();
    const auto tell = [](QToolButton* button, bool enabled, const QString& what, const QString& text,
                         const QKeySequence& keys) {
        button->setEnabled(enabled);
        button->setToolTip(
            QStringLiteral("%1 (%2)").arg(text.isEmpty() ? what : what + QStringLiteral(": ") + text,
                                          keys.toString(QKeySequence::NativeText)));
        button->setAccessibleName(what);
        button->setAccessibleDescription(text);
    };
    tell(m_undo, stack.canUndo(), tr("Undo"), stack.undoText(), QKeySequence(QKeySequence::Undo));
    tell(m_redo, stack.canRedo(), tr("Redo"), stack.redoText(),
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
}

void DesignPage::openPalette()
{
    setPanel(Palette, true);
    m_palette->focusSearch();
}

void DesignPage::addLayer(const QString& className)
{
    const Project& project = m_document.project();
    const std::string type = className.toStdString();
    const LayerType* known = layers::find(type);
    const QStringList ends = m_graph->selectedEnds();
    NewLayer wanted;
    if (const auto link = m_graph->selectedLink(); link && known && known->maximumInputs > 0) {
        wanted = layerOnLink(project.model, type, *link);
    } else {
        QString after = ends.isEmpty() ? QString() : ends.last();
        if (after.isEmpty())
            if (const auto outputs = project.model.effectiveOutputs(); !outputs.empty())
                after = QString::fromStdString(outputs.back().layer);
        wanted = layerAfter(project.model, type, after.toStdString());
        if (known && known->maximumInputs > 1 && ends.size() > 1) {
            wanted.inputs.clear(); // joins all that are selected
            wanted.followers.clear();
            for (const QString& name : ends)
                wanted.inputs.push_back({name.toStdString(), 0});
        }
    }
    if (!showsCode())
        m_tabs->setCurrentIndex(GraphTab);
    add(wanted);
}

void DesignPage::add(NewLayer wanted)
{
    const Project& project = m_document.project();
    if (const TaskFacts* facts = m_costs->facts())
        takeShapeOfData(wanted, project.model, *facts);
    LayerNames sources;
    for (const TensorRef& input : wanted.inputs)
        sources.insert(input.layer);
    std::vector<LinkEnd> readers = wanted.followers;
    for (const std::string& fed : wanted.feeds)
        readers.push_back({fed, 0});
    if (!project.layout.empty() && !wanted.position && !(sources.empty() && readers.empty())) {
        Room room = roomBelow(sources, readers, {LayerNode::width, LayerNode::height});
        wanted.position = room.corner;
        wanted.arrangement = std::move(room.arrangement);
    }
    endGesture();
    m_selectNext = {QString::fromStdString(freeName(project.model, wanted.className))};
    m_document.execute(new AddLayer(project, wanted));
    m_selectNext.clear();
}

void DesignPage::layOutAfresh()
{
    LayerPositions cleared;
    for (const auto& [name, position] : m_document.project().layout)
        cleared[name] = std::nullopt;
    if (!cleared.empty())
        m_document.execute(new MoveLayers(std::move(cleared), tr("Automatic layout")));
    m_graph->fit();
}

// Or to what else stands in the way of a training.
void DesignPage::selectNextFault()
{
    const bool faults = std::ranges::any_of(m_advice, &Advice::blocks);
    if (!faults && photosAreMissing(m_document.project(), m_document.folder()))
        return emit m_studio.modeRequested(Mode::Data);
    const QStringList selection = m_graph->selection();
    const QStringList& order = m_graph->graph().order();
    const qsizetype start = selection.isEmpty() ? -1 : order.indexOf(selection.last());
    for (qsizetype step = 1; step <= order.size(); ++step) {
        const QString& name = order[(start + step + order.size()) % order.size()];
        if (!m_graph->graph().node(name)->hasFault())
            continue;
        if (m_graph->isHidden() || !showsCode())
            m_tabs->setCurrentIndex(GraphTab);
        m_graph->setSelection({name});
        m_graph->reveal(name);
        return;
    }
}

void DesignPage::keyPressEvent(QKeyEvent* event)
{
    // The window has these as menu entries, too; there they never come here.
    if (event->matches(QKeySequence::Undo))
        m_document.undoStack().undo();
    else if (event->matches(QKeySequence::Redo))
        m_document.undoStack().redo();
    else if (event->matches(QKeySequence::Paste))
        pasteLayers();
    else if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::NoModifier)
        openPalette();
    else if (event->key() == freezeKey && event->modifiers() == Qt::NoModifier && m_graph->hasFocus())
        freezeSelection(!selectionIsFrozen());
    else
        QWidget::keyPressEvent(event);
}

void DesignPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace lamina
