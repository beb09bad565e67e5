#include "widgets/common/picture_dialog.h"

#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lamina {

namespace {
constexpr QSize previewSize(440, 220);
constexpr double smallestScale = 0.1;

// Under what is transparent, as drawing programs show it.
QPixmap chequered(const QImage& image, double ratio)
{
    const ThemeColours& colours = Theme::instance().colours();
    const int square = qRound(Theme::unit * ratio);
    QPixmap pixmap(image.size());
    pixmap.fill(colours.surface);
    QPainter painter(&pixmap);
    for (int y = 0; y < image.height(); y += square)
        for (int x = (y / square % 2) * square; x < image.width(); x += 2 * square)
            painter.fillRect(x, y, square, square, mixed(colours.surface, colours.muted, 0.2));
    painter.drawImage(0, 0, image);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}
} // namespace

PictureDialog::PictureDialog(Picture picture, const PictureFormat& format, QWidget* parent)
    : QDialog(parent), m_picture(std::move(picture)), m_format(format), m_preview(new QLabel),
      m_kind(new QComboBox), m_size(new QWidget), m_scale(new QDoubleSpinBox), m_width(new QSpinBox),
      m_height(new QSpinBox), m_colours(new QComboBox), m_transparent(new QCheckBox)
{
    setWindowTitle(tr("Save picture"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    layout->setSpacing(2 * Theme::unit);
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("The picture as it will be"));
    layout->addWidget(m_preview, 0, Qt::AlignHCenter);
    makeForm(layout);
    auto* buttons = new QDialogButtonBox;
    auto* save = buttons->addButton(tr("Save…"), QDialogButtonBox::AcceptRole);
    save->setProperty("accent", true);
    save->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);

    m_format.scale = std::clamp(m_format.scale, smallestScale, m_scale->maximum());
    m_kind->setCurrentIndex(m_format.kind);
    m_colours->setCurrentIndex(m_format.dark ? 1 : 0);
    m_transparent->setChecked(m_format.transparent);
    showChoice();

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int kind) {
        m_format.kind = static_cast<PictureFormat::Kind>(kind);
        showChoice();
    });
    connect(m_colours, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_format.dark = index == 1;
        showChoice();
    });
    connect(m_transparent, &QCheckBox::toggled, this, [this](bool on) {
        m_format.transparent = on;
        showChoice();
    });
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &PictureDialog::setScale);
    const QSizeF whole = PictureFormat{.scale = 1}.pixels(m_picture.size);
    connect(m_width, &QSpinBox::valueChanged, this, [this, whole](int w) { setScale(w / whole.width()); });
    connect(m_height, &QSpinBox::valueChanged, this, [this, whole](int h) { setScale(h / whole.height()); });
}

void PictureDialog::makeForm(QVBoxLayout* layout)
{
    m_kind->addItems({tr("PNG: pixels, for every program"), tr("SVG: lines, sharp at every size"),
                      tr("PDF: for papers and printing")});
    m_kind->setAccessibleName(tr("Kind of file"));
    const double largest = largestScale(m_picture.size);
    m_scale->setRange(smallestScale, largest);
    m_scale->setSingleStep(0.5);
    m_scale->setSuffix(QStringLiteral(" ×"));
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->setToolTip(tr("How many times as large as in the window at 100 %"));
    const QSize least = PictureFormat{.scale = smallestScale}.pixels(m_picture.size);
    const QSize most = PictureFormat{.scale = largest}.pixels(m_picture.size);
    m_width->setRange(least.width(), most.width());
    m_height->setRange(least.height(), most.height());
    m_width->setAccessibleName(tr("Width in pixels"));
    m_height->setAccessibleName(tr("Height in pixels"));
    m_width->setToolTip(m_width->accessibleName());
    m_height->setToolTip(m_height->accessibleName());
    auto* size = new QHBoxLayout(m_size);
    size->setContentsMargins(0, 0, 0, 0);
    size->addWidget(m_scale);
    size->addSpacing(Theme::unit);
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height, 1);
    size->addWidget(new QLabel(tr("pixels")));
    m_colours->addItems({tr("Light"), tr("Dark")});
    m_colours->setAccessibleName(tr("Colours"));
    m_colours->setToolTip(tr("The theme of the picture, whatever the window's is"));
    m_transparent->setText(tr("Transparent"));
    m_transparent->setAccessibleName(tr("Transparent background"));
    m_transparent->setToolTip(tr("Nothing behind the picture: the page it is put on is seen"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * Theme::unit);
    form->setVerticalSpacing(Theme::unit);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Size"), m_size);
    form->addRow(tr("Colours"), m_colours);
    form->addRow(tr("Background"), m_transparent);
    layout->addLayout(form);
}

void PictureDialog::setScale(double scale)
{
    m_format.scale = std::clamp(scale, smallestScale, m_scale->maximum());
    showChoice();
}

void PictureDialog::showChoice()
{
    const QSize pixels = m_format.pixels(m_picture.size);
    const auto tell = [](auto* box, auto value) {
        const QSignalBlocker quiet(box);
        if (!box->hasFocus()) // what is being typed stays
            box->setValue(value);
    };
    tell(m_scale, m_format.scale);
    tell(m_width, pixels.width());
    tell(m_height, pixels.height());
    m_size->setEnabled(m_format.kind == PictureFormat::Png);

    PictureFormat small = m_format;
    small.kind = PictureFormat::Png;
    const QSizeF whole = PictureFormat{.scale = 1}.pixels(m_picture.size);
    const double ratio = devicePixelRatioF();
    small.scale =
        std::min({1.0, previewSize.width() / whole.width(), previewSize.height() / whole.height()}) * ratio;
    m_preview->setPixmap(chequered(DrawnPicture(m_picture, small).image(), ratio));
}

} // namespace lamina
