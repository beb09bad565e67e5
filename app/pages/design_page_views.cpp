// The Design page's other views of the model, in blocks and as a table, and the pictures made of all of them.
#include "app/pages/design_page.h"

#include "app/document/project_document.h"
#include "app/picture_saver.h"
#include "app/settings.h"
#include "app/usual_folder.h"
#include "engine/code/python.h"
#include "engine/model/summary.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/picture_dialog.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/layered_view.h"
#include "widgets/designer/summary_view.h"
#include "widgets/designer/view_pictures.h"
#include "widgets/inspector/layer_inspector.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace lamina {

namespace {
const Setting<QString> pictureFolder{"design/picture_folder", QString()};
const Setting<int> pictureKind{"design/picture_kind", PictureFormat::Png};
const Setting<double> pictureScale{"design/picture_scale", 2};
const Setting<bool> pictureTransparent{"design/picture_transparent", false};
const Setting<bool> pictureDark{"design/picture_dark", false};

constexpr int longWriting = 300; // ms

PictureFormat lastFormat()
{
    return {static_cast<PictureFormat::Kind>(
                std::clamp<int>(pictureKind.value(), PictureFormat::Png, PictureFormat::Pdf)),
            pictureScale.value(), pictureTransparent.value(), pictureDark.value()};
}

void remember(const PictureFormat& format)
{
    pictureKind.set(format.kind);
    pictureScale.set(format.scale);
    pictureTransparent.set(format.transparent);
    pictureDark.set(format.dark);
}
} // namespace

void DesignPage::connectViews()
{
    m_pictureSaver = new PictureSaver(this);
    const auto select = [this](const QStringList& layers) {
        m_graph->setSelection(layers);
        if (!layers.isEmpty())
            m_graph->reveal(layers.last());
    };
    const auto inspect = [this] {
        setPanel(Inspector, true);
        m_inspector->focusFirstField();
    };
    const auto rename = [this] {
        setPanel(Inspector, true);
        m_inspector->editName();
    };
    const LayeredCanvas* canvas = m_layers->canvas();
    connect(canvas, &LayeredCanvas::selectionChanged, this, select);
    connect(canvas, &LayeredCanvas::inspectorRequested, this, inspect);
    connect(canvas, &LayeredCanvas::renameRequested, this, rename);
    connect(canvas, &LayeredCanvas::zoomChanged, this, &DesignPage::showZoom);
    connect(m_summary, &SummaryView::selectionChanged, this, select);
    connect(m_summary, &SummaryView::inspectorRequested, this, inspect);
    connect(m_summary, &SummaryView::renameRequested, this, rename);
    connect(m_message, &MessageBar::actionChosen, m_pictureSaver, &PictureSaver::cancel);
    connect(m_picture, &QToolButton::clicked, this, &DesignPage::savePicture);
    connect(m_pictureSaver, &PictureSaver::saved, this, [this](const QString& path) {
        m_message->showMessage(MessageBar::Kind::Good, tr("“%1” is written").arg(QFileInfo(path).fileName()));
    });
    connect(m_pictureSaver, &PictureSaver::failed, this, [this](const QString& path, const Faults& faults) {
        m_message->showFaults(tr("“%1” could not be written").arg(QFileInfo(path).fileName()), faults);
    });
}

void DesignPage::showLayers()
{
    m_layers->setModel(m_document.project().model, m_document.analysis());
    m_layers->canvas()->setSelection(m_graph->selection());
}

void DesignPage::showSummary()
{
    const Project& project = m_document.project();
    const Result<Network> network = Network::make(project.model);
    if (network)
        m_summary->showModel(project.model, m_document.analysis(),
                             QString::fromStdString(lamina::summary(*network, project.name)));
    else
        m_summary->showFaults(project.model, m_document.analysis(), network.faults());
    m_summary->setSelection(m_graph->selection());
}

void DesignPage::showZoom()
{
    const double zoom = m_tabs->currentIndex() == LayersTab ? m_layers->canvas()->zoom() : m_graph->zoom();
    m_zoom->setText(QStringLiteral("%1 %").arg(qRound(zoom * 100)));
}

Picture DesignPage::picture()
{
    switch (m_tabs->currentIndex()) {
    case LayersTab:
        return m_layers->picture();
    case SummaryTab:
        return summaryPicture(m_summary->rows(), QString::fromStdString(m_document.project().name));
    default:
        return m_graph->picture();
    }
}

void DesignPage::savePicture()
{
    if (m_document.project().model.layers.empty())
        return;
    PictureDialog dialog(picture(), lastFormat(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const PictureFormat format = dialog.format();
    remember(format);
    QString folder = pictureFolder.value();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = m_document.filePath().isEmpty() ? usualFolder(QStandardPaths::PicturesLocation)
                                                 : QFileInfo(m_document.filePath()).absolutePath();
    const char* view = m_tabs->currentIndex() == LayersTab ? "-layers"
        : m_tabs->currentIndex() == SummaryTab             ? "-summary"
                                                           : "-graph";
    const QString ending = PictureFormat::ending(format.kind);
    const QString name = QString::fromStdString(code::python::slug(m_document.project().name, "model"))
        + QLatin1String(view) + QLatin1Char('.') + ending;
    QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), folder + QLatin1Char('/') + name,
                                                QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + ending;
    pictureFolder.set(QFileInfo(path).absolutePath());
    writePicture(path, format);
}

void DesignPage::writePicture(const QString& path, const PictureFormat& format)
{
    m_pictureSaver->save(path, DrawnPicture(picture(), format));
    // What is done at once needs no word.
    QTimer::singleShot(longWriting, this, [this, name = QFileInfo(path).fileName()] {
        if (m_pictureSaver->isBusy())
            m_message->showMessage(MessageBar::Kind::Note, tr("“%1” is being written…").arg(name), {},
                                   {tr("Cancel")});
    });
}

} // namespace lamina
