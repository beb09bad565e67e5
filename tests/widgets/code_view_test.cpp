// The code view: what is chosen in it, searched, copied and marked.
#include "tests/support/run.h"
#include "widgets/common/theme.h"
#include "widgets/designer/code_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace lamina;

class CodeViewTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<CodeView>();
        m_view->resize(600, 400);
        m_view->showCode(sample());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void aLineChoosesItsLayerAndALayerItsLines()
    {
        QSignalSpy chosen(m_view.get(), &CodeView::layerChosen);
        goTo(3);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("digit"));
        QCOMPARE(markedLines(), QList<int>({3, 6}));
        goTo(6); // of the same layer: nothing new is said
        goTo(0); // of none
        QCOMPARE(chosen.size(), 1);
        m_view->setLayer(QStringLiteral("conv"));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(markedLines(), QList<int>({2, 5}));
        QCOMPARE(m_view->editor()->textCursor().blockNumber(), 2);
        m_view->setLayer({});
        QVERIFY(markedLines().isEmpty());
    }

    void anEditLeavesTheReaderWhereTheyAre()
    {
        QSignalSpy chosen(m_view.get(), &CodeView::layerChosen);
        m_view->setLayer(QStringLiteral("digit"));
        const int line = m_view->editor()->textCursor().blockNumber();
        GeneratedCode code = sample();
        code.text.insert(0, "import os\n");
        code.layers.insert(code.layers.begin(), std::string());
        m_view->showCode(code);
        QCOMPARE(m_view->text(), QString::fromStdString(code.text));
        QCOMPARE(m_view->editor()->textCursor().blockNumber(), line + 1);
        QCOMPARE(markedLines(), QList<int>({4, 7}));
        QCOMPARE(chosen.size(), 0);
    }

    void searchingGoesRoundAndSaysWhereNothingIs()
    {
        m_view->editor()->setFocus();
        QTest::keyClick(m_view->editor(), Qt::Key_F, Qt::ControlModifier);
        auto* line = m_view->findChild<QLineEdit*>();
        QVERIFY(line->isVisible());
        line->setText(QStringLiteral("self.conv"));
        QCOMPARE(m_view->editor()->textCursor().blockNumber(), 2);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_view->editor()->textCursor().blockNumber(), 5);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(m_view->editor()->textCursor().blockNumber(), 2);
        QVERIFY(!line->property("invalid").toBool());
        line->setText(QStringLiteral("Conv9D"));
        QVERIFY(line->property("invalid").toBool());
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
    }

    void whatIsCopiedIsTheWholeProgram()
    {
        for (QPushButton* button : m_view->findChildren<QPushButton*>())
            if (button->toolTip().startsWith("Copy"))
                button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(sample().text));
    }

    void faultsLeaveTheCodeToBeRead()
    {
        m_view->showFaults(
            {Fault{FaultKind::Input, LAMINA_TEXT("model", "Nothing comes in"), {{}, {}, "digit"}, {}}});
        QCOMPARE(m_view->text(), QString::fromStdString(sample().text));
        QStringList said;
        for (const QLabel* label : m_view->findChildren<QLabel*>())
            if (label->isVisible())
                said << label->text();
        QVERIFY2(said.join(' ').contains("Nothing comes in"), qPrintable(said.join(' ')));
        for (QPushButton* button : m_view->findChildren<QPushButton*>())
            QVERIFY(!button->isEnabled());
        m_view->showCode(sample());
        for (QPushButton* button : m_view->findChildren<QPushButton*>())
            QVERIFY(button->isEnabled());
    }

    void notesAreShownAboveTheCode()
    {
        GeneratedCode code = sample();
        code.notes = {Text(LAMINA_TEXT("code", "The metric %1 has not been written in PyTorch"), "AUC")};
        m_view->showCode(code);
        bool shown = false;
        for (const QLabel* label : m_view->findChildren<QLabel*>())
            shown = shown || (label->isVisible() && label->text().contains("AUC"));
        QVERIFY(shown);
    }

    void everyDialectCanBeChosen()
    {
        QSignalSpy chosen(m_view.get(), &CodeView::dialectChosen);
        auto* box = m_view->findChild<QComboBox*>();
        QCOMPARE(box->count(), static_cast<int>(codeDialects().size()));
        m_view->setDialect(QStringLiteral("pytorch-code"));
        QCOMPARE(std::string(m_view->dialect().id), std::string("pytorch-code"));
        m_view->setDialect(QStringLiteral("nonsense"));
        QCOMPARE(std::string(m_view->dialect().id), std::string("pytorch-code"));
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("keras-code"));
    }

    void wordsTextsNumbersAndCommentsAreColoured()
    {
        for (const bool dark : {true, false}) {
            Theme::instance().setDark(dark);
            const ThemeColours& colours = Theme::instance().colours();
            QCOMPARE(colourOf(0, "texts over"), colours.good);
            QCOMPARE(colourOf(1, "still text"), colours.good);
            QCOMPARE(colourOf(4, "def"), colours.accent);
            QCOMPARE(colourOf(2, "32"), colours.caution);
            QCOMPARE(colourOf(3, "\"a # b\""), colours.good);
            QCOMPARE(colourOf(6, "# last"), colours.muted);
            QVERIFY(!colourOf(2, "self").isValid());
        }
    }

private:
    static GeneratedCode sample()
    {
        GeneratedCode code;
        code.text = "\"\"\"texts over\nstill text\"\"\"\n    self.conv = nn.Conv2d(1, 32, 3)\n"
                    "    self.digit = f(\"a # b\")\ndef forward(self, x):\n    x = self.conv(x)\n"
                    "    x = self.digit(x)  # last\n";
        code.layers = {"", "", "conv", "digit", "", "conv", "digit"};
        return code;
    }
    void goTo(int line)
    {
        m_view->editor()->setTextCursor(QTextCursor(m_view->editor()->document()->findBlockByNumber(line)));
    }
    QList<int> markedLines() const
    {
        QList<int> lines;
        for (const QTextEdit::ExtraSelection& each : m_view->editor()->extraSelections())
            lines << each.cursor.blockNumber();
        return lines;
    }
    QColor colourOf(int line, const char* part) const
    {
        const QTextBlock block = m_view->editor()->document()->findBlockByNumber(line);
        const auto at = static_cast<int>(block.text().indexOf(QString::fromUtf8(part)));
        for (const QTextLayout::FormatRange& range : block.layout()->formats())
            if (at >= range.start && at < range.start + range.length)
                return range.format.foreground().color();
        return {};
    }

    std::unique_ptr<CodeView> m_view;
};

LAMINA_TEST(CodeViewTest)
#include "code_view_test.moc"
