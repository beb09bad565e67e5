// ModelCheckpoint's and TerminateOnNaN's edges, as Keras 2.13 has them.
#include "tests/callbacks/fake_training.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;
using namespace lamina::test;

using Saved = std::vector<std::string>;

class ModelCheckpointTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesCountEpochsFromOne()
    {
        FakeTraining training;
        const auto callback =
            makeCallback("ModelCheckpoint", R"({"filepath": "m_{epoch:02d}_{val_loss:.2f}.h5"})");
        epochs(*callback, training, "val_loss", {1, 2.345});
        QCOMPARE(training.saved, (Saved{"m_01_1.00.h5", "m_02_2.35.h5"}));
    }

    void onlyTheBest_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVector<double>>("values");
        QTest::addColumn<QVector<int>>("saved");
        QTest::newRow("strictly less")
            << ""
            << "val_loss" << QVector<double>{2, 2, 1, 1.5, 0.5} << QVector<int>{1, 3, 5};
        QTest::newRow("not a number never") << ""
                                            << "val_loss" << QVector<double>{NAN, 2, NAN} << QVector<int>{2};
        QTest::newRow("more for accuracies")
            << R"(, "monitor": "val_acc")"
            << "val_acc" << QVector<double>{0.1, 0.1, 0.2} << QVector<int>{1, 3};
        QTest::newRow("less for auc: Keras' own trap")
            << R"(, "monitor": "val_auc")"
            << "val_auc" << QVector<double>{0.2, 0.3, 0.1} << QVector<int>{1, 3};
        QTest::newRow("the mode can be given")
            << R"(, "monitor": "val_auc", "mode": "max")"
            << "val_auc" << QVector<double>{0.2, 0.3, 0.1} << QVector<int>{1, 2};
        QTest::newRow("from a threshold on")
            << R"(, "initial_value_threshold": 0.5)"
            << "val_loss" << QVector<double>{0.6, 0.5, 0.4} << QVector<int>{3};
        QTest::newRow("what is not there is not saved")
            << R"(, "monitor": "val_x")"
            << "val_loss" << QVector<double>{2, 1} << QVector<int>{};
    }
    void onlyTheBest()
    {
        QFETCH(QString, more);
        QFETCH(QString, name);
        QFETCH(QVector<double>, values);
        QFETCH(QVector<int>, saved);
        FakeTraining training;
        const QString config = R"({"filepath": "{epoch}", "save_best_only": true)" + more + "}";
        const auto callback = makeCallback("ModelCheckpoint", qPrintable(config));
        epochs(*callback, training, qPrintable(name), {values.begin(), values.end()});
        Saved expected;
        for (const int epoch : saved)
            expected.push_back(std::to_string(epoch));
        QCOMPARE(training.saved, expected);
    }

    void weightsAlone()
    {
        FakeTraining training;
        const auto callback =
            makeCallback("ModelCheckpoint", R"({"filepath": "w.h5", "save_weights_only": true})");
        epochs(*callback, training, "val_loss", {1});
        QCOMPARE(training.saved, (Saved{"w.h5 weights"}));
    }

    // Counted on over the end of an epoch.
    void everySoManyBatches()
    {
        FakeTraining training;
        const auto callback =
            makeCallback("ModelCheckpoint", R"({"filepath": "{epoch}-{batch}", "save_freq": 3})");
        QVERIFY(callback->watchesBatches());
        for (const Index epoch : {0, 1}) {
            for (Index batch = 0; batch < 4; ++batch)
                QVERIFY(callback->batchEnd(training, batch, {{"loss", 1.0}}));
            QVERIFY(callback->epochEnd(training, epoch, {{"loss", 1.0}}));
        }
        QCOMPARE(training.saved, (Saved{"1-3", "2-2"}));
    }

    void aNameThatCannotBeFilledIsAFault()
    {
        FakeTraining training;
        const auto callback = makeCallback("ModelCheckpoint", R"({"filepath": "{val_accuracy}.h5"})");
        const Result<void> result = callback->epochEnd(training, 0, {{"loss", 1.0}});
        QVERIFY(!result);
        QVERIFY(QString::fromStdString(sentence(result.faults())).contains("val_accuracy"));
        QVERIFY(training.saved.empty());
        const CallbackType* type = callbacks::find("ModelCheckpoint");
        for (const char* wrong : {"", "{epoch", "{batch}.h5"}) {
            const Json config{{"filepath", wrong}};
            QVERIFY2(!type->check(Attributes(type->fields, config), {}).empty(), wrong);
        }
    }

    void goesOnFromItsState()
    {
        FakeTraining training;
        const char* config = R"({"filepath": "{epoch}", "save_best_only": true})";
        const auto first = makeCallback("ModelCheckpoint", config);
        epochs(*first, training, "val_loss", {2, 1});
        const auto second = makeCallback("ModelCheckpoint", config);
        second->setState(Json::parse(first->state().dump()));
        QVERIFY(second->epochEnd(training, 2, {{"val_loss", 1.5}}));
        QVERIFY(second->epochEnd(training, 3, {{"val_loss", 0.5}}));
        QCOMPARE(training.saved, (Saved{"1", "2", "4"}));
    }

    void trainingEndsWhereTheLossIsNoFiniteNumber()
    {
        for (const double loss : {static_cast<double>(NAN), static_cast<double>(INFINITY)}) {
            FakeTraining training;
            const auto callback = makeCallback("TerminateOnNaN", "{}");
            QVERIFY(callback->watchesBatches());
            QVERIFY(callback->batchEnd(training, 0, {{"loss", 1e30}}));
            QVERIFY(training.stopped.empty());
            QVERIFY(callback->batchEnd(training, 1, {{"loss", loss}}));
            QCOMPARE(training.stopped, std::string("nan"));
        }
    }
};

LAMINA_TEST(ModelCheckpointTest)
#include "model_checkpoint_test.moc"
