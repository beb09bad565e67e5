// Blocks of layers on the Design page: gathered, opened, renamed and repeated. Each edit is a command.
#include "app/commands/edit_groups.h"
#include "app/commands/repeat_layers.h"
#include "app/document/project_document.h"
#include "app/names.h"
#include "app/pages/design_page.h"
#include "engine/model/network.h"
#include "widgets/common/icons.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/number_text.h"
#include "widgets/common/words.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/repeat_dialog.h"
#include "widgets/inspector/block_panel.h"
#include "widgets/inspector/layer_inspector.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace lamina {

namespace {
LayerNames namesOf(const QStringList& layers)
{
    LayerNames names;
    for (const QString& layer : layers)
        names.insert(layer.toStdString());
    return names;
}

// Blocks that hold some of these layers.
std::vector<std::string> touched(const LayerGroups& groups, const LayerNames& layers)
{
    std::vector<std::string> names;
    for (const auto& [name, group] : groups)
        if (std::any_of(group.layers.begin(), group.layers.end(),
                        [&](const std::string& layer) { return layers.contains(layer); }))
            names.push_back(name);
    return names;
}
} // namespace

// The block's panel stands over what its layers have in common.
QWidget* DesignPage::makeSide()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_blockPanel = new BlockPanel;
    m_blockPanel->hide();
    layout->addWidget(m_blockPanel);
    layout->addWidget(m_inspector, 1);
    return side;
}

void DesignPage::makeBlocks()
{
    m_blockMenu = new QMenu(this);
    // The canvas hears the keys; in the menus they are told.
    const auto action = [this](const char* iconName, const QKeySequence& keys, auto act) {
        auto* made = new QAction(this);
        if (*iconName)
            made->setIcon(icon(QString::fromLatin1(iconName)));
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetShortcut);
        made->setShortcutVisibleInContextMenu(true);
        m_graph->addAction(made);
        m_blockMenu->addAction(made);
        connect(made, &QAction::triggered, this, act);
        return made;
    };
    m_group = action("block", QKeySequence(QStringLiteral("Ctrl+G")), &DesignPage::groupLayers);
    m_ungroup = action("", QKeySequence(QStringLiteral("Ctrl+Shift+G")), &DesignPage::ungroupLayers);
    m_takeOut = action("", {}, &DesignPage::takeOutOfBlock);
    m_blockMenu->addSeparator();
    m_toggleBlock = new QAction(this); // the canvas has the space bar to pan, too
    m_blockMenu->addAction(m_toggleBlock);
    connect(m_toggleBlock, &QAction::triggered, m_graph, &GraphView::toggleBlocks);
    m_renameBlock = new QAction(this);
    m_blockMenu->addAction(m_renameBlock);
    connect(m_renameBlock, &QAction::triggered, this,
            [this] { m_graph->renameBlock(m_graph->selectedBlock()); });
    m_blockMenu->addSeparator();
    m_repeat = action("", Qt::Key_R, &DesignPage::repeatLayers);
    m_blockPanel->addActions({m_toggleBlock, m_repeat, m_ungroup});

    const auto check = [this](const QString& self, const QString& name) {
        const auto fault =
            groupNameFault(m_document.project().groups, self.toStdString(), name.toStdString());
        return fault ? faultTitle(*fault) : QString();
    };
    m_graph->setBlockNameCheck(check);
    m_blockPanel->setNameCheck(check);
    connect(m_graph, &GraphView::blockRenamed, this, &DesignPage::renameBlock);
    connect(m_blockPanel, &BlockPanel::renameRequested, this, &DesignPage::renameBlock);
    connect(m_blockPanel, &BlockPanel::fixRequested, this, &DesignPage::applyFix);
    connect(m_blockPanel, &BlockPanel::layerRequested, this, &DesignPage::showLayer);
    connect(m_inspector, &LayerInspector::layerRequested, this, &DesignPage::showLayer);
    connect(m_graph, &GraphView::blocksToggled, this, &DesignPage::toggleBlocks);
    connect(m_graph, &GraphView::menuOpened, this, [this](QMenu* menu) {
        if (m_graph->selection().isEmpty())
            return;
        menu->addSeparator();
        for (QAction* each : {m_group, m_ungroup, m_takeOut, m_repeat})
            if (each->isEnabled())
                menu->addAction(each);
    });
    retranslateBlocks();
}

