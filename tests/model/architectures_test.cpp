// Well-known networks, written as projects, have the parameters that Keras' documentation gives.
#include "engine/formats/project_file.h"
#include "engine/model/summary.h"
#include "tests/support/run.h"

#include <QTest>

using namespace lamina;

class ArchitecturesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parametersAreThoseOfKeras_data()
    {
        QTest::addColumn<qint64>("parameters");
        QTest::addColumn<qint64>("still");
        QTest::addColumn<QString>("output");
        QTest::newRow("vgg16") << qint64{14714688} << qint64{0} << "(None, 7, 7, 512)";
        QTest::newRow("xception") << qint64{20861480} << qint64{54528} << "(None, 10, 10, 2048)";
        QTest::newRow("resnet20") << qint64{274442} << qint64{1376} << "(None, 10)";
    }
    void parametersAreThoseOfKeras()
    {
        QFETCH(qint64, parameters);
        QFETCH(qint64, still);
        QFETCH(QString, output);
        const std::string name = QTest::currentDataTag();
        const Result<Project> project = readProject(std::filesystem::path(LAMINA_SOURCE_DIR)
                                                    / ("tests/model/architectures/" + name + ".lamina"));
        QVERIFY2(project, project ? "" : sentence(project.faults()).c_str());
        const Result<Network> network = Network::make(project->model);
        QVERIFY2(network, network ? "" : sentence(network.faults()).c_str());
        QCOMPARE(QString::fromStdString(network->outputShape().textWithBatch()), output);
        const QString table = QString::fromStdString(summary(*network, project->name));
        QVERIFY2(table.contains(QString("Total params: %1 (").arg(parameters)), qPrintable(table));
        QVERIFY2(table.contains(QString("Non-trainable params: %1 (").arg(still)), qPrintable(table));
    }
};

LAMINA_TEST(ArchitecturesTest)
#include "architectures_test.moc"
