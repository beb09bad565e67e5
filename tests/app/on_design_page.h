// What the tests of the Design page begin with: a project on the page, in a window of its own.
#pragma once

#include "app/pages/design_page.h"
#include "app/studio.h"
#include "tests/app/example_project.h"
#include "tests/support/settings_in.h"

#include <QSettings>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace lamina::test {

class OnDesignPage : public QObject {
protected:
    // Everything anew, with settings of nobody's; the keyboard is on the canvas.
    bool open(const Project& project = exampleProject(), QSize size = {1200, 700})
    {
        useSettingsIn(m_settings);
        QSettings().clear();
        m_page.reset();
        m_studio = std::make_unique<Studio>();
        m_studio->document().setProject(project, {});
        openPage(size);
        if (!QTest::qWaitForWindowActive(m_page.get()))
            return false;
        m_page->graph()->setFocus();
        return true;
    }
    // Another page of the same studio, as at the next start of the program.
    void openPage(QSize size)
    {
        m_page.reset();
        m_page = std::make_unique<DesignPage>(*m_studio);
        m_page->resize(size);
        m_page->show();
    }
    // By what a screen reader is told.
    QToolButton* tool(const char* name) const
    {
        for (QToolButton* each : m_page->findChildren<QToolButton*>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }
    ProjectDocument& document() const { return m_studio->document(); }
    const Project& project() const { return document().project(); }

    QTemporaryDir m_settings;
    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<DesignPage> m_page;
};

} // namespace lamina::test
