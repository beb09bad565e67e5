#include "engine/model/links.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
ModelSpec picture()
{
    ModelSpec model;
    model.layers = {{"InputLayer", "input", {{"shape", {28, 28, 1}}}, {}},
                    {"Conv2D", "conv", {{"filters", 8}, {"kernel_size", {3, 3}}}, {{"input", 0}}},
                    {"Flatten", "flatten", Json::object(), {{"conv", 0}}},
                    {"Dense", "digit", {{"units", 10}}, {{"flatten", 0}}},
                    {"Conv2D", "late", {{"filters", 4}, {"kernel_size", {3, 3}}}, {}},
                    {"Add", "sum", Json::object(), {{"conv", 0}}},
                    {"Subtract", "difference", Json::object(), {{"conv", 0}, {"conv", 0}}}};
    return model;
}

QString reason(const ModelSpec& model, const TensorRef& from, const LinkEnd& to,
               const std::optional<LinkEnd>& moved = {})
{
    const std::optional<Fault> fault = linkFault(model, analyse(model), from, to, moved);
    return fault ? QString::fromStdString(sentence(*fault)) : QString();
}
} // namespace

class LinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeIs();
    void noLayerReadsItself();
    void noCircleIsClosed();
    void aFullInputIsRefusedAndTellsWhatItReads();
    void anInputLayerReadsNothing();
    void shapesThatClashAreToldInTheLayersOwnWords();
    void aLinkThatIsMovedMakesRoom();
    void whatIsNotKnownIsNotRefused();
    void linksComeAndGo();
    void namedOutputsFollowTheEnds();
    void outputsThatWereChosenStay();
    void aModelInTheModelTakesAsManyAsItHas();
};

void LinksTest::whatCanBeIs()
{
    QCOMPARE(reason(picture(), {"conv", 0}, {"late", 0}), QString());
    QCOMPARE(reason(picture(), {"conv", 0}, {"sum", 1}), QString());
    QCOMPARE(reason(picture(), {"input", 0}, {"late", 0}), QString());
}

void LinksTest::noLayerReadsItself()
{
    QVERIFY(reason(picture(), {"sum", 0}, {"sum", 1}).contains("itself"));
}

void LinksTest::noCircleIsClosed()
{
    ModelSpec model = picture();
    model.find("digit")->inputs = {{"flatten", 0}};
    model.find("conv")->inputs.clear();
    QVERIFY(reason(model, {"digit", 0}, {"conv", 0}).contains("circle"));
    QVERIFY(reason(model, {"flatten", 0}, {"conv", 0}).contains("circle"));
    QCOMPARE(reason(model, {"input", 0}, {"conv", 0}), QString());
}

void LinksTest::aFullInputIsRefusedAndTellsWhatItReads()
{
    const QString one = reason(picture(), {"input", 0}, {"flatten", 1});
    QVERIFY2(one.contains("'conv'") && one.contains("one input"), qPrintable(one));
    const QString two = reason(picture(), {"input", 0}, {"difference", 2});
    QVERIFY2(two.contains("exactly 2"), qPrintable(two));
}

void LinksTest::anInputLayerReadsNothing()
{
    QVERIFY(reason(picture(), {"conv", 0}, {"input", 0}).contains("reads no other layer"));
}

void LinksTest::shapesThatClashAreToldInTheLayersOwnWords()
{
    const QString flat = reason(picture(), {"flatten", 0}, {"late", 0});
    QVERIFY2(flat.contains("Flatten"), qPrintable(flat));
    const QString sizes = reason(picture(), {"digit", 0}, {"sum", 1});
    QVERIFY2(sizes.contains("does not fit"), qPrintable(sizes));
}

void LinksTest::aLinkThatIsMovedMakesRoom()
{
    const LinkEnd moved{"flatten", 0};
    QVERIFY(!reason(picture(), {"input", 0}, {"flatten", 0}).isEmpty());
    QCOMPARE(reason(picture(), {"input", 0}, {"flatten", 0}, moved), QString());
    // The circle is closed over the link that goes: then there is none.
    ModelSpec model = picture();
    model.find("late")->inputs = {{"conv", 0}};
    model.find("conv")->inputs.clear();
    QVERIFY(reason(model, {"late", 0}, {"conv", 0}).contains("circle"));
    QCOMPARE(reason(model, {"late", 0}, {"conv", 0}, LinkEnd{"late", 0}), QString());
}

void LinksTest::whatIsNotKnownIsNotRefused()
{
    ModelSpec model = picture();
    model.find("conv")->config["filters"] = 0; // no shape behind it
    model.find("late")->inputs.clear();
    QCOMPARE(reason(model, {"flatten", 0}, {"late", 0}), QString());
    model.layers.push_back({"Unheard", "unheard", Json::object(), {}});
    QCOMPARE(reason(model, {"input", 0}, {"unheard", 0}), QString());
}

void LinksTest::linksComeAndGo()
{
    ModelSpec model = picture();
    addLink(model, {"input", 0}, {"sum", 0});
    QVERIFY(model.find("sum")->inputs == (std::vector<TensorRef>{{"input", 0}, {"conv", 0}}));
    addLink(model, {"digit", 0}, {"sum", 9});
    QCOMPARE(model.find("sum")->inputs.back().layer, std::string("digit"));
    removeLink(model, {"sum", 2});
    removeLink(model, {"sum", 0});
    QVERIFY(model == picture());
}

void LinksTest::namedOutputsFollowTheEnds()
{
    ModelSpec before = picture();
    before.layers.resize(4);
    before.outputs = {{"digit", 0}};
    ModelSpec after = before;
    removeLink(after, {"digit", 0});
    keepOutputsAtEnds(before, after);
    QVERIFY(after.outputs == (std::vector<TensorRef>{{"digit", 0}, {"flatten", 0}}));
    ModelSpec again = after;
    addLink(again, {"flatten", 0}, {"digit", 0});
    keepOutputsAtEnds(after, again);
    QVERIFY(again == before);
}

void LinksTest::outputsThatWereChosenStay()
{
    ModelSpec before = picture();
    before.layers.resize(4);
    before.outputs = {{"conv", 0}, {"digit", 0}};
    ModelSpec after = before;
    removeLink(after, {"digit", 0});
    keepOutputsAtEnds(before, after);
    QVERIFY(after.outputs == before.outputs);
}

void LinksTest::aModelInTheModelTakesAsManyAsItHas()
{
    const LayerSpec nested{"Functional",
                           "two",
                           Json::parse(R"({"layers": [
            {"class_name": "InputLayer", "name": "a", "config": {"shape": [3]}, "inputs": []},
            {"class_name": "InputLayer", "name": "b", "config": {"shape": [3]}, "inputs": []},
            {"class_name": "Add", "name": "c", "config": {}, "inputs": ["a", "b"]}]})"),
                           {}};
    QCOMPARE(inputLimits(nested).maximum, std::size_t(2));
}

LAMINA_TEST(LinksTest)
#include "links_test.moc"
