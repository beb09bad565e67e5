// Generated programs: the text is the one that make_code.py has run, and the engine computes what PyTorch did
// there with the same weights. With LAMINA_CODE_FOLDER set, everything that the script needs is written there
// first.
#include "engine/code/code.h"
#include "engine/code/torch_form.h"
#include "engine/core/random.h"
#include "engine/formats/keras_h5.h"
#include "engine/model/plan.h"
#include "tests/golden/code_models.h"
#include "tests/golden/golden_cases.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QCryptographicHash>
#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
constexpr Index samples = 3;

struct Case {
    std::string name;
    Project project;
    Index idsBelow = 0; // the inputs are whole numbers
    bool masked = false; // some steps of the first input are passed over
};

CodeFiles filesOf(const std::string& name)
{
    return {.weights = name + ".h5", .data = name + ".npz"};
}

// Three decimals, a function of the place alone.
Numbers numbers(std::uint64_t stream, Index count, double low, double high)
{
    const CounterRandom random(20261125, RandomPurpose::Data, {stream});
    Numbers values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(std::round(random.uniform(i, low, high) * 1000) / 1000);
    return values;
}

Buffer weightsOf(const Network& network)
{
    Buffer weights(network.weightCount());
    for (std::size_t v = 0; v < network.variables().size(); ++v) {
        const Variable& variable = network.variables()[v];
        const bool positive = variable.name.ends_with("variance");
        // So that no activation is saturated by a wide layer before it.
        const Index fan = variable.shape.rank() > 1 ? variable.count / variable.shape[-1] : 1;
        const double most = 1 / std::sqrt(static_cast<double>(std::max<Index>(fan, 4)));
        std::ranges::copy(numbers(1000 + v, variable.count, positive ? 0.5 : -most, positive ? 1.5 : most),
                          weights.data() + variable.offset);
    }
    return weights;
}

std::vector<Numbers> inputsOf(const Network& network, const Case& one)
{
    std::vector<Numbers> inputs;
    for (std::size_t i = 0; i < network.inputs().size(); ++i) {
        const Index each = network.inputShape(static_cast<int>(i)).elements();
        Numbers x = numbers(i, samples * each, -1, 1);
        if (one.idsBelow > 0) // each sample ends with zeros, one more than the one before
            for (std::size_t n = 0; n < x.size(); ++n)
                x[n] = static_cast<Index>(n) % each >= each - static_cast<Index>(n) / each
                    ? 0.0F
                    : std::floor((x[n] + 1) / 2 * static_cast<float>(one.idsBelow - 1));
        if (one.masked && i == 0) {
            const Index width = network.inputShape()[-1];
            const float empty = one.name == "gru" ? 0.0F : passedOver;
            for (std::size_t n = 0; n < x.size(); ++n)
                if (const Index step = static_cast<Index>(n) / width; step % 3 == 1)
                    x[n] = empty;
        }
        inputs.push_back(std::move(x));
    }
    return inputs;
}

std::vector<Numbers> outputsOf(const Network& network, const std::vector<Numbers>& inputs, Buffer& weights)
{
    Plan plan(network, {.batch = samples, .taps = {}});
    std::vector<const float*> addresses;
    for (const Numbers& each : inputs)
        addresses.push_back(each.data());
    Workers workers(1);
    plan.setWeights(weights.data());
    plan.setInputs(addresses);
    plan.run(workers, 0, 0);
    std::vector<Numbers> outputs;
    for (int o = 0; o < static_cast<int>(network.outputs().size()); ++o)
        plan.readOutput(
            o, outputs.emplace_back(static_cast<std::size_t>(samples * network.outputShape(o).elements())));
    return outputs;
}

// Every layer that has a form, on its own examples; the whole projects.
std::vector<Case> layerCases()
{
    std::vector<Case> cases;
    for (const LayerType* type : layers::all()) {
        if (!type->compile || !code::findTorchWriter(type->className))
            continue;
        for (std::size_t i = 0; i < type->examples.size(); ++i) {
            const Example& example = type->examples[i];
            const Result<OneLayer> alone = OneLayer::make(type->className, Json::parse(example.config),
                                                          example.inputs, samples, example.masked);
            const std::string name = std::string(type->className) + "_" + std::to_string(i);
            cases.push_back({name, projectOf(name.c_str(), alone->network().spec()),
                             example.wholeNumbersBelow, example.masked});
        }
    }
    return cases;
}

std::vector<Case> projectCases()
{
    std::vector<Case> cases;
    for (auto& [name, project] : codeProjects()) {
        Case one{name, std::move(project)};
        for (const LayerSpec& layer : one.project.model.layers)
            if (layer.className == "Embedding")
                one.idsBelow = layer.config.at("input_dim").get<Index>();
        one.masked = name == "gru";
        cases.push_back(std::move(one));
    }
    return cases;
}

