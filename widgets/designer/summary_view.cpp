#include "widgets/designer/summary_view.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/summary_model.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace lamina {

SummaryView::SummaryView(QWidget* parent)
    : QWidget(parent), m_rows(new SummaryModel(this)), m_note(new QLabel), m_totals(new QLabel),
      m_table(new QTreeView), m_copy(new QPushButton)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit, 2 * Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit);
    auto* head = new QHBoxLayout;
    m_note->setWordWrap(true);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    head->addWidget(m_note, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    m_totals->setWordWrap(true);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_totals);

    setFocusProxy(m_table);
    m_table->setModel(m_rows);
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAlternatingRowColors(true);
    m_table->setIconSize({4, 16});
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);

    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    connect(m_table, &QTreeView::doubleClicked, this, &SummaryView::inspectorRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_changing)
            return;
        QStringList layers;
        for (const int row : selectedRows())
            layers += m_rows->name(row);
        emit selectionChanged(layers);
    });
    connect(&Theme::instance(), &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void SummaryView::showModel(const ModelSpec& model, const ModelAnalysis& analysis, const QString& text)
{
    m_text = text;
    m_faults.clear();
    fill(model, analysis);
}

void SummaryView::showFaults(const ModelSpec& model, const ModelAnalysis& analysis, const Faults& faults)
{
    m_text.clear();
    m_faults = faults;
    fill(model, analysis);
}

void SummaryView::fill(const ModelSpec& model, const ModelAnalysis& analysis)
{
    QStringList selected;
    for (const int row : selectedRows())
        selected += m_rows->name(row);
    const int scrolled = m_table->verticalScrollBar()->value();
    {
        const QScopedValueRollback changing(m_changing, true);
        m_rows->setModel(model, analysis);
    }
    fitColumns();
    setSelection(selected);
    m_table->verticalScrollBar()->setValue(scrolled);
    retranslate();
}

// As wide as what stands in them. Where room is short the names give way, so that the figures are seen beside
// them; what a layer reads is scrolled to.
void SummaryView::fitColumns()
{
    const int columns = m_rows->columnCount();
    // Beside names the last column takes what is left; figures stay near what they are of.
    m_table->header()->setStretchLastSection(columns > SummaryModel::ConnectedTo);
    for (int column = 0; column < columns; ++column)
        m_table->resizeColumnToContents(column);
    constexpr int leastNames = 120;
    const int names = m_table->columnWidth(SummaryModel::Layer);
    const int figures =
        m_table->columnWidth(SummaryModel::OutputShape) + m_table->columnWidth(SummaryModel::Parameters);
    const int room = m_table->viewport()->width() - figures;
    m_table->setColumnWidth(SummaryModel::Layer, std::clamp(room, std::min(leastNames, names), names));
}

void SummaryView::setSelection(const QStringList& layers)
{
    QList<int> wanted;
    for (const QString& layer : layers)
        if (const int row = m_rows->row(layer); row >= 0)
            wanted += row;
    std::sort(wanted.begin(), wanted.end());
    if (wanted == selectedRows())
        return;
    QItemSelection selection;
    for (const int row : wanted)
        selection.select(m_rows->index(row, 0), m_rows->index(row, m_rows->columnCount() - 1));
    const QScopedValueRollback changing(m_changing, true);
    if (!wanted.isEmpty()) {
        const QModelIndex first = m_rows->index(wanted.front(), 0);
        m_table->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(first);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QList<int> SummaryView::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void SummaryView::copyRows()
{
    QList<int> rows = selectedRows();
    if (rows.isEmpty()) {
        rows.resize(m_rows->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QGuiApplication::clipboard()->setText(m_rows->text(rows));
}

QString SummaryView::note() const
{
    return m_note->text();
}

bool SummaryView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_table
        || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool copies = key->matches(QKeySequence::Copy);
    const bool inspects = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool renames = key->key() == Qt::Key_F2;
    const bool lets = key->key() == Qt::Key_Escape && m_table->selectionModel()->hasSelection();
    if (!copies && !inspects && !renames && !lets)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (copies)
        copyRows();
    else if (lets)
        m_table->clearSelection();
    else if (inspects && m_table->selectionModel()->hasSelection())
        emit inspectorRequested();
    else if (renames && selectedRows().size() == 1)
        emit renameRequested();
    return true;
}

void SummaryView::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the table as text, as Keras prints it"));
    m_copy->setEnabled(!m_text.isEmpty());
    m_table->setAccessibleName(tr("Summary of the model"));
    m_table->setToolTip(tr("Copy the selected rows, or all of them, for a table elsewhere (%1)")
                            .arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
    setStyleProperty(m_note, "role", m_faults.empty() ? QStringLiteral("muted") : QStringLiteral("fault"));
    m_note->setText(m_faults.empty() ? tr("As Keras tells it. None stands for the batch.")
                                     : faultsInOneText({m_faults.front()}));
    m_totals->setText(m_rows->totals());
}

void SummaryView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
