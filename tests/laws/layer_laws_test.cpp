// What every layer must obey, without being asked: each law is tried on every example of every layer type.
#include "engine/formats/keras_h5.h"
#include "tests/laws/differences.h"
#include "tests/laws/kernel_bench.h"
#include "tests/support/one_layer.h"
#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lamina;
using namespace lamina::test;

namespace {
// Layers that a law is not tried on. Grows on purpose only, with a sentence each.
struct Exemption {
    const char* className;
    const char* law;
    const char* why;
};
const std::vector<Exemption> exemptions;

bool isExempt(const LayerType& type)
{
    return std::ranges::any_of(exemptions, [&](const Exemption& each) {
        return std::string_view(each.className) == type.className
            && std::string_view(each.law) == QTest::currentTestFunction();
    });
}

constexpr Index batch = 5;

// The last steps of all samples but the first, of each another number.
void passOver(Numbers& x, const Shape& shape, Index samples)
{
    const Index width = shape[-1];
    const Index steps = shape.elements() / width;
    for (Index n = 1; n < samples; ++n)
        std::fill_n(x.begin() + ((n + 1) * steps - n % steps) * width, n % steps * width, passedOver);
}

// The layer on numbers without ties, the same ones each time.
OneLayer example(const LayerType& type, const Example& of, Index samples, bool frozen = false)
{
    Json config = Json::parse(of.config);
    if (frozen)
        config["trainable"] = false;
    Result<OneLayer> made = OneLayer::make(type.className, config, of.inputs, samples, of.masked);
    if (!made)
        qFatal("%s", sentence(made.faults()).c_str());
    std::uint64_t who = 0;
    Index total = 0;
    for (const Shape& input : of.inputs)
        total += samples * input.elements();
    const Numbers numbers = distinct(total, ++who); // inputs have no ties among each other, either
    for (auto next = numbers.begin(); const Shape& input : of.inputs) {
        const Index count = samples * input.elements();
        made->x.push_back(of.wholeNumbersBelow > 0 ? wholeNumbers(count, of.wholeNumbersBelow, ++who)
                                                   : Numbers(next, next + count));
        next += count;
    }
    if (!type.compile)
        made->x = {distinct(samples * made->network().inputShape().elements(), ++who)};
    if (of.masked)
        passOver(made->x[0], of.inputs[0], samples);
    made->wantsInputGradients = of.wholeNumbersBelow == 0;
    for (const Shape& output : made->layer().signature.outputs)
        made->dy.push_back(uniform(samples * output.elements(), -1, 1, ++who));
    // Off their starting values, so that no 0 or 1 hides a mistake; what the layer keeps itself may be a
    // variance and only grows.
    const Buffer start = made->network().initialWeights(4);
    for (const Variable& variable : made->network().variables()) {
        const ParameterSpec& own = made->layer().signature.parameters[made->parameters.size()];
        Numbers values =
            uniform(variable.count, own.trainable ? -0.5 : 0.125, own.trainable ? 0.5 : 0.75, ++who);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] += start.data()[static_cast<std::size_t>(variable.offset) + i];
        made->parameters.push_back(std::move(values));
    }
    return std::move(*made);
}

bool sameLists(const std::vector<Numbers>& a, const std::vector<Numbers>& b)
{
    return std::ranges::equal(a, b, [](const Numbers& x, const Numbers& y) { return sameBits(x, y); });
}

bool sameStep(const LayerStep& a, const LayerStep& b)
{
    return sameLists(a.y, b.y) && sameLists(a.dx, b.dx) && sameLists(a.gradients, b.gradients)
        && sameLists(a.after, b.after);
}

// To rounding: lanes add in another order.
bool nearLists(const std::vector<Numbers>& a, const std::vector<Numbers>& b)
{
    return std::ranges::equal(a, b, [](const Numbers& x, const Numbers& y) {
        return largestDifference(x, y) <= 2e-5 * std::max(1.0, largest(x));
    });
}

bool allFinite(const std::vector<Numbers>& lists)
{
    return std::ranges::all_of(lists, [](const Numbers& list) { return std::isfinite(largest(list)); });
}
} // namespace

class LayerLawsTest final : public QObject {
    Q_OBJECT

    // A row for each example.
    static void addExamples()
    {
        QTest::addColumn<const LayerType*>("type");
        QTest::addColumn<int>("number");
        for (const LayerType* type : layers::all())
            for (std::size_t i = 0; i < type->examples.size(); ++i) {
                std::string shapes;
                for (const Shape& shape : type->examples[i].inputs)
                    shapes += " " + shape.text();
                QTest::addRow("%s%s %s", type->className, shapes.c_str(), type->examples[i].config)
                    << type << static_cast<int>(i);
            }
    }

private Q_SLOTS:
    void everyLayerHasExamples()
    {
        for (const LayerType* type : layers::all())
            QVERIFY2(!type->examples.empty(), type->className);
        QVERIFY(layers::all().size() > 10);
    }

    void exemptionsAreFewAndHaveAReason()
    {
        for (const Exemption& each : exemptions)
            QVERIFY2(layers::find(each.className) && std::string_view(each.why).size() > 20, each.className);
        QCOMPARE(exemptions.size(), std::size_t(0));
    }

