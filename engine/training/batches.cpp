#include "engine/training/batches.h"

#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace lamina {

namespace {
Fault fault(Text what, const std::string& layer, Text remedy)
{
    return {FaultKind::Input, std::move(what), Place{{}, "data", layer}, std::move(remedy)};
}

const std::string& layerOf(const Network& network, std::pair<int, int> end)
{
    return network.layers()[static_cast<std::size_t>(end.first)].spec.name;
}

// Shapes are equal, or differ only in axes of size 1: (28, 28) feeds (28, 28, 1).
bool fits(const Shape& field, const Shape& wanted)
{
    const auto essential = [](const Shape& shape) {
        std::vector<Index> sizes;
        std::copy_if(shape.sizes().begin(), shape.sizes().end(), std::back_inserter(sizes),
                     [](Index size) { return size != 1; });
        return sizes;
    };
    return essential(field) == essential(wanted);
}

// Classes that are called by their numbers can be learnt as numbers, too: stars from 0 to 5.
bool areNumbers(const std::vector<std::string>& classNames)
{
    for (std::size_t i = 0; i < classNames.size(); ++i)
        if (classNames[i] != std::to_string(i))
            return false;
    return true;
}

// A number that stands for no class would make the loss not a number. The first samples tell.
std::optional<Fault> noClassNumber(const Dataset& data, int field, const Objective::Output& output,
                                   const std::string& layer)
{
    constexpr Index lookedAt = 100000;
    std::vector<float> values(static_cast<std::size_t>(output.targetElements));
    for (Index sample = 0; sample < std::min(data.size(), lookedAt); ++sample) {
        if (!data.readNumbers(sample, field, values))
            continue;
        for (const float value : values)
            if (!(value >= 0 && value < static_cast<float>(output.classes)) || std::floor(value) != value) {
                const std::string& name = data.fields()[static_cast<std::size_t>(field)].name;
                return fault(Text(LAMINA_TEXT("training",
                                              "The target '%1' is %2 in %3, and the loss takes class "
                                              "numbers from 0 to %4"),
                                  name, static_cast<double>(value), data.sampleName(sample),
                                  static_cast<long>(output.classes - 1)),
                             layer,
                             LAMINA_TEXT("training",
                                         "make classes of it (target_kind \"class\" of a table), or choose "
                                         "a loss for numbers"));
            }
    }
    return std::nullopt;
}
} // namespace

Faults Feed::takeInputs(const DataParts& parts, const Network& network)
{
    if (parts.inputFields.size() != network.inputs().size())
        return {fault(
            Text(LAMINA_TEXT("training", "The data give %1 input(s), and the model has %2"),
                 parts.inputFields.size(), network.inputs().size()),
            {}, LAMINA_TEXT("training", "give the model as many Input layers as the data have inputs"))};
    Faults faults;
    for (std::size_t i = 0; i < parts.inputFields.size(); ++i) {
        const int index = parts.train->fieldIndex(parts.inputFields[i]);
        const DataField& field = parts.train->fields()[static_cast<std::size_t>(index)];
        const Shape wanted = network.inputShape(static_cast<int>(i));
        if (field.kind != DataKind::Numbers || !fits(field.shape, wanted))
            faults.push_back(
                fault(Text(LAMINA_TEXT("training", "Samples of '%1' are %2, and the input takes %3"),
                           field.name, field.shape.text(), wanted.text()),
                      layerOf(network, network.inputs()[i]),
                      Text(LAMINA_TEXT("training", "set the input's shape to %1"), field.shape.text())));
        m_inputs.push_back({.index = index, .elements = wanted.elements(), .prepared = !field.ids});
    }
    return faults;
}

Result<Feed> Feed::ofInputs(const DataParts& parts, const Network& network, PreprocessFunction preprocess)
{
    Feed feed;
    feed.m_preprocess = std::move(preprocess);
    if (Faults faults = feed.takeInputs(parts, network); !faults.empty())
        return faults;
    return feed;
}

