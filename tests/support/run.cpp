#include "tests/support/run.h"

#include <QTemporaryDir>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

namespace lamina::test {

namespace {
using Offers = std::map<std::string, QObject* (*)()>;

Offers& offers()
{
    static Offers all;
    return all;
}
} // namespace

bool offer(const char* file, QObject* (*make)())
{
    return offers().emplace(std::filesystem::path(file).stem().string(), make).second;
}

} // namespace lamina::test

int main(int argc, char** argv)
{
    const auto& offers = lamina::test::offers();
    const auto chosen = argc > 1 ? offers.find(argv[1]) : offers.end();
    if (chosen == offers.end()) {
        std::cerr << "usage: " << argv[0] << " TEST [arguments of Qt Test]; the tests are:\n";
        for (const auto& [name, make] : offers)
            std::cerr << "  " << name << '\n';
        return 2;
    }
    argv[1] = argv[0];
    --argc;
    ++argv;
    // A home of its own: no test sees or touches a person's files, nor those of a test that runs beside it.
    // A test that starts itself again shares it with that process.
    std::optional<QTemporaryDir> home;
    if (!qEnvironmentVariableIsSet("LAMINA_TEST_HOME")) {
        qputenv("LAMINA_TEST_HOME", QFile::encodeName(home.emplace().path()));
        qputenv("HOME", qgetenv("LAMINA_TEST_HOME"));
        for (const char* place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
            qunsetenv(place);
    }
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    const std::unique_ptr<QObject> test(chosen->second());
    return QTest::qExec(test.get(), argc, argv);
}
