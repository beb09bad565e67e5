#include "tests/support/run.h"

#include <QStandardPaths>
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
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    // Settings stand under this name: tests that run at the same time keep out of each other's.
    QCoreApplication::setApplicationName(QString::fromStdString(chosen->first));
    QStandardPaths::setTestModeEnabled(true); // nor does anything touch a person's own files
    const std::unique_ptr<QObject> test(chosen->second());
    return QTest::qExec(test.get(), argc, argv);
}