Result<Feed> Feed::make(const DataParts& parts, const Network& network, const Objective& objective,
                        PreprocessFunction preprocess, const Json& classWeight,
                        const std::vector<PartSpec>& augment, std::uint64_t seed)
{
    Feed feed;
    feed.m_preprocess = std::move(preprocess);
    Faults faults = feed.takeInputs(parts, network);
    if (feed.m_inputs.size() != network.inputs().size())
        return faults;
    if (parts.targetFields.size() != network.outputs().size())
        return fault(
            Text(LAMINA_TEXT("training", "The data give %1 target(s), and the model has %2 output(s)"),
                 parts.targetFields.size(), network.outputs().size()),
            {}, LAMINA_TEXT("training", "name the model's outputs, or remove layers that lead nowhere"));
    const std::vector<DataField>& fields = parts.train->fields();
    for (std::size_t i = 0; i < feed.m_inputs.size(); ++i) {
        Field& input = feed.m_inputs[i];
        const Shape& stored = fields[static_cast<std::size_t>(input.index)].shape;
        const Shape picture = stored.rank() == 3 ? stored : network.inputShape(static_cast<int>(i));
        if (input.prepared && picture.rank() == 3 && picture.elements() == input.elements)
            input.augment = compileAugment(augment, picture, seed);
    }
    if (!augment.empty() && std::ranges::none_of(feed.m_inputs, [](const Field& f) { return !!f.augment; }))
        faults.push_back({FaultKind::Input,
                          LAMINA_TEXT("training", "There are no pictures among the inputs to augment"),
                          Place{{}, "data.augment", {}}, LAMINA_TEXT("training", "remove the steps there")});
    for (std::size_t o = 0; o < parts.targetFields.size(); ++o) {
        const int index = parts.train->fieldIndex(parts.targetFields[o]);
        const DataField& field = fields[static_cast<std::size_t>(index)];
        const Objective::Output& output = objective.outputs[o];
        const std::string& layer = layerOf(network, network.outputs()[o]);
        const Index classes = static_cast<Index>(field.classNames.size());
        Field target{.index = index, .elements = output.targetElements};
        for (std::size_t i = 0; i < feed.m_inputs.size(); ++i)
            if (feed.m_inputs[i].index == index)
                target.copyOf = static_cast<int>(i);
        if (field.kind == DataKind::Class) {
            target.oneHot = !output.type->sparseTarget && output.classes > 1;
            const bool separate = output.type->sparseTarget || target.oneHot;
            if (output.positions != 1)
                faults.push_back(fault(
                    Text(LAMINA_TEXT("training", "The output is %1, and a sample has one class"),
                         network.outputShape(static_cast<int>(o)).text()),
                    layer,
                    LAMINA_TEXT("training", "put a Flatten or pooling layer before the last Dense layer")));
            else if (separate && classes > output.classes)
                faults.push_back(fault(Text(LAMINA_TEXT("training", "There are %1 classes and %2 outputs"),
                                            classes, output.classes),
                                       layer,
                                       Text(LAMINA_TEXT("training", "give the layer %1 units"), classes)));
            else if (!separate && classes > 2
                     && (!areNumbers(field.classNames)
                         || network.layers()[static_cast<std::size_t>(network.outputs()[o].first)].activation
                             == ActivationKind::Sigmoid))
                faults.push_back(fault(
                    Text(LAMINA_TEXT("training", "There are %1 classes and a single output"), classes), layer,
                    Text(LAMINA_TEXT("training",
                                     "give the layer %1 units with softmax, and the loss "
                                     "sparse_categorical_crossentropy"),
                         classes)));
        } else if (field.kind != DataKind::Numbers || field.shape.elements() != output.targetElements) {
            faults.push_back(fault(
                Text(LAMINA_TEXT("training", "The target '%1' is %2, and the output %3"), field.name,
                     field.shape.text(), network.outputShape(static_cast<int>(o)).text()),
                layer,
                LAMINA_TEXT("training", "give the last layer as many units as the target has numbers")));
        } else if (output.type->sparseTarget) {
            if (std::optional<Fault> wrong = noClassNumber(*parts.train, index, output, layer))
                faults.push_back(std::move(*wrong));
        }
        feed.m_targets.push_back(target);
    }
    for (std::size_t c = 0; classWeight.is_object() && c < classWeight.size(); ++c)
        feed.m_classWeights.push_back(classWeight.at(std::to_string(c)).get<float>());
    if (!feed.m_classWeights.empty()) {
        const DataField& field = fields[static_cast<std::size_t>(feed.m_targets[0].index)];
        if (field.classNames.size() > feed.m_classWeights.size())
            faults.push_back({FaultKind::Input,
                              Text(LAMINA_TEXT("training", "There are %1 classes and %2 class weights"),
                                   field.classNames.size(), feed.m_classWeights.size()),
                              Place{{}, "training.class_weight", {}},
                              LAMINA_TEXT("training", "give a number for each class")});
    }
    if (!parts.weightField.empty()) {
        feed.m_weightField = parts.train->fieldIndex(parts.weightField);
        const DataField& field = fields[static_cast<std::size_t>(feed.m_weightField)];
        if (field.kind != DataKind::Numbers || field.shape.elements() != 1)
            faults.push_back(fault(
                Text(LAMINA_TEXT("training", "'%1' cannot weigh the samples: it is not one number each"),
                     field.name),
                {}, LAMINA_TEXT("training", "name a column of numbers")));
    }
    if (!faults.empty())
        return faults;
    return feed;
}

