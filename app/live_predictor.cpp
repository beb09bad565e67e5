#include "app/live_predictor.h"

#include "engine/data/open.h"
#include "engine/data/photos/photo.h"
#include "engine/formats/keras_h5.h"
#include "engine/model/answer.h"
#include "engine/model/predictor.h"

#include <algorithm>
#include <exception>

namespace lamina {

struct LivePredictor::Machine {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Network> network; // what `predictor` is compiled for
    std::unique_ptr<Predictor> predictor;
    Buffer initialWeights; // of `project`, while there is no snapshot
    std::shared_ptr<const LearnedSteps> learned; // what `preprocess` is made with
    PreprocessFunction preprocess;

    // Gets ready for a model; cheap while it is the same with other weights.
    Result<void> take(const LiveModel& model)
    {
        const std::shared_ptr<const LearnedSteps> steps =
            model.snapshot ? model.snapshot->learned : model.learned;
        if (model.project != project || steps != learned) {
            Result<PreprocessFunction> compiled =
                compilePreprocess(model.project->data.preprocess, steps ? *steps : LearnedSteps());
            if (!compiled)
                return compiled.faults();
            preprocess = std::move(*compiled);
            learned = steps;
            if (project != model.project)
                network.reset();
            project = model.project;
        }
        if (model.snapshot) {
            if (model.snapshot->network != network)
                compileFor(model.snapshot->network);
            return {};
        }
        if (!network || initialWeights.size() != network->weightCount()) {
            Result<Network> made = Network::make(project->model);
            if (!made)
                return made.faults();
            const auto shared = std::make_shared<const Network>(std::move(*made));
            Buffer weights = shared->initialWeights(project->seed);
            if (!project->weights.empty()) { // those that it starts from
                Result<KerasWeights> read = readKerasWeights(project->weights, *shared);
                if (!read)
                    return read.faults();
                weights = std::move(read->weights);
            }
            initialWeights = std::move(weights);
            compileFor(shared);
        }
        return {};
    }

    const Buffer& weights(const LiveModel& model) const
    {
        return model.snapshot ? model.snapshot->weights : initialWeights;
    }

private:
    void compileFor(const std::shared_ptr<const Network>& wanted)
    {
        network = wanted;
        predictor = std::make_unique<Predictor>(wanted);
    }
};

LivePredictor::LivePredictor(QObject* parent) : QObject(parent), m_thread([this] { work(); }) { }

LivePredictor::~LivePredictor()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

quint64 LivePredictor::askDrawing(const LiveModel& model, const QImage& ink)
{
    Question question;
    question.model = model;
    question.ink = ink.convertToFormat(QImage::Format_Grayscale8).copy(); // the paper is drawn on meanwhile
    return ask(std::move(question));
}

quint64 LivePredictor::askPicture(const LiveModel& model, const QString& filePath, bool asDrawing)
{
    Question question;
    question.model = model;
    question.file = filePath.toStdString();
    question.asDrawing = asDrawing;
    return ask(std::move(question));
}

quint64 LivePredictor::askRow(const LiveModel& model, std::vector<float> numbers, bool prepare)
{
    Question question;
    question.model = model;
    question.asDrawing = false;
    question.numbers = std::move(numbers);
    question.prepare = prepare;
    return ask(std::move(question));
}

quint64 LivePredictor::ask(Question question)
{
    question.number = ++m_last;
    question.asked.start();
    {
        const std::scoped_lock lock(m_mutex);
        m_question = std::move(question);
    }
    m_wake.notify_one();
    return m_last;
}

void LivePredictor::work()
{
    Machine machine;
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_question || m_ends; });
            if (m_ends)
                return;
            question = *std::exchange(m_question, std::nullopt);
        }
        LiveAnswer made;
        try {
            made = answer(machine, question);
        } catch (const std::exception& error) {
            machine = {};
            made.values.clear();
            made.faults = {
                {FaultKind::Runtime,
                 Text(LAMINA_TEXT("LivePredictor", "The network could not answer: %1"), error.what()),
                 {},
                 LAMINA_TEXT("LivePredictor", "Train it again, or open the project anew")}};
        }
        made.question = question.number;
        made.milliseconds = static_cast<double>(question.asked.nsecsElapsed()) / 1e6;
        QMetaObject::invokeMethod(
            this, [this, made = std::move(made)] { emit answered(made); }, Qt::QueuedConnection);
    }
}

std::optional<std::vector<float>> LivePredictor::inputOf(const Question& question, const Shape& shape,
                                                         LiveAnswer& into)
{
    if (!question.numbers.empty())
        return question.numbers;
    if (!question.asDrawing) {
        const DataSpec& data = question.model.project->data;
        const bool photographs = data.source == "image_folder";
        const Json reading = photographs
            ? photoReadingToJson({shape, data.options.value("interpolation", std::string()) == "bilinear"})
            : Json();
        Result<std::vector<float>> read = readModelPicture(question.file, shape, reading);
        if (read)
            return std::move(*read);
        into.faults = read.faults();
        return std::nullopt;
    }
    Result<PreparedDrawing> prepared = Fault{};
    if (question.file.empty()) {
        const QImage& ink = question.ink;
        std::vector<std::uint8_t> grey(static_cast<std::size_t>(ink.width() * ink.height()));
        for (int y = 0; y < ink.height(); ++y)
            std::copy_n(ink.constScanLine(y), ink.width(), grey.begin() + y * ink.width());
        prepared = prepareDrawing(grey, ink.width(), ink.height());
    } else {
        prepared = prepareDrawing(question.file);
    }
    if (!prepared) {
        into.noInk = question.file.empty();
        if (!into.noInk)
            into.faults = prepared.faults();
        return std::nullopt;
    }
    into.drawing = std::make_shared<const PreparedDrawing>(std::move(*prepared));
    return into.drawing->centred.values;
}

LiveAnswer LivePredictor::answer(Machine& machine, const Question& question) const
{
    LiveAnswer made;
    if (const Result<void> ready = machine.take(question.model); !ready) {
        made.faults = ready.faults();
        return made;
    }
    const Shape shape = machine.network->inputShape();
    std::optional<std::vector<float>> input = inputOf(question, shape, made);
    if (!input)
        return made;
    if (static_cast<Index>(input->size()) != shape.elements()) {
        made.faults = {
            question.asDrawing
                ? Fault{FaultKind::Input,
                        Text(LAMINA_TEXT("LivePredictor",
                                         "A drawing is 28×28×1, but the network's input is %1"),
                             shape.text()),
                        {},
                        LAMINA_TEXT("LivePredictor", "Open a picture instead, or change the input's shape")}
                : Fault{FaultKind::Input,
                        Text(LAMINA_TEXT("LivePredictor",
                                         "The data gives %1 numbers, but the network's input is %2"),
                             input->size(), shape.text()),
                        {},
                        LAMINA_TEXT("LivePredictor", "Change the input's shape, or the data")}};
        return made;
    }
    if (machine.preprocess && question.prepare)
        machine.preprocess(*input);
    const std::span<const float> output = machine.predictor->run(*input, machine.weights(question.model));
    made.in = shape;
    made.out = machine.network->outputShape();
    made.taken = std::move(*input);
    const Answer said = answerFrom(*machine.network, output, {});
    made.isClass = said.isClass;
    made.values.assign(said.values.begin(), said.values.end());
    return made;
}

} // namespace lamina
