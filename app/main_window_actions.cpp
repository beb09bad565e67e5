#include "app/main_window_actions.h"

#include "app/language.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QCoreApplication>

namespace lamina {
namespace {

QAction* action(QWidget* window, const char* iconName, const QKeySequence& keys = {})
{
    auto* made = new QAction(window);
    if (*iconName)
        made->setIcon(icon(QString::fromLatin1(iconName)));
    made->setShortcut(keys);
    window->addAction(made);
    return made;
}

// "Undo (Ctrl+Z)"
void say(QAction* action, const QString& text, const QString& tip = {})
{
    action->setText(text);
    QString plain = tip.isEmpty() ? QString(text).remove(QLatin1Char('&')).remove(QStringLiteral("…")) : tip;
    if (!action->shortcut().isEmpty())
        plain += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    action->setToolTip(plain);
}

} // namespace

MainWindow::Actions::Actions(MainWindow* window)
    : fileMenu(new QMenu(window)), recentMenu(new QMenu(fileMenu)), editMenu(new QMenu(window)),
      viewMenu(new QMenu(window)), modeMenu(viewMenu), languageMenu(new QMenu(viewMenu)),
      trainingMenu(new QMenu(window)), helpMenu(new QMenu(window))
{
    newProject = action(window, "new", QKeySequence::New);
    open = action(window, "open", QKeySequence::Open);
    save = action(window, "save", QKeySequence::Save);
    saveAs = action(window, "", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    exportModel = action(window, "");
    savePicture = action(window, "image", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    quit = action(window, "", QKeySequence(Qt::CTRL | Qt::Key_Q));
    rename = action(window, "");
    undo = action(window, "undo", QKeySequence::Undo);
    redo = action(window, "redo", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    static constexpr std::array<const char*, 5> modeIcons{"home", "data", "design", "train", "try"};
    auto* modeGroup = new QActionGroup(window);
    for (std::size_t i = 0; i < modes.size(); ++i) {
        modes[i] = action(window, modeIcons[i],
                          QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        modes[i]->setCheckable(true);
        modeGroup->addAction(modes[i]);
    }
    dark = action(window, "theme", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    dark->setCheckable(true);
    lesson = action(window, "lesson", QKeySequence(Qt::CTRL | Qt::Key_L));
    lesson->setCheckable(true);
    english = action(window, "");
    korean = action(window, "");
    auto* languageGroup = new QActionGroup(window);
    for (QAction* one : {english, korean}) {
        one->setCheckable(true);
        languageGroup->addAction(one);
    }
    language = action(window, "language");
    language->setMenu(languageMenu);
    train = action(window, "play", QKeySequence(Qt::CTRL | Qt::Key_R));
    goOn = action(window, "go-on", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    pause = action(window, "pause", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    stop = action(window, "stop", QKeySequence(Qt::CTRL | Qt::Key_Period));
    about = action(window, "");
    aboutQt = action(window, "");
    about->setMenuRole(QAction::AboutRole);
    aboutQt->setMenuRole(QAction::AboutQtRole);
    quit->setMenuRole(QAction::QuitRole);

    fileMenu->addActions({newProject, open});
    fileMenu->addMenu(recentMenu);
    fileMenu->addSeparator();
    fileMenu->addActions({save, saveAs, exportModel, savePicture});
    fileMenu->addSeparator();
    fileMenu->addAction(quit);
    editMenu->addActions({undo, redo});
    editMenu->addSeparator();
    editMenu->addAction(rename);
    for (QAction* mode : modes)
        viewMenu->addAction(mode);
    viewMenu->addSeparator();
    viewMenu->addActions({lesson, dark});
    languageMenu->addActions({english, korean});
    viewMenu->addMenu(languageMenu);
    trainingMenu->addActions({train, goOn, pause, stop});
    helpMenu->addActions({about, aboutQt});
    retranslate();
}

void MainWindow::Actions::retranslate()
{
    // Not called tr: lupdate would look for the text itself inside.
    const auto word = [](const char* text) { return QCoreApplication::translate("MainWindow", text); };
    fileMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "&File")));
    recentMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "Open &recent")));
    editMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "&Edit")));
    viewMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "&View")));
    languageMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "&Language")));
    trainingMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "&Training")));
    helpMenu->setTitle(word(QT_TRANSLATE_NOOP("MainWindow", "&Help")));
    say(newProject, word(QT_TRANSLATE_NOOP("MainWindow", "&New project…")));
    say(open, word(QT_TRANSLATE_NOOP("MainWindow", "&Open…")),
        word(QT_TRANSLATE_NOOP("MainWindow", "Open a project or a Keras model")));
    say(save, word(QT_TRANSLATE_NOOP("MainWindow", "&Save")),
        word(QT_TRANSLATE_NOOP("MainWindow", "Save the project")));
    say(saveAs, word(QT_TRANSLATE_NOOP("MainWindow", "Save &as…")));
    say(exportModel, word(QT_TRANSLATE_NOOP("MainWindow", "&Export model…")));
    say(savePicture, word(QT_TRANSLATE_NOOP("MainWindow", "Save &picture…")),
        word(QT_TRANSLATE_NOOP("MainWindow", "Save a picture of the model as it is shown")));
    say(quit, word(QT_TRANSLATE_NOOP("MainWindow", "&Quit")));
    say(rename, word(QT_TRANSLATE_NOOP("MainWindow", "Re&name the project")));
    say(undo, word(QT_TRANSLATE_NOOP("MainWindow", "&Undo")));
    say(redo, word(QT_TRANSLATE_NOOP("MainWindow", "&Redo")));
    static constexpr std::array<const char*, 5> names{
        QT_TRANSLATE_NOOP("MainWindow", "Home"), QT_TRANSLATE_NOOP("MainWindow", "Data"),
        QT_TRANSLATE_NOOP("MainWindow", "Design"), QT_TRANSLATE_NOOP("MainWindow", "Train"),
        QT_TRANSLATE_NOOP("MainWindow", "Try")};
    for (std::size_t i = 0; i < modes.size(); ++i)
        say(modes[i], word(names[i]));
    say(dark, word(QT_TRANSLATE_NOOP("MainWindow", "&Dark theme")));
    say(lesson, word(QT_TRANSLATE_NOOP("MainWindow", "&Lesson text")));
    lesson->setIconText(word(QT_TRANSLATE_NOOP("MainWindow", "Lesson")));
    say(language, word(QT_TRANSLATE_NOOP("MainWindow", "Language")));
    english->setText(QStringLiteral("English")); // languages call themselves by their own names
    korean->setText(QString::fromUtf8("한국어"));
    english->setChecked(lamina::language::current() == QLatin1String("en"));
    korean->setChecked(lamina::language::current() == QLatin1String("ko"));
    say(train, word(QT_TRANSLATE_NOOP("MainWindow", "&Start training")));
    say(goOn, word(QT_TRANSLATE_NOOP("MainWindow", "&Go on with the interrupted run")));
    say(pause, word(QT_TRANSLATE_NOOP("MainWindow", "&Pause or resume")));
    say(stop, word(QT_TRANSLATE_NOOP("MainWindow", "S&top training")));
    say(about, word(QT_TRANSLATE_NOOP("MainWindow", "&About Lamina")));
    say(aboutQt, word(QT_TRANSLATE_NOOP("MainWindow", "About &Qt")));
}

} // namespace lamina
