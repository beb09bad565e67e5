#include "widgets/designer/code_view.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/fixed_pitch.h"
#include "widgets/designer/python_highlighter.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace lamina {

namespace {
QToolButton* tool(const char* name)
{
    auto* button = new QToolButton;
    button->setIcon(icon(QString::fromLatin1(name)));
    button->setIconSize(QSize(16, 16));
    return button;
}
} // namespace

CodeView::CodeView(QWidget* parent)
    : QWidget(parent), m_dialects(new QComboBox), m_copy(new QPushButton), m_save(new QPushButton),
      m_note(new QLabel), m_editor(new QPlainTextEdit), m_searchBar(new QWidget), m_searched(new QLineEdit),
      m_previous(tool("chevron-up")), m_next(tool("chevron-down")), m_close(tool("close"))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::unit, Theme::unit, Theme::unit, Theme::unit);
    layout->setSpacing(Theme::unit);
    auto* head = new QHBoxLayout;
    for (const CodeDialect& dialect : codeDialects())
        m_dialects->addItem(QString::fromUtf8(dialect.label), QString::fromUtf8(dialect.id));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_save->setIcon(icon(QStringLiteral("save")));
    head->addWidget(m_dialects);
    head->addStretch(1);
    head->addWidget(m_copy);
    head->addWidget(m_save);
    layout->addLayout(head);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->hide();
    layout->addWidget(m_note);
    layout->addWidget(m_editor, 1);
    auto* bar = new QHBoxLayout(m_searchBar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(4);
    bar->addWidget(m_searched, 1);
    for (QToolButton* each : {m_previous, m_next, m_close})
        bar->addWidget(each);
    m_searchBar->hide();
    layout->addWidget(m_searchBar);

    m_editor->setReadOnly(true);
    m_editor->setUndoRedoEnabled(false);
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_editor->installEventFilter(this);
    m_searched->installEventFilter(this);
    new PythonHighlighter(m_editor->document());

    connect(m_dialects, &QComboBox::activated, this,
            [this](int index) { emit dialectChosen(m_dialects->itemData(index).toString()); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_save, &QPushButton::clicked, this, &CodeView::saveRequested);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &CodeView::chooseLine);
    connect(m_searched, &QLineEdit::textChanged, this, [this] {
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(cursor.selectionStart()); // what is typed on is looked for where it was found
        {
            const QScopedValueRollback changing(m_changing, true);
            m_editor->setTextCursor(cursor);
        }
        search(false);
    });
    connect(m_searched, &QLineEdit::returnPressed, this, [this] { search(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { search(false); });
    connect(m_previous, &QToolButton::clicked, this, [this] { search(true); });
    connect(m_close, &QToolButton::clicked, this, &CodeView::closeSearch);
    connect(&Theme::instance(), &Theme::changed, this, &CodeView::restyle);
    setFocusProxy(m_editor);
    restyle();
    retranslate();
}

const CodeDialect& CodeView::dialect() const
{
    return codeDialects()[static_cast<std::size_t>(m_dialects->currentIndex())];
}

void CodeView::setDialect(const QString& id)
{
    if (const int index = m_dialects->findData(id); index >= 0)
        m_dialects->setCurrentIndex(index);
}

void CodeView::showCode(const GeneratedCode& code)
{
    m_layers.clear();
    for (const std::string& layer : code.layers)
        m_layers += QString::fromStdString(layer);
    replaceText(QString::fromStdString(code.text));
    QStringList notes;
    for (const Text& note : code.notes)
        notes += words(note);
    setStyleProperty(m_note, "role", QStringLiteral("muted"));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    mark();
}

void CodeView::showFaults(const Faults& faults)
{
    // The first of them: the others stand on their layers, and the code keeps its room.
    setStyleProperty(m_note, "role", QStringLiteral("fault"));
    QString text = tr("The code goes on as soon as this is put right:") + QLatin1Char('\n')
        + faultsInOneText({faults.front()});
    if (faults.size() > 1)
        text += QLatin1Char('\n') + tr("and %n more", nullptr, static_cast<int>(faults.size()) - 1);
    m_note->setText(text);
    m_note->show();
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
}

QString CodeView::text() const
{
    return m_editor->toPlainText();
}

// Only what differs: whoever reads stays where they are.
void CodeView::replaceText(const QString& text)
{
    const QString old = m_editor->toPlainText();
    const qsizetype shorter = std::min(old.size(), text.size());
    qsizetype before = 0;
    while (before < shorter && old[before] == text[before])
        ++before;
    qsizetype behind = 0;
    while (behind < shorter - before && old[old.size() - 1 - behind] == text[text.size() - 1 - behind])
        ++behind;
    if (before == old.size() && before == text.size())
        return;
    const QScopedValueRollback changing(m_changing, true);
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(static_cast<int>(before));
    cursor.setPosition(static_cast<int>(old.size() - behind), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(before, text.size() - before - behind));
}

void CodeView::setLayer(const QString& layer)
{
    if (layer == m_layer)
        return;
    m_layer = layer;
    mark();
    const qsizetype line = m_layers.indexOf(layer);
    if (layer.isEmpty() || line < 0 || m_layers.value(m_editor->textCursor().blockNumber()) == layer)
        return;
    const QScopedValueRollback changing(m_changing, true);
    m_editor->setTextCursor(QTextCursor(m_editor->document()->findBlockByNumber(static_cast<int>(line))));
    m_editor->centerCursor();
}

void CodeView::mark()
{
    QList<QTextEdit::ExtraSelection> lines;
    for (qsizetype line = 0; !m_layer.isEmpty() && line < m_layers.size(); ++line) {
        if (m_layers[line] != m_layer)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.format.setBackground(Theme::instance().colours().selection);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selection.cursor = QTextCursor(m_editor->document()->findBlockByNumber(static_cast<int>(line)));
        lines += selection;
    }
    m_editor->setExtraSelections(lines);
}

void CodeView::chooseLine()
{
    if (m_changing)
        return;
    const QString layer = m_layers.value(m_editor->textCursor().blockNumber());
    if (layer.isEmpty() || layer == m_layer)
        return;
    m_layer = layer;
    mark();
    emit layerChosen(layer);
}

void CodeView::find()
{
    m_searchBar->show();
    m_searched->setFocus(Qt::ShortcutFocusReason);
    m_searched->selectAll();
}

void CodeView::closeSearch()
{
    m_searchBar->hide();
    m_editor->setFocus(Qt::OtherFocusReason);
}

// From the end it goes on at the beginning.
void CodeView::search(bool backwards)
{
    const QString wanted = m_searched->text();
    const QTextDocument::FindFlags flags =
        backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = wanted.isEmpty() || m_editor->find(wanted, flags);
    if (!found) {
        QTextCursor cursor = m_editor->document()->find(
            wanted, backwards ? m_editor->document()->characterCount() - 1 : 0, flags);
        found = !cursor.isNull();
        if (found)
            m_editor->setTextCursor(cursor);
    }
    setStyleProperty(m_searched, "invalid", !found);
}

bool CodeView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool opens = watched == m_editor && key->matches(QKeySequence::Find);
        const bool closes = key->key() == Qt::Key_Escape && m_searchBar->isVisible();
        if (opens || closes) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                opens ? find() : closeSearch();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CodeView::restyle()
{
    setFixedPitch(*m_editor, 4);
    mark();
}

void CodeView::retranslate()
{
    m_dialects->setAccessibleName(tr("Library"));
    m_dialects->setToolTip(tr("Which library the program is for"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the whole program"));
    m_save->setText(tr("Save code…"));
    m_save->setToolTip(tr("Write the program to a file that runs"));
    m_editor->setAccessibleName(tr("Code of the model"));
    m_searched->setPlaceholderText(tr("Find in the code"));
    m_searched->setAccessibleName(tr("Find in the code"));
    for (const auto& [button, text] :
         {std::pair(m_previous, tr("Find before")), std::pair(m_next, tr("Find next")),
          std::pair(m_close, tr("Close the search"))}) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

void CodeView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace lamina
