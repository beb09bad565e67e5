// Tables that the tests of the csv source write and open again.
#pragma once

#include "engine/data/open.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace lamina::test {

inline constexpr const char* pets = "name,kind,weight,age,indoor\n"
                                    "Rex,dog,30.5,4,0\n"
                                    "Tom,cat,4.25,3,1\n"
                                    "Kit,cat,3.75,1,1\n"
                                    "Joe,fish,0.1,2,1\n";

class CsvTables {
protected:
    QTemporaryDir m_folder;

    void save(const QByteArray& text, const QString& name = "table.csv") const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    // In the file's order and without a test part, if the options do not say otherwise.
    Result<DataParts> open(Json options, std::uint64_t seed = 1, const Json* learned = nullptr) const
    {
        const Json usual{{"path", "table.csv"}, {"shuffle", false}, {"test_fraction", 0}};
        for (const auto& [key, value] : usual.items())
            if (!options.contains(key))
                options[key] = value;
        DataSpec spec;
        spec.source = "csv";
        spec.options = options;
        return openData(spec, m_folder.path().toStdString(), seed, learned);
    }

    Faults faultsOf(const Json& options) const
    {
        const Result<DataParts> parts = open(options);
        return parts ? Faults() : parts.faults();
    }
};

} // namespace lamina::test
