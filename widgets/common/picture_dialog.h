// Asks how a picture is to be made: which kind of file, how many pixels, on what ground and in which colours.
#pragma once

#include "widgets/common/picture.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace lamina {

class PictureDialog final : public QDialog {
    Q_OBJECT

public:
    // `format`: as it was chosen last.
    PictureDialog(Picture picture, const PictureFormat& format, QWidget* parent = nullptr);

    const PictureFormat& format() const { return m_format; }

private:
    void makeForm(QVBoxLayout* layout);
    void setScale(double scale);
    void showChoice();

    Picture m_picture;
    PictureFormat m_format;
    QLabel* m_preview;
    QComboBox* m_kind;
    QWidget* m_size;
    QDoubleSpinBox* m_scale;
    QSpinBox *m_width, *m_height;
    QComboBox* m_colours;
    QCheckBox* m_transparent;
};

} // namespace lamina
