// The layered view: what is chosen in it, looked at, and named.
#include "tests/support/run.h"
#include "widgets/common/theme.h"
#include "widgets/designer/block_item.h"
#include "widgets/designer/layer_legend.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/layered_view.h"

#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lamina;

class LayeredViewTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<LayeredView>();
        m_canvas = m_view->canvas();
        m_view->resize(900, 500);
        show(model());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_canvas->setFocus();
    }

    void aClickSelectsTheLayer()
    {
        QSignalSpy chosen(m_canvas, &LayeredCanvas::selectionChanged);
        click("conv");
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toStringList(), QStringList{"conv"});
        click("digit");
        QCOMPARE(m_canvas->blocks().selection(), QStringList{"digit"});
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(chosen.last()[0].toStringList(), QStringList());
    }

    void whatIsSelectedElsewhereIsShownAndNotSaidAgain()
    {
        QSignalSpy chosen(m_canvas, &LayeredCanvas::selectionChanged);
        m_canvas->setSelection({"left", "right"});
        QCOMPARE(m_canvas->blocks().selection(), (QStringList{"left", "right"}));
        QVERIFY2(m_canvas->accessibleDescription().startsWith("right, "),
                 qPrintable(m_canvas->accessibleDescription()));
        ModelSpec edited = model();
        edited.layers[2].config["filters"] = 5;
        show(edited);
        QCOMPARE(m_canvas->blocks().selection(), (QStringList{"left", "right"}));
        QCOMPARE(chosen.size(), 0);
    }

    void theKeysFollowTheLinks()
    {
        QTest::keyClick(m_canvas, Qt::Key_Home);
        QCOMPARE(selected(), QString("input"));
        QTest::keyClick(m_canvas, Qt::Key_Right);
        QCOMPARE(selected(), QString("conv"));
        QTest::keyClick(m_canvas, Qt::Key_Right);
        const QString branch = selected();
        QVERIFY(branch == "left" || branch == "right");
        const QString other = branch == "left" ? "right" : "left";
        const bool below = m_canvas->blocks().block(other)->block().front.top()
            > m_canvas->blocks().block(branch)->block().front.top();
        QTest::keyClick(m_canvas, below ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(selected(), other);
        QTest::keyClick(m_canvas, Qt::Key_Left);
        QCOMPARE(selected(), QString("conv"));
        QTest::keyClick(m_canvas, Qt::Key_End);
        QCOMPARE(selected(), QString("digit"));
        QSignalSpy inspected(m_canvas, &LayeredCanvas::inspectorRequested);
        QSignalSpy renamed(m_canvas, &LayeredCanvas::renameRequested);
        QTest::keyClick(m_canvas, Qt::Key_Return);
        QTest::keyClick(m_canvas, Qt::Key_F2);
        QCOMPARE(inspected.size() + renamed.size(), 2);
        QTest::keyClick(m_canvas, Qt::Key_Escape);
        QVERIFY(m_canvas->blocks().selection().isEmpty());
        QTest::keyClick(m_canvas, Qt::Key_Home);
        QTest::keyClick(m_canvas, Qt::Key_Tab);
        QCOMPARE(selected(), QString("conv"));
    }

    void itIsSeenWholeUntilSomebodyLooksCloser()
    {
        QVERIFY(seenWhole());
        const double before = m_canvas->zoom();
        m_canvas->zoomIn();
        m_canvas->zoomIn();
        QVERIFY(m_canvas->zoom() > 1.3 * before);
        show(model());
        QVERIFY(m_canvas->zoom() > 1.3 * before); // an edit leaves the reader where they are
        QTest::keyClick(m_canvas, Qt::Key_F);
        QVERIFY(seenWhole());
        m_view->resize(500, 400);
        QTRY_VERIFY(seenWhole());
    }

    void namesStandThereWhereTheyCanBeReadOrAreWanted()
    {
        auto* names = m_view->findChild<QToolButton*>();
        QVERIFY(m_canvas->blocks().showsNames());
        QVERIFY(names->isChecked());
        ModelSpec large = model();
        for (int i = 0; i < 150; ++i)
            large.layers.push_back({"Dense",
                                    "a_rather_long_name_" + std::to_string(i),
                                    {{"units", 10}},
                                    {{large.layers.back().name, 0}}});
        show(large);
        QVERIFY(!m_canvas->blocks().showsNames());
        QVERIFY(!names->isChecked());
        names->click();
        QVERIFY(m_canvas->blocks().showsNames());
        names->click();
        show(model());
        QVERIFY(!m_canvas->blocks().showsNames());
    }

    void theLegendCountsEachKind()
    {
        const LayerLegend* legend = m_view->findChild<LayerLegend*>();
        QVERIFY2(legend->accessibleDescription().contains("Convolution 3"),
                 qPrintable(legend->accessibleDescription()));
        QVERIFY(legend->accessibleDescription().contains("Joining 1"));
        QVERIFY(legend->heightForWidth(60) > legend->heightForWidth(2000));
    }

    void blocksHaveTheirFamilysColourInBothThemes()
    {
        for (const bool dark : {true, false}) {
            Theme::instance().setDark(dark);
            const QImage seen = m_canvas->viewport()->grab().toImage();
            const QPoint at =
                m_canvas->mapFromScene(m_canvas->blocks().block("digit")->block().front.center());
            const QColor drawn = seen.pixelColor(at), hue = Theme::instance().family(Family::Linear);
            QVERIFY2(std::abs(drawn.hslHue() - hue.hslHue()) < 20,
                     qPrintable(drawn.name() + ' ' + hue.name()));
        }
    }

    void aScreenReaderHearsEachLayer()
    {
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(m_canvas);
        QVERIFY(list && list->role() == QAccessible::List);
        const QStringList order = m_canvas->blocks().order();
        QCOMPARE(list->childCount(), int(order.size()));
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface* each = list->child(i);
            QCOMPARE(each->role(), QAccessible::ListItem);
            QVERIFY(each->text(QAccessible::Name).startsWith(order[i] + ", "));
            QVERIFY(m_canvas->viewport()->rect().contains(
                QRect(m_canvas->viewport()->mapFromGlobal(each->rect().topLeft()), each->rect().size())));
            QCOMPARE(list->indexOfChild(each), i);
            QCOMPARE(list->child(i), each); // a reader may hold on to it
            QVERIFY(each->parent()->object() == m_canvas);
        }
        // Chosen, given the focus and pressed through the interface.
        QSignalSpy chosen(m_canvas, &LayeredCanvas::selectionChanged);
        QSignalSpy inspected(m_canvas, &LayeredCanvas::inspectorRequested);
        QAccessibleInterface* conv = list->child(int(order.indexOf("conv")));
        QVERIFY(!conv->state().selected);
        conv->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(chosen.last()[0].toStringList(), QStringList{"conv"});
        QVERIFY(conv->state().selected && conv->state().focused);
        QCOMPARE(list->focusChild(), conv);
        QAccessibleInterface* digit = list->child(int(order.indexOf("digit")));
        digit->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(m_canvas->blocks().selection(), (QStringList{"conv", "digit"}));
        digit->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(m_canvas->blocks().selection(), QStringList{"conv"});
        QCOMPARE(inspected.size(), 0);
        digit->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(inspected.size(), 1);
        QCOMPARE(selected(), QString("digit"));
        // What is gone says so.
        ModelSpec shorter = model();
        shorter.layers.pop_back();
        show(shorter);
        QVERIFY(!digit->isValid() && digit->state().invalid);
        QCOMPARE(list->childCount(), int(order.size()) - 1);
        QVERIFY(conv->isValid());
    }

    void thePictureIsAllOfItWithoutTheSelection()
    {
        m_canvas->setSelection({"digit"});
        m_canvas->zoomIn();
        QSignalSpy chosen(m_canvas, &LayeredCanvas::selectionChanged);
        const QImage selected = drawn();
        QCOMPARE(m_canvas->blocks().selection(), QStringList{"digit"});
        QCOMPARE(chosen.size(), 0);
        m_canvas->setSelection({});
        QCOMPARE(selected, drawn());
        QVERIFY(selected.height() > m_canvas->blocks().content().height() + 20); // the legend
    }

