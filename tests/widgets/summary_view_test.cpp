// The summary: a table of the layers that is read, selected and copied.
#include "tests/support/run.h"
#include "widgets/designer/summary_model.h"
#include "widgets/designer/summary_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace lamina;

class SummaryViewTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<SummaryView>();
        m_view->resize(700, 400);
        show(chain());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->table()->setFocus();
    }

    void aChainHasThreeColumns()
    {
        QCOMPARE(m_view->rows().columnCount(), 3);
        QCOMPARE(row(1), (QStringList{"hidden (Dense)", "(None, 4)", "36"}));
        QVERIFY2(said().contains("56 parameters") && said().contains("36 trainable")
                     && said().contains("20 not trainable"),
                 qPrintable(said()));
    }

    void whereTheModelBranchesEachRowSaysWhatItReads()
    {
        ModelSpec model = chain();
        model.layers.push_back({"Add", "sum", Json::object(), {{"hidden", 0}, {"out", 0}}});
        show(model);
        QCOMPARE(m_view->rows().columnCount(), 4);
        QCOMPARE(row(3), (QStringList{"sum (Add)", "(None, 4)", "0", "hidden, out"}));
    }

    void figuresAreSeenWhereRoomIsShort()
    {
        ModelSpec model = chain();
        model.layers[1].name = "a_name_that_is_longer_than_anybody_would_give_to_a_layer";
        model.layers[2].inputs = {{model.layers[1].name, 0}};
        show(model);
        const QTreeView& table = *m_view->table();
        const int whole = table.columnWidth(SummaryModel::Layer);
        const auto end = [&table] {
            return table.columnViewportPosition(SummaryModel::Parameters)
                + table.columnWidth(SummaryModel::Parameters);
        };
        QVERIFY(end() <= table.viewport()->width());
        m_view->resize(420, 400);
        QTRY_VERIFY(end() <= table.viewport()->width());
        QVERIFY(table.columnWidth(SummaryModel::Layer) < whole);
        m_view->resize(700, 400);
        QTRY_COMPARE(table.columnWidth(SummaryModel::Layer), whole);
    }

    void selectingARowSelectsTheLayerAndTheOtherWayRound()
    {
        QSignalSpy chosen(m_view.get(), &SummaryView::selectionChanged);
        m_view->table()->selectionModel()->select(
            m_view->rows().index(2, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toStringList(), QStringList{"out"});
        m_view->setSelection({"input", "hidden"});
        QCOMPARE(m_view->table()->selectionModel()->selectedRows().size(), 2);
        show(chain()); // an edit keeps it
        QCOMPARE(m_view->table()->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(chosen.size(), 1);
    }

    void aSelectionGrownByKeysIsLeftAlone()
    {
        // Whoever hears of a selection tells it back, as the page does.
        connect(m_view.get(), &SummaryView::selectionChanged, m_view.get(), &SummaryView::setSelection);
        m_view->setSelection({"input"});
        QTest::keyClick(m_view->table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_view->table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->table()->selectionModel()->selectedRows().size(), 3);
    }

    void theKeysCopyRowsForTables()
    {
        m_view->setSelection({"out"});
        QTest::keyClick(m_view->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied(), QString("Layer (type)\tOutput shape\tParameters\nout (Dense)\t(None, 4)\t20\n"));
        QTest::keyClick(m_view->table(), Qt::Key_Escape);
        QTest::keyClick(m_view->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied().count('\n'), 4);
    }

    void theButtonCopiesTheTableAsKerasPrintsIt()
    {
        m_view->findChild<QPushButton*>()->click();
        QCOMPARE(copied(), QString("as Keras prints it"));
    }

    void faultsAreSaidAndTheRowsStay()
    {
        ModelSpec model = chain();
        model.layers[1].config["units"] = 0;
        const ModelAnalysis analysis = analyse(model);
        m_view->showFaults(model, analysis, analysis.faults);
        QCOMPARE(m_view->rows().rowCount(), 3);
        QCOMPARE(row(1)[1], QString("–"));
        QVERIFY2(m_view->note().contains("hidden"), qPrintable(m_view->note()));
        QVERIFY(!m_view->findChild<QPushButton*>()->isEnabled());
        show(chain());
        QVERIFY(!m_view->note().contains("hidden"));
        QVERIFY(m_view->findChild<QPushButton*>()->isEnabled());
    }

    void returnAndF2AskForTheSettings()
    {
        QSignalSpy inspected(m_view.get(), &SummaryView::inspectorRequested);
        QSignalSpy renamed(m_view.get(), &SummaryView::renameRequested);
        m_view->setSelection({"out"});
        QTest::keyClick(m_view->table(), Qt::Key_Return);
        QTest::keyClick(m_view->table(), Qt::Key_F2);
        QCOMPARE(inspected.size(), 1);
        QCOMPARE(renamed.size(), 1);
    }

private:
    static ModelSpec chain()
    {
        ModelSpec model;
        model.layers = {{"InputLayer", "input", {{"shape", {8}}}, {}},
                        {"Dense", "hidden", {{"units", 4}}, {{"input", 0}}},
                        {"Dense", "out", {{"units", 4}, {"trainable", false}}, {{"hidden", 0}}}};
        return model;
    }
    void show(const ModelSpec& model)
    {
        m_view->showModel(model, analyse(model), QStringLiteral("as Keras prints it"));
    }
    QStringList row(int row) const
    {
        QStringList cells;
        for (int column = 0; column < m_view->rows().columnCount(); ++column)
            cells += m_view->rows().index(row, column).data().toString();
        return cells;
    }
    QString said() const
    {
        QString all;
        for (const QLabel* label : m_view->findChildren<QLabel*>())
            all += label->text() + ' ';
        return all.replace(QChar(0xA0), ' ');
    }
    static QString copied() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<SummaryView> m_view;
};

LAMINA_TEST(SummaryViewTest)
#include "summary_view_test.moc"
