// The Design page's side panels: in a narrow page one of them gives way, and comes back with the room.
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/inspector/layer_inspector.h"

#include <QLayout>
#include <QSplitter>
#include <QTest>

using namespace lamina;

class DesignPanelsTest final : public test::OnDesignPage {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(open(exampleProject(), {wide, 700}));
        // It is part of a window elsewhere, which may be narrower than the page wants to be.
        m_page->layout()->setSizeConstraint(QLayout::SetNoConstraint);
        m_page->setMinimumSize(0, 0);
        QCOMPARE(shown(), both);
    }

    void thePaletteGivesWayAndComesBack()
    {
        m_page->resize(narrow, 700);
        QCOMPARE(shown(), inspector);
        const QWidget* form = m_page->findChild<LayerInspector*>();
        QVERIFY(form->mapTo(m_page.get(), QPoint(form->width(), 0)).x() <= narrow);
        m_page->resize(wide, 700);
        QCOMPARE(shown(), both);
    }

    void thePanelThatIsAskedForStays()
    {
        m_page->resize(narrow, 700);
        tool(paletteButton)->click();
        QCOMPARE(shown(), palette);
        tool(inspectorButton)->click();
        QCOMPARE(shown(), inspector);
        m_page->resize(wide, 700);
        QCOMPARE(shown(), both);
    }

    void whatThePersonFoldedStaysFolded()
    {
        tool(paletteButton)->click();
        QCOMPARE(shown(), inspector);
        m_page->resize(narrow, 700);
        m_page->resize(wide, 700);
        QCOMPARE(shown(), inspector);
    }

    void thePanelThatOnlyGaveWayIsThereAtTheNextStart()
    {
        m_page->resize(narrow, 700);
        QCOMPARE(shown(), inspector);
        openPage({wide, 700});
        QCOMPARE(shown(), both);
    }

private:
    static constexpr int wide = 1100, narrow = 640;
    static constexpr auto both = "both", palette = "palette", inspector = "inspector";
    static constexpr auto paletteButton = "Show or fold the layers to choose from";
    static constexpr auto inspectorButton = "Show or fold the settings";

    QString shown() const
    {
        const auto* splitter = m_page->findChild<QSplitter*>({}, Qt::FindDirectChildrenOnly);
        const bool left = splitter->sizes().front() > 0, right = splitter->sizes().back() > 0;
        return left && right ? both : left ? palette : right ? inspector : "none";
    }
};

LAMINA_TEST(DesignPanelsTest)
#include "design_panels_test.moc"
