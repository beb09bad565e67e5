#include "app/pages/start_dialog.h"

#include "app/usual_folder.h"
#include "engine/data/open.h"
#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/formats/template_project.h"
#include "engine/model/network.h"
#include "engine/training/data_task.h"
#include "widgets/browser/start_card.h"
#include "widgets/common/labels.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/designer/layer_node.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace lamina {
namespace {

constexpr int cardsInARow = 3;
constexpr int detailsWidth = 288;
constexpr QSize pictureSize(256, 150);

QLabel* plainLabel(const char* role, QWidget* parent)
{
    QLabel* made = wrappedLabel(role, parent);
    made->setTextFormat(Qt::PlainText);
    return made;
}

Index parametersOf(const ModelSpec& model)
{
    Index sum = 0;
    for (const LayerAnalysis& layer : analyse(model).layers)
        sum += layer.parameters;
    return sum;
}

ModelSpec modelOf(const Lesson& lesson)
{
    const Result<Project> project = parseProject(lesson.projectText, lesson.id);
    return project ? project->model : ModelSpec();
}

} // namespace

StartDialog::StartDialog(const Project& open, const QString& folder, bool keepsData, QWidget* parent)
    : QDialog(parent), m_open(open), m_group(new QButtonGroup(this))
{
    setWindowTitle(keepsData ? tr("Choose a model") : tr("New project"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_create = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    setStyleProperty(m_create, "accent", true);
    m_create->setDefault(true);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(2 * Theme::unit);
    sides->addWidget(makeCards(), 1);
    sides->addWidget(makeDetails());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2 * Theme::unit, Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    all->setSpacing(Theme::unit);
    all->addLayout(sides, 1);
    all->addWidget(buttons);
    resize(980, 620);

    m_keep->setChecked(keepsData);
    card(QString::fromLatin1(templates::inOrder().front()->id))->setChecked(true);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool on) {
        if (!on)
            return;
        m_scroll->ensureWidgetVisible(button, 0, Theme::unit);
        choose();
    });
    connect(m_keep, &QCheckBox::toggled, this, [this] {
        fillCards();
        choose();
    });
    connect(m_form, &TaskForm::edited, this, &StartDialog::showDetails);
    connect(m_create, &QPushButton::clicked, this, &StartDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fillCards();
    choose();
    readData(folder);
}

QWidget* StartDialog::makeCards()
{
    auto* cards = new QWidget;
    cards->setObjectName(QStringLiteral("scrolled"));
    auto* grid = new QGridLayout(cards);
    grid->setContentsMargins(0, 0, Theme::unit, 0);
    grid->setSpacing(Theme::unit);
    std::vector<Entry> models, taught;
    for (const ModelTemplate* model : templates::inOrder())
        models.push_back({QString::fromLatin1(model->id), nullptr, model});
    for (const Lesson& lesson : lessons::all())
        taught.push_back({QStringLiteral("lesson-") + QLatin1String(lesson.id), nullptr, nullptr, &lesson});
    addCards(grid, {}, {{QStringLiteral("empty")}, {QStringLiteral("file")}});
    addCards(grid, tr("Templates"), std::move(models));
    addCards(grid, tr("Lessons"), std::move(taught));
    for (int column = 0; column < cardsInARow; ++column)
        grid->setColumnStretch(column, 1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return m_scroll;
}

void StartDialog::addCards(QGridLayout* grid, const QString& title, std::vector<Entry> entries)
{
    int row = grid->rowCount();
    if (!title.isEmpty()) {
        QLabel* head = plainLabel("section", this);
        head->setText(title);
        grid->addWidget(head, row++, 0, 1, cardsInARow);
    }
    int column = 0;
    for (Entry& entry : entries) {
        entry.card = new StartCard;
        m_group->addButton(entry.card);
        grid->addWidget(entry.card, row + column / cardsInARow, column % cardsInARow);
        ++column;
        connect(entry.card, &StartCard::activated, this, [this] {
            if (m_create->isEnabled())
                create();
        });
        m_entries.push_back(entry);
    }
}

QWidget* StartDialog::makeDetails()
{
    auto* details = new QFrame(this);
    details->setProperty("panel", true);
    details->setFixedWidth(detailsWidth);
    m_picture = new QLabel(details);
    m_picture->setFixedHeight(pictureSize.height());
    m_picture->setAlignment(Qt::AlignCenter);
    m_title = plainLabel("section", details);
    m_line = plainLabel("muted", details);
    m_data = plainLabel("muted", details);
    m_form = new TaskForm(details);
    m_cost = plainLabel("", details);
    m_fault = plainLabel("fault", details);
    m_keep = new QCheckBox(tr("Keep data and training"), details);
    m_keep->setToolTip(
        tr("The model of “%1” alone is replaced, which can be undone. Else a new project begins.")
            .arg(QString::fromStdString(m_open.name)));
    auto* column = new QVBoxLayout(details);
    column->setContentsMargins(2 * Theme::unit, Theme::unit, 2 * Theme::unit, Theme::unit);
    column->setSpacing(Theme::unit);
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_picture, m_title, m_line, m_data, m_form, m_cost, m_fault})
        column->addWidget(each);
    column->addStretch(1);
    column->addWidget(m_keep);
    return details;
}

void StartDialog::readData(const QString& folder)
{
    const QPointer<StartDialog> self(this);
    QThreadPool::globalInstance()->start([self, data = m_open.data, folder = folder.toStdString(),
                                          seed = m_open.seed, training = m_open.training] {
        std::optional<ModelTask> task;
        if (const Result<DataParts> parts = openData(data, folder, seed))
            task = taskOf(taskFacts(*parts), training);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, task] {
                if (!self)
                    return;
                self->m_dataTask = task;
                self->fillCards();
                self->choose();
                emit self->dataRead();
            },
            Qt::QueuedConnection);
    });
}

