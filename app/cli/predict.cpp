#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/open_model.h"
#include "app/cli/terminal.h"
#include "engine/data/drawing.h"
#include "engine/data/open.h"
#include "engine/model/predictor.h"

#include <algorithm>
#include <memory>

namespace lamina::cli {

namespace {

struct PredictOptions {
    std::string model;
    std::vector<std::string> files;
    bool json = false;
};

bool isTable(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return ending == ".csv" || ending == ".tsv";
}

// One sample, as the model's input wants it, before preprocessing.
Result<std::vector<float>> readInput(const std::string& file, const OpenedModel& model)
{
    if (isTable(file))
        return Fault{FaultKind::Input, LAMINA_TEXT("cli", "Predict reads no tables yet"), Place{file, {}, {}},
                     LAMINA_TEXT("cli", "give pictures")};
    const Shape shape = model.network->inputShape();
    if (model.extras.input != "drawing" || shape != Shape{28, 28, 1})
        return readPicture(file, shape);
    Result<PreparedDrawing> drawing = prepareDrawing(std::filesystem::path(file));
    if (!drawing)
        return drawing.faults();
    return std::move(drawing->centred.values);
}

void printAnswer(const std::string& file, const Answer& answer, bool json)
{
    if (json) {
        OrderedJson line{{"file", file}};
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
    std::string line = file + ":";
    if (answer.isClass)
        line += " " + answer.className + "  " + brief(answer.probability) + "  of";
    for (const double value : answer.values)
        line += " " + brief(value);
    printLine(line);
}

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
    const Result<PreprocessFunction> preprocess = compilePreprocess(model->extras.preprocess);
    if (!preprocess)
        return fail(preprocess.faults());

    Predictor predictor(model->network);
    int status = 0;
    for (const std::string& file : options.files) {
        Result<std::vector<float>> input = readInput(file, *model);
        if (!input) { // the others still get their answers
            status = fail(input.faults());
            continue;
        }
        if (*preprocess)
            (*preprocess)(*input);
        printAnswer(file,
                    answerFrom(network, predictor.run(*input, model->weights), model->extras.classNames),
                    options.json);
    }
    return status;
}

} // namespace

void addPredict(CLI::App& app, Action& action)
{
    CLI::App* command = app.add_subcommand("predict", "Class and probabilities of pictures, a line each");
    const auto options = std::make_shared<PredictOptions>();
    command->add_option("model", options->model, "A run folder or a model file")->required();
    command->add_option("files", options->files, "Pictures")->required();
    command->add_flag("--json", options->json, "Print a JSON object a file");
    command->callback([&action, options] { action = [options] { return runPredict(*options); }; });
}

} // namespace lamina::cli
