#include "tests/support/run.h"
#include "widgets/palette/layer_palette.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace lamina;

class LayerPaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLayerOfTheTableIsListedUnderItsFamily();
    void theSearchLooksAtNamesAndHelp();
    void returnInTheSearchAsksForTheBestMatch();
    void aDoubleClickAsksForTheLayer();
};

void LayerPaletteTest::everyLayerOfTheTableIsListedUnderItsFamily()
{
    LayerPalette palette;
    QVERIFY(!layers::all().empty());
    QCOMPARE(palette.visibleClassNames().size(), qsizetype(layers::all().size()));
    const auto* tree = palette.findChild<QTreeWidget*>();
    for (const LayerType* type : layers::all()) {
        QVERIFY(palette.visibleClassNames().contains(QString::fromUtf8(type->className)));
        QVERIFY(!tree->findItems(LayerPalette::familyName(type->family), Qt::MatchExactly).isEmpty());
    }
}

void LayerPaletteTest::theSearchLooksAtNamesAndHelp()
{
    LayerPalette palette;
    palette.setSearch("conv2d");
    QVERIFY(palette.visibleClassNames().contains("Conv2D"));
    QVERIFY(!palette.visibleClassNames().contains("Dropout"));
    palette.setSearch("no such layer");
    QVERIFY(palette.visibleClassNames().isEmpty());
    palette.setSearch("");
    QCOMPARE(palette.visibleClassNames().size(), qsizetype(layers::all().size()));
}

void LayerPaletteTest::returnInTheSearchAsksForTheBestMatch()
{
    LayerPalette palette;
    palette.show();
    QVERIFY(QTest::qWaitForWindowActive(&palette));
    QSignalSpy asked(&palette, &LayerPalette::layerRequested);
    palette.focusSearch();
    QTest::keyClicks(palette.findChild<QLineEdit*>(), "dense");
    QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("Dense"));
    palette.findChild<QLineEdit*>()->selectAll();
    QTest::keyClicks(palette.findChild<QLineEdit*>(), "average"); // AveragePooling1D stands above it
    QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(asked.last().first().toString(), QStringLiteral("Average"));
}

void LayerPaletteTest::aDoubleClickAsksForTheLayer()
{
    LayerPalette palette;
    palette.resize(220, 800);
    palette.show();
    QSignalSpy asked(&palette, &LayerPalette::layerRequested);
    auto* tree = palette.findChild<QTreeWidget*>();
    QTreeWidgetItem* item = tree->topLevelItem(0)->child(0);
    const QPoint at = tree->visualItemRect(item).center();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(asked.count(), 1);
    QVERIFY(layers::find(asked.first().first().toString().toStdString()));
}

LAMINA_TEST(LayerPaletteTest)
#include "layer_palette_test.moc"
