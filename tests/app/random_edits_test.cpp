#include "engine/formats/project_file.h"
#include "tests/app/random_edits.h"
#include "tests/support/run.h"
#include "widgets/designer/block_frame.h"
#include "widgets/designer/block_node.h"
#include "widgets/designer/graph_scene.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QTest>

#include <set>

using namespace lamina;

class RandomEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoingAllGivesTheFirstProjectAndRedoingAllTheLast_data();
    void undoingAllGivesTheFirstProjectAndRedoingAllTheLast();
    void eachStateOnTheWayComesBack();

private:
    void compareCanvas(const ProjectDocument& document);

    GraphScene m_scene;
};

// Nodes, links, blocks and places are those of the document, no more and no fewer.
void RandomEditsTest::compareCanvas(const ProjectDocument& document)
{
    const Project& project = document.project();
    m_scene.setModel(project.model, document.analysis(), project.layout, QSizeF(900, 600), project.groups);
    qsizetype nodes = 0;
    std::size_t links = 0, blocks = 0, frames = 0;
    for (const QGraphicsItem* item : m_scene.items()) {
        blocks += item->type() == BlockNode::Type;
        frames += item->type() == BlockFrame::Type;
        nodes += item->type() == LayerNode::Type;
        links += item->type() == LinkItem::Type;
    }
    QCOMPARE(nodes, static_cast<qsizetype>(project.model.layers.size()));
    QCOMPARE(links, m_scene.links().size());
    QCOMPARE(blocks + frames, project.groups.size());
    for (const auto& [name, group] : project.groups) {
        const QString title = QString::fromStdString(name);
        const QStringList layers = group.closed
            ? (m_scene.block(title) ? m_scene.block(title)->layers() : QStringList())
            : (m_scene.frame(title) ? m_scene.frame(title)->layers() : QStringList());
        QCOMPARE(layers.size(), static_cast<qsizetype>(group.layers.size()));
        for (const QString& layer : layers) {
            QVERIFY(group.layers.contains(layer.toStdString()));
            QCOMPARE(m_scene.node(layer)->isVisible(), !group.closed);
            QVERIFY((m_scene.shown(layer) == m_scene.node(layer)) != group.closed);
        }
    }
    std::set<LinkItem*> seen;
    for (const LayerSpec& layer : project.model.layers) {
        const LayerNode* node = m_scene.node(QString::fromStdString(layer.name));
        QVERIFY(node);
        if (const auto place = project.layout.find(layer.name); place != project.layout.end())
            QVERIFY((node->pos() - QPointF(place->second.x, place->second.y)).manhattanLength() <= 4);
        for (std::size_t input = 0; input < layer.inputs.size(); ++input) {
            LinkItem* link = m_scene.link({layer.name, input});
            QVERIFY(link);
            QCOMPARE(link->from()->name().toStdString(), layer.inputs[input].layer);
            QCOMPARE(link->firstCard(), m_scene.shown(link->from()->name()));
            QCOMPARE(link->lastCard(), m_scene.shown(link->to()->name()));
            QCOMPARE(link->isVisible(), link->firstCard() != link->lastCard());
            QVERIFY(link->output() == static_cast<std::size_t>(layer.inputs[input].index));
            seen.insert(link);
        }
    }
    QCOMPARE(seen.size(), links);
}

void RandomEditsTest::undoingAllGivesTheFirstProjectAndRedoingAllTheLast_data()
{
    QTest::addColumn<bool>("namesItsEnds");
    QTest::newRow("whose ends are not named") << false;
    QTest::newRow("whose ends are named") << true;
}

void RandomEditsTest::undoingAllGivesTheFirstProjectAndRedoingAllTheLast()
{
    QFETCH(bool, namesItsEnds);
    constexpr int edits = 10'000;
    ProjectDocument document;
    QUndoStack& stack = document.undoStack();
    Project start = exampleProject();
    if (namesItsEnds) {
        start.model.inputs = start.model.effectiveInputs();
        start.model.outputs = start.model.effectiveOutputs();
    }
    document.setProject(start, {});
    const std::string first = projectText(document.project());
    RandomEdits random(namesItsEnds ? 5 : 4);
    for (int i = 0; i < edits; ++i) {
        if (random.below(12) == 0)
            stack.undo();
        else if (random.below(14) == 0)
            stack.redo();
        else
            document.execute(random.next(document.project()));
        if (i % 100 == 0) {
            compareCanvas(document);
            if (QTest::currentTestFailed())
                return;
        }
    }
    while (stack.canRedo())
        stack.redo();
    QVERIFY(stack.count() > edits / 10);
    const std::string last = projectText(document.project());
    QVERIFY(last != first);
    for (int i = 0; stack.canUndo(); ++i) {
        stack.undo();
        if (i % 200 == 0)
            compareCanvas(document);
    }
    QCOMPARE(QByteArray::fromStdString(projectText(document.project())), QByteArray::fromStdString(first));
    compareCanvas(document);
    stack.setIndex(stack.count());
    QCOMPARE(QByteArray::fromStdString(projectText(document.project())), QByteArray::fromStdString(last));
    compareCanvas(document);
    QCOMPARE(document.analysis().faults, analyse(document.project().model).faults);
}

void RandomEditsTest::eachStateOnTheWayComesBack()
{
    ProjectDocument document;
    QUndoStack& stack = document.undoStack();
    const auto project = [&]() -> const Project& { return document.project(); };
    for (std::uint64_t round = 0; round < 8; ++round) {
        RandomEdits random(round);
        document.setProject(exampleProject(), {});
        std::vector<Project> states{project()};
        for (int step = 0; step < 600; ++step) {
            if (random.below(9) == 0)
                stack.undo();
            else if (random.below(12) == 0)
                stack.redo();
            else
                document.execute(random.next(project()));
            states.resize(static_cast<std::size_t>(stack.index()));
            states.push_back(project());
            if (static_cast<std::size_t>(stack.index()) + 1 != states.size())
                QFAIL("one state a step");
        }
        QVERIFY(stack.count() > 50);
        while (stack.canRedo())
            stack.redo();
        const Project last = project(); // NOLINT(performance-unnecessary-copy-initialization): it changes
        while (stack.canUndo()) {
            stack.undo();
            const auto at = static_cast<std::size_t>(stack.index());
            if (at < states.size())
                QVERIFY(project() == states[at]);
        }
        QVERIFY(project() == exampleProject());
        while (stack.canRedo())
            stack.redo();
        QVERIFY(project() == last);
        QCOMPARE(document.analysis().faults, analyse(last.model).faults);
    }
}

LAMINA_TEST(RandomEditsTest)
#include "random_edits_test.moc"
