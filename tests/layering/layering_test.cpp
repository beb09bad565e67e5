// The source tree keeps its own rules: what may include what, which way things depend, how it is formatted.
#include "tests/support/run.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace {

const QString root = QStringLiteral(LAMINA_SOURCE_DIR);

struct Source {
    QString path; // from the root: "engine/core/shape.h"
    QStringList includes; // as written, without < > and " "
    qsizetype lines = 0;
};

QStringList includesOf(const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = include.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

QList<Source> readSources()
{
    QList<Source> sources;
    for (const char* folder : {"engine", "widgets", "app", "tests"}) {
        QDirIterator files(root + '/' + folder, {"*.h", "*.cpp", "*.cpp.in"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            sources << Source{QDir(root).relativeFilePath(file.fileName()), includesOf(text),
                              text.count('\n')};
        }
    }
    return sources;
}

bool isQt(const QString& include)
{
    static const QRegularExpression qt(
        QStringLiteral("^(Qt?[A-Z]\\w*(/\\w+)?|qcustomplot\\.h|q[a-z]+\\.h)$"));
    return qt.match(include).hasMatch();
}

bool isDnnl(const QString& include)
{
    return include.startsWith("dnnl") || include.startsWith("oneapi/dnnl");
}

bool isTbb(const QString& include)
{
    return include.startsWith("tbb/") || include.startsWith("oneapi/tbb");
}

bool isWidgets(const QString& include)
{
    static const QRegularExpression widgets(
        QStringLiteral("^(QtWidgets.*|QtGui.*|Q\\w*(Widget|Window|Dialog|Button|Label|Layout|Action|Menu|"
                       "View|Box|Painter|Pixmap|Icon|Application)|qcustomplot\\.h)$"));
    return widgets.match(include).hasMatch() && include != "QCoreApplication";
}

} // namespace

class LayeringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRulesThemselvesTellRightFromWrong();
    void engineIncludesNoQt();
    void theCommandLineIncludesNoQt();
    void engineIncludesNeitherWidgetsNorApp();
    void widgetsIncludeNoApp();
    void onlyKernelsIncludeOneDnn();
    void onlyPiecesIncludesOneTbb();
    void nobodyIncludesHighgui();
    void testsOfTheEngineIncludeNoWidgets();
    void includesAreWrittenFromTheRoot();
    void filesStayShort();
    void sourcesAreFormatted();

private:
    // Sources under `folder` with an include that `forbidden` names, "file includes what", a line each.
    QString breaches(const QString& folder, bool (*forbidden)(const QString&),
                     const QStringList& allowed = {}) const;
    QList<Source> m_sources;
};

void LayeringTest::initTestCase()
{
    m_sources = readSources();
    QVERIFY2(m_sources.size() > 50, "the source tree was not found");
}

QString LayeringTest::breaches(const QString& folder, bool (*forbidden)(const QString&),
                               const QStringList& allowed) const
{
    QStringList found;
    for (const Source& source : m_sources) {
        const bool exempt = std::any_of(allowed.begin(), allowed.end(),
                                        [&](const QString& start) { return source.path.startsWith(start); });
        if (!source.path.startsWith(folder) || exempt)
            continue;
        for (const QString& include : source.includes) {
            if (forbidden(include))
                found << source.path + " includes " + include;
        }
    }
    return found.join('\n');
}

void LayeringTest::theRulesThemselvesTellRightFromWrong()
{
    QCOMPARE(includesOf("#include <QtCore>\n  # include \"engine/core/shape.h\"\n// #include <no>\n"),
             (QStringList{"QtCore", "engine/core/shape.h"}));
    for (const char* name :
         {"QString", "QtWidgets", "QtCore/QObject", "qcustomplot.h", "QObject", "qglobal.h"})
        QVERIFY2(isQt(name), name);
    for (const char* name : {"queue", "engine/core/shape.h", "string"})
        QVERIFY2(!isQt(name), name);
    for (const char* name : {"dnnl.hpp", "oneapi/dnnl/dnnl.hpp", "dnnl_types.h"})
        QVERIFY2(isDnnl(name), name);
    QVERIFY(isTbb("tbb/task_arena.h") && isTbb("oneapi/tbb/parallel_for.h") && !isTbb("thread"));
    QVERIFY(isWidgets("QWidget") && isWidgets("QtWidgets") && !isWidgets("QCoreApplication")
            && !isWidgets("QString"));
}