private:
    static ModelSpec model()
    {
        ModelSpec model;
        const Json conv{{"filters", 4}, {"kernel_size", 3}, {"padding", "same"}};
        model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                        {"Conv2D", "conv", conv, {{"input", 0}}},
                        {"Conv2D", "left", conv, {{"conv", 0}}},
                        {"Conv2D", "right", conv, {{"conv", 0}}},
                        {"Concatenate", "join", Json::object(), {{"left", 0}, {"right", 0}}},
                        {"Flatten", "flatten", Json::object(), {{"join", 0}}},
                        {"Dense", "digit", {{"units", 10}}, {{"flatten", 0}}}};
        return model;
    }
    void show(const ModelSpec& model) { m_view->setModel(model, analyse(model)); }
    QString selected() const { return m_canvas->blocks().selection().value(0); }
    void click(const QString& name)
    {
        const QRectF front = m_canvas->blocks().block(name)->block().front;
        QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, m_canvas->mapFromScene(front.center()));
    }
    bool seenWhole() const
    {
        return m_canvas->mapToScene(m_canvas->viewport()->rect())
            .boundingRect()
            .contains(m_canvas->blocks().content());
    }
    QImage drawn() const
    {
        const Picture picture = m_view->picture();
        QImage image(picture.size.toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        picture.draw(painter);
        return image;
    }

    std::unique_ptr<LayeredView> m_view;
    LayeredCanvas* m_canvas = nullptr;
};

LAMINA_TEST(LayeredViewTest)
#include "layered_view_test.moc"
