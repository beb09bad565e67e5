// Light colours for Python: words of the language, texts, numbers, comments.
#pragma once

#include <QSyntaxHighlighter>

namespace lamina {

class PythonHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit PythonHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;

private:
    void takeColours();

    QTextCharFormat m_word, m_name, m_text, m_number, m_comment;
};

} // namespace lamina
