// The code on the Design page: beside the graph, following each edit, saved as a program.
#include "app/commands/set_layer_config.h"
#include "tests/app/on_design_page.h"
#include "tests/support/run.h"
#include "widgets/common/message_bar.h"
#include "widgets/designer/code_view.h"

#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>

using namespace lamina;

class DesignCodeTest final : public test::OnDesignPage {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(open(exampleProject(), {1500, 700}));
        m_tabs = m_page->findChild<QTabBar*>();
        m_tabs->setCurrentIndex(3);
        m_page->code()->setDialect(QStringLiteral("keras-code"));
        emit m_page->code()->dialectChosen(QStringLiteral("keras-code"));
    }

    void itStandsBesideTheGraphWhereThereIsRoom()
    {
        QVERIFY(m_page->code()->isVisible());
        QVERIFY(m_page->graph()->isVisible());
        m_page->resize(1200, 700);
        QVERIFY(m_page->code()->isVisible());
        QVERIFY(!m_page->graph()->isVisible());
        m_tabs->setCurrentIndex(0);
        QVERIFY(!m_page->code()->isVisible());
        QVERIFY(m_page->graph()->isVisible());
    }

    void itFollowsEachEditAndUndo()
    {
        QVERIFY2(text().contains("layers.Dense(32, activation=\"relu\", name=\"hidden\")"),
                 qPrintable(text()));
        m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(64), Gesture::begin()));
        QVERIFY(text().contains("layers.Dense(64,"));
        m_studio->document().undoStack().undo();
        QVERIFY(text().contains("layers.Dense(32,"));
        m_page->addLayer(QStringLiteral("Dropout"));
        QCOMPARE(m_tabs->currentIndex(), 3); // a new layer is seen in the code
        QVERIFY2(text().contains("layers.Dropout(") || text().contains("name=\"digit\""), qPrintable(text()));
        m_studio->document().execute(new SetLayerConfig("hidden", "units", Json(0), Gesture::begin()));
        QVERIFY(text().contains("layers.Dense(32,")); // as it was before the fault
    }

    void choosingALineSelectsTheLayerAndTheOtherWayRound()
    {
        QPlainTextEdit* editor = m_page->code()->editor();
        const QTextBlock line = editor->document()->find(QStringLiteral("name=\"conv\"")).block();
        QVERIFY(line.isValid());
        editor->setTextCursor(QTextCursor(line));
        QCOMPARE(m_page->graph()->selection(), QStringList{"conv"});
        m_page->graph()->setSelection({QStringLiteral("hidden")});
        QVERIFY(editor->textCursor().block().text().contains("name=\"hidden\""));
    }

    void theChosenLibraryIsRemembered()
    {
        emit m_page->code()->dialectChosen(QStringLiteral("pytorch-code"));
        m_page = std::make_unique<DesignPage>(*m_studio);
        QCOMPARE(std::string(m_page->code()->dialect().id), std::string("pytorch-code"));
    }

    void savingWritesTheProgramAndItsSamples()
    {
        Project project = exampleProject();
        project.data.options = {{"generator", "digits"}, {"train", 20}, {"test", 0}};
        project.training.loss = {"sparse_categorical_crossentropy", Json::object()};
        m_studio->document().setProject(project, {});
        const QString path = m_settings.filePath(QStringLiteral("digits.py"));
        m_page->saveCode(path);
        auto* message = m_page->findChild<MessageBar*>();
        QTRY_VERIFY(message->title().endsWith("is written"));
        QVERIFY(QFile::exists(m_settings.filePath(QStringLiteral("digits.npz"))));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("np.load(\"digits.npz\")"));

        m_page->saveCode(m_settings.filePath(QStringLiteral("none/digits.py")));
        QTRY_VERIFY(message->title().endsWith("could not be written"));
    }

private:
    QString text() const { return m_page->code()->text(); }

    QTabBar* m_tabs = nullptr;
};

LAMINA_TEST(DesignCodeTest)
#include "design_code_test.moc"
