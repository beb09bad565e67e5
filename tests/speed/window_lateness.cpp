// How late the window handles events while a training runs with all processors busy.
//
//   window_lateness PROJECT.lamina [--page train|try|design] [--seconds N] [--idle] [--epochs N]
//
// A timer of 5 ms notes by how much it comes late; on the Try page strokes are drawn all the time as well,
// and how long each move waits for its answer is noted; on the Design page the previews are shown in every
// other second, and the steps of both kinds of seconds tell what they cost. Without a screen:
// QT_QPA_PLATFORM=offscreen.
#include "app/pages/design_page.h"
#include "app/pages/train_page.h"
#include "app/pages/try_page.h"
#include "app/studio.h"
#include "widgets/canvas/handwriting_canvas.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/graph_view.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace lamina;

namespace {
void print(const char* what, std::vector<double> values)
{
    if (values.empty()) {
        std::printf("%-28s none\n", what);
        return;
    }
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-28s %7zu   median %6.2f   99 %% %6.2f   99.9 %% %6.2f   worst %6.2f ms\n", what,
                values.size(), at(0.5), at(0.99), at(0.999), values.back());
}

// A pen that goes round and round, a stroke of a hundred moves after the other.
class Scribbler {
public:
    explicit Scribbler(HandwritingCanvas& canvas) : m_canvas(canvas) { }

    void move()
    {
        const double angle = m_moves * 0.13;
        const double radius =
            0.3 * std::min(m_canvas.width(), m_canvas.height()) * (0.6 + 0.4 * std::sin(m_moves * 0.031));
        const QPointF at =
            QPointF(m_canvas.rect().center()) + radius * QPointF(std::cos(angle), std::sin(angle));
        const int phase = m_moves++ % 100;
        if (phase == 0)
            m_canvas.clear();
        const QEvent::Type type = phase == 0 ? QEvent::MouseButtonPress
            : phase == 99                    ? QEvent::MouseButtonRelease
                                             : QEvent::MouseMove;
        QMouseEvent event(type, at, m_canvas.mapToGlobal(at),
                          phase == 0 || phase == 99 ? Qt::LeftButton : Qt::NoButton,
                          phase == 99 ? Qt::NoButton : Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_canvas, &event);
    }

private:
    HandwritingCanvas& m_canvas;
    int m_moves = 0;
};
} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("project", "Project to train");
    const QCommandLineOption page("page", "train, try or design", "page", "train");
    const QCommandLineOption seconds("seconds", "How long", "seconds", "60");
    const QCommandLineOption epochs("epochs", "Epochs in place of the project's", "epochs", "1000");
    const QCommandLineOption idle("idle", "Without a training, for comparison");
    parser.addOptions({page, seconds, epochs, idle});
    parser.process(application);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);

    Theme::instance().setDark(false);
    QTemporaryDir folder;
    Studio studio;
    if (const Result<void> loaded = studio.document().load(parser.positionalArguments().constFirst());
        !loaded) {
        std::fprintf(stderr, "error: %s\n", qPrintable(faultsInOneText(loaded.faults())));
        return 3;
    }
    Project project = studio.document().project();
    project.training.epochs = parser.value(epochs).toInt();
    project.training.callbacks.clear();
    studio.document().setProject(project, studio.document().filePath());

    TrainPage trainPage(studio);
    TryPage tryPage(studio);
    DesignPage designPage(studio);
    const QMap<QString, QWidget*> pages{{"train", &trainPage}, {"try", &tryPage}, {"design", &designPage}};
    QWidget* shown = pages.value(parser.value(page));
    if (!shown)
        parser.showHelp(2);
    const bool tries = shown == &tryPage;
    const bool designs = shown == &designPage;
    shown->resize(1360, 860);
    shown->show();

    std::vector<double> lateness;
    std::vector<double> answers;
    std::vector<double> moves;
    bool counting = false;
    QElapsedTimer clock;
    clock.start();
    qint64 expected = 0;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, [&] {
        const qint64 now = clock.nsecsElapsed();
        if (counting)
            lateness.push_back(std::max(0.0, static_cast<double>(now - expected) / 1e6));
        expected = now + 5'000'000;
    });
    Scribbler scribbler(tryPage.canvas());
    QTimer pen;
    pen.setTimerType(Qt::PreciseTimer);
    QObject::connect(&pen, &QTimer::timeout, [&] {
        QElapsedTimer time;
        time.start();
        scribbler.move();
        if (counting)
            moves.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    });
    QObject::connect(&tryPage, &TryPage::answered, [&](double milliseconds) {
        if (counting)
            answers.push_back(milliseconds);
    });
    qint64 steps = 0, stepsWithPreviews = 0;
    bool previews = false;
    QTimer inTurn;
    QObject::connect(&inTurn, &QTimer::timeout, [&] {
        previews = !previews;
        designPage.findChild<GraphView*>()->setPreviewsShown(previews);
    });
    QObject::connect(&studio.session(), &TrainingSession::stepsArrived,
                     [&](const std::vector<StepReport>& reports) {
                         if (counting)
                             (previews ? stepsWithPreviews : steps) += static_cast<qint64>(reports.size());
                     });
    int status = 0;
    QObject::connect(&studio.session(), &TrainingSession::failed, [&](const Faults& faults) {
        std::fprintf(stderr, "error: %s\n", qPrintable(faultsInOneText(faults)));
        status = 1;
        QApplication::quit();
    });

    tick.start(5);
    if (tries)
        pen.start(8); // as often as a good mouse moves
    if (designs)
        inTurn.start(1000);
    const double length = parser.value(seconds).toDouble();
    const auto begin = [&] {
        counting = true;
        QTimer::singleShot(static_cast<int>(length * 1000), &application, &QApplication::quit);
    };
    if (parser.isSet(idle)) {
        QTimer::singleShot(500, &application, begin);
    } else {
        QObject::connect(&studio.session(), &TrainingSession::began, &application,
                         [&] { QTimer::singleShot(1000, &application, begin); });
        TrainingOptions options;
        options.projectFolder = studio.document().folder().toStdString();
        options.runFolder = folder.filePath("run").toStdString();
        studio.session().start(project, options);
    }
    QApplication::exec();
    counting = false;
    std::printf("steps trained %lld, %.0f a second\n", static_cast<long long>(steps + stepsWithPreviews),
                static_cast<double>(steps + stepsWithPreviews) / length);
    if (designs)
        std::printf("  with previews %lld, without %lld: %.3f\n", static_cast<long long>(stepsWithPreviews),
                    static_cast<long long>(steps),
                    static_cast<double>(stepsWithPreviews) / static_cast<double>(std::max<qint64>(steps, 1)));
    print("event lateness", lateness);
    if (tries) {
        print("handling a stroke's move", moves);
        print("from move to answer", answers);
    }
    return status;
}
