// Networks to start from have the parameters that Keras' documentation gives, and read what they say.
#include "engine/model/model_template.h"
#include "engine/model/summary.h"
#include "tests/support/run.h"

#include <QTest>

#include <set>

using namespace lamina;

class TemplatesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parametersAreThoseOfKeras_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("top");
        QTest::addColumn<qint64>("parameters");
        QTest::addColumn<qint64>("still");
        QTest::addColumn<QString>("output");
        const auto row = [](const char* id, bool top, qint64 parameters, qint64 still, const char* output) {
            QTest::addRow("%s %s", id, top ? "whole" : "without top")
                << id << top << parameters << still << output;
        };
        row("perceptron", true, 109386, 0, "(None, 10)");
        row("lenet5", true, 61706, 0, "(None, 10)");
        row("vgg-like", true, 550570, 0, "(None, 10)");
        row("resnet20", true, 274442, 1376, "(None, 10)");
        row("vgg16", true, 138357544, 0, "(None, 1000)");
        row("vgg16", false, 14714688, 0, "(None, 7, 7, 512)");
        row("xception", true, 22910480, 54528, "(None, 1000)");
        row("xception", false, 20861480, 54528, "(None, 10, 10, 2048)");
    }
    void parametersAreThoseOfKeras()
    {
        QFETCH(QString, id);
        QFETCH(bool, top);
        QFETCH(qint64, parameters);
        QFETCH(qint64, still);
        QFETCH(QString, output);
        const ModelTemplate* made = templates::find(id.toStdString());
        QVERIFY(made);
        ModelTask task = made->usual;
        task.top = top;
        const Result<ModelSpec> model = made->build(task);
        QVERIFY2(model, model ? "" : sentence(model.faults()).c_str());
        const ModelAnalysis analysis = analyse(*model);
        QVERIFY2(analysis.faults.empty(), sentence(analysis.faults).c_str());
        qint64 all = 0, trained = 0;
        for (const LayerAnalysis& layer : analysis.layers) {
            all += layer.parameters;
            trained += layer.trainableParameters;
        }
        QCOMPARE(all, parameters);
        QCOMPARE(all - trained, still);
        QCOMPARE(QString::fromStdString(analysis.layers.back().outputs.at(0).textWithBatch()), output);
    }

    // keras.applications reads its weights by name, or by the order of the layers that have some.
    void namesAndOrderAreThoseOfKeras()
    {
        const auto weighted = [](const char* id) {
            std::vector<std::string> names;
            const ModelTemplate* made = templates::find(id);
            const ModelSpec model = *made->build(made->usual);
            const ModelAnalysis analysis = analyse(model);
            for (const int at : analysis.order)
                if (analysis.layers[static_cast<std::size_t>(at)].parameters > 0)
                    names.push_back(model.layers[static_cast<std::size_t>(at)].name);
            return names;
        };
        const std::vector<std::string> vgg = weighted("vgg16");
        QCOMPARE(vgg.size(), 16U);
        QCOMPARE(vgg.front(), std::string("block1_conv1"));
        QCOMPARE(vgg[12], std::string("block5_conv3"));
        QCOMPARE(vgg[13], std::string("fc1"));
        QCOMPARE(vgg.back(), std::string("predictions"));
        const std::vector<std::string> xception = weighted("xception");
        const std::vector<std::string> begins{
            "block1_conv1",    "block1_conv1_bn",     "block1_conv2",    "block1_conv2_bn",
            "block2_sepconv1", "block2_sepconv1_bn",  "block2_sepconv2", "block2_sepconv2_bn",
            "conv2d",          "batch_normalization", "block3_sepconv1", "block3_sepconv1_bn",
            "block3_sepconv2", "block3_sepconv2_bn",  "conv2d_1",        "batch_normalization_1"};
        QVERIFY(std::ranges::equal(begins, std::span(xception).first(begins.size())));
    }

    void everyTemplateReadsItsUsualInputAndIsFoundByItsId()
    {
        std::set<std::string> ids;
        std::set<int> places;
        for (const ModelTemplate* made : templates::all()) {
            QCOMPARE(templates::find(made->id), made);
            QVERIFY(ids.insert(made->id).second);
            QVERIFY(places.insert(made->place).second);
            const Result<ModelSpec> model = made->build(made->usual);
            QVERIFY2(model, made->id);
            const Result<Network> network = Network::make(*model);
            QVERIFY2(network, made->id);
            QVERIFY(network->inputShape() == made->usual.input);
            if (made->givesInputBack)
                QVERIFY(network->outputShape() == made->usual.input);
        }
        QVERIFY(std::ranges::is_sorted(templates::inOrder(), {}, &ModelTemplate::place));
        QVERIFY(!templates::find("vgg17"));
    }

    void theEndFollowsTheTask()
    {
        const ModelTemplate& lenet = *templates::find("lenet5");
        const auto last = [&](ModelTask::Ending ending) {
            return lenet.build({.input = {28, 28, 1}, .outputs = 3, .ending = ending})->layers.back();
        };
        QVERIFY(last(ModelTask::Ending::Classes).config == Json({{"units", 3}, {"activation", "softmax"}}));
        QVERIFY(last(ModelTask::Ending::YesOrNo).config == Json({{"units", 1}, {"activation", "sigmoid"}}));
        QVERIFY(last(ModelTask::Ending::Numbers).config == Json({{"units", 3}}));
    }

    void idsGoThroughAnEmbedding()
    {
        for (const char* id : {"recurrent", "perceptron"}) {
            const Result<ModelSpec> model =
                templates::find(id)->build({.input = {8}, .ids = 65, .outputs = 65});
            QVERIFY(model);
            QVERIFY(analyse(*model).faults.empty());
            QCOMPARE(model->layers[1].className, std::string("Embedding"));
            QCOMPARE(model->layers[1].config["input_dim"].get<int>(), 65);
        }
    }

    void whatCannotComeInIsSaid()
    {
        const auto said = [](const char* id, const Shape& input) {
            const Result<ModelSpec> model = templates::find(id)->build({.input = input});
            return model ? std::string() : sentence(model.faults());
        };
        QCOMPARE(said("vgg16", {28, 28, 1}),
                 std::string("Pictures of 28 × 28 are too small for it, give it 32 × 32 or more, or choose a "
                             "smaller network"));
        QVERIFY(said("lenet5", {4, 26}).find("(4, 26) is none") != std::string::npos);
        QVERIFY(said("recurrent", {28, 28, 1}).find("reads sequences") != std::string::npos);
        QVERIFY(said("autoencoder", {30, 30, 1}).find("multiples of 4") != std::string::npos);
        // The smallest that each says it takes is taken without a fault.
        for (const auto& [id, side] : {std::pair<const char*, Index>{"lenet5", 12},
                                       {"vgg-like", 8},
                                       {"resnet20", 8},
                                       {"xception-like", 16},
                                       {"autoencoder", 4},
                                       {"vgg16", 32},
                                       {"xception", 71}}) {
            const Result<ModelSpec> model = templates::find(id)->build({.input = {side, side, 3}});
            QVERIFY2(model, id);
            QVERIFY2(analyse(*model).faults.empty(), id);
            QVERIFY2(!templates::find(id)->build({.input = {side - 1, side - 1, 3}}), id);
        }
    }
};

LAMINA_TEST(TemplatesTest)
#include "templates_test.moc"
