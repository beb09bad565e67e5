// Networks that branch and join: tensors that feed several layers, gradients that meet, several inputs and
// outputs. Each is judged by central differences, and against itself with other lanes, threads and memory.
#include "engine/model/plan.h"
#include "tests/support/half_squares.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;
using namespace lamina::test;

namespace {
// "name = Class(inputs) config", a line each.
ModelSpec modelOf(const char* lines)
{
    ModelSpec spec;
    for (const QString& line : QString(lines).split('\n', Qt::SkipEmptyParts)) {
        const qsizetype is = line.indexOf(" = ");
        const qsizetype open = line.indexOf('(');
        const qsizetype close = line.indexOf(')');
        LayerSpec layer{line.mid(is + 3, open - is - 3).toStdString(),
                        line.left(is).trimmed().toStdString(),
                        Json::parse("{" + line.mid(close + 1).toStdString() + "}"),
                        {}};
        for (const QString& input : line.mid(open + 1, close - open - 1).split(' ', Qt::SkipEmptyParts))
            layer.inputs.push_back({input.toStdString()});
        spec.layers.push_back(std::move(layer));
    }
    return spec;
}

class Graph {
public:
    explicit Graph(const ModelSpec& spec)
        : m_network(*Network::make(spec)), m_objective(halfSquares(m_network))
    {
        weights = m_network.initialWeights(3);
        for (std::size_t i = 0; i < m_network.inputs().size(); ++i)
            m_inputs.push_back(numbers(m_network.inputShape(static_cast<int>(i)), i));
        for (std::size_t o = 0; o < m_network.outputs().size(); ++o)
            m_targets.push_back(numbers(m_network.outputShape(static_cast<int>(o)), 100 + o));
    }

    Plan plan(int lanes, bool keepAll = false)
    {
        std::vector<TensorRef> taps;
        for (const NetworkLayer& layer : m_network.layers())
            if (keepAll && layer.type->compile)
                taps.push_back({layer.spec.name});
        Plan made(
            m_network,
            {.batch = batch, .training = true, .objective = &m_objective, .taps = taps, .lanes = lanes});
        std::vector<const float*> inputs;
        std::vector<const float*> targets;
        for (const Buffer& each : m_inputs)
            inputs.push_back(each.data());
        for (const Buffer& each : m_targets)
            targets.push_back(each.data());
        made.setWeights(weights.data());
        made.setInputs(inputs);
        made.setTargets(targets);
        return made;
    }

    double loss(Plan& plan, int threads = 1)
    {
        Workers workers(threads);
        return plan.run(workers, 5, 0).lossSum / static_cast<double>(batch);
    }

    Buffer gradient(Plan& plan, int threads = 1)
    {
        loss(plan, threads);
        sumLanes(plan.gradients(), 0, m_network.weightCount());
        Buffer sum(m_network.weightCount());
        std::copy_n(plan.gradients()[0], sum.size(), sum.data());
        return sum;
    }

    const Network& network() const { return m_network; }
    static constexpr Index batch = 5;
    Buffer weights;

private:
    static Buffer numbers(const Shape& shape, std::uint64_t who)
    {
        Buffer buffer(batch * shape.elements());
        const CounterRandom random(9, RandomPurpose::Bench, {who});
        for (std::size_t i = 0; i < buffer.values().size(); ++i)
            buffer.values()[i] = static_cast<float>(random.uniform(i, -1, 1));
        return buffer;
    }

    Network m_network;
    Objective m_objective;
    std::vector<Buffer> m_inputs;
    std::vector<Buffer> m_targets;
};

bool sameBits(const Buffer& a, const Buffer& b)
{
    return std::equal(a.values().begin(), a.values().end(), b.values().begin());
}
} // namespace

class GraphTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradientsMatchCentralDifferences_data() { graphs(); }
    void gradientsMatchCentralDifferences()
    {
        QFETCH(QString, lines);
        Graph graph(modelOf(qPrintable(lines)));
        Plan plan = graph.plan(2);
        const Buffer gradient = graph.gradient(plan);
        for (const Variable& variable : graph.network().variables())
            for (Index i = variable.offset; i < variable.offset + variable.count; ++i) {
                float& weight = graph.weights.data()[i];
                const float kept = weight;
                const float step = 4e-3F;
                weight = kept + step;
                const double above = graph.loss(plan);
                weight = kept - step;
                const double below = graph.loss(plan);
                weight = kept;
                const double expected = (above - below) / (2 * static_cast<double>(step));
                const double error = std::abs(expected - static_cast<double>(gradient.data()[i]));
                QVERIFY2(error < 1e-3 * std::max(1.0, std::abs(expected)),
                         qPrintable(QString("%1[%2]: %3 for %4")
                                        .arg(QString::fromStdString(variable.name))
                                        .arg(i - variable.offset)
                                        .arg(static_cast<double>(gradient.data()[i]))
                                        .arg(expected)));
            }
    }

    void neitherThreadsNorSharedMemoryChangeABit_data() { graphs(); }
    void neitherThreadsNorSharedMemoryChangeABit()
    {
        QFETCH(QString, lines);
        Graph graph(modelOf(qPrintable(lines)));
        Plan tight = graph.plan(3);
        Plan roomy = graph.plan(3, true);
        const Buffer expected = graph.gradient(tight, 1);
        QVERIFY(sameBits(expected, graph.gradient(tight, 3)));
        QVERIFY(sameBits(expected, graph.gradient(roomy, 2)));
    }

