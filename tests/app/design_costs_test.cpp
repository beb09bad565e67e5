// Costs, fixes and freezing on the Design page.
#include "app/commands/freeze_layers.h"
#include "app/commands/set_data.h"
#include "app/commands/set_layer_config.h"
#include "app/design_costs.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/designer/layer_node.h"
#include "widgets/inspector/advice_list.h"
#include "widgets/inspector/layer_inspector.h"

#include <QComboBox>
#include <QFloat16>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lamina;

namespace {
Project trainable()
{
    Project project = exampleProject();
    project.data.options = Json::parse(R"({"generator": "digits", "train": 100, "test": 20})");
    project.model.find("digit")->config["activation"] = "softmax";
    project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
    return project;
}
} // namespace

class DesignCostsTest : public test::OnDesignPage {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aStepIsMeasuredAndSaid();
    void anEditEndsWhatWasMeasured();
    void nothingIsMeasuredWhileNobodyLooks();
    void theChosenCostStandsOnTheLayers();
    void aFixIsPressedAndUndone();
    void theClassesOfTheDataAreAskedFor();
    void aNewInputTakesTheShapeOfTheData();
    void withoutWeightsNothingIsReady();
    void photographsThatAreMissingAreSaid();
    void selectedLayersAreFrozenTogether();

private:
    QString footer() const { return m_page->findChild<QLabel*>("designCounts")->text(); }
    DesignCosts* costs() const { return m_page->findChild<DesignCosts*>(); }
    QList<QPushButton*> fixes() const
    {
        QList<QPushButton*> visible;
        for (AdviceList* list : m_page->inspector()->findChildren<AdviceList*>())
            for (QPushButton* button : list->findChildren<QPushButton*>())
                if (button->isVisible())
                    visible += button;
        return visible;
    }
};

void DesignCostsTest::init()
{
    QVERIFY(open(trainable()));
}

void DesignCostsTest::aStepIsMeasuredAndSaid()
{
    QVERIFY2(footer().contains("multiply-adds"), qPrintable(footer()));
    QVERIFY(!footer().contains("a step"));
    QTRY_VERIFY_WITH_TIMEOUT(costs()->cost().time == ModelCost::Source::Measured, 60000);
    QVERIFY2(footer().contains("MiB") && footer().contains("a step"), qPrintable(footer()));
    QVERIFY(!footer().contains(QStringLiteral("≈")));
    QVERIFY(m_page->graph()->graph().node("conv")->toolTip().contains("measured on this computer"));
}

void DesignCostsTest::anEditEndsWhatWasMeasured()
{
    QTRY_VERIFY_WITH_TIMEOUT(costs()->cost().time == ModelCost::Source::Measured, 60000);
    m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(64)));
    QVERIFY(costs()->cost().time == ModelCost::Source::Estimated);
    QVERIFY2(footer().contains(QStringLiteral("≈")), qPrintable(footer()));
    QTRY_VERIFY_WITH_TIMEOUT(costs()->cost().time == ModelCost::Source::Measured, 60000);
    m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(0))); // a fault: only counted
    QVERIFY(costs()->cost().time != ModelCost::Source::Measured);
}

void DesignCostsTest::nothingIsMeasuredWhileNobodyLooks()
{
    m_page->hide();
    m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(64)));
    QTest::qWait(900);
    QVERIFY(!costs()->isMeasuring());
    QVERIFY(costs()->cost().time != ModelCost::Source::Measured);
}

void DesignCostsTest::theChosenCostStandsOnTheLayers()
{
    auto* choice = m_page->findChild<QComboBox*>("costChoice");
    QVERIFY(choice);
    const LayerNode* hidden = m_page->graph()->graph().node("hidden");
    choice->setCurrentIndex(1); // parameters
    QVERIFY2(hidden->costText().contains("%"), qPrintable(hidden->costText()));
    QVERIFY(hidden->spokenText().contains("%"));
    QVERIFY(m_page->graph()->graph().node("flatten")->costText().isEmpty()); // it has none
    choice->setCurrentIndex(0);
    QVERIFY(!hidden->spokenText().contains("%"));
}

void DesignCostsTest::aFixIsPressedAndUndone()
{
    m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(0)));
    m_page->graph()->setSelection({"hidden"});
    QTRY_COMPARE(fixes().size(), 1);
    QCOMPARE(fixes()[0]->text(), QStringLiteral("Set units to 1"));
    QTest::mouseClick(fixes()[0], Qt::LeftButton);
    QCOMPARE(project().model.find("hidden")->config["units"], Json(1));
    QCOMPARE(m_studio->document().undoStack().undoText(), QStringLiteral("Set units to 1"));
    QTRY_VERIFY(fixes().isEmpty());
    QVERIFY(m_page->graph()->hasFocus()); // not what stood beside the button
    m_studio->document().undoStack().undo();
    QCOMPARE(project().model.find("hidden")->config["units"], Json(0));
    // With nothing selected, all that is wrong stands in one list.
    m_page->graph()->setSelection({});
    QTRY_COMPARE(fixes().size(), 1);
}

