#include "app/commands/set_name.h"
#include "app/language.h"
#include "app/lesson_panel.h"
#include "app/main_window.h"
#include "app/pages/home_page.h"
#include "app/settings.h"
#include "engine/formats/lessons.h"
#include "tests/support/run.h"
#include "tests/window/drop.h"
#include "widgets/browser/lesson_card.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/rail.h"
#include "widgets/common/theme.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace lamina;

class TestMainWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void theFirstStartShowsHomeBeforeTheFirstLesson();
    void modesAreReachedByKeyboard();
    void theRailIsWalkedWithArrowKeys();
    void theKeyboardBeginsAtTheRail();
    void tabGoesFromTheSourceToItsFields();
    void aCardOpensItsLessonOnTheTrainPage();
    void theTextOfALessonOpensByItselfTheFirstTime();
    void faultsAppearAboveThePageAndNotInABox();
    void aFileThatIsNoProjectIsAMessageThatNamesIt();
    void droppingAProjectOpensIt();
    void theLanguageChangesWhileTheWindowStands();
    void modeThemeAndLastProjectAreRemembered();
    void aWindowGoesWithChangesThatWereNotSaved();
    void everyModeHasAnAccessibleName();
    void nothingIsWiderThanASmallScreen();
};

void TestMainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
    QCoreApplication::setApplicationName(QStringLiteral("test_main_window"));
}

void TestMainWindow::init()
{
    QSettings().clear();
    language::apply(QStringLiteral("en"));
    Theme::instance().setDark(false);
}

void TestMainWindow::theFirstStartShowsHomeBeforeTheFirstLesson()
{
    MainWindow window;
    window.restore();
    QCOMPARE(window.mode(), Mode::Home);
    QVERIFY(!window.studio().document().project().model.layers.empty());
    QVERIFY(window.studio().document().analysis().faults.empty());
    QVERIFY(!window.studio().document().isModified());
}

void TestMainWindow::modesAreReachedByKeyboard()
{
    MainWindow window;
    window.restore();
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const Mode modes[] = {Mode::Home, Mode::Data, Mode::Design, Mode::Train, Mode::Try};
    for (int i = 4; i >= 0; --i) {
        QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(window.mode(), modes[i]);
        QCOMPARE(window.rail()->current(), i);
        // The keyboard stands on the page at once.
        QVERIFY(window.focusWidget() && window.focusWidget()->isVisible());
        QWidget* page = window.findChild<QStackedWidget*>()->currentWidget();
        QVERIFY2(page->isAncestorOf(window.focusWidget()), page->metaObject()->className());
        QVERIFY(!page->focusProxy() || page->focusProxy()->isHidden() || page->hasFocus());
    }
}

void TestMainWindow::theRailIsWalkedWithArrowKeys()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.rail()->button(0)->setFocus();
    QTest::keyClick(window.rail()->button(0), Qt::Key_Down);
    QCOMPARE(window.mode(), Mode::Data);
    QTest::keyClick(window.rail()->button(1), Qt::Key_Up);
    QCOMPARE(window.mode(), Mode::Home);
}

// Not at a tool: whoever presses Return too early must not get a new project.
void TestMainWindow::theKeyboardBeginsAtTheRail()
{
    MainWindow window;
    window.restore();
    window.setMode(Mode::Data);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(window.focusWidget(), window.rail()->button(static_cast<int>(Mode::Data)));
}

