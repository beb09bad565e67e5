#include "app/preview_machine.h"

#include "app/names.h"
#include "engine/data/open.h"
#include "engine/data/sequence_text.h"
#include "engine/formats/keras_h5.h"
#include "engine/training/adapt.h"
#include "engine/training/memory.h"
#include "widgets/common/number_text.h"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace lamina {

namespace {
// Layers that learn from the data before the training does see so many samples here: enough to look at.
constexpr Index samplesToAdapt = 512;

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Fault tooLarge(double wanted)
{
    return {FaultKind::Input,
            Text(LAMINA_TEXT("preview", "What the layers give takes %1 MiB, more than there is"),
                 static_cast<long>(wanted / (1024 * 1024))),
            {},
            LAMINA_TEXT("preview", "make the model or its input smaller")};
}
} // namespace

PreviewAnswer PreviewMachine::answer(const PreviewQuestion& question, const std::function<bool()>& goesOn)
{
    const double begun = processorSeconds();
    PreviewAnswer made;
    made.snapshot = question.snapshot;
    if (Result<void> looked = look(question, goesOn, made); !looked)
        made.faults = looked.faults();
    made.seconds = processorSeconds() - begun;
    return made;
}

Result<void> PreviewMachine::look(const PreviewQuestion& question, const std::function<bool()>& goesOn,
                                  PreviewAnswer& into)
{
    if (Result<void> opened = openParts(question); !opened)
        return opened;
    into.samples = m_parts->train->size();
    into.sample = std::clamp<qint64>(question.sample, 0, into.samples - 1);
    into.label = labelOf(into.sample);
    if (!goesOn())
        return {};
    if (Result<void> taken = takeNetwork(question); !taken)
        return taken;
    if (Result<void> taken = takeFeed(question); !taken)
        return taken;
    if (!goesOn())
        return {};
    if (!question.snapshot && !m_weights) {
        Result<Buffer> weights = startingWeights(question, goesOn);
        if (!weights)
            return weights.faults();
        if (!goesOn())
            return {};
        m_weights = std::move(*weights);
    }
    into.isBrought = !question.snapshot && !m_weightsFile.empty();
    if (Result<void> filled = m_buffers->fillSample(*m_parts->train, into.sample, 0, 0); !filled)
        return filled;
    m_outputs->run(m_buffers->inputs(), question.snapshot ? question.snapshot->weights : *m_weights,
                   [&](const LayerSpec& layer, const Shape& shape, std::span<const float> values) {
                       if (!goesOn())
                           return;
                       into.layers[layer.name] =
                           std::make_shared<const ActivationPicture>(pictureOf(layer, shape, values, {}));
                       if (layer.name == question.closeLook)
                           into.close = std::make_shared<const ActivationPicture>(
                               pictureOf(layer, shape, values, closeLook));
                   });
    return {};
}

Result<void> PreviewMachine::openParts(const PreviewQuestion& question)
{
    const Project& project = *question.project;
    if (m_parts && m_data == project.data && m_folder == question.folder && m_seed == project.seed)
        return {};
    m_buffers.reset();
    m_feed.reset();
    m_weights.reset(); // they may have been adapted to the data
    m_ownSteps.reset();
    m_parts.reset();
    Result<DataParts> parts = openData(project.data, question.folder, project.seed);
    if (!parts)
        return parts.faults();
    if (!parts->train || parts->train->size() == 0)
        return Fault{FaultKind::Input,
                     LAMINA_TEXT("preview", "The data have no sample"),
                     {},
                     LAMINA_TEXT("preview", "choose data with a training part")};
    m_parts = std::move(*parts);
    m_data = project.data;
    m_folder = question.folder;
    m_seed = project.seed;
    return {};
}

// A snapshot's network as it is; otherwise what can be computed of the model, compiled anew only if that has
// changed.
Result<void> PreviewMachine::takeNetwork(const PreviewQuestion& question)
{
    std::shared_ptr<const Network> network;
    if (question.snapshot) {
        network = question.snapshot->network;
        if (m_outputs && m_outputs->network() == network)
            return {};
        m_model = {};
    } else {
        const ModelSpec& model = question.project->model;
        ModelSpec part = soundPart(model, analyse(model));
        if (m_outputs && part == m_model && m_weightsFile == question.project->weights)
            return {};
        if (part.layers.empty())
            return Fault{FaultKind::Input,
                         LAMINA_TEXT("preview", "No layer can be computed yet"),
                         {},
                         LAMINA_TEXT("preview", "begin with an Input layer, or mend the faults")};
        Result<Network> made = Network::make(part);
        if (!made)
            return made.faults();
        network = std::make_shared<const Network>(std::move(*made));
        m_model = std::move(part);
    }
    m_buffers.reset();
    m_feed.reset();
    m_weights.reset();
    m_outputs.reset();
    m_weightsFile = question.project->weights;
    const double available = availableMemory();
    if (Result<void> fits = checkWeights(*network, available); !fits)
        return fits;
    if (const double wanted = LayerOutputs::memoryOf(*network); wanted > available / 2)
        return tooLarge(wanted);
    m_outputs.emplace(std::move(network));
    return {};
}