void LayeringTest::engineIncludesNoQt()
{
    QCOMPARE(breaches("engine/", isQt), QString());
}

void LayeringTest::theCommandLineIncludesNoQt()
{
    QCOMPARE(breaches("app/cli/", isQt), QString());
}

void LayeringTest::engineIncludesNeitherWidgetsNorApp()
{
    QCOMPARE(
        breaches("engine/",
                 [](const QString& name) { return name.startsWith("widgets/") || name.startsWith("app/"); }),
        QString());
}

void LayeringTest::widgetsIncludeNoApp()
{
    QCOMPARE(breaches("widgets/", [](const QString& name) { return name.startsWith("app/"); }), QString());
}

void LayeringTest::onlyKernelsIncludeOneDnn()
{
    QCOMPARE(breaches("", isDnnl, {"engine/kernels/", "tests/kernels/"}), QString());
}

void LayeringTest::onlyPiecesIncludesOneTbb()
{
    QCOMPARE(breaches("", isTbb, {"engine/core/pieces."}), QString());
}

void LayeringTest::nobodyIncludesHighgui()
{
    // It pulls Qt 5 into the process; opencv.hpp includes it.
    QCOMPARE(
        breaches("",
                 [](const QString& name) { return name.contains("highgui") || name.endsWith("opencv.hpp"); }),
        QString());
}

void LayeringTest::testsOfTheEngineIncludeNoWidgets()
{
    // The preset engine-only builds them with Qt Widgets hidden.
    QCOMPARE(
        breaches("tests/", isWidgets,
                 {"tests/widgets/", "tests/window/", "tests/app/", "tests/speed/", "tests/support/run.cpp"}),
        QString());
}

void LayeringTest::includesAreWrittenFromTheRoot()
{
    QCOMPARE(
        breaches("", [](const QString& name) { return name.startsWith("../") || name.startsWith("./"); }),
        QString());
}

void LayeringTest::filesStayShort()
{
    constexpr qsizetype limit = 400;
    // Grows only on purpose, with the reason beside each.
    const QStringList allowed{
        "widgets/charts/training_chart.cpp", // one plot and what is pointed at in it
    };
    QStringList tooLong;
    QStringList needless = allowed;
    for (const Source& source : m_sources) {
        if (source.lines <= limit)
            continue;
        needless.removeAll(source.path);
        if (!allowed.contains(source.path))
            tooLong << QString("%1 has %2 lines").arg(source.path).arg(source.lines);
    }
    QCOMPARE(tooLong.join('\n'), QString());
    QCOMPARE(needless.join('\n'), QString()); // exemptions of files that are short by now
}

void LayeringTest::sourcesAreFormatted()
{
    const QString tool = QStandardPaths::findExecutable("clang-format");
    if (tool.isEmpty())
        QSKIP("clang-format is not installed");
    QStringList arguments{"--dry-run", "-Werror", "--style=file"};
    for (const Source& source : m_sources) {
        if (!source.path.endsWith(".in"))
            arguments << source.path;
    }
    QProcess process;
    process.setWorkingDirectory(root);
    process.start(tool, arguments);
    QVERIFY2(process.waitForFinished(120'000), qPrintable(process.errorString()));
    const QStringList complaints =
        QString::fromUtf8(process.readAllStandardError()).split('\n').filter("error:");
    QVERIFY2(process.exitCode() == 0,
             qPrintable("run clang-format -i on these:\n" + complaints.mid(0, 20).join('\n')));
}

LAMINA_TEST(LayeringTest)
#include "layering_test.moc"
