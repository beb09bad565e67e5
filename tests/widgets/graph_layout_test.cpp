// The automatic layout on well-known networks, on a graph with many branches, and on random ones.
#include "engine/model/model_template.h"
#include "tests/support/run.h"
#include "widgets/designer/graph_scene.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/link_item.h"

#include <QTest>

#include <random>

using namespace lamina;

namespace {
std::string named(int number)
{
    return "n" + std::to_string(number);
}

LayerSpec layer(int number, std::vector<int> inputs)
{
    LayerSpec made{inputs.empty()           ? "InputLayer"
                       : inputs.size() == 1 ? "Activation"
                                            : "Add",
                   named(number),
                   Json::object(),
                   {}};
    for (const int input : inputs)
        made.inputs.push_back({named(input), 0});
    return made;
}

// A backbone, a way up and a way down again that meet it at three sizes, and three heads of two branches.
ModelSpec yoloLike()
{
    ModelSpec model;
    const auto add = [&](std::vector<int> inputs) {
        model.layers.push_back(layer(static_cast<int>(model.layers.size()), std::move(inputs)));
        return static_cast<int>(model.layers.size()) - 1;
    };
    int at = add({});
    std::vector<int> sizes;
    for (int stage = 0; stage < 5; ++stage) {
        at = add({at});
        const int left = add({at}), right = add({at});
        int deep = right;
        std::vector<int> parts{left, right};
        for (int block = 0; block < 3; ++block) {
            const int inner = add({add({deep})});
            deep = add({inner, deep});
            parts.push_back(deep);
        }
        at = add({add(parts)});
        sizes.push_back(at);
    }
    const int up1 = add({add({at}), sizes[3]});
    const int up2 = add({add({up1}), sizes[2]});
    const int down1 = add({add({up2}), up1});
    const int down2 = add({add({down1}), at});
    std::vector<int> heads;
    for (const int scale : {up2, down1, down2})
        heads.push_back(add({add({add({scale})}), add({add({scale})})}));
    add(heads);
    return model;
}

ModelSpec randomGraph(unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    ModelSpec model;
    const int count = 2 + below(60);
    const int reach = 1 + below(12); // how far back a layer reads
    for (int i = 0; i < count; ++i) {
        std::vector<int> inputs;
        const int wanted = i == 0 ? 0 : below(12) == 0 ? 0 : 1 + below(3) * below(2);
        for (int k = 0; k < wanted; ++k)
            inputs.push_back(std::max(0, i - 1 - below(reach)));
        model.layers.push_back(layer(i, inputs));
    }
    return model;
}

// What is wrong with the layout, or nothing.
QString faultOf(const GraphScene& scene)
{
    const QStringList& order = scene.order();
    const auto card = [&](const QString& name) {
        return scene.node(name)->mapRectToScene(scene.node(name)->card());
    };
    for (qsizetype i = 0; i < order.size(); ++i)
        for (qsizetype k = i + 1; k < order.size(); ++k)
            if (card(order[i]).intersects(card(order[k])))
                return order[i] + " stands on " + order[k];
    for (const LinkItem* link : scene.links()) {
        const QPainterPath path = link->path();
        const QRectF around = path.controlPointRect();
        std::vector<QPointF> points; // along it, close enough to meet every card
        for (const QPolygonF& line : path.toSubpathPolygons())
            for (qsizetype i = 0; i + 1 < line.size(); ++i)
                for (int step = 0; step < 128; ++step)
                    points.push_back(line[i] + (line[i + 1] - line[i]) * step / 128);
        for (const QString& name : order) {
            const QRectF inner = QRectF(scene.node(name)->pos(), QSizeF(LayerNode::width, LayerNode::height))
                                     .adjusted(2, 2, -2, -2);
            if (link->from()->name() == name || link->to()->name() == name || !around.intersects(inner))
                continue;
            for (const QPointF& point : points)
                if (inner.contains(point))
                    return link->from()->name() + " to " + link->to()->name() + " passes through " + name;
        }
    }
    return {};
}

ModelSpec known(const char* id)
{
    const ModelTemplate* made = templates::find(id);
    ModelTask task = made->usual;
    task.top = !made->topIsOptional;
    return *made->build(task);
}
} // namespace

class GraphLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlapsInKnownNetworks_data()
    {
        QTest::addColumn<QString>("id");
        for (const ModelTemplate* made : templates::all())
            QTest::newRow(made->id) << made->id;
    }
    void nothingOverlapsInKnownNetworks()
    {
        QFETCH(QString, id);
        const ModelSpec model = known(qPrintable(id));
        for (const QSizeF room : {QSizeF(640, 560), QSizeF(1600, 900), QSizeF(300, 2000)}) {
            GraphScene scene;
            scene.setModel(model, analyse(model), {}, room);
            QVERIFY2(faultOf(scene).isEmpty(), qPrintable(faultOf(scene)));
        }
    }
    void nothingOverlapsInAGraphOfManyBranches()
    {
        GraphScene scene;
        const ModelSpec model = yoloLike();
        scene.setModel(model, analyse(model), {}, {900, 600});
        QVERIFY2(faultOf(scene).isEmpty(), qPrintable(faultOf(scene)));
    }
    void nothingOverlapsInRandomGraphs()
    {
        for (unsigned seed = 0; seed < 150; ++seed) {
            const ModelSpec model = randomGraph(seed);
            GraphScene scene;
            scene.setModel(model, analyse(model), {}, {900, 600});
            const QString fault = faultOf(scene);
            QVERIFY2(fault.isEmpty(), qPrintable(QString("seed %1: %2").arg(seed).arg(fault)));
        }
    }
    void theSameModelIsLaidOutTheSame()
    {
        for (unsigned seed = 0; seed < 20; ++seed) {
            const ModelSpec model = randomGraph(seed);
            GraphScene first, second;
            first.setModel(randomGraph(seed + 1), analyse(randomGraph(seed + 1)), {}, {900, 600});
            first.setModel(model, analyse(model), {}, {900, 600});
            second.setModel(model, analyse(model), {}, {900, 600});
            QVERIFY(first.positions() == second.positions());
        }
    }
    void aLongNetworkStandsInColumns()
    {
        const ModelSpec model = known("xception");
        GraphScene scene;
        scene.setModel(model, analyse(model), {}, {1200, 700});
        const QRectF all = scene.content();
        QVERIFY2(all.width() > all.height() / 2,
                 qPrintable(QString("%1 × %2").arg(all.width()).arg(all.height())));
    }
    void branchesThatNeedNotCrossDoNot()
    {
        // Two pairs, written so that the order of the file crosses them.
        const GraphLayout layout =
            layOut(std::vector<QSizeF>(6, {100, 40}), {{0, 1}, {0, 2}, {1, 4}, {2, 3}, {3, 5}, {4, 5}}, {});
        QVERIFY((layout.positions[1].x() < layout.positions[2].x())
                == (layout.positions[4].x() < layout.positions[3].x()));
    }
    void whatBeginsLateStandsWhereItIsRead()
    {
        const GraphLayout layout =
            layOut(std::vector<QSizeF>(5, {100, 40}), {{0, 1}, {1, 2}, {2, 3}, {4, 3}}, {});
        QCOMPARE(layout.ranks[4], layout.ranks[3] - 1);
    }
};

LAMINA_TEST(GraphLayoutTest)
#include "graph_layout_test.moc"
