// Choosing what a project or its model starts from.
#include "app/commands/replace_model.h"
#include "app/document/project_document.h"
#include "app/pages/start_dialog.h"
#include "engine/formats/lessons.h"
#include "engine/model/network.h"
#include "tests/app/example_project.h"
#include "tests/support/run.h"
#include "widgets/browser/start_card.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace lamina;

namespace {
// With the built-in digits: 28 × 28 × 1 in ten classes.
Project withDigits()
{
    Project project = exampleProject();
    project.data.options = {{"generator", "digits"}, {"train", 4}, {"test", 0}};
    project.training.loss.className = "sparse_categorical_crossentropy";
    return project;
}
} // namespace

class StartDialogTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTemplateAndLessonIsOffered()
    {
        StartDialog dialog(exampleProject(), {}, false);
        for (const ModelTemplate* made : templates::all())
            QVERIFY2(dialog.card(QString::fromLatin1(made->id)), made->id);
        for (const Lesson& lesson : lessons::all())
            QVERIFY2(dialog.card(QStringLiteral("lesson-") + QLatin1String(lesson.id)), lesson.id);
        QVERIFY(dialog.card("empty") && dialog.card("file"));
        for (const auto* card : dialog.findChildren<StartCard*>()) {
            QVERIFY(!card->accessibleName().isEmpty());
            QVERIFY(!card->toolTip().isEmpty());
        }
    }

    void aNewProjectHasTheSizesThatWereChosen()
    {
        StartDialog dialog(withDigits(), {}, false);
        QSignalSpy chosen(&dialog, &StartDialog::chosen);
        dialog.card("vgg16")->click();
        QVERIFY(dialog.costText().contains(QStringLiteral("138")));
        QVERIFY(dialog.form()->sizeBox(0)->isEnabled());
        dialog.form()->sizeBox(0)->setValue(64);
        dialog.form()->sizeBox(1)->setValue(96);
        dialog.form()->outputsBox()->setValue(3);
        dialog.createButton()->click();
        QCOMPARE(chosen.count(), 1);
        const auto choice = chosen[0][0].value<StartChoice>();
        QVERIFY(!choice.keepsData);
        const Result<Network> network = Network::make(choice.project.model);
        QVERIFY(network);
        QVERIFY(network->inputShape() == (Shape{64, 96, 3}));
        QVERIFY(network->outputShape() == Shape{3});
        QCOMPARE(choice.project.data.source, std::string("image_folder"));
    }

    void theClassifierCanBeLeftOut()
    {
        StartDialog dialog(exampleProject(), {}, false);
        dialog.card("xception")->click();
        QVERIFY(!dialog.form()->topBox()->isHidden());
        dialog.form()->topBox()->click();
        QVERIFY2(dialog.costText().contains(QStringLiteral("861")), qPrintable(dialog.costText()));
        QVERIFY(dialog.form()->outputsBox()->isHidden());
        dialog.card("lenet5")->click();
        QVERIFY(dialog.form()->topBox()->isHidden());
        QVERIFY(!dialog.form()->outputsBox()->isHidden());
    }

    void whatReplacesAModelFitsTheData()
    {
        Project words = exampleProject();
        words.data.options = {{"generator", "words"}, {"train", 4}, {"test", 0}};
        StartDialog dialog(words, {}, true);
        QSignalSpy read(&dialog, &StartDialog::dataRead), chosen(&dialog, &StartDialog::chosen);
        QVERIFY(read.wait(60000));
        dialog.card("recurrent")->click();
        QVERIFY(!dialog.form()->sizeBox(0)->isEnabled()); // the data are certain
        QCOMPARE(dialog.form()->sizeBox(1)->value(), 26);
        dialog.card("lenet5")->click(); // reads pictures
        QVERIFY(!dialog.faultText().isEmpty());
        QVERIFY(!dialog.createButton()->isEnabled());
        dialog.card("recurrent")->click();
        QVERIFY(dialog.faultText().isEmpty());
        dialog.createButton()->click();
        const auto choice = chosen.at(0)[0].value<StartChoice>();
        QVERIFY(choice.keepsData);

        ProjectDocument document;
        document.setProject(words, {});
        document.execute(new ReplaceModel(document.project(), choice.project.model, {}, "start.h5"));
        QVERIFY(document.project().model == choice.project.model);
        QCOMPARE(document.project().weights, std::string("start.h5"));
        QVERIFY(document.project().data == words.data);
        QCOMPARE(document.undoStack().count(), 1);
        document.undoStack().undo();
        QVERIFY(document.project() == words);
    }

    void aSizeThatDoesNotFitIsSaidAndCanBeChanged()
    {
        StartDialog dialog(withDigits(), {}, true);
        QSignalSpy read(&dialog, &StartDialog::dataRead);
        QVERIFY(read.wait(60000));
        dialog.card("vgg16")->click();
        QVERIFY2(dialog.faultText().contains(QStringLiteral("too small")), qPrintable(dialog.faultText()));
        QVERIFY(dialog.form()->sizeBox(0)->isEnabled());
        dialog.form()->sizeBox(0)->setValue(32);
        dialog.form()->sizeBox(1)->setValue(32);
        QVERIFY(dialog.faultText().isEmpty());
        QVERIFY(dialog.createButton()->isEnabled());
        dialog.keepBox()->click(); // a new project has the usual size
        QCOMPARE(dialog.form()->sizeBox(0)->value(), 224);
    }

    void lessonsAndTheEmptyCanvasAreChosenToo()
    {
        StartDialog dialog(withDigits(), {}, false);
        QSignalSpy chosen(&dialog, &StartDialog::chosen);
        dialog.card("lesson-digits-cnn")->click();
        dialog.createButton()->click();
        QCOMPARE(chosen.at(0)[0].value<StartChoice>().lessonId, QStringLiteral("digits-cnn"));
        dialog.card("empty")->click();
        dialog.createButton()->click();
        const auto empty = chosen.at(1)[0].value<StartChoice>();
        QVERIFY(empty.lessonId.isEmpty() && empty.project.model.layers.empty());
        QCOMPARE(empty.project.data.options["generator"].get<std::string>(), std::string("digits"));
    }
};

LAMINA_TEST(StartDialogTest)
#include "start_dialog_test.moc"