    void announcedShapesAreTheRealOnes_data() { addExamples(); }
    void announcedShapesAreTheRealOnes();
    void gradientsMatchCentralDifferences_data() { addExamples(); }
    void gradientsMatchCentralDifferences();
    void frozenLayersPassTheirGradientOn_data() { addExamples(); }
    void frozenLayersPassTheirGradientOn();
    void whatIsWrittenIsOverwrittenWholly_data() { addExamples(); }
    void whatIsWrittenIsOverwrittenWholly();
    void whatNobodyWantsChangesNothing_data() { addExamples(); }
    void whatNobodyWantsChangesNothing();
    void whatIsNotReadMayBeOverwritten_data() { addExamples(); }
    void whatIsNotReadMayBeOverwritten();
    void threadsChangeNothing_data() { addExamples(); }
    void threadsChangeNothing();
    void lanesChangeOnlyTheRounding_data() { addExamples(); }
    void lanesChangeOnlyTheRounding();
    void oneSampleIsEnough_data() { addExamples(); }
    void oneSampleIsEnough();
    void inferenceIsCertainAndKeepsTheState_data() { addExamples(); }
    void inferenceIsCertainAndKeepsTheState();
    void savedAndLoadedGivesTheSameNumbers_data() { addExamples(); }
    void savedAndLoadedGivesTheSameNumbers();
};

// The example of this row; returns from the law where the layer is exempt.
#define LAMINA_EXAMPLE                                                                                       \
    QFETCH(const LayerType*, type);                                                                          \
    QFETCH(int, number);                                                                                     \
    const Example& of = type->examples[static_cast<std::size_t>(number)];                                    \
    if (isExempt(*type))                                                                                     \
    return

// Kernels write into arrays of the announced size between guards.
void LayerLawsTest::announcedShapesAreTheRealOnes()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch);
    QVERIFY(!one.layer().signature.outputs.empty());
    if (!type->compile) {
        QVERIFY(sameBits(one.run({.training = false}).y[0], one.x[0]));
        return;
    }
    for (const bool training : {true, false}) {
        const KernelOutcome outcome = KernelBench(one).run({.training = training, .backward = training});
        QVERIFY(outcome.guardsHeld);
        QVERIFY(outcome.inputsUntouched);
        QVERIFY(allFinite(outcome.y) && allFinite(outcome.dx) && allFinite(outcome.gradients));
    }
}

void LayerLawsTest::gradientsMatchCentralDifferences()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch);
    const LayerStep step = one.run();
    const auto loss = [&] { return one.run().loss; };
    for (std::size_t i = 0; i < step.dx.size(); ++i)
        QVERIFY2(matchesDifferences(step.dx[i], one.x[i], loss), qPrintable(QString("input %1").arg(i)));
    for (std::size_t v = 0; v < step.gradients.size(); ++v)
        if (one.network().variables()[v].trainable)
            QVERIFY2(matchesDifferences(step.gradients[v], one.parameters[v], loss),
                     one.network().variables()[v].name.c_str());
}

// BatchNormalization then uses its moving averages.
void LayerLawsTest::frozenLayersPassTheirGradientOn()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch, true);
    const LayerStep step = one.run();
    QVERIFY(sameLists(step.after, one.parameters));
    for (std::size_t i = 0; i < step.dx.size(); ++i)
        QVERIFY2(matchesDifferences(step.dx[i], one.x[i], [&] { return one.run().loss; }),
                 qPrintable(QString("input %1").arg(i)));
}

void LayerLawsTest::whatIsWrittenIsOverwrittenWholly()
{
    LAMINA_EXAMPLE;
    if (!type->compile)
        return;
    const KernelBench bench(example(*type, of, batch));
    for (const bool training : {true, false}) {
        KernelRun how{.training = training, .backward = training};
        const bool wholeNumbers = of.wholeNumbersBelow > 0;
        how.wantsDx = !wholeNumbers;
        how.rubbish = 9;
        const KernelOutcome nines = bench.run(how);
        how.rubbish = std::numeric_limits<float>::quiet_NaN();
        const KernelOutcome nans = bench.run(how);
        QVERIFY(allFinite(nans.y) && allFinite(nans.dx) && allFinite(nans.gradients));
        QVERIFY(sameLists(nines.y, nans.y));
        QVERIFY(sameLists(nines.dx, nans.dx));
        QVERIFY(sameLists(nines.gradients, nans.gradients));
        QVERIFY(sameLists(nines.parameters, nans.parameters));
        QVERIFY(sameBits(nines.mask, nans.mask));
    }
}

void LayerLawsTest::whatNobodyWantsChangesNothing()
{
    LAMINA_EXAMPLE;
    if (!type->compile)
        return;
    const KernelBench bench(example(*type, of, batch));
    const KernelOutcome all = bench.run({});
    const KernelOutcome withoutDx = bench.run({.wantsDx = false});
    QVERIFY(withoutDx.guardsHeld);
    QVERIFY(sameLists(withoutDx.gradients, all.gradients));
    const KernelOutcome frozen = bench.run({.wantsParameterGradients = false});
    QVERIFY(frozen.guardsHeld);
    QVERIFY(sameLists(frozen.dx, all.dx));
}

