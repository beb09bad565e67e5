// A project as a program for Keras 2.13; what is said here is understood by Keras 3, too.
#include "engine/code/keras_code.h"

#include "engine/code/data_code.h"
#include "engine/code/keras_model.h"
#include "engine/code/keras_parts.h"
#include "engine/code/keras_photos.h"
#include "engine/code/python.h"
#include "engine/formats/keras_names.h"
#include "engine/model/schedule_type.h"

#include <algorithm>

namespace lamina::code {

namespace {
class KerasProgram {
public:
    KerasProgram(const Project& project, const Network& network, const CodeFiles& files)
        : m_project(project), m_training(project.training), m_network(network), m_files(files),
          m_folders(readsFolders(project)), m_trains(!project.data.source.empty())
    {
        lamina::keras::rename(m_training,
                              lamina::keras::namesFor(lamina::keras::Version::Three, network.spec()));
    }

    GeneratedCode write()
    {
        Lines model;
        writeKerasModel(m_network, model);
        Lines data;
        if (m_folders) {
            KerasPhotos photos = kerasPhotos(m_project, m_network);
            data = std::move(photos.lines);
            m_test = photos.test;
            m_validation = photos.validation;
            m_imports.merge(photos.imports);
            append(photos.notes);
        } else if (m_trains) {
            DataCode code = dataCode(m_project, m_network, m_files);
            data = std::move(code.lines);
            m_test = code.test;
            m_imports.merge(code.imports);
            append(code.notes);
        }
        Lines main;
        writeMain(main);
        head();
        for (const Lines* part : {&model, &data, &main})
            if (!part->empty()) {
                m_lines.blank(2);
                m_lines.append(*part);
            }
        return {m_lines.text(), m_lines.layers(), std::move(m_notes)};
    }

private:
    void append(const std::vector<Text>& notes) { m_notes.insert(m_notes.end(), notes.begin(), notes.end()); }

    // What the program does not do is said in it, too.
    void leftOut(Lines& lines, const Text& note)
    {
        m_notes.push_back(note);
        for (const std::string& line : python::wrapped(render(note), lines.room() - 2))
            lines.add("# " + line);
    }

    void head()
    {
        const std::string name = m_project.name.empty() ? "A model" : m_project.name;
        m_lines.add("\"\"\"" + python::quote(name).substr(1, python::quote(name).size() - 2)
                    + ". Written by Lamina for Keras 2.13 or later.\"\"\"");
        for (const std::string& line : m_imports)
            if (line == "import gzip" || line == "import os")
                m_lines.add(line);
        m_lines.blank();
        for (const std::string& line : m_imports)
            if (line != "import gzip" && line != "import os")
                m_lines.add(line);
        m_lines.add("from tensorflow import keras\nfrom tensorflow.keras import layers");
    }

    void writeMain(Lines& main)
    {
        main.add("if __name__ == \"__main__\":");
        main.indent();
        if (m_training.precision == "mixed_bfloat16")
            main.add("keras.mixed_precision.set_global_policy(\"mixed_bfloat16\")");
        if (m_trains) {
            main.add("keras.utils.set_random_seed("
                     + std::to_string(m_project.seed % (std::uint64_t{1} << 32)) + ")");
            if (m_folders)
                main.add(m_validation || m_test ? "train, validation, test = load_data()"
                                                : "train = load_data()");
            else
                main.add(m_test ? "(x_train, y_train), (x_test, y_test) = load_data()"
                                : "x_train, y_train = load_data()");
        }
        main.add("model = make_model()");
        const std::string& weights = m_project.weights.empty() ? m_files.weights : m_project.weights;
        if (!weights.empty()) {
            m_imports.insert("import os");
            main.add("if os.path.exists(" + python::quote(weights) + "):");
            main.add("    model.load_weights(" + python::quote(weights) + ")");
        }
        compile(main);
        main.add("model.summary()");
        if (m_trains)
            fit(main);
    }

    void compile(Lines& main)
    {
        const PartSpec& loss = m_training.loss;
        if (loss.className.empty() && loss.config.empty()) {
            if (m_trains)
                leftOut(main, LAMINA_TEXT("code", "No loss has been chosen yet: training needs one"));
            return;
        }
        if (m_training.gradientAccumulationSteps > 1)
            leftOut(main,
                    {LAMINA_TEXT("code",
                                 "Keras 2.13 does not average the gradients of %1 steps: each step "
                                 "changes the weights"),
                     m_training.gradientAccumulationSteps});
        const int room = main.room() - 4;
        std::vector<std::string> arguments{"optimizer=" + optimizer(main, room), "loss=" + losses(room)};
        if (!m_training.lossWeights.is_null())
            arguments.push_back("loss_weights="
                                + (m_training.lossWeights.is_array()
                                       ? python::list(m_training.lossWeights)
                                       : python::value(m_training.lossWeights)));
        if (!m_training.outputMetrics.empty()) {
            std::vector<std::string> each;
            for (const auto& [output, parts] : m_training.outputMetrics)
                each.push_back(python::quote(output) + ": " + metrics(parts, room));
            arguments.push_back("metrics=" + python::bracketed("{", each, "}", room));
        } else if (!m_training.metrics.empty()) {
            arguments.push_back("metrics=" + metrics(m_training.metrics, room));
        }
        if (!m_training.weightedMetrics.empty())
            arguments.push_back("weighted_metrics=" + metrics(m_training.weightedMetrics, room));
        main.add(python::call("model.compile", arguments, main.room()));
    }

