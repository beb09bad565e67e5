#include "app/pages/data_settings.h"

#include "app/pages/part_editors.h"
#include "engine/core/numbers.h"
#include "engine/data/augment.h"
#include "engine/data/preprocess_type.h"
#include "engine/data/source_type.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/inspector/field_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace lamina {
namespace {

// "scale 0.00392157, offset 0"
QString shortConfig(const PartSpec& step)
{
    QStringList parts;
    for (const auto& [key, value] : step.config.items()) {
        const QString text = value.is_number_float() ? QString::number(value.get<double>(), 'g', 4)
                                                     : QString::fromStdString(value.dump());
        parts << QStringLiteral("%1 %2").arg(QString::fromStdString(key), text);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

DataSettings::DataSettings(QWidget* parent)
    : QWidget(parent), m_sourceTitle(wrappedLabel("section", this)), m_source(new QComboBox(this)),
      m_sourceHelp(wrappedLabel("mutedSmall", this)), m_form(new FieldForm(this)),
      m_splitTitle(wrappedLabel("section", this)), m_split(new QSpinBox(this)),
      m_splitHelp(wrappedLabel("mutedSmall", this)), m_giveBack(new QCheckBox(this)),
      m_stepsTitle(wrappedLabel("section", this)), m_stepsHelp(wrappedLabel("mutedSmall", this)),
      m_steps(new QVBoxLayout), m_addStep(new QPushButton(this)), m_stepMenu(new QMenu(m_addStep)),
      m_augmentTitle(wrappedLabel("section", this)), m_augmentHelp(wrappedLabel("mutedSmall", this)),
      m_augment(new PartList(partTable(augmenters::all(), augmenters::find), this)),
      m_augmentFault(wrappedLabel("fault", this))
{
    setFocusProxy(m_source);
    m_split->setRange(0, 90);
    m_split->setSuffix(QStringLiteral(" %"));
    m_split->setKeyboardTracking(false);
    m_addStep->setMenu(m_stepMenu);
    m_steps->setSpacing(4);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit, 2 * Theme::unit);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_sourceTitle);
    layout->addWidget(m_source);
    layout->addWidget(m_sourceHelp);
    layout->addWidget(m_form);
    layout->addSpacing(2 * Theme::unit);
    layout->addWidget(m_stepsTitle);
    layout->addWidget(m_stepsHelp);
    layout->addLayout(m_steps);
    layout->addWidget(m_addStep, 0, Qt::AlignLeft);
    layout->addSpacing(2 * Theme::unit);
    layout->addWidget(m_augmentTitle);
    layout->addWidget(m_augmentHelp);
    layout->addWidget(m_augment);
    layout->addWidget(m_augmentFault);
    layout->addSpacing(2 * Theme::unit);
    layout->addWidget(m_splitTitle);
    layout->addWidget(m_split);
    layout->addWidget(m_splitHelp);
    layout->addWidget(m_giveBack);
    layout->addStretch(1);

    connect(m_source, &QComboBox::activated, this, [this](int at) {
        const std::string name = m_source->itemData(at).toString().toStdString();
        if (name == m_data.source)
            return;
        const auto hasPictures = [](const std::string& source) {
            const SourceType* type = sources::find(source);
            return type && type->hasPictures;
        };
        if (hasPictures(m_data.source) != hasPictures(name)) {
            m_data.preprocess.clear();
            m_data.augment.clear();
        }
        m_data.source = name;
        m_data.options = Json::object(); // another source has other options
        say(tr("Change the data source"), QStringLiteral("source"));
        setData(m_data);
    });
    connect(m_form, &FieldForm::edited, this, [this](const QString& name, const Json& value) {
        m_data.options[name.toStdString()] = value;
        if (name == QLatin1String("validation") && value.is_string()
            && !value.get_ref<const std::string&>().empty()) {
            m_data.validationSplit = 0; // the data have such a part of their own now
            const QSignalBlocker filling(m_split);
            m_split->setValue(0);
        }
        say(tr("Change “%1” of the data").arg(name), QStringLiteral("option ") + name);
    });
    connect(m_form, &FieldForm::resetRequested, this, [this](const QString& name) {
        m_data.options.erase(name.toStdString());
        say(tr("Change “%1” of the data").arg(name), QStringLiteral("option ") + name);
    });
    connect(m_giveBack, &QCheckBox::clicked, this, [this](bool wanted) {
        m_data.target = wanted ? "input" : "";
        say(tr("Change what is learnt"), QStringLiteral("target"));
    });
    connect(m_split, &QSpinBox::valueChanged, this, [this](int percent) {
        if (m_filling)
            return;
        m_data.validationSplit = percent / 100.0;
        say(tr("Change the validation split"), QStringLiteral("split"));
    });
    connect(m_augment, &PartList::edited, this,
            [this](const std::vector<PartSpec>& parts, const QString& key) {
                m_data.augment = parts;
                showAugmentFaults();
                say(tr("Change the augmentation"), key.isEmpty() ? key : QStringLiteral("augment ") + key);
            });
    retranslate();
}

void DataSettings::showAugmentFaults()
{
    const Faults faults = checkAugment(m_data.augment);
    QStringList lines;
    for (const Fault& fault : faults) {
        const QString remedy = faultRemedy(fault);
        lines +=
            remedy.isEmpty() ? faultTitle(fault) : QStringLiteral("%1: %2").arg(faultTitle(fault), remedy);
    }
    m_augmentFault->setText(lines.join(QLatin1Char('\n')));
    m_augmentFault->setVisible(!lines.isEmpty());
}

void DataSettings::say(const QString& what, const QString& key)
{
    if (!m_filling)
        emit dataEdited(m_data, what, key);
}

void DataSettings::setData(const DataSpec& data)
{
    m_filling = true;
    const bool sameForm = m_formSource == data.source && m_data.options == data.options;
    m_data = data;
    const int at = m_source->findData(QString::fromStdString(data.source));
    m_source->setCurrentIndex(at);
    if (const SourceType* type = sources::find(data.source)) {
        m_sourceHelp->setText(words(type->help));
        m_splitHelp->setText(
            type->splitsItself
                ? tr("This share of each class, its first pictures, is kept aside to validate each "
                     "epoch.")
                : tr("This share at the end of the training set is kept aside to validate each "
                     "epoch."));
        if (!sameForm)
            m_form->setFields(type->fields, data.options);
        m_formSource = data.source;
    }
    m_split->setValue(static_cast<int>(std::lround(data.validationSplit * 100)));
    m_giveBack->setChecked(data.target == "input");
    showSteps();
    m_augment->setParts(data.augment);
    showAugmentFaults();
    m_filling = false;
}

void DataSettings::fillSources()
{
    const QSignalBlocker blocker(m_source);
    m_source->clear();
    for (const SourceType* type : sources::all())
        m_source->addItem(words(type->label), QString::fromLatin1(type->name));
    m_stepMenu->clear();
    for (const PreprocessType* type : preprocessing::all()) {
        QAction* add = m_stepMenu->addAction(words(type->label));
        add->setToolTip(words(type->help));
        connect(add, &QAction::triggered, this, [this, type] { addStep(type->className); });
    }
}

void DataSettings::addStep(const char* className)
{
    PartSpec step{className, Json::object()};
    // Rescaling without a factor would do nothing: pictures run to 255.
    if (step.className == "Rescaling")
        step.config["scale"] = 1.0 / 255;
    m_data.preprocess.push_back(std::move(step));
    say(tr("Add a step of preparation"), QString());
    showSteps();
}

void DataSettings::showSteps()
{
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_data.preprocess.size(); ++i) {
        const PartSpec& step = m_data.preprocess[i];
        const PreprocessType* type = preprocessing::find(step.className);
        auto* row = new QFrame(this);
        row->setProperty("panel", true);
        auto* name = new QLabel(type ? words(type->label) : QString::fromStdString(step.className), row);
        auto* config = wrappedLabel("mutedSmall", row);
        config->setText(shortConfig(step));
        config->setVisible(!step.config.empty());
        if (type)
            row->setToolTip(words(type->help));
        auto* remove = new QToolButton(row);
        remove->setIcon(icon(QStringLiteral("close")));
        remove->setIconSize({16, 16});
        remove->setToolTip(tr("Take this step away"));
        remove->setAccessibleName(tr("Take %1 away").arg(name->text()));
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(name);
        texts->addWidget(config);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(10, 4, 4, 4);
        line->addLayout(texts, 1);
        line->addWidget(remove);
        connect(remove, &QToolButton::clicked, this, [this, i] {
            m_data.preprocess.erase(m_data.preprocess.begin() + static_cast<std::ptrdiff_t>(i));
            say(tr("Take a step of preparation away"), QString());
            showSteps();
        });
        m_steps->addWidget(row);
    }
}

void DataSettings::retranslate()
{
    m_sourceTitle->setText(tr("Source"));
    m_source->setAccessibleName(tr("Data source"));
    m_stepsTitle->setText(tr("Preparation"));
    m_stepsHelp->setText(tr("Applied to every sample before the network sees it."));
    m_addStep->setText(tr("Add a step"));
    m_augmentTitle->setText(tr("Augmentation"));
    m_augmentHelp->setText(tr("Pictures of the training part are changed at random, every epoch anew."));
    m_augment->retranslate(tr("Add a way to augment"), QString());
    m_splitTitle->setText(tr("Validation"));
    m_giveBack->setText(tr("Learn to give the samples back"));
    m_giveBack->setToolTip(
        tr("What comes in is what shall come out, as for an autoencoder; labels do not count"));
    m_split->setAccessibleName(tr("Share of the training set kept for validation"));
    fillSources();
    m_formSource.clear(); // so that the form speaks the new language, too
    setData(DataSpec(m_data));
}

void DataSettings::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lamina