void DesignPage::retranslateBlocks()
{
    m_blockMenu->setTitle(tr("&Design"));
    m_group->setText(tr("&Group into a block"));
    m_ungroup->setText(tr("&Ungroup"));
    m_takeOut->setText(tr("&Take out of the block"));
    m_renameBlock->setText(tr("Re&name the block"));
    m_repeat->setText(tr("&Repeat…"));
    m_group->setToolTip(tr("Gather the selected layers in one block that can be closed"));
    m_ungroup->setToolTip(tr("The layers stay, the block goes (%1)")
                              .arg(m_ungroup->shortcut().toString(QKeySequence::NativeText)));
    m_takeOut->setToolTip(tr("The block goes on without the selected layers"));
    m_renameBlock->setToolTip(tr("Type another name in its place (F2)"));
    m_repeat->setToolTip(tr("Put copies of the selected layers behind them, one after the other (%1)")
                             .arg(m_repeat->shortcut().toString(QKeySequence::NativeText)));
    showBlocks();
}

// Which of it can be done with what is selected, and the block's panel.
void DesignPage::showBlocks()
{
    const Project& project = m_document.project();
    const QStringList selection = m_graph->selection();
    const QString block = m_graph->selectedBlock();
    const std::vector<std::string> blocks = touched(project.groups, namesOf(selection));
    const QStringList whole = m_graph->selectedBlocks();
    const bool open = !block.isEmpty() ? m_graph->graph().frame(block) != nullptr : !blocks.empty();
    m_group->setEnabled(!selection.isEmpty() && block.isEmpty());
    m_ungroup->setEnabled(!blocks.empty());
    m_takeOut->setEnabled(whole.size() < static_cast<qsizetype>(blocks.size()));
    m_toggleBlock->setEnabled(!blocks.empty());
    m_toggleBlock->setText(open ? tr("&Close the block") : tr("&Open the block"));
    m_toggleBlock->setToolTip(open ? tr("Show the block as one card (space bar)")
                                   : tr("Show the layers of the block (space bar)"));
    m_renameBlock->setEnabled(!block.isEmpty());
    m_repeat->setEnabled(!selection.isEmpty());
    m_blockPanel->setVisible(!block.isEmpty());
    if (!block.isEmpty())
        m_blockPanel->showBlock(block,
                                blockFacts(project.model, m_document.analysis(), m_graph->graph().order(),
                                           project.groups.at(block.toStdString()).layers),
                                m_advice);
}

void DesignPage::groupLayers()
{
    const Project& project = m_document.project();
    LayerNames layers = namesOf(m_graph->selection());
    const std::vector<std::string> blocks = touched(project.groups, layers);
    LayerGroups others = project.groups;
    std::string name = freeGroupName(project.groups, tr("Block").toStdString());
    // With a block and layers beside it these come into that block.
    if (blocks.size() == 1) {
        const LayerNames& held = project.groups.at(blocks.front()).layers;
        if (!std::includes(held.begin(), held.end(), layers.begin(), layers.end())) {
            name = blocks.front();
            layers.insert(held.begin(), held.end());
            others.erase(name);
        }
    }
    if (const auto fault = groupFault(project.model, others, layers)) {
        m_message->showFaults(tr("No block was made"), {*fault});
        return;
    }
    m_message->dismiss();
    endGesture();
    m_document.execute(new GroupLayers(project, name, layers));
}

void DesignPage::ungroupLayers()
{
    const Project& project = m_document.project();
    const std::vector<std::string> blocks = touched(project.groups, namesOf(m_graph->selection()));
    if (blocks.empty())
        return;
    endGesture();
    m_document.execute(new UngroupLayers(project, blocks));
}

void DesignPage::takeOutOfBlock()
{
    const Project& project = m_document.project();
    const LayerNames selected = namesOf(m_graph->selection());
    for (const std::string& name : touched(project.groups, selected)) {
        LayerNames rest = project.groups.at(name).layers;
        std::erase_if(rest, [&](const std::string& layer) { return selected.contains(layer); });
        if (rest.empty())
            continue; // a whole block: that is ungrouped
        LayerGroups others = project.groups;
        others.erase(name);
        endGesture();
        if (rest.size() < 2)
            m_document.execute(new UngroupLayers(project, {name}));
        else if (const auto fault = groupFault(project.model, others, rest))
            m_message->showFaults(tr("Nothing was taken out of the block"), {*fault});
        else
            m_document.execute(new GroupLayers(project, name, rest));
        return;
    }
}

