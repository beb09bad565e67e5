// Work that was not saved comes back as it was, or is told to be damaged.
#include "engine/formats/project_file.h"
#include "engine/formats/unsaved_file.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lamina;

namespace {
Project project()
{
    Project made = *parseProject(R"({"format": "lamina-project", "version": 1, "name": "손글씨", "seed": 7,
        "data": {"options": {"generator": "digits", "train": 100, "test": 10}},
        "model": {"layers": [
            {"class_name": "InputLayer", "name": "input", "config": {"shape": [28, 28, 1]}, "inputs": []},
            {"class_name": "Flatten", "name": "flatten", "config": {}, "inputs": ["input"]},
            {"class_name": "Dense", "name": "digit", "config": {"units": 10}, "inputs": ["flatten"]}]},
        "training": {"epochs": 2, "loss": "mse", "optimizer": {"class_name": "Adam", "config": {}}},
        "layout": {"digit": [120.5, -80]}})",
                                 "test");
    return made;
}
} // namespace

class UnsavedFileTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasEditedComesBack()
    {
        const UnsavedWork work{project(), "/somewhere/digits.lamina", 1764455000123};
        QVERIFY(writeUnsaved(path(), work));
        const Result<UnsavedWork> read = readUnsaved(path());
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QVERIFY(*read == work);
    }

    // A project file with such faults is refused; here it is what somebody was working on.
    void unfinishedWorkComesBackWithItsFaults()
    {
        UnsavedWork work{project(), {}, 1};
        work.project.model.layers[2].config["units"] = -3;
        work.project.model.layers[1].inputs = {{"gone", 0}};
        work.project.model.layers[1].config["colour"] = "red";
        work.project.model.layers.push_back({"Conv9D", "unknown", Json::object(), {{"digit", 0}}});
        work.project.data.options["train"] = 0;
        work.project.training.optimizer.config["learning_rate"] = -1;
        QVERIFY(!parseProject(projectText(work.project), "refused"));
        QVERIFY(writeUnsaved(path(), work));
        const Result<UnsavedWork> read = readUnsaved(path());
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QVERIFY(read->project == work.project);
    }

    void whatIsCutOffOrAlteredIsTold()
    {
        QVERIFY(writeUnsaved(path(), {project(), "/p.lamina", 1}));
        QFile file(QString::fromStdString(path().string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        file.close();
        const auto isTold = [&](const QByteArray& damaged) {
            if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return false;
            file.write(damaged);
            file.close();
            const Result<UnsavedWork> read = readUnsaved(path());
            return !read && read.faults()[0].where.file == path().string()
                && !read.faults()[0].remedy.empty();
        };
        for (int kept = 1; kept < bytes.size(); kept += 7)
            QVERIFY(isTold(bytes.left(kept)));
        for (int at = 0; at < bytes.size(); at += 11) {
            QByteArray altered = bytes;
            altered[at] = static_cast<char>(altered[at] ^ 4);
            QVERIFY(isTold(altered));
        }
    }

    void theFirstVersionIsStillRead()
    {
        const Result<UnsavedWork> read = readUnsaved(std::filesystem::path(LAMINA_SOURCE_DIR)
                                                     / "tests/formats/samples/version_1.lamina-unsaved");
        QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
        QVERIFY(*read == (UnsavedWork{project(), "/somewhere/digits.lamina", 1764455000123}));
    }

private:
    std::filesystem::path path() const { return m_folder.filePath("work.lamina-unsaved").toStdString(); }
    QTemporaryDir m_folder;
};

LAMINA_TEST(UnsavedFileTest)
#include "unsaved_file_test.moc"
