// The Try page of a table: the form begins with a row of it, answers as the network does, and says what
// cannot be answered.
#include "app/pages/try_page.h"
#include "app/studio.h"
#include "engine/data/open.h"
#include "engine/model/predictor.h"
#include "tests/support/run.h"
#include "widgets/browser/row_form.h"
#include "widgets/canvas/probability_bars.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

class TestTryRow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("LaminaTest");
        QCoreApplication::setApplicationName("try_row");
        QFile file(m_folder.filePath("pets.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kind,weight,home\ndog,30.5,yard\ncat,4.2,flat\nfish,0.1,tank\ncat,3.7,yard\n");
    }

    void theFormsRowIsAnsweredAsTheTablesRow()
    {
        Studio studio;
        studio.document().setProject(project(), {});
        TryPage page(studio);
        page.resize(1000, 700);
        page.show();
        QVERIFY(page.takesRows());
        QTRY_COMPARE(page.rowForm().cells().size(), std::size_t{2});
        const DataParts parts = *openData(project().data, {}, project().seed);
        const auto network = std::make_shared<const Network>(*Network::make(project().model));
        Predictor direct(network);
        std::vector<float> sample(4);
        QVERIFY(parts.train->readNumbers(0, parts.train->fieldIndex(parts.inputFields[0]), sample));
        const auto wanted = direct.run(sample, network->initialWeights(project().seed));
        QTRY_VERIFY(!page.bars().probabilities().empty());
        QCOMPARE(page.bars().probabilities().size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QCOMPARE(page.bars().probabilities()[i], wanted[i]);
        QVERIFY(says(page, "The data says: yard"));
        // The category that is chosen, and nothing else, changes the answer.
        auto* kind = qobject_cast<QComboBox*>(page.rowForm().editor(0));
        kind->setCurrentText("cat");
        std::fill_n(sample.begin(), 3, 0.0F);
        sample[static_cast<std::size_t>(kind->currentIndex())] = 1;
        const std::vector<float> before = page.bars().probabilities();
        QTRY_VERIFY(page.bars().probabilities() != before);
        const auto other = direct.run(sample, network->initialWeights(project().seed));
        for (std::size_t i = 0; i < other.size(); ++i)
            QCOMPARE(page.bars().probabilities()[i], other[i]);
        QVERIFY(!says(page, "The data says: yard"));
    }

    void whatIsNoNumberIsSaidInsteadOfAnswered()
    {
        Studio studio;
        studio.document().setProject(project(), {});
        TryPage page(studio);
        page.resize(1000, 700);
        page.show();
        QTRY_VERIFY(!page.answerText().isEmpty());
        auto* weight = page.rowForm().editor(1)->findChild<QLineEdit*>();
        weight->selectAll();
        QTest::keyClicks(weight, "heavy");
        QCOMPARE(page.answerText(), QString());
        QVERIFY(says(page, "“weight” takes a number"));
        weight->selectAll();
        QTest::keyClicks(weight, "12");
        QTRY_VERIFY(!page.answerText().isEmpty());
        QVERIFY(!says(page, "“weight” takes a number"));
    }

private:
    static bool says(const TryPage& page, const char* words)
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return !label->isHidden() && label->text().contains(QString::fromUtf8(words));
        });
    }

    Project project() const
    {
        Project made;
        made.name = "Pets";
        made.seed = 3;
        made.data.source = "csv";
        made.data.options = {{"path", m_folder.filePath("pets.csv").toStdString()},
                             {"features", {"kind", "weight"}},
                             {"target", "home"},
                             {"test_fraction", 0},
                             {"shuffle", false}};
        made.model.layers = {{"InputLayer", "input", {{"shape", {4}}}, {}},
                             {"Dense", "home", {{"units", 3}, {"activation", "softmax"}}, {{"input"}}}};
        made.training.loss = {"sparse_categorical_crossentropy", Json::object()};
        return made;
    }

    QTemporaryDir m_folder;
};

LAMINA_TEST(TestTryRow)
#include "try_row_test.moc"
