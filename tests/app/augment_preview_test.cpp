// Augmentation is set on the Data page, undone, and seen on a sample.
#include "app/commands/set_data.h"
#include "app/pages/data_page.h"
#include "app/pages/data_settings.h"
#include "app/pages/part_editors.h"
#include "app/studio.h"
#include "tests/app/example_project.h"
#include "tests/support/run.h"
#include "widgets/browser/augment_strip.h"

#include <QFloat16>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace lamina;

class AugmentPreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page.reset();
        m_studio = std::make_unique<Studio>();
        Project project = exampleProject();
        project.data.options = Json::parse(R"({"generator": "digits", "train": 60, "test": 20})");
        m_studio->document().setProject(project, {});
        m_page = std::make_unique<DataPage>(*m_studio);
        m_page->resize(1100, 700);
        m_page->show();
        m_strip = m_page->findChild<AugmentStrip*>();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void aWayToAugmentIsAddedSeenAndUndone()
    {
        QTRY_VERIFY(!m_page->isOpening());
        QVERIFY(!m_strip->isVisible());
        auto* list = m_page->findChild<DataSettings*>()->findChild<PartList*>();
        list->addButton()->menu()->actions().front()->trigger();
        QCOMPARE(augment().size(), std::size_t(1));
        QTRY_VERIFY(m_strip->isVisible());
        QVERIFY(m_strip->pictures().size() > 6);
        QCOMPARE(m_strip->pictures()[1], m_strip->pictures()[0]); // nothing is set yet
        set({{"rotation_range", 40}});
        QTRY_VERIFY(m_strip->pictures()[1] != m_strip->pictures()[0]);
        QVERIFY(m_strip->pictures()[1] != m_strip->pictures()[2]); // each epoch anew
        m_studio->document().undoStack().setIndex(0);
        QVERIFY(augment().empty());
        QTRY_VERIFY(!m_strip->isVisible());
    }

    void whatCannotBeDoneIsSaidAndNotShown()
    {
        QTRY_VERIFY(!m_page->isOpening());
        set({{"rotation_range", 40}});
        QTRY_VERIFY(m_strip->isVisible());
        set({{"zca_whitening", true}});
        QTRY_VERIFY(!m_strip->isVisible());
    }

    void onlyTheTrainingPartIsAugmented()
    {
        QTRY_VERIFY(!m_page->isOpening());
        set({{"rotation_range", 40}});
        QTRY_VERIFY(m_strip->isVisible());
        m_page->showPart(DataPage::Part::Test);
        QVERIFY(!m_strip->isVisible());
        m_page->showPart(DataPage::Part::Training);
        QTRY_VERIFY(m_strip->isVisible());
    }

private:
    const std::vector<PartSpec>& augment() const { return m_studio->document().project().data.augment; }
    void set(const Json& config)
    {
        DataSpec data = m_studio->document().project().data;
        data.augment = {{"ImageDataGenerator", config}};
        m_studio->document().execute(new SetData(data, "Change the augmentation"));
    }

    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<DataPage> m_page;
    AugmentStrip* m_strip = nullptr;
};

LAMINA_TEST(AugmentPreviewTest)
#include "augment_preview_test.moc"
