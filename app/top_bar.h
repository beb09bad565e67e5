// The slim bar above the pages: menus, the project's name, undo and redo, lesson, theme and language.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenuBar;
class QToolButton;

namespace lamina {

class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    QMenuBar* menus() const { return m_menus; }
    void addTool(QAction* action, bool labelled = false);
    void addGap();
    void setProject(const QString& name, const QString& filePath, bool modified);
    void beginRename(); // also by a double click on the name

signals:
    void renamed(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showProject();

    QMenuBar* m_menus;
    QLabel* m_project;
    QLineEdit* m_rename;
    QWidget* m_tools;
    QString m_name;
    QString m_filePath;
    bool m_modified = false;
};

} // namespace lamina