BatchBuffers::BatchBuffers(const Feed& feed, Index batch, BatchUse use)
    : m_feed(feed), m_trains(use == BatchUse::Training),
      m_usesClassWeights(m_trains && !feed.classWeights().empty())
{
    if (m_usesClassWeights || feed.weightField() >= 0)
        m_weights = Buffer(batch);
    for (const Feed::Field& field : feed.inputs()) {
        m_inputs.emplace_back(batch * field.elements);
        m_inputAddresses.push_back(m_inputs.back().data());
    }
    for (const Feed::Field& field : feed.targets()) {
        m_targets.emplace_back(batch * field.elements);
        m_targetAddresses.push_back(m_targets.back().data());
    }
}

Result<void> BatchBuffers::fillSample(const Dataset& data, Index from, Index to, Index epoch)
{
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        const Feed::Field& field = m_feed.inputs()[i];
        const std::span<float> into = m_inputs[i].values().subspan(
            static_cast<std::size_t>(to * field.elements), static_cast<std::size_t>(field.elements));
        if (Result<void> read = data.readNumbers(from, field.index, into); !read)
            return read;
        if (m_trains && field.augment)
            field.augment(into, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(from));
        if (m_feed.preprocess() && field.prepared)
            m_feed.preprocess()(into);
    }
    for (std::size_t o = 0; o < m_targets.size(); ++o) {
        const Feed::Field& field = m_feed.targets()[o];
        const std::span<float> into = m_targets[o].values().subspan(
            static_cast<std::size_t>(to * field.elements), static_cast<std::size_t>(field.elements));
        if (field.copyOf >= 0) {
            const float* in = m_inputs[static_cast<std::size_t>(field.copyOf)].data();
            std::copy_n(in + to * field.elements, field.elements, into.data());
            continue;
        }
        if (!field.oneHot) {
            if (Result<void> read = data.readNumbers(from, field.index, into); !read)
                return read;
            continue;
        }
        float number = 0;
        if (Result<void> read = data.readNumbers(from, field.index, {&number, 1}); !read)
            return read;
        std::ranges::fill(into, 0.0F);
        if (number >= 0 && number < static_cast<float>(into.size()))
            into[static_cast<std::size_t>(number)] = 1;
    }
    if (m_weights.size() > 0) {
        Result<float> weight = weightOf(data, from, to);
        if (!weight)
            return weight.faults();
        m_weights.data()[to] = *weight;
    }
    return {};
}

// The sample's own weight times its class's. The class is the target's number, or the place of the largest.
Result<float> BatchBuffers::weightOf(const Dataset& data, Index from, Index to) const
{
    float weight = 1;
    if (m_feed.weightField() >= 0)
        if (Result<void> read = data.readNumbers(from, m_feed.weightField(), {&weight, 1}); !read)
            return read.faults();
    if (!m_usesClassWeights)
        return weight;
    const Index elements = m_feed.targets()[0].elements;
    const float* target = m_targets[0].data() + to * elements;
    const float number =
        elements > 1 ? static_cast<float>(std::max_element(target, target + elements) - target) : target[0];
    const std::span<const float> weights = m_feed.classWeights();
    if (!(number > -1 && number < static_cast<float>(weights.size())))
        return Fault{FaultKind::Runtime,
                     Text(LAMINA_TEXT("training", "Sample %1 has the class %2, which has no weight"),
                          data.sampleName(from), static_cast<double>(number)),
                     Place{{}, "training.class_weight", {}},
                     LAMINA_TEXT("training", "give a number for each class")};
    return weight * weights[static_cast<std::size_t>(number)];
}

Result<void> BatchBuffers::fill(Workers& workers, const Dataset& data, std::span<const Index> order,
                                Index epoch)
{
    Index elements = 0;
    for (const Feed::Field& field : m_feed.inputs())
        elements += field.elements;
    const auto count = static_cast<Index>(order.size());
    // Small batches are read faster than a second thread wakes up.
    const int pieces = static_cast<int>(std::clamp<Index>(count * elements / 65536, 1, count));
    m_failures.assign(static_cast<std::size_t>(pieces), std::nullopt);
    workers.run(pieces, [&](int piece) {
        for (Index i = count * piece / pieces; i < count * (piece + 1) / pieces; ++i)
            if (Result<void> filled = fillSample(data, order[static_cast<std::size_t>(i)], i, epoch);
                !filled) {
                m_failures[static_cast<std::size_t>(piece)] = std::move(filled);
                return;
            }
    });
    for (std::optional<Result<void>>& failure : m_failures)
        if (failure)
            return std::move(*failure);
    return {};
}

// Fisher and Yates, drawing from the epoch's own stream.
void orderOfEpoch(std::uint64_t seed, Index epoch, bool shuffle, std::vector<Index>& order)
{
    std::iota(order.begin(), order.end(), Index{0});
    if (!shuffle)
        return;
    const CounterRandom random(seed, RandomPurpose::Shuffle, {static_cast<std::uint64_t>(epoch)});
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.below(i, i)]);
}

} // namespace lamina