void DesignPage::renameBlock(const QString& from, const QString& to)
{
    endGesture();
    m_document.execute(new RenameGroup(m_document.project(), from.toStdString(), to.toStdString()));
}

// Where layers were placed by hand, what stands where the frame will be makes room.
void DesignPage::toggleBlocks(const QStringList& names, bool close)
{
    const Project& project = m_document.project();
    Positions moved;
    if (!close && !project.layout.empty())
        for (const QString& name : names)
            for (const auto& [layer, place] : roomForFrame(name))
                moved[layer] = place;
    endGesture();
    m_document.execute(new CloseGroups(project, plain(names), close, moved));
}

// Also a layer of a closed block: the block is opened for it.
void DesignPage::showLayer(const QString& layer)
{
    const std::string* block = groupOf(m_document.project().groups, layer.toStdString());
    if (block && m_document.project().groups.at(*block).closed)
        toggleBlocks({QString::fromStdString(*block)}, false);
    m_graph->setSelection({layer});
    m_graph->reveal(layer);
}

void DesignPage::repeatLayers()
{
    const Project& project = m_document.project();
    const LayerNames layers = namesOf(m_graph->selection());
    if (layers.empty())
        return;
    if (const auto fault = repeatFault(project.model, layers)) {
        m_message->showFaults(tr("This cannot be repeated"), {*fault});
        return;
    }
    m_message->dismiss();
    const auto lookAhead = [this, layers](int copies) {
        const Repeated repeated = withCopies(m_document.project(), {.layers = layers, .copies = copies});
        const ModelSpec& model = repeated.project.model;
        const ModelAnalysis analysis = analyse(model);
        Index parameters = 0;
        const Fault* fault = nullptr;
        for (std::size_t i = 0; i < model.layers.size(); ++i) {
            parameters += analysis.layers[i].parameters;
            const bool isNew = std::find(repeated.added.begin(), repeated.added.end(), model.layers[i].name)
                != repeated.added.end();
            if (isNew && !fault && !analysis.layers[i].faults.empty())
                fault = &analysis.layers[i].faults.front();
        }
        RepeatDialog::Outlook outlook;
        outlook.text = tr("Adds %n layers: the model then has %1 layers and %2 parameters.", nullptr,
                          static_cast<int>(repeated.added.size()))
                           .arg(model.layers.size())
                           .arg(number::count(parameters));
        if (fault)
            outlook.problem =
                QStringLiteral("%1: %2").arg(QString::fromStdString(fault->where.layer), faultTitle(*fault));
        return outlook;
    };
    const QString block = m_graph->selectedBlock();
    const QString what = !block.isEmpty() ? block
        : layers.size() == 1              ? QString::fromStdString(*layers.begin())
                                          : tr("%n layers", nullptr, static_cast<int>(layers.size()));
    auto* dialog = new RepeatDialog(what, lookAhead, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, layers] { repeat(layers, dialog->copies()); });
    dialog->open();
}

void DesignPage::repeat(const LayerNames& layers, int copies)
{
    const Project& project = m_document.project();
    if (repeatFault(project.model, layers))
        return; // the model is another by now
    Repetition wanted{.layers = layers, .copies = copies};
    if (!project.layout.empty()) {
        const QRectF box = placeOf(layers);
        const double apart = box.height() + roomBetween;
        wanted.distance = m_graph->graph().arranged({0, apart}).y;
        GroupEnds ends = groupEnds(project.model, layers);
        wanted.arrangement = roomBelow({layers.begin(), layers.end()}, readersOf(ends.outputs),
                                       {box.width(), copies * apart - roomBetween})
                                 .arrangement;
    }
    endGesture();
    for (const std::string& name : withCopies(project, wanted).added)
        m_selectNext += QString::fromStdString(name);
    m_document.execute(new RepeatLayers(project, wanted));
    m_selectNext.clear();
}

} // namespace lamina
