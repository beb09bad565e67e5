// A window that is killed leaves its unsaved work to the next one, which offers it.
#include "app/commands/set_layer_config.h"
#include "app/language.h"
#include "app/main_window.h"
#include "app/pages/home_page.h"
#include "app/pages/lost_work_list.h"
#include "app/recovery.h"
#include "engine/formats/project_file.h"
#include "tests/app/example_project.h"
#include "tests/support/run.h"
#include "widgets/common/message_bar.h"

#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

namespace {
constexpr const char* childVariable = "LAMINA_LOST_WORK_OF"; // the project that the child opens

QPushButton* buttonOf(QWidget* parent, const QString& text)
{
    for (auto* button : parent->findChildren<QPushButton*>())
        if (button->text() == text && !button->isHidden())
            return button;
    return nullptr;
}
} // namespace

class LostWorkTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet(childVariable))
            beTheChild();
    }
    void init()
    {
        QSettings().clear();
        language::apply(QStringLiteral("en"));
        QDir(folder()).removeRecursively();
        QVERIFY(writeProject(exampleProject(), file().toStdString()));
    }
    void cleanupTestCase() { QDir(folder()).removeRecursively(); }

    void aKilledWindowsWorkIsOfferedOnHome()
    {
        killAWindow();
        MainWindow window;
        window.restore();
        window.show();
        QCOMPARE(window.mode(), Mode::Home);
        auto* list = window.findChild<LostWorkList*>();
        QVERIFY(list && list->isVisible());
        QPushButton* recover = buttonOf(list, QStringLiteral("Recover"));
        QVERIFY(recover);
        QVERIFY(recover->accessibleName().contains(QStringLiteral("Digits")));
        QVERIFY(!window.studio().document().isModified()); // offered, not forced
        QTest::mouseClick(recover, Qt::LeftButton);
        const ProjectDocument& document = window.studio().document();
        QCOMPARE(document.project().model.find("hidden")->config["units"].get<int>(), 77);
        QVERIFY(document.isModified());
        QCOMPARE(document.filePath(), file());
        QVERIFY(window.isWindowModified());
        QCOMPARE(window.mode(), Mode::Design);
        window.setMode(Mode::Home);
        QVERIFY(list->isHidden());
        QCOMPARE(readProject(file().toStdString())->model.find("hidden")->config["units"].get<int>(), 32);
        QVERIFY(window.studio().document().save(file()));
        window.studio().recovery().waitUntilKept();
        QVERIFY(QDir(folder()).entryList({"*.lamina-unsaved"}, QDir::Files).isEmpty());
    }

    void itIsLookedForOnceAtTheStartAndWhenHomeIsGoneTo()
    {
        MainWindow window;
        QSignalSpy looked(&window.studio().recovery(), &Recovery::lostChanged);
        window.restore();
        window.show();
        QCOMPARE(looked.count(), 1);
        window.setMode(Mode::Design);
        killAWindow();
        auto* list = window.findChild<LostWorkList*>();
        QCOMPARE(looked.count(), 1);
        window.setMode(Mode::Home);
        QCOMPARE(looked.count(), 2);
        QVERIFY(list->isVisible());
        window.studio().recovery().discard(window.studio().recovery().lost().at(0).path);
        QVERIFY(list->isHidden());
    }

    void openingTheProjectOffersItAbove()
    {
        killAWindow();
        MainWindow window;
        window.show();
        window.openProject(file());
        QVERIFY(window.messages()->isVisible());
        QVERIFY2(window.messages()->title().contains(QStringLiteral("Unsaved work from")),
                 qPrintable(window.messages()->title()));
        QPushButton* recover = buttonOf(window.messages(), QStringLiteral("Recover"));
        QVERIFY(recover);
        QTest::mouseClick(recover, Qt::LeftButton);
        QCOMPARE(window.studio().document().project().model.find("hidden")->config["units"].get<int>(), 77);
        QVERIFY(window.messages()->isHidden());
        window.studio().recovery().forget(); // as if the window were closed and the work discarded
    }

private:
    static QString folder()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            + QStringLiteral("/recovery");
    }
    QString file() const { return m_folder.filePath("digits.lamina"); }

    // Never returns.
    static void beTheChild()
    {
        MainWindow window;
        window.openProject(qEnvironmentVariable(childVariable));
        window.show();
        window.studio().document().execute(new SetLayerConfig("hidden", "units", Json(77)));
        QCoreApplication::exec();
    }

    void killAWindow()
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childVariable), file());
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("lost_work_test")});
        QVERIFY(child.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(QDir(folder()).entryList({"*.lamina-unsaved"}, QDir::Files).size(), 1,
                                  60000);
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    }

    QTemporaryDir m_folder;
};

LAMINA_TEST(LostWorkTest)
#include "lost_work_test.moc"
