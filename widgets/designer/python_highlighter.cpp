#include "widgets/designer/python_highlighter.h"

#include "widgets/common/theme.h"

#include <QRegularExpression>

namespace lamina {

namespace {
enum State { Code, InText }; // between """ and """
const QLatin1String quotes("\"\"\"");
} // namespace

PythonHighlighter::PythonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    takeColours();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        takeColours();
        rehighlight();
    });
}

void PythonHighlighter::takeColours()
{
    const ThemeColours& colours = Theme::instance().colours();
    m_word.setForeground(colours.accent);
    m_name.setForeground(colours.text);
    m_name.setFontWeight(QFont::DemiBold);
    m_text.setForeground(colours.good);
    m_number.setForeground(colours.caution);
    m_comment.setForeground(colours.muted);
}

void PythonHighlighter::highlightBlock(const QString& text)
{
    static const QRegularExpression parts(QStringLiteral(
        R"((?<comment>#.*$)|(?<long>""")|(?<text>"(?:[^"\\]|\\.)*"))"
        R"(|\b(?:def|class)\s+(?<name>\w+))"
        R"(|(?<word>\b(?:and|as|break|class|def|elif|else|for|from|if|import|in|is|lambda|not|or|pass|raise)"
        R"(|return|while|with|None|True|False)\b))"
        R"(|(?<number>\b\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?\b))"));
    int from = 0;
    setCurrentBlockState(Code);
    if (previousBlockState() == InText) {
        const qsizetype end = text.indexOf(quotes);
        from = end < 0 ? static_cast<int>(text.size()) : static_cast<int>(end) + 3;
        setFormat(0, from, m_text);
        if (end < 0)
            setCurrentBlockState(InText);
    }
    for (QRegularExpressionMatch match = parts.match(text, from); match.hasMatch();
         match = parts.match(text, from)) {
        const auto paint = [&](const char* group, const QTextCharFormat& format) {
            const QString name = QString::fromLatin1(group);
            if (match.capturedLength(name) > 0)
                setFormat(static_cast<int>(match.capturedStart(name)),
                          static_cast<int>(match.capturedLength(name)), format);
        };
        from = static_cast<int>(match.capturedEnd());
        if (match.capturedLength(QStringLiteral("long")) > 0) {
            const qsizetype end = text.indexOf(quotes, from);
            from = end < 0 ? static_cast<int>(text.size()) : static_cast<int>(end) + 3;
            setFormat(static_cast<int>(match.capturedStart()), from - static_cast<int>(match.capturedStart()),
                      m_text);
            if (end < 0)
                setCurrentBlockState(InText);
            continue;
        }
        if (match.capturedLength(QStringLiteral("name")) > 0)
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                      m_word);
        paint("name", m_name);
        paint("word", m_word);
        paint("text", m_text);
        paint("number", m_number);
        paint("comment", m_comment);
    }
}

} // namespace lamina
