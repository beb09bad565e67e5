#include "app/pages/home_page.h"

#include "app/lesson_pictures.h"
#include "app/pages/lost_work_list.h"
#include "app/runs.h"
#include "app/settings.h"
#include "app/studio.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/model/network.h"
#include "widgets/browser/lesson_card.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace lamina {
namespace {

constexpr int widest = 1120;
constexpr int picturesOnCard = 40;
constexpr int recentShown = 5;
constexpr int dismissedKept = 100;

// A run that went on since is another one to be told of.
QString nameOfStanding(const InterruptedRun& run)
{
    return QStringLiteral("%1:%2:%3").arg(run.standing.epochs).arg(run.standing.step).arg(run.folder);
}

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

// Small pictures of cats and dogs, in the colours of the series.
std::vector<QImage> drawnPets()
{
    constexpr int side = 72;
    constexpr int inset = 7;
    static constexpr std::array<QRgb, 7> grounds{0xFF35506B, 0xFF7A4B2A, 0xFF2F5D50, 0xFF6A3F5F,
                                                 0xFF5C5A2E, 0xFF3A4A7A, 0xFF704040};
    std::vector<QImage> pictures;
    for (int i = 0; i < 35; ++i) {
        // Neither alternating nor in stripes: an order that looks like none.
        const bool cat = (i * 7 + i / 3) % 5 < 3;
        QImage picture(side, side, QImage::Format_RGB32);
        picture.fill(grounds[static_cast<std::size_t>((i * 3 + i / 7) % 7)]);
        QPainter painter(&picture);
        painter.drawImage(inset, inset,
                          iconImage(cat ? QStringLiteral("cat") : QStringLiteral("dog"),
                                    QColor(0xF4, 0xEF, 0xE6), side - 2 * inset));
        painter.end();
        pictures.push_back(picture);
    }
    return pictures;
}

std::vector<LessonCard::Layer> networkOf(const Project& project, const ModelAnalysis& analysis)
{
    std::vector<LessonCard::Layer> layers;
    for (std::size_t i = 0; i < project.model.layers.size(); ++i) {
        const LayerType* type = layers::find(project.model.layers[i].className);
        const bool known = i < analysis.layers.size() && !analysis.layers[i].outputs.empty();
        if (!type || !known)
            continue;
        // From one number to a hundred thousand, by their logarithm.
        const auto elements = static_cast<double>(analysis.layers[i].outputs.front().elements());
        layers.push_back({type->family, std::clamp(std::log10(std::max(elements, 1.0)) / 4.5, 0.0, 1.0)});
    }
    return layers;
}

} // namespace

