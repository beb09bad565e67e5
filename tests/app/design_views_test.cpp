// The Design page's views of one model: what is selected in one is so in all, and each can be saved.
#include "app/commands/set_layer_config.h"
#include "app/picture_saver.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/picture.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/layered_view.h"
#include "widgets/designer/summary_model.h"
#include "widgets/designer/summary_view.h"

#include <QFileInfo>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace lamina;

class DesignViewsTest final : public test::OnDesignPage {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(open(exampleProject(), {1400, 700}));
        m_tabs = m_page->findChild<QTabBar*>();
    }

    void whatIsSelectedInOneViewIsSoInAll()
    {
        LayeredCanvas* canvas = m_page->layered()->canvas();
        m_page->graph()->setSelection({"hidden"});
        m_tabs->setCurrentIndex(layers);
        QVERIFY(m_page->layered()->isVisible());
        QCOMPARE(canvas->blocks().selection(), QStringList{"hidden"});
        emit canvas->selectionChanged({"conv"});
        QCOMPARE(m_page->graph()->selection(), QStringList{"conv"});
        m_tabs->setCurrentIndex(summary);
        QTreeView* table = m_page->summary()->table();
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->selectionModel()->selectedRows().front().row(), 1);
        m_page->summary()->setSelection({});
        emit m_page->summary()->selectionChanged({"flatten", "digit"});
        QCOMPARE(m_page->graph()->selection(), (QStringList{"flatten", "digit"}));
        QCOMPARE(table->selectionModel()->selectedRows().size(), 2);
    }

    void theKeyboardGoesAlongFromViewToView()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page->window()));
        m_page->graph()->setFocus();
        for (const int view : {layers, summary, 0, summary, layers}) {
            m_tabs->setCurrentIndex(view);
            const QWidget* shown = view == layers ? static_cast<QWidget*>(m_page->layered()->canvas())
                : view == summary                 ? static_cast<QWidget*>(m_page->summary()->table())
                                                  : m_page->graph();
            QCOMPARE(QApplication::focusWidget(), shown);
        }
    }

    void theViewsFollowEachEdit()
    {
        m_tabs->setCurrentIndex(layers);
        const QStringList before = m_page->layered()->canvas()->blocks().order();
        m_tabs->setCurrentIndex(summary);
        m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(64), Gesture::begin()));
        const SummaryModel& rows = m_page->summary()->rows();
        QCOMPARE(rows.index(3, 1).data().toString(), QString("(None, 64)"));
        m_tabs->setCurrentIndex(layers);
        m_page->removeLayers({"hidden"});
        QCOMPARE(m_page->layered()->canvas()->blocks().order().size(), before.size() - 1);
    }

    void theToolsActOnTheViewThatIsShown()
    {
        m_tabs->setCurrentIndex(layers);
        const LayeredCanvas* canvas = m_page->layered()->canvas();
        const double graph = m_page->graph()->zoom(), before = canvas->zoom();
        tool("Larger")->click();
        QVERIFY(canvas->zoom() > before);
        QCOMPARE(m_page->graph()->zoom(), graph);
        QVERIFY(!tool("Automatic layout")->isEnabled());
        tool("See the whole model")->click();
        QCOMPARE(canvas->zoom(), before);
        m_tabs->setCurrentIndex(summary);
        QVERIFY(!tool("Larger")->isEnabled());
        m_tabs->setCurrentIndex(0);
        QVERIFY(tool("Automatic layout")->isEnabled());
    }

    void eachViewIsSavedAsEachKind()
    {
        auto* message = m_page->findChild<MessageBar*>();
        for (const int tab : {0, layers, summary})
            for (const auto kind : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
                m_tabs->setCurrentIndex(tab);
                const QString path =
                    m_settings.filePath(QStringLiteral("view%1.").arg(tab) + PictureFormat::ending(kind));
                m_page->writePicture(path, {.kind = kind});
                QTRY_VERIFY2(message->title().contains(QFileInfo(path).fileName())
                                 && message->title().endsWith("is written"),
                             qPrintable(message->title()));
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                QVERIFY(bytes.size() > 500);
                if (kind == PictureFormat::Svg) {
                    for (const char* name : {"conv", "hidden", "digit"})
                        QVERIFY2(bytes.contains(name), name);
                }
            }
    }

    void aLargePictureIsWrittenBesideTheWindowAndCanBeEnded()
    {
        auto* message = m_page->findChild<MessageBar*>();
        const auto* saver = m_page->findChild<PictureSaver*>();
        const QString path = m_settings.filePath("large.png");
        m_page->writePicture(path, {.scale = largestScale(m_page->graph()->picture().size)});
        QVERIFY(saver->isBusy());
        QTRY_VERIFY(!saver->isBusy() || message->title().endsWith(QStringLiteral("is being written…")));
        for (auto* button : message->findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == "Cancel")
                button->click();
        QVERIFY2(!saver->isBusy(), "a picture of 100 million pixels was written before it could be ended");
        QVERIFY(QThreadPool::globalInstance()->waitForDone(60000));
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(path));
        QVERIFY(!message->title().contains("could not"));
    }

    void whatCannotBeWrittenIsSaid()
    {
        m_page->writePicture(m_settings.filePath(QStringLiteral("none/graph.png")), {});
        auto* message = m_page->findChild<MessageBar*>();
        QTRY_VERIFY(message->title().endsWith("could not be written"));
        QVERIFY(!message->details().isEmpty());
    }

    void anEmptyModelHasNoPicture()
    {
        QVERIFY(tool("Save a picture of this view")->isEnabled());
        m_studio->document().setProject(Project{}, {});
        QVERIFY(!tool("Save a picture of this view")->isEnabled());
    }

private:
    static constexpr int layers = 1, summary = 2;

    QTabBar* m_tabs = nullptr;
};

LAMINA_TEST(DesignViewsTest)
#include "design_views_test.moc"
