// Where everything stands on the Train page.
#include "app/pages/epoch_model.h"
#include "app/pages/train_page.h"
#include "app/pages/training_bar.h"
#include "app/pages/training_settings.h"
#include "widgets/charts/training_chart.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace lamina {

namespace {
constexpr int logLines = 2000;

QSplitter* splitter(Qt::Orientation orientation)
{
    auto* made = new QSplitter(orientation);
    made->setHandleWidth(Theme::unit);
    return made;
}
} // namespace

void TrainPage::layOut()
{
    m_bar = new TrainingBar(this);
    m_settings = new TrainingSettings;
    m_settings->setObjectName(QStringLiteral("scrolled"));
    auto* scroll = new QScrollArea;
    scroll->setProperty("side", true);
    scroll->setWidget(m_settings);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(264);
    scroll->setFrameShape(QFrame::NoFrame);

    m_middle = new QStackedWidget;
    m_middle->addWidget(makeEmptyState());
    m_rows = splitter(Qt::Vertical);
    m_rows->addWidget(makeCurves());
    m_rows->addWidget(makeTables());
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->setChildrenCollapsible(false);
    auto* run = new QWidget;
    auto* runLayout = new QVBoxLayout(run);
    runLayout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    runLayout->setSpacing(Theme::unit);
    runLayout->addWidget(makeResult());
    runLayout->addWidget(m_rows, 1);
    m_middle->addWidget(run);

    m_sides = splitter(Qt::Horizontal);
    m_sides->setHandleWidth(1);
    m_sides->addWidget(scroll);
    m_sides->addWidget(m_middle);
    m_sides->setStretchFactor(0, 0);
    m_sides->setStretchFactor(1, 1);
    m_sides->setCollapsible(1, false);
    m_sides->setSizes({304, 900});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_sides, 1);
}

QWidget* TrainPage::makeEmptyState()
{
    auto* page = new QWidget;
    m_emptyText = new QLabel(page);
    m_emptyText->setProperty("role", "section");
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyButton = new QPushButton(page);
    m_emptyButton->setObjectName(QStringLiteral("beginTraining"));
    m_emptyButton->setProperty("accent", true);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(4 * Theme::unit, 4 * Theme::unit, 4 * Theme::unit, 4 * Theme::unit);
    layout->addStretch(1);
    layout->addWidget(m_emptyText);
    layout->addSpacing(2 * Theme::unit);
    m_emptyAfresh = new QPushButton(page);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(Theme::unit);
    choices->addStretch(1);
    choices->addWidget(m_emptyButton);
    choices->addWidget(m_emptyAfresh);
    choices->addStretch(1);
    layout->addLayout(choices);
    layout->addStretch(2);
    return page;
}

QWidget* TrainPage::makeCurves()
{
    auto* curves = splitter(Qt::Horizontal);
    curves->setChildrenCollapsible(false);
    const auto panel = [curves](QLabel*& title, TrainingChart*& chart) {
        auto* frame = new QFrame;
        frame->setProperty("panel", true);
        title = roleLabel("section", frame);
        chart = new TrainingChart(frame);
        auto* head = new QHBoxLayout;
        head->setContentsMargins(Theme::unit, 0, 0, 0);
        head->addWidget(title, 1);
        auto* layout = new QVBoxLayout(frame);
        layout->setContentsMargins(Theme::unit / 2, Theme::unit / 2, Theme::unit / 2, Theme::unit / 2);
        layout->setSpacing(0);
        layout->addLayout(head);
        layout->addWidget(chart, 1);
        curves->addWidget(frame);
        return head;
    };
    QHBoxLayout* lossHead = panel(m_lossTitle, m_loss);
    QHBoxLayout* metricHead = panel(m_metricTitle, m_metric);
    metricHead->addSpacing(1);
    metricHead->addStrut(Theme::controlHeight);
    m_metric->setFraction(true);
    m_logarithmic = new QPushButton;
    m_logarithmic->setProperty("flat", true);
    m_logarithmic->setCheckable(true);
    lossHead->addWidget(m_logarithmic);
    return curves;
}

QWidget* TrainPage::makeTables()
{
    m_tables = splitter(Qt::Horizontal);
    m_tables->setChildrenCollapsible(false);
    m_epochs = new EpochModel(this);
    m_table = new QTableView;
    m_table->setModel(m_epochs);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setMinimumSectionSize(64);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_log = new QPlainTextEdit;
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(logLines);
    m_log->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    const auto add = [this](QLabel*& title, QWidget* view) {
        auto* holder = new QWidget;
        title = roleLabel("section", holder);
        auto* layout = new QVBoxLayout(holder);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Theme::unit / 2);
        layout->addWidget(title);
        layout->addWidget(view, 1);
        m_tables->addWidget(holder);
    };
    add(m_tableTitle, m_table);
    add(m_logTitle, m_log);
    m_tables->setStretchFactor(0, 3);
    m_tables->setStretchFactor(1, 2);
    return m_tables;
}

QWidget* TrainPage::makeResult()
{
    auto* frame = new QFrame;
    frame->setProperty("panel", true);
    m_resultIcon = new QLabel(frame);
    m_resultText = new QLabel(frame);
    m_resultText->setWordWrap(true);
    m_resultText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_try = new QPushButton(frame);
    m_try->setProperty("accent", true);
    m_folder = new QPushButton(frame);
    auto* layout = new QHBoxLayout(frame);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit, Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_resultIcon);
    layout->addWidget(m_resultText, 1);
    layout->addWidget(m_folder);
    layout->addWidget(m_try);
    frame->hide();
    m_result = frame;
    return frame;
}

void TrainPage::markResult(bool good)
{
    const ThemeColours& colours = Theme::instance().colours();
    m_resultIcon->setPixmap(
        icon(good ? QStringLiteral("good") : QStringLiteral("fault"), good ? colours.good : colours.fault)
            .pixmap(20, 20));
}

} // namespace lamina
