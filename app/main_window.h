// The one window: the rail of modes, the pages, menus, messages, and what is remembered of them.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QMainWindow>

#include "app/studio.h"

#include <functional>

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace lamina {

class LessonPanel;
class MessageBar;
class Rail;
struct StartChoice;
class TopBar;

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Studio& studio() { return m_studio; }
    Rail* rail() const { return m_rail; }
    MessageBar* messages() const { return m_messages; }
    Mode mode() const;

    void setMode(Mode mode);
    void openProject(const QString& filePath); // asks first if something would be lost
    void openLesson(const QString& id);
    // What the last session left open, or the first lesson.
    void restore();
    // Opens the project, if it is not open, and goes on with its run.
    void goOnWith(const QString& projectFile, const QString& runFolder);

protected:
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Actions;

    void makePages();
    void makeActions();
    void makeMenus();
    void connectStudio();
    void retranslate();

    void showFaults(const QString& title, const Faults& faults);
    bool loadFile(const QString& filePath); // a project or a model, told by content
    bool loadUnsaved(const QString& runFolder); // the project that a run has kept
    bool loadModel(const QString& filePath);
    void exportModel();
    void loadLesson(const QString& id);
    void connectStart(); // main_window_start.cpp, with the next five
    void chooseStart(bool keepsData); // of a new project, or of the open one's model
    void startFrom(const StartChoice& choice);
    void replaceModel(const StartChoice& choice);
    void recover(const QString& path);
    void offerLostWork();
    void chooseProject();
    bool save();
    bool saveAs();
    bool saveTo(const QString& filePath);
    // Save / Discard / Cancel when there are unsaved changes. False: the person wants to stay.
    bool mayReplaceProject();
    // A running training ends first, keeping its checkpoint; then `then` is called.
    void afterTraining(const QString& question, std::function<void()> then);

    void showProjectName();
    void showTraining();
    void setLesson(const QString& id);
    void showLessonPanel(bool shown);
    void noteRecent(const QString& filePath);
    void fillRecentMenu();
    void setLanguage(const QString& code);
    void about();

    Studio m_studio;
    TopBar* m_top;
    Rail* m_rail;
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    LessonPanel* m_lessonPanel;
    std::unique_ptr<Actions> m_actions;
    QString m_lessonId;
    double m_trainingDone = -1; // 0 … 1
    qint64 m_epochs = 1;
    qint64 m_stepsPerEpoch = 1;
    std::function<void()> m_afterTraining;
};

} // namespace lamina