HomePage::HomePage(Studio& studio, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_column(new QWidget), m_welcome(roleLabel("page", m_column)),
      m_line(roleLabel("muted", m_column)), m_interruptedTitle(roleLabel("section", m_column)),
      m_interrupted(new QWidget(m_column)), m_learn(roleLabel("section", m_column)),
      m_continue(roleLabel("section", m_column)), m_recent(new QWidget(m_column)),
      m_new(new QPushButton(m_column)), m_open(new QPushButton(m_column)), m_grid(new QGridLayout),
      m_recentLayout(new QVBoxLayout(m_recent))
{
    m_column->setMaximumWidth(widest);
    m_new->setIcon(icon(QStringLiteral("new")));
    m_open->setIcon(icon(QStringLiteral("open")));
    m_recentLayout->setContentsMargins(0, 0, 0, 0);
    m_recentLayout->setSpacing(4);
    m_grid->setSpacing(2 * Theme::unit);

    auto* greeting = new QVBoxLayout;
    greeting->setSpacing(4);
    greeting->addWidget(m_welcome);
    greeting->addWidget(m_line);
    auto* head = new QHBoxLayout;
    head->addLayout(greeting, 1);
    head->addWidget(m_new, 0, Qt::AlignVCenter);
    head->addWidget(m_open, 0, Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(m_column);
    layout->setContentsMargins(4 * Theme::unit, 3 * Theme::unit, 4 * Theme::unit, 3 * Theme::unit);
    layout->setSpacing(Theme::unit);
    layout->addLayout(head);
    layout->addSpacing(2 * Theme::unit);
    layout->addWidget(new LostWorkList(m_studio, m_column));
    layout->addWidget(m_interruptedTitle);
    layout->addWidget(m_interrupted);
    layout->addWidget(m_learn);
    layout->addSpacing(4);
    layout->addLayout(m_grid);
    layout->addSpacing(3 * Theme::unit);
    layout->addWidget(m_continue);
    layout->addWidget(m_recent);
    layout->addStretch(1);

    auto* centred = new QWidget;
    centred->setObjectName(QStringLiteral("scrolled"));
    auto* sides = new QHBoxLayout(centred);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addStretch(1);
    sides->addWidget(m_column, 1000);
    sides->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(centred);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    connect(m_new, &QPushButton::clicked, &m_studio, &Studio::newRequested);
    connect(m_open, &QPushButton::clicked, &m_studio, &Studio::openRequested);
    auto* interrupted = new QVBoxLayout(m_interrupted);
    interrupted->setContentsMargins(0, 0, 0, 2 * Theme::unit);
    interrupted->setSpacing(4);
    connect(&m_studio.document(), &ProjectDocument::filePathChanged, this, &HomePage::fillRecent);
    connect(&m_studio.session(), &TrainingSession::stateChanged, this, &HomePage::fillInterrupted);
    makeCards();
    retranslate();
}

LessonCard* HomePage::card(const QString& lessonId) const
{
    const auto found = m_cards.find(lessonId);
    return found == m_cards.end() ? nullptr : found->second;
}

void HomePage::makeCards()
{
    for (const Lesson& lesson : lessons::all()) {
        const QString id = QString::fromLatin1(lesson.id);
        auto* made = new LessonCard(m_column);
        connect(made, &QAbstractButton::clicked, this, [this, id] { emit m_studio.lessonRequested(id); });
        m_cards[id] = made;
        const Result<Project> project = parseProject(lesson.projectText, lesson.id);
        if (project && project->data.source == "image_folder")
            made->setPictures(drawnPets()); // until there are photographs
    }
    auto* pictures = new LessonPictures(this);
    connect(pictures, &LessonPictures::picturesRead, this,
            [this](const QString& id, const std::vector<QImage>& read) {
                LessonCard* found = card(id);
                if (found && !read.empty()) // else what stands there stays
                    found->setPictures(read);
            });
    connect(pictures, &LessonPictures::wordsRead, this, [this](const QString& id, const QStringList& read) {
        if (LessonCard* found = card(id))
            found->setSamples(read);
    });
    pictures->read(picturesOnCard);
    setFocusProxy(card(QString::fromLatin1(lessons::all().front().id)));
}

void HomePage::retranslate()
{
    m_welcome->setText(tr("Welcome to Lamina"));
    m_line->setText(tr("Build a neural network, train it on your own processor, and try it."));
    m_interruptedTitle->setText(tr("Interrupted run"));
    m_learn->setText(tr("Learn"));
    m_continue->setText(tr("Continue"));
    m_new->setText(tr("New project…"));
    m_open->setText(tr("Open…"));
    for (const Lesson& lesson : lessons::all()) {
        LessonCard* made = card(QString::fromLatin1(lesson.id));
        QString facts;
        if (const Result<Project> project = parseProject(lesson.projectText, lesson.id)) {
            const ModelAnalysis analysis = analyse(project->model);
            Index parameters = 0;
            for (const LayerAnalysis& layer : analysis.layers)
                parameters += layer.parameters;
            facts = tr("%1 layers · %2 parameters · %3 epochs")
                        .arg(project->model.layers.size())
                        .arg(number::count(parameters))
                        .arg(project->training.epochs);
            made->setNetwork(networkOf(*project, analysis));
        }
        made->setWords(words(lesson.title), words(lesson.line), facts);
    }
    fillRecent();
    fillInterrupted();
}

void HomePage::fillInterrupted()
{
    if (!isVisible()) // showEvent() comes here again
        return;
    empty(m_interrupted->layout());
    QStringList projects = settings::recentProjects.value().mid(0, recentShown);
    QList<InterruptedRun> runs = interruptedRuns(projects);
    runs.removeIf([dismissed = settings::dismissedRuns.value()](const InterruptedRun& run) {
        return dismissed.contains(nameOfStanding(run));
    });
    for (const InterruptedRun& run : runs) {
        auto* row = new QFrame(m_interrupted);
        row->setProperty("panel", true);
        auto* name = new QLabel(run.name, row);
        name->setFont(Theme::instance().font(Theme::Body, true));
        auto* where = roleLabel("muted", row);
        const QString when = QLocale().toString(
            QFileInfo(run.folder + QStringLiteral("/project.lamina")).lastModified(), QLocale::ShortFormat);
        where->setText(tr("%1 of %2 epochs · begun %3").arg(run.standing.epochs).arg(run.epochs).arg(when));
        row->setToolTip(QDir::toNativeSeparators(run.folder));
        auto* goOn = new QPushButton(tr("Go on"), row);
        goOn->setIcon(icon(QStringLiteral("go-on")));
        goOn->setAccessibleName(tr("Go on with %1").arg(run.name));
        auto* dismiss = new QToolButton(row);
        dismiss->setIcon(icon(QStringLiteral("close")));
        dismiss->setAccessibleName(tr("Dismiss %1").arg(run.name));
        dismiss->setToolTip(tr("Take the run off this page; its files stay"));
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(2 * Theme::unit, 4, 4, 4);
        line->setSpacing(Theme::unit);
        line->addWidget(name);
        line->addWidget(where, 1);
        line->addWidget(goOn);
        line->addWidget(dismiss);
        connect(goOn, &QPushButton::clicked, this,
                [this, run] { emit m_studio.goOnRequested(run.projectFile, run.folder); });
        connect(dismiss, &QToolButton::clicked, this, [this, run] { dismissRun(run); });
        m_interrupted->layout()->addWidget(row);
    }
    m_interruptedTitle->setVisible(!runs.empty());
    m_interrupted->setVisible(!runs.empty());
}

void HomePage::dismissRun(const InterruptedRun& run)
{
    QStringList dismissed = settings::dismissedRuns.value();
    dismissed.prepend(nameOfStanding(run));
    settings::dismissedRuns.set(dismissed.mid(0, dismissedKept));
    fillInterrupted();
}

void HomePage::fillRecent()
{
    empty(m_recentLayout);
    int shown = 0;
    for (const QString& path : settings::recentProjects.value()) {
        const QFileInfo file(path);
        if (!file.exists() || shown == recentShown)
            continue;
        ++shown;
        auto* row = new QPushButton(m_recent);
        row->setProperty("flat", true);
        row->setIcon(icon(QStringLiteral("design")));
        QString folder = QDir::toNativeSeparators(file.absolutePath());
        if (folder.startsWith(QDir::homePath()))
            folder.replace(0, QDir::homePath().size(), QStringLiteral("~"));
        const QString when = QLocale().toString(file.lastModified(), QLocale::ShortFormat);
        row->setText(QStringLiteral("%1    %2    %3").arg(file.completeBaseName(), folder, when));
        row->setToolTip(path);
        row->setStyleSheet(QStringLiteral("text-align: left;"));
        connect(row, &QPushButton::clicked, this, [this, path] { emit m_studio.projectRequested(path); });
        m_recentLayout->addWidget(row);
    }
    m_continue->setVisible(shown > 0);
    m_recent->setVisible(shown > 0);
}

// As many cards in a row as fit; they grow together.
void HomePage::placeCards()
{
    const int room = std::min(width(), widest) - 8 * Theme::unit;
    const int columns = std::clamp(room / 260, 1, std::min(4, static_cast<int>(lessons::all().size())));
    if (columns == m_columns)
        return;
    m_columns = columns;
    int at = 0;
    for (const Lesson& lesson : lessons::all()) {
        m_grid->addWidget(card(QString::fromLatin1(lesson.id)), at / columns, at % columns);
        ++at;
    }
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void HomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HomePage::showEvent(QShowEvent* event)
{
    fillRecent();
    fillInterrupted();
    // What to press next; also keeps the ring off the tools above.
    if (!m_cards.empty() && !isAncestorOf(window()->focusWidget()))
        setFocus(Qt::OtherFocusReason);
    QWidget::showEvent(event);
}

void HomePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeCards();
}

} // namespace lamina