    std::string optimizer(Lines& main, int room)
    {
        PartSpec optimizer = m_training.optimizer;
        const Json rate = optimizer.config.value("learning_rate", Json());
        const ScheduleType* schedule =
            isSchedule(rate) ? schedules::find(rate.value("class_name", std::string())) : nullptr;
        if (schedule && !schedule->inKeras) {
            optimizer.config["learning_rate"] = compileSchedule(rate)(0);
            leftOut(main,
                    {LAMINA_TEXT("code", "Keras has no %1: the learning rate stays as it begins"),
                     schedule->className});
        }
        return kerasOptimizer(optimizer, room);
    }

    std::string losses(int room) const
    {
        if (!m_training.loss.className.empty())
            return kerasLoss(m_training.loss, room);
        std::vector<std::string> each;
        for (const auto& [output, loss] : m_training.loss.config.items())
            each.push_back(python::quote(output) + ": " + kerasLoss(partFrom(loss), room));
        return python::bracketed("{", each, "}", room);
    }

    static std::string metrics(const std::vector<PartSpec>& parts, int room)
    {
        std::vector<std::string> each;
        for (const PartSpec& part : parts)
            each.push_back(kerasMetric(part, room));
        return python::bracketed("[", each, "]", room);
    }

    void fit(Lines& main)
    {
        const double split = m_folders ? 0 : m_project.data.validationSplit;
        const bool augments = !m_folders && !m_project.data.augment.empty();
        std::vector<std::string> arguments;
        if (m_folders)
            arguments = {"train"};
        else if (!augments)
            arguments = {"x_train", "y_train"};
        if (augments) {
            m_imports.insert("from tensorflow.keras.preprocessing.image import ImageDataGenerator");
            if (split > 0)
                main.add("count = int(len(x_train) * " + python::number(1 - split)
                         + ")"
                           "\nvalidation = x_train[count:], y_train[count:]"
                           "\nx_train, y_train = x_train[:count], y_train[:count]");
            main.add("changed = " + imageGenerator(m_project.data.augment, Json::object(), main.room() - 10));
            arguments = {"changed.flow(x_train, y_train, batch_size=" + std::to_string(m_training.batchSize)
                         + (m_training.shuffle ? ")" : ", shuffle=False)")};
        } else if (!m_folders && m_training.batchSize != 32) {
            arguments.push_back("batch_size=" + std::to_string(m_training.batchSize));
        }
        if (m_training.epochs != 1)
            arguments.push_back("epochs=" + std::to_string(m_training.epochs));
        if ((augments && split > 0) || m_validation)
            arguments.emplace_back("validation_data=validation");
        else if (split > 0)
            arguments.push_back("validation_split=" + python::number(split));
        if (!m_training.shuffle && !augments && !m_folders)
            arguments.emplace_back("shuffle=False");
        if (m_training.classWeight.is_object()) {
            std::vector<std::string> each;
            for (const auto& [index, weight] : m_training.classWeight.items())
                each.push_back(index + ": " + python::value(weight));
            arguments.push_back("class_weight=" + python::bracketed("{", each, "}", 1000));
        }
        std::vector<std::string> callbacks;
        for (const PartSpec& callback : m_training.callbacks)
            callbacks.push_back(kerasCallback(callback, main.room() - 8));
        if (!callbacks.empty())
            arguments.push_back("callbacks=" + python::bracketed("[", callbacks, "]", main.room() - 14));
        main.add(python::call("model.fit", arguments, main.room()));
        if (m_test)
            main.add(m_folders ? "model.evaluate(test)" : "model.evaluate(x_test, y_test)");
        main.add("model.save(" + python::quote(python::slug(m_project.name, "model") + ".keras") + ")");
    }

    const Project& m_project;
    TrainingSpec m_training; // outputs by the names that they have in Keras
    const Network& m_network;
    const CodeFiles& m_files;
    bool m_folders;
    bool m_trains;
    bool m_test = false;
    bool m_validation = false;
    std::set<std::string> m_imports;
    Lines m_lines;
    std::vector<Text> m_notes;
};
} // namespace

Result<GeneratedCode> kerasCode(const Project& project, const CodeFiles& files)
{
    const Result<Network> network = Network::make(project.model);
    if (!network)
        return network.faults();
    return KerasProgram(project, *network, files).write();
}

} // namespace lamina::code
