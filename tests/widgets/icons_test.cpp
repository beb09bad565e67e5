#include "engine/model/layer_type.h"
#include "tests/support/run.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QDir>
#include <QTest>

using namespace lamina;

class TestIcons final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFileOfTheFolderIsInTheProgram();
    void everyFamilyHasAnIcon();
    void anIconFollowsTheTheme();
    void aMissingIconIsEmptyAndNoCrash();

private:
    static QColor inkOf(const QImage& image);
};

// The colour of the pixel that is covered most.
QColor TestIcons::inkOf(const QImage& image)
{
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > strongest.alpha())
                strongest = pixel;
        }
    }
    return strongest;
}

void TestIcons::everyFileOfTheFolderIsInTheProgram()
{
    const QDir folder(QStringLiteral(LAMINA_SOURCE_DIR "/resources/icons"));
    const QStringList files = folder.entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 40);
    for (const QString& file : files)
        QVERIFY2(!icon(QFileInfo(file).completeBaseName()).isNull(), qPrintable(file));
}

void TestIcons::everyFamilyHasAnIcon()
{
    for (int i = 0; i <= static_cast<int>(Family::Augmentation); ++i)
        QVERIFY2(!icon(familyIcon(static_cast<Family>(i))).isNull(), qPrintable(QString::number(i)));
}

void TestIcons::anIconFollowsTheTheme()
{
    Theme& theme = Theme::instance();
    theme.setDark(false);
    const QIcon home = icon(QStringLiteral("home"));
    QCOMPARE(inkOf(home.pixmap(48, 48).toImage()).rgb(), theme.colours().text.rgb());
    theme.setDark(true);
    QCOMPARE(inkOf(home.pixmap(48, 48).toImage()).rgb(), theme.colours().text.rgb());
    QCOMPARE(inkOf(icon(QStringLiteral("home"), Qt::red).pixmap(48, 48).toImage()), QColor(Qt::red));
    theme.setDark(false);
}

void TestIcons::aMissingIconIsEmptyAndNoCrash()
{
    QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    QCOMPARE(inkOf(iconImage(QStringLiteral("no-such-icon"), Qt::red, 24)).alpha(), 0);
}

LAMINA_TEST(TestIcons)
#include "icons_test.moc"