// The plan lets values share memory by what a kernel says of itself.
void LayerLawsTest::whatIsNotReadMayBeOverwritten()
{
    LAMINA_EXAMPLE;
    if (!type->compile)
        return;
    const KernelBench bench(example(*type, of, batch));
    const std::unique_ptr<Kernel> kernel = bench.compile(true);
    const KernelOutcome plain = bench.run({});
    const KernelOutcome spoiled =
        bench.run({.rubbish = std::numeric_limits<float>::quiet_NaN(), .spoilsUnread = true});
    QVERIFY(sameLists(spoiled.dx, plain.dx));
    QVERIFY(sameLists(spoiled.gradients, plain.gradients));
    if (kernel->inPlace()) {
        const KernelOutcome shared = bench.run({.inPlace = true});
        QVERIFY(sameBits(shared.y[0], plain.y[0]));
        if (!kernel->backwardReadsInput())
            QVERIFY(sameBits(shared.dx[0], plain.dx[0]));
    }
    if (kernel->isView()) {
        QVERIFY(sameBits(plain.y[0], bench.one().x[0]));
        QVERIFY(sameBits(plain.dx[0], bench.one().dy[0]));
    }
}

void LayerLawsTest::threadsChangeNothing()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch);
    for (const int lanes : {1, 4}) {
        const LayerStep first = one.run({.lanes = lanes, .threads = 1});
        QVERIFY(sameStep(first, one.run({.lanes = lanes, .threads = 3})));
        QVERIFY(sameStep(first, one.run({.lanes = lanes, .threads = 3})));
    }
}

void LayerLawsTest::lanesChangeOnlyTheRounding()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch);
    for (const bool training : {true, false}) {
        const LayerStep whole = one.run({.training = training, .lanes = 1});
        for (const int lanes : {2, 3, 5}) {
            const LayerStep cut = one.run({.training = training, .lanes = lanes});
            QVERIFY(nearLists(cut.y, whole.y));
            QVERIFY(nearLists(cut.dx, whole.dx));
            QVERIFY(nearLists(cut.gradients, whole.gradients));
            QVERIFY(nearLists(cut.after, whole.after));
        }
    }
}

void LayerLawsTest::oneSampleIsEnough()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, 1);
    for (const bool training : {true, false}) {
        const LayerStep step = one.run({.training = training});
        QVERIFY(allFinite(step.y) && allFinite(step.dx) && allFinite(step.gradients)
                && allFinite(step.after));
    }
}

void LayerLawsTest::inferenceIsCertainAndKeepsTheState()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch);
    const LayerStep first = one.run({.training = false, .step = 1});
    QVERIFY(sameLists(first.after, one.parameters));
    QVERIFY(sameStep(first, one.run({.training = false, .step = 2})));
    const LayerStep trained = one.run({.training = true, .step = 1});
    QVERIFY(sameStep(trained, one.run({.training = true, .step = 1})));
    for (std::size_t v = 0; v < trained.after.size(); ++v) // only the optimizer moves what is trained
        QVERIFY(!one.network().variables()[v].trainable || sameBits(trained.after[v], one.parameters[v]));
}

void LayerLawsTest::savedAndLoadedGivesTheSameNumbers()
{
    LAMINA_EXAMPLE;
    OneLayer one = example(*type, of, batch);
    Buffer weights(one.network().weightCount());
    for (std::size_t v = 0; v < one.parameters.size(); ++v)
        std::ranges::copy(one.parameters[v], weights.data() + one.network().variables()[v].offset);
    const QTemporaryDir folder;
    for (const bool archive : {false, true}) { // as Keras 2 keeps models, and as Keras 3 does
        if (archive && QByteArray(of.config).contains("hard_sigmoid"))
            continue; // another function there
        const std::filesystem::path path = folder.filePath("model").toStdString();
        const ModelToSave model{.network = &one.network(), .weights = &weights};
        const Result<void> written = archive ? writeKerasArchive(path, model) : writeKerasH5(path, model);
        QVERIFY2(written, written ? "" : sentence(written.faults()).c_str());
        const Result<SavedModel> saved = readModelFile(path);
        QVERIFY2(saved, saved ? "" : sentence(saved.faults()).c_str());
        Result<Network> network = Network::make(saved->model);
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        QCOMPARE(network->variables().size(), one.network().variables().size());
        OneLayer again(std::move(*network), batch);
        for (const Variable& variable : again.network().variables()) {
            const float* values = saved->weights.data() + variable.offset;
            again.parameters.emplace_back(values, values + variable.count);
        }
        QVERIFY(sameLists(again.parameters, one.parameters));
        again.x = one.x;
        again.dy = one.dy;
        again.wantsInputGradients = one.wantsInputGradients;
        QVERIFY(sameStep(again.run(), one.run()));
    }
}

LAMINA_TEST(LayerLawsTest)
#include "layer_laws_test.moc"
