#include "engine/model/groups.h"

#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

namespace {
LayerSpec layer(const char* name, std::vector<TensorRef> inputs)
{
    return {"Activation", name, Json::object(), std::move(inputs)};
}

// in → a → b → sum → out, and a → c → sum
ModelSpec branches()
{
    ModelSpec model;
    model.layers = {layer("in", {}),
                    layer("a", {{"in", 0}}),
                    layer("b", {{"a", 0}}),
                    layer("c", {{"a", 0}}),
                    layer("sum", {{"b", 0}, {"c", 0}}),
                    layer("out", {{"sum", 0}})};
    return model;
}
} // namespace

class GroupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatStandsBetweenBelongsToTheBlock()
    {
        const ModelSpec model = branches();
        QVERIFY(!groupFault(model, {}, {"a", "b", "c", "sum"}));
        QVERIFY(!groupFault(model, {}, {"b", "c"})); // side by side
        QVERIFY(!groupFault(model, {}, {"in", "out", "a", "b", "c", "sum"}));
        const auto fault = groupFault(model, {}, {"a", "b", "sum"});
        QVERIFY(fault);
        QCOMPARE(
            sentence(*fault),
            std::string("'c' stands between the layers of the block without being in it, select it, too, "
                        "or only layers on one side of it"));
        QVERIFY(groupFault(model, {}, {"in", "out"})); // several between, over several links
    }

    void aBlockHoldsTwoLayersAndNoBlock()
    {
        const ModelSpec model = branches();
        QVERIFY(groupFault(model, {}, {"a"}));
        const LayerGroups groups{{"Stem", {{"in", "a"}, true}}};
        const auto fault = groupFault(model, groups, {"a", "b", "c"});
        QVERIFY(fault);
        QVERIFY(sentence(*fault).find("'a' is in the block 'Stem'") == 0);
        QVERIFY(!groupFault(model, groups, {"b", "c", "sum"}));
    }

    void theEndsAreWhatIsReadAndWhatLeadsOut()
    {
        GroupEnds ends = groupEnds(branches(), {"b", "c", "sum"});
        QCOMPARE(ends.inputs, (std::vector<TensorRef>{{"a", 0}})); // once, though two layers read it
        QCOMPARE(ends.outputs, (std::vector<TensorRef>{{"sum", 0}}));
        ends = groupEnds(branches(), {"a", "b", "out"});
        QCOMPARE(ends.inputs, (std::vector<TensorRef>{{"in", 0}, {"sum", 0}}));
        QCOMPARE(ends.outputs, (std::vector<TensorRef>{{"a", 0}, {"b", 0}, {"out", 0}}));
    }

    void namesAreFree()
    {
        const LayerGroups groups{{"Stem", {}}, {"Stem 2", {}}, {"7", {}}};
        QCOMPARE(freeGroupName(groups, "Block"), std::string("Block"));
        QCOMPARE(freeGroupName(groups, "Stem"), std::string("Stem 3"));
        QCOMPARE(freeGroupName(groups, "Stem 2"), std::string("Stem 3"));
        QCOMPARE(freeGroupName(groups, "7"), std::string("7 2"));
        QVERIFY(groupNameFault(groups, "Stem", ""));
        QVERIFY(groupNameFault(groups, "Stem", "Stem 2"));
        QVERIFY(!groupNameFault(groups, "Stem", "Stem"));
    }

    void newLayersBetweenThoseOfABlockAreInIt()
    {
        const ModelSpec before = branches();
        LayerGroups groups{{"Block", {{"a", "b", "c", "sum"}, false}}, {"Gone", {{"old"}, false}}};
        ModelSpec after = before;
        after.layers[2].inputs = {{"new2", 0}}; // a → new1 → new2 → b
        after.layers.push_back(layer("new1", {{"a", 0}}));
        after.layers.push_back(layer("new2", {{"new1", 0}}));
        after.layers.push_back(layer("behind", {{"sum", 0}}));
        after.layers[5].inputs = {{"behind", 0}}; // sum → behind → out: at the block's end
        std::erase_if(after.layers, [](const LayerSpec& each) { return each.name == "c"; });
        settleGroups(before, after, groups);
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups["Block"].layers, (LayerNames{"a", "b", "sum", "new1", "new2"}));
    }
};

LAMINA_TEST(GroupsTest)
#include "groups_test.moc"
