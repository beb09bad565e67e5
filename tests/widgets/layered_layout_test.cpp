// Sizes and places of the blocks in the layered view.
#include "tests/support/run.h"
#include "widgets/designer/layered_layout.h"

#include <QTest>

using namespace lamina;

class LayeredLayoutTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizesComeFromTheShapesAndAllCanBeSeen()
    {
        const BlockScale scale({{150, 150, 3}, {75, 75, 64}, {1, 1, 512}, {4096}, {1}, {}});
        const BlockSize picture = scale.of({150, 150, 3}), half = scale.of({75, 75, 64}),
                        deep = scale.of({1, 1, 512}), row = scale.of({4096}), one = scale.of({1});
        QVERIFY(picture.height > half.height && half.height > deep.height && deep.height >= 10);
        QVERIFY(picture.height <= 160 && picture.height == picture.depth);
        QVERIFY(deep.thickness > half.thickness && half.thickness > picture.thickness);
        QVERIFY(picture.thickness >= 4 && deep.thickness <= 90);
        QVERIFY(row.height > one.height && row.height <= 180 && one.height >= 10);
        QVERIFY(row.thickness <= 10 && row.depth <= 10);
        const BlockSize wide = scale.of({20, 80, 3});
        QVERIFY(wide.depth > wide.height);
        const BlockSize sequence = scale.of({100, 64}); // steps upwards, what each tells along the way
        QVERIFY(sequence.height > sequence.depth && sequence.thickness == half.thickness);
    }

    void aChainStandsInARow()
    {
        const LayeredLayout layout = layOut(chain(5), {2000, 400});
        QCOMPARE(layout.blocks.size(), std::size_t(5));
        QCOMPARE(layout.links.size(), std::size_t(4));
        for (std::size_t i = 1; i < layout.blocks.size(); ++i) {
            const QRectF before = layout.blocks[i - 1].bounds(), its = layout.blocks[i].bounds();
            QVERIFY(its.left() > before.right());
            QCOMPARE(its.center().y(), before.center().y());
            QCOMPARE(layout.links[i - 1].currentPosition(),
                     QPointF(layout.blocks[i].front.left(), its.center().y()));
        }
    }

    void whatIsLongerThanTheRoomStandsInRows()
    {
        const LayeredLayout layout = layOut(chain(120), {800, 500});
        QVERIFY(layout.bounds.width() < 2.5 * layout.bounds.height());
        QVERIFY(layout.blocks.back().bounds().top() > layout.blocks.front().bounds().bottom());
        noTwoOverlap(layout);
        for (const LayerBlock& block : layout.blocks)
            QVERIFY(layout.bounds.contains(block.bounds()));
    }

    void branchesStandBesideEachOther()
    {
        const LayeredLayout layout = layOut(branched(), {2000, 600});
        const QRectF left = layout.blocks[1].bounds(), right = layout.blocks[2].bounds();
        QVERIFY(!left.intersects(right));
        QVERIFY(left.bottom() < right.top() || right.bottom() < left.top());
        QCOMPARE(left.left(), right.left());
        noTwoOverlap(layout);
    }

    void wordsHaveRoomBelowTheirBlocks()
    {
        const ModelSpec model = branched();
        const LayeredLayout layout = layOutBlocks(model, analyse(model), {2000, 600},
                                                  std::vector<QSizeF>(model.layers.size(), QSizeF(70, 30)));
        for (const LayerBlock& block : layout.blocks) {
            QVERIFY(block.words.width() >= 70);
            QCOMPARE(block.words.height(), 30.0);
            QVERIFY(block.words.top() >= block.bounds().bottom());
            QVERIFY(layout.bounds.contains(block.words));
            for (const LayerBlock& other : layout.blocks)
                QVERIFY(!block.words.intersects(other.bounds()));
        }
    }

    void layersWithoutAShapeAreThereAllTheSame()
    {
        ModelSpec model = chain(3);
        model.layers[1].config["filters"] = 0;
        const LayeredLayout layout = layOut(model, {800, 400});
        QVERIFY(layout.blocks[0].known);
        QVERIFY(!layout.blocks[1].known);
        QVERIFY(!layout.blocks[1].front.isEmpty());
        model.layers[0].inputs = {{model.layers[2].name, 0}}; // a circle
        QCOMPARE(layOut(model, {800, 400}).blocks.size(), std::size_t(3));
        QVERIFY(layOut(ModelSpec{}, {800, 400}).blocks.empty());
    }

private:
    static LayeredLayout layOut(const ModelSpec& model, QSizeF room)
    {
        return layOutBlocks(model, analyse(model), room, {});
    }
    static void noTwoOverlap(const LayeredLayout& layout)
    {
        for (std::size_t i = 0; i < layout.blocks.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!layout.blocks[i].bounds().intersects(layout.blocks[j].bounds()));
    }
    static ModelSpec chain(int layers)
    {
        ModelSpec model;
        model.layers.push_back({"InputLayer", "input", {{"shape", {32, 32, 3}}}, {}});
        for (int i = 1; i < layers; ++i)
            model.layers.push_back({"Conv2D",
                                    "conv" + std::to_string(i),
                                    {{"filters", 8}, {"kernel_size", 3}, {"padding", "same"}},
                                    {{model.layers.back().name, 0}}});
        return model;
    }
    static ModelSpec branched()
    {
        ModelSpec model = chain(3);
        model.layers[2].inputs = {{"input", 0}};
        model.layers.push_back({"Add", "add", Json::object(), {{"conv1", 0}, {"conv2", 0}}});
        return model;
    }
};

LAMINA_TEST(LayeredLayoutTest)
#include "layered_layout_test.moc"