Result<void> PreviewMachine::takeFeed(const PreviewQuestion& question)
{
    std::shared_ptr<const LearnedSteps> steps;
    if (question.snapshot) {
        steps = question.snapshot->learned;
    } else {
        if (!m_ownSteps) {
            Result<LearnedSteps> learned = learnPreprocess(question.project->data.preprocess, *m_parts);
            if (!learned)
                return learned.faults();
            m_ownSteps = std::make_shared<const LearnedSteps>(std::move(*learned));
        }
        steps = m_ownSteps;
    }
    if (m_buffers && steps == m_steps)
        return {};
    m_buffers.reset();
    m_steps = steps;
    Result<PreprocessFunction> preprocess =
        compilePreprocess(question.project->data.preprocess, steps ? *steps : LearnedSteps());
    if (!preprocess)
        return preprocess.faults();
    // The sound part of a model may lack some of its inputs.
    DataParts fed = *m_parts;
    const std::vector<TensorRef> all = question.project->model.effectiveInputs();
    const std::vector<TensorRef> left = m_outputs->network()->spec().effectiveInputs();
    if (all.size() == fed.inputFields.size() && left.size() < all.size())
        for (std::size_t i = all.size(); i-- > 0;)
            if (std::ranges::find(left, all[i]) == left.end())
                fed.inputFields.erase(fed.inputFields.begin() + static_cast<std::ptrdiff_t>(i));
    Result<Feed> feed = Feed::ofInputs(fed, *m_outputs->network(), std::move(*preprocess));
    if (!feed)
        return feed.faults();
    m_feed = std::move(*feed);
    m_buffers.emplace(*m_feed, 1);
    return {};
}

Result<Buffer> PreviewMachine::startingWeights(const PreviewQuestion& question,
                                               const std::function<bool()>& goesOn)
{
    const Network& network = *m_outputs->network();
    Buffer weights = network.initialWeights(question.project->seed);
    if (!m_weightsFile.empty() && m_model == question.project->model) {
        Result<KerasWeights> read = readKerasWeights(m_weightsFile, network);
        if (!read)
            return read.faults();
        weights = std::move(read->weights);
    }
    Workers workers(1);
    const DatasetPtr seen = slice(m_parts->train, 0, std::min(samplesToAdapt, m_parts->train->size()));
    if (Result<void> adapted = adaptLayers(network, *m_feed, *seen, 32, workers, weights, goesOn); !adapted)
        return adapted.faults();
    return weights;
}

// An input of ids reads as what they stand for; an output's classes have names.
ActivationPicture PreviewMachine::pictureOf(const LayerSpec& layer, const Shape& shape,
                                            std::span<const float> values,
                                            const ActivationDetail& detail) const
{
    ActivationPicture picture = activationPicture(shape, values, detail);
    const ModelSpec& spec = m_outputs->network()->spec();
    const std::vector<DataField>& fields = m_parts->train->fields();
    const std::vector<TensorRef> inputs = spec.effectiveInputs();
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (inputs[i].layer == layer.name)
            if (const auto text =
                    sequenceText(fields[static_cast<std::size_t>(m_feed->inputs()[i].index)], values)) {
                picture.kind = ActivationPicture::Kind::Text;
                picture.text = QString::fromStdString(*text);
            }
    const std::vector<TensorRef> outputs = spec.effectiveOutputs();
    for (std::size_t o = 0; o < outputs.size() && o < m_parts->targetFields.size(); ++o) {
        const int field = m_parts->train->fieldIndex(m_parts->targetFields[o]);
        if (outputs[o].layer == layer.name && field >= 0
            && fields[static_cast<std::size_t>(field)].classNames.size() == values.size())
            picture.names = texts(fields[static_cast<std::size_t>(field)].classNames);
    }
    return picture;
}

// "7", "setosa", "12.5": what is known of the sample's targets.
QString PreviewMachine::labelOf(qint64 sample) const
{
    QStringList parts;
    for (const std::string& name : m_parts->targetFields) {
        const int index = m_parts->train->fieldIndex(name);
        if (index < 0)
            continue;
        const DataField& field = m_parts->train->fields()[static_cast<std::size_t>(index)];
        const bool isClass = field.kind == DataKind::Class;
        if (!isClass && field.kind != DataKind::Numbers)
            continue;
        std::vector<float> values(isClass ? 1 : static_cast<std::size_t>(field.shape.elements()));
        if (!m_parts->train->readNumbers(sample, index, values))
            continue;
        if (const auto text = sequenceText(field, values)) {
            parts += QString::fromStdString(*text);
        } else if (isClass && values[0] >= 0 && values[0] < static_cast<float>(field.classNames.size())) {
            parts += QString::fromStdString(field.classNames[static_cast<std::size_t>(values[0])]);
        } else if (values.size() <= 4) {
            QStringList numbers;
            for (const float value : values)
                numbers += std::floor(value) == value && std::abs(value) < 1e9F
                    ? number::full(static_cast<qint64>(value))
                    : number::loss(static_cast<double>(value));
            parts += numbers.join(QStringLiteral(" · "));
        }
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace lamina
