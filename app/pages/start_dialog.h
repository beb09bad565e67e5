// What a project or its model starts from: nothing, a template, a lesson, a file of Keras.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QDialog>

#include "app/pages/task_form.h"
#include "engine/model/project.h"

#include <optional>

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace lamina {

class StartCard;
struct Lesson;
struct TaskFacts;

struct StartChoice {
    Project project; // unless one of these two is named
    QString lessonId;
    QString modelFile; // of Keras
    bool keepsData = false; // the model alone is wanted; data and training of the open project stay
};

class StartDialog final : public QDialog {
    Q_OBJECT
public:
    // `open`, in `folder`: the project whose model may be replaced; its data are opened in the background.
    StartDialog(const Project& open, const QString& folder, bool keepsData, QWidget* parent = nullptr);

    static QString newName() { return tr("New project"); } // of a project that nobody has named

    StartCard* card(const QString& id) const; // "empty", "file", a template's id, "lesson-" and a lesson's
    TaskForm* form() const { return m_form; }
    QCheckBox* keepBox() const { return m_keep; }
    QPushButton* createButton() const { return m_create; }
    QString costText() const;
    QString faultText() const;

signals:
    void chosen(const lamina::StartChoice& choice);
    void dataRead(); // what they ask for is known, or cannot be

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Entry {
        QString id;
        StartCard* card = nullptr;
        const ModelTemplate* model = nullptr;
        const Lesson* lesson = nullptr;
    };
    QWidget* makeCards();
    QWidget* makeDetails();
    void addCards(QGridLayout* grid, const QString& title, std::vector<Entry> entries);
    void readData(const QString& folder);
    const Entry& current() const;
    std::optional<ModelTask> dataTask() const; // that the network has to fit
    ModelTask firstTask(const ModelTemplate& model) const;
    void fillCards();
    void choose();
    void showDetails();
    void create();

    Project m_open;
    std::optional<ModelTask> m_dataTask;
    std::vector<Entry> m_entries;
    QButtonGroup* m_group;
    QScrollArea* m_scroll;
    QLabel *m_title, *m_line, *m_data, *m_picture, *m_cost, *m_fault;
    TaskForm* m_form;
    QCheckBox* m_keep;
    QPushButton* m_create;
};

} // namespace lamina
