#include "engine/code/keras_photos.h"

#include "engine/code/data_code.h"
#include "engine/code/keras_parts.h"
#include "engine/code/python.h"
#include "engine/data/augment_type.h"
#include "engine/data/source_type.h"
#include "engine/model/loss_type.h"

namespace lamina::code {

namespace {
// What flow_from_directory() has to give the loss.
const char* classMode(const Project& project, const Network& network)
{
    if (project.data.target == "input")
        return "input";
    if (wantsOneHot(project, network))
        return "categorical";
    const LossType* loss = losses::find(project.training.loss.className);
    return loss && loss->sparseTarget ? "sparse" : "binary";
}
} // namespace

std::string imageGenerator(const std::vector<PartSpec>& augment, const Json& more, int room)
{
    std::vector<std::string> arguments;
    Json config = more;
    for (const PartSpec& step : augment)
        config.update(step.config);
    if (const AugmentType* type = augmenters::find("ImageDataGenerator"))
        arguments = kerasArguments(type->fields, config);
    return python::call("ImageDataGenerator", arguments, room);
}

KerasPhotos kerasPhotos(const Project& project, const Network& network)
{
    KerasPhotos photos;
    photos.imports = {"from tensorflow.keras.preprocessing.image import ImageDataGenerator"};
    Lines& lines = photos.lines;
    lines.add("def load_data():");
    lines.indent();
    const Attributes options(sources::find(project.data.source)->fields, project.data.options);
    Json prepared = Json::object();
    for (const PartSpec& step : project.data.preprocess) {
        const double offset = step.config.value("offset", 0.0);
        if (step.className == "Rescaling" && offset == 0 && prepared.empty()) {
            prepared["rescale"] = step.config.value("scale", 1.0);
            continue;
        }
        const Text note(LAMINA_TEXT("code",
                                    "The program has yet to be told what the step %1 does: write "
                                    "load_data()"),
                        step.className);
        photos.notes.push_back(note);
        lines.add("raise NotImplementedError(" + python::quote(render(note)) + ")");
        return photos;
    }
    photos.validation = !options.text("validation").empty();
    photos.test = !options.text("test").empty();
    if (const double split = project.data.validationSplit; split > 0 && !photos.validation) {
        prepared["validation_split"] = split;
        photos.validation = true;
    }
    const auto generator = [&](bool changed) {
        const double split = prepared.value("validation_split", 0.0);
        std::string text =
            imageGenerator(changed ? project.data.augment : std::vector<PartSpec>(), prepared, lines.room());
        if (split > 0) // no field of the augmentation's
            text.insert(text.size() - 1,
                        (text.ends_with("()") ? "validation_split=" : ", validation_split=")
                            + python::number(split));
        return text;
    };
    lines.add("changed = " + generator(true));
    if (photos.validation || photos.test)
        lines.add("plain = " + (project.data.augment.empty() ? std::string("changed") : generator(false)));
    const auto flow = [&](const char* part, const std::string& folder, const char* subset) {
        const bool training = std::string_view(part) == "train";
        std::vector<std::string> arguments{python::quote(folder)};
        const std::vector<Index> size = options.wholes("target_size");
        if (size != std::vector<Index>{256, 256})
            arguments.push_back("target_size=" + python::tuple(size));
        if (options.text("color_mode") != "rgb")
            arguments.push_back("color_mode=" + python::quote(options.text("color_mode")));
        if (const char* mode = classMode(project, network); std::string_view(mode) != "categorical")
            arguments.push_back("class_mode=" + python::quote(mode));
        if (project.training.batchSize != 32)
            arguments.push_back("batch_size=" + std::to_string(project.training.batchSize));
        if (!training || !project.training.shuffle)
            arguments.emplace_back("shuffle=False");
        if (options.text("interpolation") != "nearest")
            arguments.push_back("interpolation=" + python::quote(options.text("interpolation")));
        if (subset)
            arguments.push_back(std::string("subset=") + python::quote(subset));
        lines.add(std::string(part) + " = "
                  + python::call(std::string(training ? "changed" : "plain") + ".flow_from_directory",
                                 arguments, lines.room() - 13));
    };
    const bool split = prepared.contains("validation_split");
    flow("train", options.text("train"), split ? "training" : nullptr);
    if (photos.validation)
        flow("validation", split ? options.text("train") : options.text("validation"),
             split ? "validation" : nullptr);
    else if (photos.test)
        lines.add("validation = None");
    if (photos.test)
        flow("test", options.text("test"), nullptr);
    else if (photos.validation)
        lines.add("test = None");
    lines.add(photos.validation || photos.test ? "return train, validation, test" : "return train");
    return photos;
}

} // namespace lamina::code
