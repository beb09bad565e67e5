#include "app/lesson_panel.h"

#include "app/language.h"
#include "engine/formats/lessons.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

namespace lamina {

LessonPanel::LessonPanel(QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_close(new QToolButton(this)),
      m_text(new QTextBrowser(this))
{
    setFixedWidth(308);
    m_heading->setProperty("role", "muted");
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setIconSize({18, 18});
    m_text->setOpenExternalLinks(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setStyleSheet(QStringLiteral("QTextBrowser { border: 0; background: transparent; padding: 0; }"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_heading, 1);
    line->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit + 1, Theme::unit, Theme::unit, Theme::unit);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_text, 1);
    connect(m_close, &QToolButton::clicked, this, &LessonPanel::closeRequested);
    connect(&Theme::instance(), &Theme::changed, this, &LessonPanel::retranslate);
    retranslate();
}

void LessonPanel::setLesson(const Lesson* lesson)
{
    m_lesson = lesson;
    retranslate();
}

void LessonPanel::retranslate()
{
    m_heading->setText(tr("Lesson"));
    m_close->setToolTip(tr("Hide the lesson"));
    m_close->setAccessibleName(tr("Hide the lesson"));
    m_text->setAccessibleName(tr("The lesson's text"));
    if (!m_lesson) {
        m_text->clear();
        return;
    }
    const bool korean = language::current() == QLatin1String("ko");
    m_text->document()->setDefaultFont(Theme::instance().font(Theme::Body));
    m_text->setMarkdown(QString::fromUtf8(korean ? m_lesson->pageKorean : m_lesson->pageEnglish));
    // Markdown's own headings are too large for a column, its lines too close for reading.
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level > 1 ? 14 : 0);
        format.setBottomMargin(8);
        cursor.setBlockFormat(format);
        if (level > 0) {
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            letters.setProperty(QTextFormat::FontSizeAdjustment, 0);
            letters.setFont(Theme::instance().font(level == 1 ? Theme::Section : Theme::Body, true));
            cursor.mergeCharFormat(letters);
        }
    }
}

void LessonPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LessonPanel::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(0, 0, 1, height(), c.line);
}

} // namespace lamina
