// Where one begins: lessons as cards, the recent projects, a new one.
#pragma once

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lamina {

class LessonCard;
class Studio;
struct InterruptedRun;

class HomePage final : public QWidget {
    Q_OBJECT
public:
    explicit HomePage(Studio& studio, QWidget* parent = nullptr);

    LessonCard* card(const QString& lessonId) const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeCards();
    void retranslate();
    void placeCards();
    void fillRecent();
    void fillInterrupted();
    void dismissRun(const InterruptedRun& run);

    Studio& m_studio;
    QWidget* m_column; // all of it, at most so wide that lines stay readable
    QLabel* m_welcome;
    QLabel* m_line;
    QLabel* m_interruptedTitle;
    QWidget* m_interrupted;
    QLabel* m_learn;
    QLabel* m_continue;
    QWidget* m_recent;
    QPushButton* m_new;
    QPushButton* m_open;
    QGridLayout* m_grid;
    QVBoxLayout* m_recentLayout;
    std::map<QString, LessonCard*> m_cards;
    int m_columns = 0;
};

} // namespace lamina
