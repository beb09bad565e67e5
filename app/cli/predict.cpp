
#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"
#include "engine/data/drawing.h"
#include "engine/data/open.h"
#include "engine/data/photos/photo.h"
#include "engine/data/table/table_input.h"
#include "engine/model/answer.h"
#include "engine/model/predictor.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace lamina::cli {

namespace {

struct PredictOptions {
    std::string model;
    std::vector<std::string> files;
    bool json = false;
};

// One sample, as the model's input wants it, before preprocessing.
Result<std::vector<float>> readInput(const std::string& file, const OpenedModel& model)
{
    const Shape shape = model.network->inputShape();
    if (model.extras.input != "drawing" || shape != Shape{28, 28, 1})
        return readModelPicture(file, shape, model.extras.source);
    Result<PreparedDrawing> drawing = prepareDrawing(std::filesystem::path(file));
    if (!drawing)
        return drawing.faults();
    return std::move(drawing->centred.values);
}

// `row` is empty for a picture.
void printAnswer(const std::string& file, const std::string& row, const Answer& answer, bool json)
{
    if (json) {
        OrderedJson line{{"file", file}};
        if (!row.empty())
            line["row"] = row;
        if (answer.isClass) {
            line["class"] = answer.className;
            line["probability"] = answer.probability;
            line["probabilities"] = answer.values;
        } else {
            line["values"] = answer.values;
        }
        printJson(line);
        return;
    }
    std::string line = file + (row.empty() ? "" : ", " + row) + ":";
    if (answer.isClass)
        line += " " + answer.className + "  " + brief(answer.probability) + "  of";
    for (const double value : answer.values)
        line += " " + brief(value);
    printLine(line);
}

class Answerer {
public:
    Answerer(const OpenedModel& model, PreprocessFunction preprocess, bool json)
        : m_model(model), m_preprocess(std::move(preprocess)), m_json(json)
    {
    }

    Result<void> picture(const std::string& file)
    {
        Result<std::vector<float>> input = readInput(file, m_model);
        if (!input)
            return input.faults();
        prepare(*input);
        if (!m_single)
            m_single.emplace(m_model.network);
        say(file, {}, m_single->run(*input, m_model.weights));
        return {};
    }

    // An answer a row, many rows at once.
    Result<void> table(const std::string& file)
    {
        const Shape shape = m_model.network->inputShape();
        const Result<DatasetPtr> opened = openTable(file, m_model.extras.source, shape);
        if (!opened)
            return opened.faults();
        const Dataset& rows = **opened;
        const auto inputs = static_cast<std::size_t>(shape.elements());
        const DataField& field = rows.fields().front();
        if (rows.fields().size() != 1 || field.shape.elements() != shape.elements())
            return Fault{FaultKind::Input,
                         {LAMINA_TEXT("cli", "The table's rows are %1, and the model's input takes %2"),
                          field.shape.text(), shape.text()},
                         Place{file, {}, {}},
                         LAMINA_TEXT("cli", "give a table like the one that the model was trained on")};
        if (!m_several)
            m_several.emplace(m_model.network, rowsAtOnce);
        const auto outputs = static_cast<std::size_t>(m_model.network->outputShape().elements());
        std::vector<float> batch(inputs * static_cast<std::size_t>(rowsAtOnce));
        for (Index first = 0; first < rows.size(); first += rowsAtOnce) {
            const Index count = std::min(rowsAtOnce, rows.size() - first);
            for (Index i = 0; i < count; ++i) {
                const std::span<float> into(batch.data() + static_cast<std::size_t>(i) * inputs, inputs);
                if (Result<void> read = rows.readNumbers(first + i, 0, into); !read)
                    return read;
                if (!field.ids)
                    prepare(into);
            }
            const std::span<const float> answers = m_several->run(batch, m_model.weights);
            for (Index i = 0; i < count; ++i)
                say(file, rows.sampleName(first + i),
                    answers.subspan(static_cast<std::size_t>(i) * outputs, outputs));
        }
        return {};
    }

private:
    static constexpr Index rowsAtOnce = 64;

    void prepare(std::span<float> input) const
    {
        if (m_preprocess)
            m_preprocess(input);
    }
    void say(const std::string& file, const std::string& row, std::span<const float> output) const
    {
        printAnswer(file, row, answerFrom(*m_model.network, output, m_model.extras.classNames), m_json);
    }

    const OpenedModel& m_model;
    PreprocessFunction m_preprocess;
    bool m_json;
    std::optional<Predictor> m_single;
    std::optional<Predictor> m_several;
};

int runPredict(const PredictOptions& options)
{
    const Result<OpenedModel> model = openModel(options.model);
    if (!model)
        return fail(model.faults());
    const Network& network = *model->network;
    if (network.inputs().size() != 1 || network.outputs().size() != 1)
        return fail(Fault{FaultKind::Input,
                          LAMINA_TEXT("cli", "Predict needs a model with one input and one output"),
                          Place{options.model, {}, {}},
                          {}});
    Result<PreprocessFunction> preprocess =
        compilePreprocess(model->extras.preprocess, model->extras.learned);
    if (!preprocess)
        return fail(preprocess.faults());

    Answerer answerer(*model, std::move(*preprocess), options.json);
    int status = 0;
    for (const std::string& file : options.files) {
        const Result<void> done = isTableFile(file) ? answerer.table(file) : answerer.picture(file);
        if (!done) // the others still get their answers
            status = fail(done.faults());
    }
    return status;
}

} // namespace

void addPredict(CLI::App& app, Action& action)
{
    const auto options = std::make_shared<PredictOptions>();
    Command(app, "predict", "Class and probabilities of pictures and of the rows of tables, a line each")
        .required("model", options->model, "A run folder or a model file")
        .required("files", options->files, "Pictures, and tables (.csv, .tsv)")
        .flag("--json", options->json, "Print a JSON object a picture or row")
        .runs(action, [options] { return runPredict(*options); });
}

} // namespace lamina::cli