std::string torchText(const Case& one)
{
    return codeDialects()[1].write(one.project, filesOf(one.name))->text;
}

// Of what is the layer's own: neither the head nor what comes after the classes and functions.
std::string digest(const std::string& text)
{
    const QByteArray all = QByteArray::fromStdString(text);
    const qsizetype first = all.indexOf("\n\n\n");
    const QByteArray part = all.mid(first, all.indexOf("\nif __name__") - first);
    return QCryptographicHash::hash(part, QCryptographicHash::Md5).toHex().toStdString();
}

bool writeText(const QString& path, const std::string& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) >= 0;
}

void writeCase(const QDir& folder, const Case& one, bool whole)
{
    const QString name = QString::fromStdString(one.name);
    const Network network = *Network::make(one.project.model);
    Buffer weights = weightsOf(network);
    const std::vector<Numbers> inputs = inputsOf(network, one);
    Json told{{"name", one.name},
              {"digest", digest(torchText(one))},
              {"whole", whole},
              {"inputs", inputs},
              {"outputs", outputsOf(network, inputs, weights)}};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        Json sizes = Json::array({samples});
        const Shape shape = network.inputShape(static_cast<int>(i));
        for (const Index size : shape.sizes())
            sizes.push_back(size);
        told["shapes"].push_back(sizes);
    }
    QVERIFY(writeText(folder.filePath(name + ".json"), told.dump()));
    QVERIFY(writeText(folder.filePath(name + ".py"), torchText(one)));
    QVERIFY(writeText(folder.filePath(name + "_keras.py"),
                      codeDialects()[0].write(one.project, filesOf(one.name))->text));
    QVERIFY(writeKerasH5(folder.filePath(name + ".h5").toStdString(),
                         {.network = &network, .weights = &weights}));
    // What runs in moments is run as a whole.
    if (codeNeedsData(one.project) && one.project.data.options.value("train", 0) <= 1000) {
        told["runs"] = true;
        QVERIFY(writeText(folder.filePath(name + ".json"), told.dump()));
        QVERIFY(writeCodeData(folder.filePath(name + ".npz").toStdString(), one.project));
    }
}

Json readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return Json::parse(bytes.begin(), bytes.end());
}

std::string readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}
} // namespace

class GoldenCodeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString chosen = qEnvironmentVariable("LAMINA_CODE_FOLDER"); !chosen.isEmpty()) {
            for (const Case& one : layerCases())
                writeCase(QDir(chosen), one, false);
            for (const Case& one : projectCases())
                writeCase(QDir(chosen), one, true);
        }
        for (const Json& each : readJson(m_folder.filePath("torch.json")))
            m_proved[each.at("name")] = each;
    }

    void theTextIsTheOneThatWasRunAndGaveTheSame_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("whole");
        m_cases = {layerCases(), projectCases()};
        for (const bool whole : {false, true})
            for (std::size_t i = 0; i < m_cases[whole].size(); ++i)
                QTest::addRow("%s", m_cases[whole][i].name.c_str()) << static_cast<int>(i) << whole;
        qInfo("%zu layers alone and %zu projects", m_cases[0].size(), m_cases[1].size());
    }

    void theTextIsTheOneThatWasRunAndGaveTheSame()
    {
        QFETCH(const int, index);
        QFETCH(const bool, whole);
        const Case& one = m_cases[whole][static_cast<std::size_t>(index)];
        const auto proved = m_proved.find(one.name);
        QVERIFY2(proved != m_proved.end(), "run tests/golden/make_code.py: nobody has tried this in PyTorch");
        const std::string text = torchText(one);
        if (whole) {
            const QString name = QString::fromStdString(one.name);
            QCOMPARE(QString::fromStdString(text),
                     QString::fromStdString(readText(m_folder.filePath(name + ".py"))));
            QCOMPARE(QString::fromStdString(codeDialects()[0].write(one.project, filesOf(one.name))->text),
                     QString::fromStdString(readText(m_folder.filePath(name + "_keras.py"))));
        } else {
            QVERIFY2(
                proved->second.at("digest") == digest(text),
                ("the program is another than the one that was tried; run tests/golden/make_code.py\n" + text)
                    .c_str());
        }
        const Network network = *Network::make(one.project.model);
        Buffer weights = weightsOf(network);
        const std::vector<Numbers> outputs = outputsOf(network, inputsOf(network, one), weights);
        const Json& expected = proved->second.at("outputs");
        QCOMPARE(expected.size(), outputs.size());
        for (std::size_t o = 0; o < outputs.size(); ++o)
            QVERIFY(agrees(outputs[o], expected[o], QString::number(o)));
    }

private:
    QDir m_folder{QStringLiteral(LAMINA_SOURCE_DIR "/tests/golden/code")};
    std::array<std::vector<Case>, 2> m_cases;
    std::map<std::string, Json> m_proved;
};

LAMINA_TEST(GoldenCodeTest)
#include "golden_code_test.moc"
