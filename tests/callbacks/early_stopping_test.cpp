// EarlyStopping's edges, as Keras 2.13 has them.
#include "tests/callbacks/fake_training.h"
#include "tests/support/run.h"

#include <QTest>

#include <cmath>

using namespace lamina;
using namespace lamina::test;

class EarlyStoppingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stopsAfterSoManyEpochsWithoutGettingBetter_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QVector<double>>("values");
        QTest::addColumn<int>("ran");
        const QVector<double> flat{1, 1, 1, 1, 1, 1};
        QTest::newRow("patience 0 is as 1") << "{}"
                                            << "val_loss" << flat << 2;
        QTest::newRow("patience 1") << R"({"patience": 1})"
                                    << "val_loss" << flat << 2;
        QTest::newRow("patience 3") << R"({"patience": 3})"
                                    << "val_loss" << flat << 4;
        QTest::newRow("the first epoch never stops") << "{}"
                                                     << "val_loss" << QVector<double>{NAN, 1, 0.5, 0.4} << 4;
        QTest::newRow("better starts anew") << R"({"patience": 2})"
                                            << "val_loss" << QVector<double>{1, 2, 0.9, 2, 2, 2} << 5;
        QTest::newRow("not a number is never better") << R"({"patience": 2})"
                                                      << "val_loss" << QVector<double>{1, NAN, NAN, 0.1} << 3;
        QTest::newRow("exactly the least change is not enough")
            << R"({"min_delta": 0.25, "patience": 2})"
            << "val_loss" << QVector<double>{1, 0.75, 0.75, 0} << 3;
        QTest::newRow("a negative least change counts by its size")
            << R"({"min_delta": -0.25, "patience": 2})"
            << "val_loss" << QVector<double>{1, 0.75, 0.75, 0} << 3;
        QTest::newRow("more is better for accuracies")
            << R"({"monitor": "val_accuracy"})"
            << "val_accuracy" << QVector<double>{0.1, 0.2, 0.3, 0.3, 0.9} << 4;
        QTest::newRow("and for whatever ends in auc") << R"({"monitor": "val_auc"})"
                                                      << "val_auc" << QVector<double>{0.1, 0.2, 0.2} << 3;
        QTest::newRow("but not for what merely begins so")
            << R"({"monitor": "accuracy_gap"})"
            << "accuracy_gap" << QVector<double>{0.3, 0.2, 0.1, 0.1, 0} << 4;
        QTest::newRow("the mode can be given") << R"({"monitor": "score", "mode": "max"})"
                                               << "score" << QVector<double>{1, 2, 3, 3} << 4;
        QTest::newRow("a baseline that is not beaten lets the patience run out")
            << R"({"baseline": 0.5, "patience": 3})"
            << "val_loss" << QVector<double>{1, 0.9, 0.8, 0.8, 0.8} << 4;
        QTest::newRow("a baseline that is beaten starts anew")
            << R"({"baseline": 0.5, "patience": 2})"
            << "val_loss" << QVector<double>{1, 0.4, 0.6, 0.6, 0.1} << 4;
        QTest::newRow("epochs that are let pass") << R"({"start_from_epoch": 3})"
                                                  << "val_loss" << QVector<double>{1, 2, 3, 4, 5, 6} << 5;
        QTest::newRow("what is not there stops nothing") << R"({"monitor": "val_x"})"
                                                         << "val_loss" << flat << 6;
    }
    void stopsAfterSoManyEpochsWithoutGettingBetter()
    {
        QFETCH(QString, config);
        QFETCH(QString, name);
        QFETCH(QVector<double>, values);
        QFETCH(int, ran);
        FakeTraining training;
        const auto callback = makeCallback("EarlyStopping", qPrintable(config));
        QCOMPARE(epochs(*callback, training, qPrintable(name), {values.begin(), values.end()}), ran);
        QCOMPARE(training.weight, static_cast<float>(ran)); // nothing is restored unasked
    }

    void theBestWeightsComeBackWhenItStops()
    {
        FakeTraining training;
        const auto callback =
            makeCallback("EarlyStopping", R"({"restore_best_weights": true, "patience": 2})");
        QCOMPARE(epochs(*callback, training, "val_loss", {3, 1, 2, 2, 0}), 4);
        QCOMPARE(training.stopped, std::string("early_stopping"));
        QCOMPARE(training.weight, 2.0F);
    }

    // Keras up to 2.15: only the one that stopped restores.
    void theyDoNotWhenTheEpochsRunOut()
    {
        FakeTraining training;
        const auto callback =
            makeCallback("EarlyStopping", R"({"restore_best_weights": true, "patience": 9})");
        QCOMPARE(epochs(*callback, training, "val_loss", {3, 1, 2}), 3);
        QCOMPARE(training.weight, 3.0F);
    }

    void whereNothingIsEverBetterTheFirstWatchedEpochIsTheBest()
    {
        FakeTraining training;
        const auto callback =
            makeCallback("EarlyStopping", R"({"restore_best_weights": true, "patience": 2})");
        QCOMPARE(epochs(*callback, training, "val_loss", {NAN, NAN, NAN}), 2);
        QCOMPARE(training.weight, 1.0F);
    }

    void goesOnFromItsState()
    {
        FakeTraining training;
        const auto first = makeCallback("EarlyStopping", R"({"restore_best_weights": true, "patience": 3})");
        epochs(*first, training, "val_loss", {3, 1, 2});
        const auto second = makeCallback("EarlyStopping", R"({"restore_best_weights": true, "patience": 3})");
        second->setState(Json::parse(first->state().dump()));
        second->setKeptWeights(first->keptWeights());
        for (const Index epoch : {3, 4}) {
            QVERIFY(training.stopped.empty());
            QVERIFY(second->epochEnd(training, epoch, {{"val_loss", 2.0}}));
        }
        QCOMPARE(training.stopped, std::string("early_stopping"));
        QCOMPARE(training.weight, 2.0F);
    }

    void aNumberThatIsMissingIsToldOnce()
    {
        FakeTraining training;
        const auto callback = makeCallback("EarlyStopping", R"({"monitor": "val_acc"})");
        epochs(*callback, training, "val_loss", {1, 1, 1});
        QCOMPARE(training.said.size(), std::size_t(1));
        QVERIFY(training.said[0].find("loss, val_loss") != std::string::npos);
    }
};

LAMINA_TEST(EarlyStoppingTest)
#include "early_stopping_test.moc"