private:
    static void graphs()
    {
        QTest::addColumn<QString>("lines");
        const auto row = [](const char* name, const char* lines) { QTest::newRow(name) << QString(lines); };
        row("a diamond", R"(
in = InputLayer() "shape": [4]
trunk = Dense(in) "units": 5, "activation": "tanh"
left = Dense(trunk) "units": 3, "activation": "sigmoid"
right = Dense(trunk) "units": 3
both = Multiply(left right)
out = Dense(both) "units": 2)");
        row("residual blocks", R"(
in = InputLayer() "shape": [5, 4, 2]
first = Conv2D(in) "filters": 3, "kernel_size": 3, "padding": "same", "activation": "tanh"
second = Conv2D(first) "filters": 3, "kernel_size": 3, "padding": "same"
sum = Add(first second)
curve = Activation(sum) "activation": "swish"
third = Conv2D(curve) "filters": 3, "kernel_size": 1
again = Add(third curve)
mean = GlobalAveragePooling2D(again)
out = Dense(mean) "units": 2)");
        row("two inputs, one late", R"(
words = InputLayer() "shape": [3]
a = Dense(words) "units": 4, "activation": "tanh"
picture = InputLayer() "shape": [2, 3]
flat = Flatten(picture)
b = Dense(flat) "units": 3
join = Concatenate(a b flat)
out = Dense(join) "units": 2)");
        row("two outputs, one of them used further", R"(
in = InputLayer() "shape": [4]
kind = Dense(in) "units": 3, "activation": "softmax"
more = Dense(kind) "units": 3, "activation": "tanh"
copy = Activation(kind) "activation": "sigmoid"
sum = Add(more copy)
size = Dense(sum) "units": 1)");
        row("a tensor twice into one layer", R"(
in = InputLayer() "shape": [4]
a = Dense(in) "units": 3
double = Add(a a)
b = Dense(double) "units": 3, "activation": "tanh"
cube = Multiply(b b b)
mixed = Average(cube a cube)
out = Dense(mixed) "units": 2)");
        row("in-place layers that share an input", R"(
in = InputLayer() "shape": [6]
a = Dense(in) "units": 6
left = Activation(a) "activation": "tanh"
right = Activation(a) "activation": "elu"
half = Rescaling(a) "scale": 0.5
view = Flatten(a)
all = Add(left right half view)
difference = Subtract(all a)
out = Dense(difference) "units": 2)");
        row("broadcasting gates", R"(
in = InputLayer() "shape": [4, 3, 2]
a = Conv2D(in) "filters": 3, "kernel_size": 1, "activation": "tanh"
mean = GlobalAveragePooling2D(a) "keepdims": true
gate = Conv2D(mean) "filters": 3, "kernel_size": 1, "activation": "sigmoid"
map = Conv2D(a) "filters": 1, "kernel_size": 1
gated = Multiply(a gate map)
out = GlobalAveragePooling2D(gated))");
    }

private Q_SLOTS:
    void inferenceMayReuseTheSkippedTensor()
    {
        const Network network = *Network::make(modelOf(R"(
in = InputLayer() "shape": [2]
a = Rescaling(in) "scale": 2
b = Rescaling(a) "scale": 3
sum = Add(a b)
again = Add(a sum)
difference = Subtract(again b))"));
        Plan plan(network, {.batch = 1, .taps = {}});
        const std::vector<float> x{1, -2};
        const float* address = x.data();
        plan.setInputs({&address, 1});
        Workers workers(1);
        plan.run(workers, 0, 0);
        std::vector<float> y(2);
        plan.readOutput(0, y);
        QCOMPARE(y, (std::vector<float>{4, -8})); // 2 + (2 + 6) - 6
    }
};

LAMINA_TEST(GraphTest)
#include "graph_test.moc"
