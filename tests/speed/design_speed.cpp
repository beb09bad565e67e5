// How fast the Design page is with a large model: checking it, laying it out, an edit until all is redrawn,
// and scrolling in a real window.
//
//   design_speed PROJECT.lamina [--layers N] [--frames N]
//
// A residual network of fewer layers than N is made longer by repeating its blocks. Frames are drawn one
// after the other as fast as they can be, so their times are what one costs: 60 a second leave 16.7 ms each.
// On a screen of its own: packaging/with-display build/dev/tests/speed/design_speed …
#include "app/commands/set_layer_config.h"
#include "app/pages/design_page.h"
#include "app/studio.h"
#include "engine/formats/project_file.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace lamina;

namespace {
void print(const char* what, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-32s %5zu   median %7.2f   95 %% %7.2f   worst %7.2f ms\n", what, values.size(), at(0.5),
                at(0.95), values.back());
}

template <typename Work>
std::vector<double> timesOf(int rounds, Work work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        work(round);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return times;
}

// The longest stretch between two joins of one shape (the middle of a residual network) once more behind it,
// as often as it takes.
void lengthen(ModelSpec& model, std::size_t layers)
{
    const ModelAnalysis analysis = analyse(model);
    std::size_t begin = 0, end = 0;
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        for (std::size_t k = i + 1; k < model.layers.size(); ++k)
            if (model.layers[i].inputs.size() > 1 && model.layers[k].inputs.size() > 1
                && analysis.layers[i].outputs == analysis.layers[k].outputs && k - i > end - begin) {
                begin = i;
                end = k;
            }
    if (end == 0)
        return;
    for (int copy = 1; model.layers.size() < layers; ++copy) {
        const std::string suffix = "_again" + std::to_string(copy);
        const std::string last =
            copy == 1 ? model.layers[end].name : model.layers[end].name + "_again" + std::to_string(copy - 1);
        std::vector<LayerSpec> more(model.layers.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                    model.layers.begin() + static_cast<std::ptrdiff_t>(end) + 1);
        for (LayerSpec& layer : more) {
            layer.name += suffix;
            for (TensorRef& input : layer.inputs)
                input.layer = input.layer == model.layers[begin].name ? last : input.layer + suffix;
        }
        model.layers.insert(model.layers.end(), more.begin(), more.end());
    }
}
} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("project", "Project whose model is shown");
    const QCommandLineOption layers("layers", "How many at least", "layers", "200");
    const QCommandLineOption frames("frames", "How many to scroll", "frames", "300");
    parser.addOptions({layers, frames});
    parser.process(application);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    Theme::instance().setDark(false);

    Result<Project> read = readProject(parser.positionalArguments().constFirst().toStdString());
    if (!read) {
        std::fprintf(stderr, "error: %s\n", qPrintable(faultsInOneText(read.faults())));
        return 3;
    }
    Project project = *std::move(read);
    lengthen(project.model, parser.value(layers).toUInt());
    const ModelAnalysis analysis = analyse(project.model);
    std::printf("%zu layers, %zu faults\n", project.model.layers.size(), analysis.faults.size());
    print("checking and shapes", timesOf(50, [&](int) { analyse(project.model); }));
    print("first layout, with all items", timesOf(10, [&](int) {
              GraphScene scene;
              scene.setModel(project.model, analysis, {}, {900, 600});
          }));

    Studio studio;
    studio.document().setProject(project, {});
    DesignPage page(studio);
    page.resize(1440, 900);
    page.show();
    GraphView& view = *page.graph();
    const auto draw = [&] {
        QCoreApplication::processEvents();
        view.viewport()->repaint();
    };
    QTimer::singleShot(300, &application, [&] {
        const std::string edited = [&] {
            for (const LayerSpec& layer : project.model.layers)
                if (layer.config.contains("filters"))
                    return layer.name;
            return project.model.layers.back().name;
        }();
        view.setSelection({QString::fromStdString(edited)});
        print("an edit until all is redrawn", timesOf(30, [&](int round) {
                  studio.document().execute(
                      new SetLayerConfig(edited, "filters", 32 + round, Gesture::begin()));
                  draw();
              }));
        print("  of it until it is drawn", timesOf(30, [&](int round) {
                  studio.document().execute(
                      new SetLayerConfig(edited, "filters", 32 + round, Gesture::begin()));
              }));
        print("  and the canvas alone", timesOf(30, [&](int) {
                  view.setModel(studio.document().project().model, studio.document().analysis(), {});
              }));
        print("  drawing", timesOf(30, [&](int) { view.viewport()->repaint(); }));
        for (const double scale : {2.0, largestScale(view.picture().size)}) {
            const PictureFormat format{.scale = scale};
            const QSize pixels = format.pixels(view.picture().size);
            std::printf("a picture of %d x %d\n", pixels.width(), pixels.height());
            print("  while the window waits", timesOf(5, [&](int) { DrawnPicture(view.picture(), format); }));
            print("  in all", timesOf(1, [&](int) { DrawnPicture(view.picture(), format).file(); }));
        }
        const int wanted = parser.value(frames).toInt();
        for (const double zoom : {1.0, 0.5, 0.0}) {
            view.fit();
            for (int i = 0; i < 40 && view.zoom() < zoom; ++i)
                view.zoomIn();
            QScrollBar* across = view.horizontalScrollBar();
            QScrollBar* down = view.verticalScrollBar();
            const QString what = QStringLiteral("a frame at %1 %").arg(qRound(view.zoom() * 100));
            print(qPrintable(what), timesOf(wanted, [&](int frame) {
                      const double share = static_cast<double>(frame) / wanted;
                      across->setValue(across->minimum()
                                       + qRound(share * (across->maximum() - across->minimum())));
                      down->setValue(down->minimum()
                                     + (frame * 23) % std::max(1, down->maximum() - down->minimum()));
                      draw();
                  }));
        }
        QApplication::quit();
    });
    return QApplication::exec();
}
