// The names under which a run's quantities are shown.
#include "app/language.h"
#include "app/pages/epoch_model.h"
#include "engine/model/metric_type.h"
#include "tests/support/run.h"
#include "widgets/common/words.h"

#include <QTest>

using namespace lamina;

class TestEpochModel final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("LaminaTest"));
        QCoreApplication::setApplicationName(QStringLiteral("epoch_model"));
    }
    void cleanup() { language::apply(QStringLiteral("en")); }

    void quantitiesHaveNamesOfTheirOwn_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("korean");
        const auto row = [](const char* key, const char* english, const char* korean) {
            QTest::newRow(key) << QString::fromUtf8(key) << QString::fromUtf8(english)
                               << QString::fromUtf8(korean);
        };
        row("loss", "Loss", "손실");
        row("val_loss", "Loss", "손실");
        row("lr", "Learning rate", "학습률");
        row("accuracy", "Accuracy", "정확도");
        row("val_acc", "Accuracy", "정확도"); // as Keras 2.2 calls it
        row("digit_loss", "digit: Loss", "digit: 손실");
        row("val_digit_accuracy", "digit: Accuracy", "digit: 정확도");
        row("left_eye_accuracy", "left_eye: Accuracy", "left_eye: 정확도");
        row("숫자_accuracy", "숫자: Accuracy", "숫자: 정확도");
        row("my_own", "my_own", "my_own");
        row("", "", "");
    }
    void quantitiesHaveNamesOfTheirOwn()
    {
        QFETCH(QString, key);
        QFETCH(QString, english);
        QFETCH(QString, korean);
        language::apply(QStringLiteral("en"));
        QCOMPARE(quantityName(key.toStdString()), english);
        language::apply(QStringLiteral("ko"));
        QCOMPARE(quantityName(key.toStdString()), korean);
    }

    // "binary_accuracy" is no output called "binary".
    void everyMetricKeepsItsName()
    {
        for (const MetricType* type : metrics::all()) {
            const QString label = words(type->label);
            const std::string name = type->className;
            QCOMPARE(quantityName(name), label);
            QCOMPARE(quantityName("val_" + name), label);
            QCOMPARE(quantityName("digit_" + name), QStringLiteral("digit: ") + label);
        }
    }
};

LAMINA_TEST(TestEpochModel)
#include "epoch_model_test.moc"