StartCard* StartDialog::card(const QString& id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : found->card;
}

const StartDialog::Entry& StartDialog::current() const
{
    const auto found =
        std::ranges::find_if(m_entries, [](const Entry& each) { return each.card->isChecked(); });
    return found == m_entries.end() ? m_entries.front() : *found;
}

std::optional<ModelTask> StartDialog::dataTask() const
{
    return m_keep->isChecked() ? m_dataTask : std::nullopt;
}

ModelTask StartDialog::firstTask(const ModelTemplate& model) const
{
    return dataTask().value_or(model.usual);
}

void StartDialog::fillCards()
{
    for (const Entry& entry : m_entries) {
        if (entry.model) {
            Result<ModelSpec> built = entry.model->build(firstTask(*entry.model));
            const bool fits = static_cast<bool>(built);
            if (!fits)
                built = entry.model->build(entry.model->usual);
            entry.card->setModel(*built);
            entry.card->setWords(words(entry.model->title), words(entry.model->line),
                                 fits ? tr("%1 parameters").arg(number::count(parametersOf(*built)))
                                      : tr("not for these data"),
                                 fits);
        } else if (entry.lesson) {
            const ModelSpec model = modelOf(*entry.lesson);
            entry.card->setModel(model);
            entry.card->setWords(words(entry.lesson->title), words(entry.lesson->line),
                                 tr("%1 parameters").arg(number::count(parametersOf(model))));
        } else if (entry.id == QLatin1String("empty")) {
            entry.card->setSymbol(QStringLiteral("new"));
            entry.card->setWords(tr("Empty canvas"), tr("No layer yet: put one after the other yourself."),
                                 {});
        } else {
            entry.card->setSymbol(QStringLiteral("open"));
            entry.card->setWords(tr("A file of Keras"),
                                 tr("A trained model from a .h5 or .keras file, with its weights."), {});
        }
    }
}

void StartDialog::choose()
{
    const Entry& entry = current();
    if (entry.model)
        m_form->setTask(firstTask(*entry.model), *entry.model, false);
    showDetails();
}

void StartDialog::showDetails()
{
    const Entry& entry = current();
    m_title->setText(entry.card->text());
    QString purpose, cost, fault;
    ModelSpec model;
    if (entry.model) {
        purpose = tr("Made for: %1").arg(words(entry.model->data));
        if (const auto& task = dataTask())
            purpose += QLatin1Char('\n') + tr("Your data: %1").arg(LayerNode::shapeText(task->input));
        const Result<ModelSpec> built = entry.model->build(m_form->task());
        if (built)
            model = *built;
        else
            fault = faultsInOneText(built.faults());
        // What the data decide is fixed while the network takes it. The rest comes and goes with the
        // classifier.
        ModelTask whole = m_form->task();
        whole.top = true;
        m_form->setTask(m_form->task(), *entry.model, built && dataTask() == whole);
    } else if (entry.lesson) {
        model = modelOf(*entry.lesson);
    }
    if (!model.layers.empty()) {
        const Index parameters = parametersOf(model);
        cost = tr("%n layers", nullptr, static_cast<int>(model.layers.size())) + QStringLiteral("  ·  ")
            + tr("%1 parameters").arg(number::full(parameters));
    }
    m_form->setVisible(entry.model != nullptr);
    const auto tell = [](QLabel* shown, const QString& text) {
        shown->setText(text);
        shown->setVisible(!text.isEmpty());
    };
    tell(m_line, entry.card->toolTip());
    tell(m_data, purpose);
    tell(m_cost, cost);
    tell(m_fault, fault);
    QPixmap pixmap(pictureSize * devicePixelRatio());
    pixmap.setDevicePixelRatio(devicePixelRatio());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    ModelPicture(model, pictureSize).paint(painter, QRectF(QPointF(), pictureSize));
    painter.end();
    m_picture->setPixmap(pixmap);
    m_picture->setVisible(!model.layers.empty());
    m_create->setEnabled(fault.isEmpty());
    m_create->setText(entry.id == QLatin1String("file") ? tr("Choose a file…")
                          : m_keep->isChecked()         ? tr("Replace the model")
                                                        : tr("Create"));
}

QString StartDialog::costText() const
{
    return m_cost->text();
}

QString StartDialog::faultText() const
{
    return m_fault->text();
}

void StartDialog::create()
{
    const Entry& entry = current();
    StartChoice choice;
    choice.keepsData = m_keep->isChecked();
    if (entry.model) {
        Result<Project> project =
            projectFrom(*entry.model, m_form->task(), words(entry.model->title).toStdString());
        if (!project)
            return; // the panel says why
        choice.project = *std::move(project);
    } else if (entry.lesson) {
        choice.lessonId = QString::fromLatin1(entry.lesson->id);
    } else if (entry.id == QLatin1String("file")) {
        choice.modelFile = QFileDialog::getOpenFileName(
            this, tr("Open a model of Keras"), usualFolder(QStandardPaths::DocumentsLocation),
            tr("Keras models (*.h5 *.hdf5 *.keras);;All files (*)"));
        if (choice.modelFile.isEmpty())
            return;
    } else {
        choice.project = emptyProject(newName().toStdString());
    }
    accept();
    emit chosen(choice);
}

void StartDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    current().card->setFocus(Qt::OtherFocusReason);
}

} // namespace lamina
