// The studio.
#include "app/language.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <csignal>

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a sentence, not the end of the program
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Lamina"));
    QApplication::setOrganizationName(QStringLiteral("Lamina"));
    QApplication::setApplicationVersion(QStringLiteral(LAMINA_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("lamina"));
    lamina::language::applyCurrent();

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "A studio for neural networks on your own processor."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("project"),
                                 QCoreApplication::translate("main", "A project to open (*.lamina)"),
                                 QStringLiteral("[project]"));
    const QCommandLineOption lesson(QStringLiteral("lesson"),
                                    QCoreApplication::translate("main", "A built-in lesson to open"),
                                    QCoreApplication::translate("main", "id"));
    parser.addOption(lesson);
    parser.process(application);

    lamina::Theme::instance().setDark(lamina::settings::darkTheme.value());
    lamina::MainWindow window;
    window.restore();
    if (!parser.positionalArguments().isEmpty())
        window.openProject(QFileInfo(parser.positionalArguments().constFirst()).absoluteFilePath());
    else if (parser.isSet(lesson))
        window.openLesson(parser.value(lesson));
    window.show();
    return QApplication::exec();
}
