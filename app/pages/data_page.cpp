#include "app/pages/data_page.h"

#include "app/commands/set_data.h"
#include "app/pages/augment_preview.h"
#include "app/pages/data_settings.h"
#include "app/settings.h"
#include "app/studio.h"
#include "widgets/browser/augment_strip.h"
#include "widgets/browser/class_chart.h"
#include "widgets/browser/sample_grid.h"
#include "widgets/browser/sample_model.h"
#include "widgets/browser/sample_table.h"
#include "widgets/browser/sample_view.h"
#include "widgets/common/brief_button.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/pair_bar.h"
#include "widgets/common/side_panel.h"
#include "widgets/common/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace lamina {
namespace {

constexpr int sideWidth = 248;
constexpr int rightWidth = 264;
constexpr int typingPause = 400; // ms without an edit before the data is opened again

} // namespace

DataPage::DataPage(Studio& studio, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_settings(new DataSettings), m_samples(new SampleModel(this)),
      m_rows(new SampleTable(this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setProperty("slim", true);
    m_splitter->setHandleWidth(4);
    m_splitter->addWidget(new SidePanel(m_settings, "right"));
    m_splitter->addWidget(makeMiddle());
    m_splitter->addWidget(new SidePanel(makeRight(), "left"));
    m_splitter->setCollapsible(1, false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    if (!m_splitter->restoreState(settings::dataPanels.value()))
        m_splitter->setSizes({sideWidth, 700, rightWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setFocusProxy(m_settings);
    connectAll();
    retranslate();
    showBusy(false);
    dataChanged();
}

DataPage::~DataPage() = default;

QWidget* DataPage::makeMiddle()
{
    auto* middle = new QWidget;
    m_partGroup = new QButtonGroup(this);
    const auto group = [middle] {
        auto* tools = new QWidget(middle);
        auto* line = new QHBoxLayout(tools);
        line->setContentsMargins(Theme::unit, Theme::unit / 2, Theme::unit, Theme::unit / 2);
        line->setSpacing(2);
        return tools;
    };
    QWidget* parts = group();
    for (std::size_t i = 0; i < m_partButtons.size(); ++i) {
        auto* button = new BriefButton(parts);
        button->setCheckable(true);
        button->setFlat(true);
        m_partGroup->addButton(button, static_cast<int>(i));
        m_partButtons[i] = button;
        parts->layout()->addWidget(button);
    }
    m_partButtons[0]->setChecked(true);
    QWidget* look = group();
    m_classes = new QComboBox(look);
    m_classes->setMinimumWidth(112);
    m_size = new QSlider(Qt::Horizontal, look);
    m_size->setRange(28, 160);
    m_size->setFixedWidth(72);
    look->layout()->addWidget(m_classes);
    look->layout()->addWidget(m_size);

    m_busy = new QProgressBar(middle);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(3);
    m_message = new MessageBar(middle);
    m_grid = new SampleGrid(middle);
    m_grid->setSampleModel(m_samples);
    m_grid->setThumbnailSide(settings::thumbnailSide.value());
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setStyleSheet(QStringLiteral("QListView { border: 0; border-radius: 0; }"));
    m_size->setValue(m_grid->thumbnailSide());
    m_table = new QTableView(middle);
    m_table->setModel(m_rows);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_views = new QStackedWidget(middle);
    m_views->addWidget(m_grid);
    m_views->addWidget(m_table);
    m_views->addWidget(makeEmptyPage());

    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addSpacing(Theme::unit / 2);
    layout->addWidget(new PairBar(parts, look, middle));
    layout->addSpacing(Theme::unit / 2);
    layout->addWidget(m_busy);
    auto* strip = new AugmentStrip(middle);
    m_augmented = new AugmentPreview(strip, this);
    layout->addWidget(strip);
    layout->addWidget(m_views, 1);
    return middle;
}

QWidget* DataPage::makeRight()
{
    m_right = new QWidget;
    m_classTitle = new QLabel(m_right);
    m_classTitle->setProperty("role", "section");
    m_chart = new ClassChart(m_right);
    m_sampleTitle = new QLabel(m_right);
    m_sampleTitle->setProperty("role", "section");
    m_view = new SampleView(m_right);
    auto* layout = new QVBoxLayout(m_right);
    layout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_classTitle);
    layout->addWidget(m_chart);
    layout->addSpacing(Theme::unit);
    layout->addWidget(m_sampleTitle);
    layout->addWidget(m_view, 1);
    return m_right;
}

void DataPage::connectAll()
{
    const ProjectDocument& document = m_studio.document();
    connect(&document, &ProjectDocument::replaced, this, [this] {
        m_parts = {}; // another project's data is not what the person had
        showPart(Part::Training);
        m_message->dismiss();
        m_stale = true; // told anew, even if it is the same that could not be opened before
        dataChanged();
    });
    connect(&document, &ProjectDocument::dataChanged, this, &DataPage::dataChanged);
    connect(&document, &ProjectDocument::filePathChanged, this, &DataPage::dataChanged);
    connect(&document, &ProjectDocument::identityChanged, this, &DataPage::dataChanged);
    connect(m_settings, &DataSettings::dataEdited, this,
            [this](const DataSpec& wanted, const QString& what, const QString& key) {
                // Edits of one and the same thing in a row are one step of undo.
                if (key.isEmpty() || key != m_gestureKey)
                    m_gesture = key.isEmpty() ? Gesture::single() : Gesture::begin();
                m_gestureKey = key;
                m_studio.document().execute(new SetData(wanted, what, m_gesture));
            });
    connect(&m_session, &DataSession::opened, this, &DataPage::opened);
    connect(&m_session, &DataSession::failed, this, &DataPage::failed);
    connect(&m_session, &DataSession::pictureRead, m_samples, &SampleModel::setPicture);
    connect(&m_session, &DataSession::classesRead, this, &DataPage::addClasses);
    connect(&m_session, &DataSession::sampleRead, this, [this](const SampleView::Sample& sample) {
        m_sample = sample;
        m_view->setSample(sample);
        showAugmented();
    });
    connect(m_samples, &SampleModel::pictureWanted, &m_session, &DataSession::wantPicture);
    connect(m_grid, &SampleGrid::sampleChosen, &m_session, &DataSession::wantSample);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    m_session.wantSample(current.row());
            });
    connect(m_partGroup, &QButtonGroup::idClicked, this, [this](int at) { showPart(static_cast<Part>(at)); });
    connect(m_classes, &QComboBox::activated, this, [this](int at) { filterClass(at - 1); });
    connect(m_chart, &ClassChart::classClicked, this, &DataPage::filterClass);
    connect(m_size, &QSlider::valueChanged, this, [this](int side) {
        m_grid->setThumbnailSide(side);
        settings::thumbnailSide.set(side);
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { settings::dataPanels.set(m_splitter->saveState()); });
}

DatasetPtr DataPage::dataset(Part part) const
{
    switch (part) {
    case Part::Training:
        return m_parts.train;
    case Part::Validation:
        return m_parts.validation;
    case Part::Test:
        return m_parts.test;
    }
    return nullptr;
}

void DataPage::dataChanged()
{
    const Project& project = m_studio.document().project();
    m_settings->setData(project.data);
    showAugmented();
    // Preparation and augmentation do not change what the samples are.
    DataSpec spec = project.data;
    spec.preprocess.clear();
    spec.augment.clear();
    spec.input.clear();
    const QString folder = m_studio.document().folder();
    if (!m_stale && spec == m_openedSpec && folder == m_openedFolder && project.seed == m_openedSeed)
        return;
    m_openedSpec = spec;
    m_openedFolder = folder;
    m_openedSeed = project.seed;
    m_stale = true;
    openSoon();
}

// Not while the page is hidden, nor at every letter of a path.
void DataPage::openSoon()
{
    if (!isVisible())
        return;
    showBusy(true);
    QTimer::singleShot(m_parts.train ? typingPause : 0, this, [this, spec = m_openedSpec] {
        if (m_stale && spec == m_openedSpec)
            open();
    });
}

void DataPage::open()
{
    m_stale = false;
    showBusy(true);
    m_session.open(m_openedSpec, m_openedFolder.toStdString(), m_openedSeed);
}

void DataPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        open();
}

void DataPage::hideEvent(QHideEvent* event)
{
    m_gestureKey.clear();
    QWidget::hideEvent(event);
}

void DataPage::opened(const DataParts& parts)
{
    showBusy(false);
    m_message->dismiss();
    m_parts = parts;
    if (!parts.notes.empty()) {
        QStringList notes;
        for (const std::string& note : parts.notes)
            notes << QString::fromStdString(note);
        m_message->showMessage(MessageBar::Kind::Caution, notes.join(QLatin1Char('\n')));
    }
    nameParts();
    showPart(dataset(m_part) ? m_part : Part::Training);
}

void DataPage::showBusy(bool busy)
{
    // It keeps its place, so that the page does not jump.
    m_busy->setRange(0, busy ? 0 : 1);
    m_busy->setValue(0);
    m_busy->setStyleSheet(busy ? QString() : QStringLiteral("background: transparent;"));
    m_busy->setAccessibleName(busy ? tr("Opening the data") : QString());
}

void DataPage::showPart(Part part)
{
    m_part = part;
    m_partButtons[static_cast<std::size_t>(part)]->setChecked(true);
    const DatasetPtr set = dataset(part);
    m_session.show(set);
    m_classNames.clear();
    if (set && m_session.classField() >= 0) {
        for (const std::string& name :
             set->fields()[static_cast<std::size_t>(m_session.classField())].classNames)
            m_classNames << QString::fromStdString(name);
    }
    const bool pictures = set && m_session.pictureField() >= 0;
    m_samples->setSamples(pictures ? set->size() : 0, m_classNames);
    m_rows->setDataset(pictures ? nullptr : set);
    m_counts.assign(static_cast<std::size_t>(m_classNames.size()), 0);
    m_chart->setChosen(-1);
    m_chart->setCounts(m_classNames, m_counts);
    m_view->setSample({});
    m_sample = {};
    showAugmented();
    const bool classes = m_session.classField() >= 0;
    m_classTitle->setVisible(classes);
    m_chart->setVisible(classes);
    m_classes->setVisible(classes && pictures);
    m_size->setVisible(pictures);
    nameParts();
    if (!set)
        m_views->setCurrentWidget(m_emptyPage);
    else
        m_views->setCurrentWidget(pictures ? static_cast<QWidget*>(m_grid) : m_table);
}

void DataPage::retranslate()
{
    m_classes->setAccessibleName(tr("Show one class"));
    m_size->setAccessibleName(tr("Size of the pictures"));
    m_size->setToolTip(tr("Size of the pictures (Ctrl+wheel)"));
    m_grid->setAccessibleName(tr("Samples"));
    m_table->setAccessibleName(tr("Samples"));
    explainEmptiness();
    m_classTitle->setText(tr("Classes"));
    m_sampleTitle->setText(tr("Sample"));
    nameParts();
}

void DataPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lamina
