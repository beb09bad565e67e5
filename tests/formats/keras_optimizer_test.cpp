// What an optimizer had kept, read from the files of ten years of Keras: every number in its slot, and
// nothing taken that another optimizer left.
#include "engine/formats/hdf5_file.h"

#include "keras_models.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lamina;
using namespace keras_models;

namespace {
constexpr const char* adamConfig =
    R"({"optimizer_config": {"class_name": "Adam", "config": {"learning_rate": 0.001}}})";

ModelSpec oneLayer()
{
    ModelSpec model; // kernel (3, 2), bias (2)
    model.layers = {{"InputLayer", "input", {{"shape", {3}}}, {}},
                    {"Dense", "one", {{"units", 2}}, {{"input", 0}}}};
    return model;
}

// Weights and the state of an optimizer after seven steps, its slots in this order. `teller`: what the
// file tells of the optimizer, the configuration in Keras 2 and the name in Keras 3; null: nothing.
void writeStateOf(const std::filesystem::path& path, const QStringList& order, bool rowOfOnes,
                  const char* teller)
{
    const bool three = order[0].isEmpty();
    int error = 0;
    const hdf5::Handle file = hdf5::createFile(path, error);
    QVERIFY(hdf5::writeNames(file, "layer_names", {"one"}));
    const hdf5::Handle one = hdf5::createGroup(file, "one");
    QVERIFY(hdf5::writeNames(one, "weight_names", {"one/kernel:0", "one/bias:0"}));
    const float zeros[6] = {};
    QVERIFY(hdf5::writeFloats(one, "one/kernel:0", Shape{3, 2}, zeros));
    QVERIFY(hdf5::writeFloats(one, "one/bias:0", Shape{2}, zeros));
    const hdf5::Handle group = hdf5::createGroup(file, three ? "optimizer/vars" : "optimizer_weights");
    if (teller)
        QVERIFY(three ? hdf5::writeText(group, "name", teller)
                      : hdf5::writeText(file, "training_config", teller));
    std::vector<std::string> names;
    for (int i = 0; i < order.size(); ++i) {
        names.push_back(three ? std::to_string(i) : order[i].toStdString());
        const float first = order[i].startsWith('m') ? 10 : 20;
        const float values[6] = {first, first + 1, first + 2, first + 3, first + 4, first + 5};
        if (i == 0)
            QVERIFY(hdf5::writeWhole(group, names.back(), 7));
        else if (order[i] == "rate")
            QVERIFY(hdf5::writeFloats(group, names.back(), Shape{}, values));
        else
            QVERIFY(hdf5::writeFloats(group, names.back(), order[i].endsWith('0') ? Shape{3, 2} : Shape{2},
                                      values));
    }
    for (int i = 0; rowOfOnes && i < 2; ++i) {
        names.push_back("vhat" + std::to_string(i));
        QVERIFY(hdf5::writeFloats(group, names.back(), Shape{1}, zeros));
    }
    if (!three)
        QVERIFY(hdf5::writeNames(group, "weight_names", names));
}
} // namespace

class KerasOptimizerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The orders of Keras' slots before and since 2.11, and of Keras 3, on the same numbers.
    void anOptimizersStateIsReadInEveryLayout_data()
    {
        QTest::addColumn<QStringList>("order");
        QTest::addColumn<bool>("rowOfOnes");
        QTest::newRow("2.2") << QStringList{"Adam/iterations:0", "m0", "m1", "v0", "v1"} << true;
        QTest::newRow("2.4") << QStringList{"iter:0", "m0", "m1", "v0", "v1"} << false;
        QTest::newRow("2.13") << QStringList{"iteration:0", "m0", "v0", "m1", "v1"} << false;
        QTest::newRow("3") << QStringList{"", "rate", "m0", "v0", "m1", "v1"} << false;
    }
    void anOptimizersStateIsReadInEveryLayout()
    {
        QFETCH(QStringList, order);
        QFETCH(bool, rowOfOnes);
        const Network network = *Network::make(oneLayer());
        const std::filesystem::path path = m_folder.filePath("optimizer").toStdString();
        const bool three = order[0].isEmpty();
        writeStateOf(path, order, rowOfOnes, three ? "adam" : adamConfig);
        const PartSpec adam{"Adam", Json::object()};
        const Result<KerasWeights> read = readKerasWeights(path, network, &adam);
        QVERIFY(read && read->notes.empty());
        const std::optional<keras::OptimizerState>& state = read->optimizer;
        QVERIFY(state && state->step == 7 && state->kept.size() == 2);
        for (const Variable& variable : network.variables())
            for (Index i = 0; i < variable.count; ++i) {
                QCOMPARE(state->kept[0].data()[variable.offset + i], 10.0F + static_cast<float>(i));
                QCOMPARE(state->kept[1].data()[variable.offset + i], 20.0F + static_cast<float>(i));
            }
        // Slots of other shapes, and the same ones that mean something else.
        for (const PartSpec& other :
             {PartSpec{"RMSprop", {{"momentum", 0.9}, {"centered", true}}},
              PartSpec{"Adadelta", Json::object()}, PartSpec{"SGD", Json::object()}}) {
            const Result<KerasWeights> others = readKerasWeights(path, network, &other);
            QVERIFY(others && !others->optimizer);
            QCOMPARE(render(others->notes.at(0)),
                     "The file with the weights holds the state of Adam; " + other.className
                         + " starts without it");
        }
        const PartSpec largest{"Adam", {{"amsgrad", true}}};
        const Result<KerasWeights> more = readKerasWeights(path, network, &largest);
        QVERIFY(more && !more->optimizer && more->notes.size() == 1);
    }

    void aStateThatTheFileDoesNotNameIsNotTaken()
    {
        const Network network = *Network::make(oneLayer());
        const std::filesystem::path path = m_folder.filePath("unnamed").toStdString();
        const PartSpec adam{"Adam", Json::object()};
        const auto note = [&](const QStringList& order, const char* teller) {
            writeStateOf(path, order, false, teller);
            const Result<KerasWeights> read = readKerasWeights(path, network, &adam);
            return read && !read->optimizer && read->notes.size() == 1 ? render(read->notes[0])
                                                                       : std::string();
        };
        const std::string silent =
            "The file with the weights does not tell which optimizer's state it holds; "
            "Adam starts without it";
        const QStringList two{"iteration:0", "m0", "v0", "m1", "v1"};
        const QStringList three{"", "rate", "m0", "v0", "m1", "v1"};
        QCOMPARE(note(two, nullptr), silent);
        QCOMPARE(note(two, "{}"), silent);
        QCOMPARE(note(two, "{\"optimizer_config\": 7, "), silent);
        QCOMPARE(note(three, nullptr), silent);
        QCOMPARE(note(three, "my_own"),
                 std::string("The file with the weights holds the state of my_own; Adam starts without it"));
        QCOMPARE(note(two, R"({"optimizer_config": {"class_name": "Lion", "config": {}}})"),
                 std::string("The file with the weights holds the state of Lion; Adam starts without it"));
        // Weights that come without any state have nothing to be told of.
        QVERIFY(writeKerasWeights(path, network, numbered(network)));
        const Result<KerasWeights> alone = readKerasWeights(path, network, &adam);
        QVERIFY(alone && !alone->optimizer && alone->notes.empty());
    }

private:
    QTemporaryDir m_folder;
};

LAMINA_TEST(KerasOptimizerTest)
#include "keras_optimizer_test.moc"
