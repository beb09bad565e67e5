#include "engine/data/table/encoding_judge.h"
#include "engine/data/table/text_file.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace lamina;
using namespace lamina::table;

namespace {
// "이름,값" and "가나다" as they stand in the encodings.
const QString korean = QString::fromUtf8("이름,값\n가나다,1\n");

QByteArray utf16(const QString& text, bool little, bool mark)
{
    QByteArray bytes;
    const auto put = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    };
    if (mark)
        put(0xFEFF);
    for (const QChar letter : text)
        put(letter.unicode());
    return bytes;
}

const QByteArray koreanCp949 = QByteArray::fromHex("c0ccb8a72cb0aa0ab0a1b3aab4d92c310a");
} // namespace

class CsvEncodingTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path saved(const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath("table.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        file.close();
        return file.fileName().toStdString();
    }

    static Result<std::string> allOf(TextFile& file)
    {
        std::string text;
        for (;;) {
            const Result<std::string_view> block = file.next();
            if (!block)
                return block.faults();
            if (block->empty())
                return text;
            text += *block;
        }
    }

private Q_SLOTS:
    void theEncodingIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QByteArray& bytes, const char* encoding,
                            const QString& text) {
            QTest::newRow(name) << bytes << QString(encoding) << text;
        };
        const QString western = QString::fromUtf8("café;naïve\n1;2\n");
        row("ASCII", "x,y\n1,2\n", "UTF-8", "x,y\n1,2\n");
        row("UTF-8", korean.toUtf8(), "UTF-8", korean);
        row("UTF-8 with a mark", "\xEF\xBB\xBF" + korean.toUtf8(), "UTF-8", korean);
        row("UTF-16 little with a mark", utf16(korean, true, true), "UTF-16LE", korean);
        row("UTF-16 big with a mark", utf16(korean, false, true), "UTF-16BE", korean);
        row("UTF-16 little", utf16("x,y\n1,2\n", true, false), "UTF-16LE", "x,y\n1,2\n");
        row("UTF-16 big", utf16("x,y\n1,2\n", false, false), "UTF-16BE", "x,y\n1,2\n");
        row("CP949", koreanCp949, "CP949", korean);
        row("CP949 beyond EUC-KR", koreanCp949 + QByteArray::fromHex("8c630a"), "CP949", // 똠
            korean + QString::fromUtf8("똠\n"));
        row("Western", western.toLatin1(), "CP1252", western);
        row("Western with a euro sign", QByteArray("price\n5 \x80\n"), "CP1252",
            QString::fromUtf8("price\n5 €\n"));
        row("Latin-1 with a control", QByteArray("x\x81\n\xE9t\xE9\n"), "ISO-8859-1",
            QString::fromUtf8("x\xC2\x81\nété\n"));
    }
    void theEncodingIsFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        QFETCH(QString, text);
        Result<TextFile> file = TextFile::open(saved(bytes), "auto", {});
        QVERIFY2(file, file ? "" : sentence(file.faults()).c_str());
        QCOMPARE(QString::fromStdString(file->encoding()), encoding);
        for (int pass = 0; pass < 2; ++pass) { // again from the start
            const Result<std::string> read = allOf(*file);
            QVERIFY2(read, read ? "" : sentence(read.faults()).c_str());
            QCOMPARE(QString::fromStdString(*read), text);
            file->rewind();
        }
    }

    // Letters that fall between two blocks.
    void longTextsAreConvertedWhole()
    {
        QString text = "x";
        while (text.size() < 400000)
            text += QString::fromUtf8("가나다라마바사\n");
        for (const QByteArray& bytes : {text.toUtf8(), utf16(text, true, true)}) {
            Result<TextFile> file = TextFile::open(saved(bytes), "auto", {});
            QVERIFY(file);
            const Result<std::string> read = allOf(*file);
            QVERIFY(read);
            QVERIFY(*read == text.toStdString());
        }
    }

    void theJudgeDoesNotMindBlocks()
    {
        const std::string text = korean.toStdString() + std::string(100, 'a') + korean.toStdString();
        for (const std::size_t block : {1, 3, 7, 8, 9, 1000}) {
            EncodingJudge judge;
            for (std::size_t at = 0; at < text.size(); at += block)
                judge.look(std::string_view(text).substr(at, block));
            QVERIFY(judge.isCleanUtf8());
            QCOMPARE(judge.verdict(), std::string("UTF-8"));
        }
    }

    void aGivenEncodingHolds()
    {
        Result<TextFile> file = TextFile::open(saved(koreanCp949), "EUC-KR", {});
        QVERIFY(file);
        QCOMPARE(QString::fromStdString(*allOf(*file)), korean);
        file = TextFile::open(saved(koreanCp949), "UTF-8", {});
        QVERIFY(file);
        const Result<std::string> read = allOf(*file);
        QVERIFY(!read);
        QVERIFY2(sentence(read.faults()).starts_with("Line 1 "), sentence(read.faults()).c_str());
    }

    void gzippedTextsAreUnpacked()
    {
        const std::string path = (m_folder.path() + "/table.csv.gz").toStdString();
        gzFile packed = gzopen(path.c_str(), "wb");
        QVERIFY(packed);
        const QByteArray text = korean.toUtf8();
        QCOMPARE(gzwrite(packed, text.data(), static_cast<unsigned>(text.size())),
                 static_cast<int>(text.size()));
        gzclose(packed);
        Result<TextFile> file = TextFile::open(path, "auto", {});
        QVERIFY(file);
        QCOMPARE(QString::fromStdString(*allOf(*file)), korean);
        QFile cut(QString::fromStdString(path));
        QVERIFY(cut.resize(cut.size() - 6));
        file = TextFile::open(path, "auto", {});
        QVERIFY(!file);
        QVERIFY(sentence(file.faults()).find("could not be read to its end") != std::string::npos);
    }

    void whatIsNoTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "auto"
                               << "The file is empty";
        QTest::newRow("zero bytes") << QByteArray("a,b\n1,\0 2\n", 9) << "auto"
                                    << "zero bytes";
        QTest::newRow("workbook") << QByteArray("PK\x03\x04 and more") << "auto"
                                  << "workbook";
        QTest::newRow("encoding") << QByteArray("a\n") << "latin-one"
                                  << "There is no encoding 'latin-one'";
        QByteArray damaged = korean.repeated(20).toUtf8();
        damaged[damaged.size() - 20] = '\xFF';
        QTest::newRow("damaged UTF-8") << damaged << "auto"
                                       << "that are no text in UTF-8";
    }
    void whatIsNoTextIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        QFETCH(QString, says);
        Result<TextFile> file = TextFile::open(saved(bytes), encoding.toStdString(), "data.options.path");
        Faults faults;
        if (!file)
            faults = file.faults();
        else if (const Result<std::string> read = allOf(*file); !read)
            faults = read.faults();
        QVERIFY(!faults.empty());
        QVERIFY2(sentence(faults).find(says.toStdString()) != std::string::npos, sentence(faults).c_str());
        QVERIFY(!faults[0].remedy.empty());
    }

    void foldersAndMissingFilesAreRefused()
    {
        for (const QString& path : {m_folder.path(), m_folder.filePath("none.csv"), QString("/dev/null")}) {
            const Result<TextFile> file = TextFile::open(path.toStdString(), "auto", {});
            QVERIFY(!file);
            QCOMPARE(file.faults()[0].where.file, path.toStdString());
            QVERIFY(!file.faults()[0].remedy.empty());
        }
    }
};

LAMINA_TEST(CsvEncodingTest)
#include "csv_encoding_test.moc"
