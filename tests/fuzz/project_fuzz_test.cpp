// Damaged project files are answered by sentences or read as what they now say; they never crash.
#include "engine/formats/project_file.h"
#include "engine/training/advice.h"

#include "mutations.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTest>

using namespace lamina;

namespace {
std::string sample()
{
    QFile file(QString(LAMINA_SOURCE_DIR) + "/tests/formats/samples/version_1.lamina");
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Every value and key of the sample in turn replaced by something of another kind.
void replaceEach(const Json& root, const Json::json_pointer& at, const Json& value,
                 const std::function<void(const Json&)>& use)
{
    const Json& here = root.at(at);
    if (!at.empty()) {
        Json changed = root;
        changed[at] = value;
        use(changed);
    }
    if (here.is_object())
        for (const auto& [key, item] : here.items())
            replaceEach(root, at / key, value, use);
    else if (here.is_array())
        for (std::size_t i = 0; i < here.size(); ++i)
            replaceEach(root, at / i, value, use);
}

// What is opened for editing is judged at once, and saved as it is.
bool canBeEdited(const std::string& text)
{
    const Result<Project> project = parseForEditing(text, "f");
    if (!project)
        return !sentence(project.faults()).empty() && !parseProject(text, "f");
    const ModelAnalysis analysis = analyse(project->model);
    advise(*project, analysis, nullptr);
    const bool told = !analysis.faults.empty() || parseProject(text, "f")
        || std::ranges::none_of(parseProject(text, "f").faults(),
                                [](const Fault& fault) { return fault.where.path.starts_with("model"); });
    const Result<Project> again = parseForEditing(projectText(*project), "f");
    return told && again && *again == *project;
}

// What reads without a fault must be written and read again as the same.
bool survives(const std::string& text)
{
    const Result<Project> project = parseProject(text, "f");
    if (!project)
        return !sentence(project.faults()).empty();
    const Result<Project> again = parseProject(projectText(*project), "f");
    if (!again)
        qWarning("%s", sentence(again.faults()).c_str());
    return again && *again == *project;
}
} // namespace

class ProjectFuzzTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void damagedTextsNeverCrash()
    {
        const std::string text = sample();
        QVERIFY(!text.empty());
        const std::vector<std::string> tokens{"null",     "true",    "-1",  "1e308", "18446744073709551616",
                                              "{}",       "[]",      "[[[", "}}}",   "\"\"",
                                              "\"conv\"", "\\u0000", ",",   ":",     "0.5",
                                              "\xFF"};
        FuzzRounds rounds(4000);
        Mutations mutations(rounds.seed(1));
        while (rounds.next()) {
            const std::string damaged = mutations.damage(text, tokens);
            QVERIFY2(survives(damaged) && canBeEdited(damaged), damaged.c_str());
        }
        qInfo("%d damaged projects", rounds.done());
    }

    void valuesOfOtherKindsNeverCrash()
    {
        const Json root = Json::parse(sample());
        const std::vector<Json> values{nullptr,
                                       true,
                                       -1,
                                       0,
                                       1e308,
                                       -1e308,
                                       18446744073709551615ULL,
                                       "",
                                       "conv",
                                       Json::array(),
                                       Json::object(),
                                       Json::array({1, "a"}),
                                       Json{{"class_name", "Dense"}, {"config", 5}},
                                       Json{{"class_name", 1}}};
        int count = 0;
        for (const Json& value : values)
            replaceEach(root, Json::json_pointer(), value, [&](const Json& changed) {
                ++count;
                if (!survives(changed.dump()) || !canBeEdited(changed.dump()))
                    QFAIL(changed.dump().c_str());
            });
        QVERIFY(count > 1000);
    }
};

LAMINA_TEST(ProjectFuzzTest)
#include "project_fuzz_test.moc"
