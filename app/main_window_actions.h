// What can be asked for from menus, tools and keys.
#pragma once

#include "app/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <array>

namespace lamina {

struct MainWindow::Actions {
    explicit Actions(MainWindow* window);
    void retranslate();

    QMenu* fileMenu;
    QMenu* recentMenu;
    QMenu* editMenu;
    QMenu* viewMenu;
    QMenu* modeMenu; // in viewMenu
    QMenu* languageMenu;
    QMenu* trainingMenu;
    QMenu* helpMenu;

    QAction* newProject;
    QAction* open;
    QAction* save;
    QAction* saveAs;
    QAction* exportModel;
    QAction* savePicture; // of the view of the model that is shown
    QAction* quit;
    QAction* rename;
    QAction* undo;
    QAction* redo;
    std::array<QAction*, 5> modes;
    QAction* dark;
    QAction* lesson;
    QAction* english;
    QAction* korean;
    QAction* language; // the tool with the two above
    QAction* train;
    QAction* goOn; // with the run that was not finished
    QAction* pause;
    QAction* stop;
    QAction* about;
    QAction* aboutQt;
};

} // namespace lamina