// Rows of a form are made later than what stands below it.
void TestMainWindow::tabGoesFromTheSourceToItsFields()
{
    MainWindow window;
    window.restore();
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.setMode(Mode::Data);
    QWidget* source = window.focusWidget();
    QCOMPARE(source->accessibleName(), QStringLiteral("Data source"));
    QTest::keyClick(source, Qt::Key_Tab);
    QWidget* field = window.focusWidget();
    QVERIFY(field->accessibleDescription().size() > 0 && field != source);
    QVERIFY(field->mapTo(&window, QPoint()).y() > source->mapTo(&window, QPoint()).y());
    QTest::keyClick(field, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(window.focusWidget(), source);
}

void TestMainWindow::aCardOpensItsLessonOnTheTrainPage()
{
    MainWindow window;
    window.restore();
    window.show();
    auto* home = window.findChild<HomePage*>();
    QVERIFY(home);
    LessonCard* card = home->card(QStringLiteral("digits-cnn"));
    QVERIFY(card);
    QTest::mouseClick(card, Qt::LeftButton);
    QCOMPARE(window.mode(), Mode::Train);
    QCOMPARE(window.studio().document().project().training.batchSize, 128);
    QVERIFY(window.studio().document().project().model.find("conv_1"));
}

void TestMainWindow::theTextOfALessonOpensByItselfTheFirstTime()
{
    const auto opens = [](const char* id, int width) {
        MainWindow window;
        window.resize(width, 720);
        window.show();
        window.openLesson(QString::fromLatin1(id));
        return window.findChild<LessonPanel*>()->isVisible();
    };
    QVERIFY(opens("digits-cnn", 1280));
    QVERIFY(!opens("digits-cnn", 1280)); // it was read, and would take the room from the curves
    QVERIFY(opens("digits-cnn", 1500));
    QVERIFY(opens("digits-mlp", 1280));
    // Who closes it wants none of them.
    {
        MainWindow window;
        window.resize(1500, 720);
        window.show();
        window.openLesson(QStringLiteral("digits-mlp"));
        auto* panel = window.findChild<LessonPanel*>();
        QVERIFY(panel->isVisible());
        QTest::mouseClick(panel->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(!panel->isVisible());
    }
    QVERIFY(!opens("study-scores", 1500));
}

void TestMainWindow::faultsAppearAboveThePageAndNotInABox()
{
    MainWindow window;
    window.show();
    Fault fault;
    fault.what = LAMINA_TEXT("Test", "the run folder cannot be written");
    Q_EMIT window.studio().faultsRaised(QStringLiteral("The training could not go on"), Faults{fault});
    QVERIFY(window.messages()->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(window.messages()->details().contains(QLatin1String("the run folder")));
}

void TestMainWindow::aFileThatIsNoProjectIsAMessageThatNamesIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.lamina"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ this is no project");
    file.close();
    MainWindow window;
    window.restore();
    const Project before = window.studio().document().project();
    window.show();
    window.openProject(path);
    QVERIFY(window.messages()->isVisible());
    QVERIFY(window.messages()->title().contains(QLatin1String("broken.lamina")));
    QVERIFY(!window.messages()->details().isEmpty());
    QCOMPARE(window.studio().document().project(), before);
}

void TestMainWindow::droppingAProjectOpensIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dropped.lamina"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lessons::find("digits-relu-adam")->projectText);
    file.close();
    MainWindow window;
    window.restore();
    lamina::test::drop(path, window);
    QCOMPARE(window.studio().document().filePath(), path);
    QCOMPARE(window.studio().document().project().training.optimizer.className, std::string("Adam"));
    QVERIFY(settings::recentProjects.value().contains(path));
}

void TestMainWindow::theLanguageChangesWhileTheWindowStands()
{
    MainWindow window;
    window.show();
    QCOMPARE(window.rail()->button(1)->text(), QStringLiteral("Data"));
    language::apply(QStringLiteral("ko"));
    QCoreApplication::processEvents();
    QCOMPARE(window.rail()->button(1)->text(), QString::fromUtf8("데이터"));
    language::apply(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(window.rail()->button(1)->text(), QStringLiteral("Data"));
}

void TestMainWindow::modeThemeAndLastProjectAreRemembered()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("kept.lamina"));
    {
        MainWindow window;
        window.restore();
        QVERIFY(window.studio().document().save(path));
        window.openProject(path);
        window.setMode(Mode::Data);
        window.show();
        QVERIFY(window.close());
    }
    MainWindow again;
    again.restore();
    QCOMPARE(again.studio().document().filePath(), path);
    QCOMPARE(again.mode(), Mode::Data);
}

// Its document must not speak to tools that are gone already.
void TestMainWindow::aWindowGoesWithChangesThatWereNotSaved()
{
    auto window = std::make_unique<MainWindow>();
    window->restore();
    ProjectDocument& document = window->studio().document();
    document.execute(new SetName("another", QStringLiteral("rename")));
    QVERIFY(document.isModified());
    QSignalSpy said(&document, &ProjectDocument::modifiedChanged);
    window.reset();
    QCOMPARE(said.count(), 0);
}

void TestMainWindow::everyModeHasAnAccessibleName()
{
    MainWindow window;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!window.rail()->button(i)->accessibleName().isEmpty());
        QVERIFY(window.rail()->button(i)->toolTip().contains(QStringLiteral("Ctrl+%1").arg(i + 1)));
    }
}

void TestMainWindow::nothingIsWiderThanASmallScreen()
{
    MainWindow window;
    window.restore();
    for (const QString& code : {QStringLiteral("en"), QStringLiteral("ko")}) {
        language::apply(code);
        QCoreApplication::processEvents();
        const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
        QVERIFY2(least.width() <= 1280 && least.height() <= 720,
                 qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
    }
    language::apply(QStringLiteral("en"));
}

LAMINA_TEST(TestMainWindow)
#include "main_window_test.moc"
