// The Design page's live preview: each layer shows what it gives for a sample of the data.
#include "app/pages/design_page.h"

#include "app/design_preview.h"
#include "app/document/project_document.h"
#include "app/settings.h"
#include "app/studio.h"
#include "widgets/common/number_text.h"
#include "widgets/common/words.h"
#include "widgets/designer/activation_popup.h"
#include "widgets/designer/layer_node.h"
#include "widgets/designer/preview_bar.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace lamina {

namespace {
const Setting<bool> previewsShown{"design/previews", false};
} // namespace

void DesignPage::makePreview()
{
    m_preview = new DesignPreview(m_studio, this);
    connect(m_previewButton, &QToolButton::clicked, m_graph, &GraphView::setPreviewsShown);
    connect(m_graph, &GraphView::previewsToggled, this, [this](bool shown) {
        previewsShown.set(shown);
        watchPreview();
        showPreview();
    });
    connect(m_graph, &GraphView::previewOpened, this, &DesignPage::openPreview);
    connect(m_preview, &DesignPreview::changed, this, &DesignPage::showPreview);
    connect(m_previewBar, &PreviewBar::sampleWanted, m_preview, &DesignPreview::setSample);
    const auto key = [this](const QKeySequence& keys, void (PreviewBar::*act)()) {
        auto* shortcut = new QShortcut(keys, m_graph, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_previewBar, act);
    };
    key(Qt::Key_BracketLeft, &PreviewBar::previous);
    key(Qt::Key_BracketRight, &PreviewBar::next);
    key(Qt::Key_A, &PreviewBar::anyOther);
    m_graph->setPreviewsShown(previewsShown.value());
    watchPreview();
}

// Computed only while it is seen.
void DesignPage::watchPreview()
{
    if (!m_preview)
        return; // the page is being made
    const bool shown = m_graph->graph().showsPreviews();
    const bool graph = m_centre->currentIndex() == GraphPage && !m_graph->isHidden();
    m_previewButton->setChecked(shown);
    m_previewButton->setEnabled(graph);
    m_previewBar->setVisible(shown && graph);
    m_preview->setWatched(isVisible() && shown && graph);
}

void DesignPage::showPreview()
{
    const PreviewAnswer& answer = m_preview->answer();
    for (const QString& name : m_graph->graph().order()) {
        LayerNode* node = m_graph->graph().node(name);
        const auto found = answer.layers.find(name.toStdString());
        const bool waits = found == answer.layers.end() && !answer.layers.empty();
        if (node)
            node->setPreview(found == answer.layers.end() ? nullptr : found->second,
                             !waits                 ? QString()
                                 : node->hasFault() ? tr("Nothing, for the layer has a fault")
                                                    : tr("Waits for the layers before it"));
    }
    QString weights;
    if (answer.snapshot)
        weights = tr("Weights of epoch %1, step %2")
                      .arg(answer.snapshot->epoch + 1)
                      .arg(number::full(answer.snapshot->step));
    else if (!answer.layers.empty())
        weights = answer.isBrought ? tr("Weights that it starts from") : tr("Initial weights");
    m_previewBar->setState(
        {.sample = answer.sample,
         .samples = answer.samples,
         .label = answer.label,
         .weights = weights,
         .fault = answer.faults.empty()
             ? QString()
             : QStringLiteral("%1. %2.").arg(faultTitle(answer.faults[0]), faultRemedy(answer.faults[0]))});
    if (m_previewPopup)
        if (const auto found = answer.layers.find(m_previewPopup->layer().toStdString());
            found != answer.layers.end())
            m_previewPopup->setPicture(answer.close ? answer.close : found->second);
}

void DesignPage::openPreview(const QString& layer)
{
    const LayerNode* node = m_graph->graph().node(layer);
    if (!node || !node->preview())
        return;
    m_previewPopup = new ActivationPopup(layer, this);
    connect(m_previewPopup, &QObject::destroyed, m_preview,
            [preview = m_preview] { preview->lookClosely({}); });
    m_previewPopup->setPicture(node->preview());
    const QRect seen = m_graph->mapFromScene(node->mapRectToScene(node->card())).boundingRect();
    m_previewPopup->showBeside({m_graph->viewport()->mapToGlobal(seen.topLeft()), seen.size()});
    m_preview->lookClosely(layer);
}

void DesignPage::retranslatePreview()
{
    m_previewButton->setText(tr("Preview"));
    const QString text = tr("Show what each layer gives for a sample of the data");
    m_previewButton->setToolTip(QStringLiteral("%1 (P)").arg(text));
    m_previewButton->setAccessibleName(text);
    if (m_preview)
        showPreview();
}

} // namespace lamina
