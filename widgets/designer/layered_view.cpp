#include "widgets/designer/layered_view.h"

#include "widgets/common/theme.h"
#include "widgets/designer/layer_legend.h"
#include "widgets/designer/layered_canvas.h"
#include "widgets/designer/view_pictures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace lamina {

LayeredView::LayeredView(QWidget* parent)
    : QWidget(parent), m_canvas(new LayeredCanvas), m_legend(new LayerLegend), m_names(new QToolButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_canvas, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(2 * Theme::unit, Theme::unit / 2, Theme::unit, Theme::unit / 2);
    foot->setSpacing(2 * Theme::unit);
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_names, 0, Qt::AlignVCenter);
    layout->addLayout(foot);
    setFocusProxy(m_canvas);
    m_names->setCheckable(true);
    connect(m_names, &QToolButton::clicked, m_canvas, &LayeredCanvas::setNamesWanted);
    // Where nobody chose, the room decides.
    connect(m_canvas, &LayeredCanvas::zoomChanged, this,
            [this] { m_names->setChecked(m_canvas->blocks().showsNames()); });
    retranslate();
}

void LayeredView::setModel(const ModelSpec& model, const ModelAnalysis& analysis)
{
    m_canvas->setModel(model, analysis);
    m_legend->setKinds(m_canvas->blocks().kinds());
    m_names->setChecked(m_canvas->blocks().showsNames());
}

Picture LayeredView::picture() const
{
    return layeredPicture(*static_cast<LayeredScene*>(m_canvas->scene()));
}

void LayeredView::retranslate()
{
    m_names->setText(tr("Names"));
    m_names->setAccessibleName(tr("Show names"));
    m_names->setToolTip(tr("Show name and output shape below each layer"));
}

void LayeredView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