void DesignCostsTest::theClassesOfTheDataAreAskedFor()
{
    QTRY_VERIFY_WITH_TIMEOUT(costs()->facts(), 60000);
    m_studio->document().execute(new SetLayerConfig("digit", "units", Json(8)));
    const LayerNode* digit = m_page->graph()->graph().node("digit");
    QVERIFY(digit->hasAdvice() && !digit->hasFault());
    m_page->graph()->setSelection({"digit"});
    QTRY_COMPARE(fixes().size(), 1);
    QTest::mouseClick(fixes()[0], Qt::LeftButton);
    QCOMPARE(project().model.find("digit")->config["units"], Json(10));
    QVERIFY(!digit->hasAdvice());
}

void DesignCostsTest::aNewInputTakesTheShapeOfTheData()
{
    Project empty;
    empty.data.options = Json::parse(R"({"generator": "spirals", "train": 60, "test": 12})");
    m_studio->document().setProject(empty, {});
    QTRY_VERIFY_WITH_TIMEOUT(costs()->facts(), 60000); // also while there is no layer
    m_page->addLayer("InputLayer");
    QCOMPARE(project().model.layers.front().config["shape"], Json({2}));
    m_page->addLayer("InputLayer"); // the data have no second field: it is like the first
    QCOMPARE(project().model.layers.back().config["shape"], Json({2}));
    m_studio->document().undoStack().setIndex(0);
    // Where no data can be opened, a picture of a digit's size.
    Project lost;
    lost.data.source = "csv";
    lost.data.options = {{"path", "nowhere.csv"}, {"target", "mark"}};
    m_studio->document().setProject(lost, {});
    m_page->addLayer("InputLayer");
    QCOMPARE(project().model.layers.front().config["shape"], Json({28, 28, 1}));
}

void DesignCostsTest::withoutWeightsNothingIsReady()
{
    Project begun = trainable();
    begun.model = {};
    m_studio->document().setProject(begun, {});
    m_page->addLayer(QStringLiteral("InputLayer"));
    auto* faults = m_page->findChild<QAbstractButton*>("designFaults");
    QVERIFY(faults);
    QCOMPARE(faults->text(), QStringLiteral("Nothing to train yet"));
    QVERIFY(faults->icon().isNull());
    m_studio->document().setProject(trainable(), {});
    QTRY_COMPARE(faults->text(), QStringLiteral("Ready to train"));
    QVERIFY(!faults->icon().isNull());
}

void DesignCostsTest::photographsThatAreMissingAreSaid()
{
    auto* state = m_page->findChild<QToolButton*>("designFaults");
    QCOMPARE(state->text(), QString("Ready to train"));
    DataSpec data = project().data;
    data.source = "image_folder";
    data.options = {{"train", "no such folder"}, {"target_size", {28, 28}}, {"color_mode", "grayscale"}};
    document().execute(new SetData(data, "Change the data"));
    QCOMPARE(state->text(), QString("No photographs yet"));
    QSignalSpy modes(m_studio.get(), &Studio::modeRequested);
    state->click();
    QCOMPARE(modes.size(), 1);
    QCOMPARE(modes[0][0].value<Mode>(), Mode::Data);
    document().undoStack().undo();
    QCOMPARE(state->text(), QString("Ready to train"));
}

void DesignCostsTest::selectedLayersAreFrozenTogether()
{
    auto* freeze = m_page->findChild<QToolButton*>("freezeLayers");
    QVERIFY(freeze);
    QVERIFY(!freeze->isEnabled());
    m_page->graph()->setSelection({"conv", "hidden"});
    QVERIFY(freeze->isEnabled());
    freeze->click();
    for (const char* name : {"conv", "hidden"})
        QVERIFY(FreezeLayers::isFrozen(*project().model.find(name)));
    QVERIFY(!FreezeLayers::isFrozen(*project().model.find("digit")));
    QCOMPARE(m_studio->document().undoStack().count(), 1);
    QCOMPARE(m_page->graph()->selection().size(), 2);
    freeze->click(); // lets them go again
    QVERIFY(project() == trainable());
    m_studio->document().undoStack().setIndex(0);
    QVERIFY(project() == trainable());
}

LAMINA_TEST(DesignCostsTest)
#include "design_costs_test.moc"
