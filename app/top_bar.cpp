#include "app/top_bar.h"

#include "widgets/common/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QToolButton>

namespace lamina {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent), m_menus(new QMenuBar(this)), m_project(new QLabel(this)),
      m_rename(new QLineEdit(m_project)), m_tools(new QWidget(this))
{
    setFixedHeight(44);
    m_menus->setNativeMenuBar(false);
    m_menus->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_project->setAlignment(Qt::AlignCenter);
    m_project->setTextFormat(Qt::RichText);
    m_project->setMinimumWidth(80);
    m_project->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(2);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, Theme::unit, 1);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_menus, 0, Qt::AlignVCenter);
    layout->addWidget(m_project, 1);
    layout->addWidget(m_tools, 0, Qt::AlignVCenter);
    m_rename->setAlignment(Qt::AlignCenter);
    m_rename->hide();
    m_rename->installEventFilter(this);
    m_project->installEventFilter(this);
    connect(m_rename, &QLineEdit::editingFinished, this, [this] {
        if (m_rename->isHidden())
            return;
        m_rename->hide();
        const QString name = m_rename->text().trimmed();
        if (!name.isEmpty() && name != m_name)
            emit renamed(name);
    });
    connect(&Theme::instance(), &Theme::changed, this, &TopBar::showProject);
}

void TopBar::addTool(QAction* action, bool labelled)
{
    auto* button = new QToolButton(m_tools);
    button->setDefaultAction(action);
    button->setIconSize({20, 20});
    button->setFocusPolicy(Qt::TabFocus);
    if (labelled)
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (action->menu())
        button->setPopupMode(QToolButton::InstantPopup);
    const auto name = [button, action] {
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
    };
    connect(action, &QAction::changed, button, name);
    name();
    m_tools->layout()->addWidget(button);
}

void TopBar::addGap()
{
    static_cast<QHBoxLayout*>(m_tools->layout())->addSpacing(Theme::unit);
}

void TopBar::setProject(const QString& name, const QString& filePath, bool modified)
{
    m_name = name;
    m_filePath = filePath;
    m_modified = modified;
    showProject();
}

void TopBar::beginRename()
{
    const int width = std::min(m_project->width(), 360);
    m_rename->setGeometry((m_project->width() - width) / 2, (m_project->height() - Theme::controlHeight) / 2,
                          width, Theme::controlHeight);
    m_rename->setText(m_name);
    m_rename->setAccessibleName(tr("Name of the project"));
    m_rename->show();
    m_rename->selectAll();
    m_rename->setFocus();
}

bool TopBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_project && event->type() == QEvent::MouseButtonDblClick) {
        beginRename();
        return true;
    }
    if (watched == m_rename && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_rename->hide(); // first: what was typed is not taken
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::showProject()
{
    const QString muted = Theme::instance().colours().muted.name();
    const QString name = m_name.isEmpty() ? tr("Untitled") : m_name;
    const QString shown =
        fontMetrics().elidedText(name, Qt::ElideRight, std::max(m_project->width() - 90, 60)).toHtmlEscaped();
    const QString state = m_modified ? tr("edited") : m_filePath.isEmpty() ? tr("not saved") : QString();
    m_project->setText(state.isEmpty()
                           ? QStringLiteral("<b>%1</b>").arg(shown)
                           : QStringLiteral("<b>%1</b>&nbsp;&nbsp;<span style='color:%2'>%3</span>")
                                 .arg(shown, muted, state));
    const QString where = m_filePath.isEmpty() ? tr("This project is not saved in a file yet") : m_filePath;
    m_project->setToolTip(where + QLatin1Char('\n') + tr("Double-click to rename"));
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showProject();
    QWidget::changeEvent(event);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showProject();
}

void TopBar::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = Theme::instance().colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(0, height() - 1, width(), 1, c.line);
}

} // namespace lamina
