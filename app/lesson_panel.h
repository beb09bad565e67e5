// The page of text that belongs to a lesson, beside the work.
#pragma once

#include <QWidget>

class QLabel;
class QTextBrowser;
class QToolButton;

namespace lamina {

struct Lesson;

class LessonPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LessonPanel(QWidget* parent = nullptr);

    void setLesson(const Lesson* lesson); // null: none
    const Lesson* lesson() const { return m_lesson; }

signals:
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    const Lesson* m_lesson = nullptr;
    QLabel* m_heading;
    QToolButton* m_close;
    QTextBrowser* m_text;
};

} // namespace lamina
