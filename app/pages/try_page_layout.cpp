// Where everything stands on the Try page.
#include "app/pages/try_page.h"
#include "widgets/browser/row_form.h"
#include "widgets/canvas/handwriting_canvas.h"
#include "widgets/canvas/probability_bars.h"
#include "widgets/canvas/seen_strip.h"
#include "widgets/common/icons.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace lamina {

namespace {
constexpr int widestAnswer = 560;
} // namespace

void TryPage::layOut()
{
    m_message = new MessageBar(this);
    auto* needs = new QWidget;
    m_needs = new QLabel(needs);
    m_needs->setProperty("role", "section");
    m_needs->setAlignment(Qt::AlignCenter);
    m_needs->setWordWrap(true);
    m_needsButton = new QPushButton(needs);
    m_needsButton->setProperty("accent", true);
    auto* needsLayout = new QVBoxLayout(needs);
    needsLayout->setContentsMargins(4 * Theme::unit, 4 * Theme::unit, 4 * Theme::unit, 4 * Theme::unit);
    needsLayout->addStretch(1);
    needsLayout->addWidget(m_needs);
    needsLayout->addSpacing(2 * Theme::unit);
    needsLayout->addWidget(m_needsButton, 0, Qt::AlignHCenter);
    needsLayout->addStretch(2);

    auto* tries = new QWidget;
    auto* top = new QHBoxLayout;
    top->setSpacing(3 * Theme::unit);
    m_left = new QStackedWidget;
    m_left->addWidget(makeCanvasSide());
    m_left->addWidget(makeRowSide());
    top->addWidget(m_left, 1);
    top->addWidget(makeAnswerSide(), 1);
    auto* triesLayout = new QVBoxLayout(tries);
    triesLayout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    triesLayout->setSpacing(2 * Theme::unit);
    triesLayout->addLayout(top, 1);
    triesLayout->addWidget(makeStrip());

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(needs);
    m_stack->addWidget(tries);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    m_message->hide();
}

QWidget* TryPage::makeCanvasSide()
{
    auto* side = new QWidget;
    m_canvas = new HandwritingCanvas(side);
    const auto tool = [side](const char* name) {
        auto* button = new QToolButton(side);
        button->setIcon(icon(QString::fromLatin1(name)));
        return button;
    };
    m_undo = tool("undo");
    m_redo = tool("redo");
    m_clear = tool("clear");
    m_open = tool("image");
    for (QToolButton* button : {m_undo, m_redo, m_clear})
        button->setEnabled(false);
    m_penLabel = new QLabel(side);
    m_penLabel->setProperty("role", "muted");
    m_pen = new QSlider(Qt::Horizontal, side);
    m_pen->setRange(30, 140); // thousandths of the paper's side
    m_pen->setFixedWidth(120);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(Theme::unit / 2);
    tools->addStretch(1);
    for (QToolButton* button : {m_undo, m_redo, m_clear})
        tools->addWidget(button);
    tools->addSpacing(2 * Theme::unit);
    tools->addWidget(m_penLabel);
    tools->addSpacing(Theme::unit / 2);
    tools->addWidget(m_pen);
    tools->addSpacing(2 * Theme::unit);
    tools->addWidget(m_open);
    tools->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_canvas, 1);
    layout->addLayout(tools);
    return side;
}

QWidget* TryPage::makeRowSide()
{
    auto* side = new QFrame;
    side->setProperty("panel", true);
    m_rowTitle = new QLabel(side);
    m_rowTitle->setProperty("role", "section");
    m_rowNext = new QPushButton(side);
    m_rowTruth = new QLabel(side);
    m_rowTruth->setProperty("role", "muted");
    m_rowTruth->setWordWrap(true);
    m_row = new RowForm;
    m_row->setObjectName(QStringLiteral("scrolled"));
    auto* scroll = new QScrollArea(side);
    scroll->setWidget(m_row);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->addWidget(m_rowTitle, 1);
    head->addWidget(m_rowNext);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit, Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_rowTruth);
    return side;
}

QWidget* TryPage::makeAnswerSide()
{
    auto* side = new QWidget;
    side->setMaximumWidth(widestAnswer);
    m_untrainedPanel = new QFrame(side);
    m_untrainedPanel->setProperty("panel", true);
    m_untrainedText = new QLabel(m_untrainedPanel);
    m_untrainedText->setWordWrap(true);
    m_train = new QPushButton(m_untrainedPanel);
    m_train->setProperty("accent", true);
    m_train->setIcon(iconOnAccent(QStringLiteral("play")));
    auto* hint = new QHBoxLayout(m_untrainedPanel);
    hint->setContentsMargins(2 * Theme::unit, Theme::unit, Theme::unit, Theme::unit);
    hint->setSpacing(2 * Theme::unit);
    hint->addWidget(m_untrainedText, 1);
    hint->addWidget(m_train);

    m_weights = new QLabel(side);
    m_weights->setProperty("role", "muted");
    m_weights->setWordWrap(true);
    m_class = new QLabel(side);
    m_class->setMinimumWidth(88);
    m_class->setAlignment(Qt::AlignCenter);
    m_probability = new QLabel(side);
    m_probability->setProperty("role", "page");
    m_probability->setWordWrap(true);
    auto* answer = new QHBoxLayout;
    answer->setSpacing(Theme::unit);
    answer->addWidget(m_class);
    answer->addWidget(m_probability, 1);
    m_bars = new ProbabilityBars(side);
    QStringList digits;
    for (int digit = 0; digit < 10; ++digit)
        digits << QString::number(digit);
    m_bars->setNames(digits);

    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_untrainedPanel);
    layout->addWidget(m_weights);
    layout->addLayout(answer);
    layout->addWidget(m_bars, 1);
    m_comparison = new SeenStrip(side);
    m_comparison->setLargest(280);
    m_comparison->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    layout->addWidget(m_comparison, 1);
    layout->addStretch(0); // where there are no bars
    return side;
}

QWidget* TryPage::makeStrip()
{
    m_stripPanel = new QFrame;
    m_stripPanel->setProperty("panel", true);
    m_stripTitle = new QLabel(m_stripPanel);
    m_stripTitle->setProperty("role", "section");
    m_strip = new SeenStrip(m_stripPanel);
    auto* layout = new QVBoxLayout(m_stripPanel);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit, 2 * Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit / 2);
    layout->addWidget(m_stripTitle);
    layout->addWidget(m_strip);
    return m_stripPanel;
}

} // namespace lamina
