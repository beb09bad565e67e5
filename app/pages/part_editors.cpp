#include "app/pages/part_editors.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"
#include "widgets/inspector/field_form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lamina {

namespace {
// A config is an object; a part given by name alone has none.
void set(PartSpec& part, const QString& name, const Json& value)
{
    if (!part.config.is_object())
        part.config = Json::object();
    part.config[name.toStdString()] = value;
}

QString labelOf(const PartKind& kind)
{
    const QString label = words(kind.label);
    return label.isEmpty() ? QString::fromLatin1(kind.className) : label;
}

QString tip(const PartKind& kind)
{
    return QStringLiteral("<b>%1</b><br>%2")
        .arg(QString::fromLatin1(kind.className), words(kind.help).toHtmlEscaped());
}
} // namespace

const PartKind* PartTable::find(std::string_view name) const
{
    const std::string className = canonical(name);
    const auto at = std::find_if(kinds.begin(), kinds.end(),
                                 [&className](const PartKind& kind) { return kind.className == className; });
    return at == kinds.end() ? nullptr : &*at;
}

PartChoice::PartChoice(PartTable table, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_table(std::move(table)), m_combo(new QComboBox(this)), m_help(new QLabel(this)),
      m_form(new FieldForm(this))
{
    m_help->setProperty("role", "mutedSmall");
    m_help->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_combo);
    layout->addWidget(m_help);
    layout->addWidget(m_form);

    connect(m_combo, &QComboBox::activated, this, [this](int at) {
        const std::string name = m_combo->itemData(at).toString().toStdString();
        if (name.empty() || name == m_table.canonical(m_part.className))
            return;
        PartSpec chosen{name, Json::object()}; // settings that both have keep their values
        if (const PartKind* kind = m_table.find(name); kind && m_part.config.is_object()) {
            for (const auto& [key, value] : m_part.config.items()) {
                if (findField(kind->fields, key))
                    chosen.config[key] = value;
            }
        }
        setPart(chosen);
        emit edited(m_part, QString());
    });
    connect(m_form, &FieldForm::edited, this, [this](const QString& name, const Json& value) {
        set(m_part, name, value);
        emit edited(m_part, name);
    });
    connect(m_form, &FieldForm::resetRequested, this, [this](const QString& name) {
        m_part.config.erase(name.toStdString());
        m_form->setConfig(m_part.config);
        emit edited(m_part, QString());
    });
    retranslate(accessibleName);
}

void PartChoice::retranslate(const QString& accessibleName)
{
    m_combo->setAccessibleName(accessibleName);
    m_combo->clear();
    for (const PartKind& kind : m_table.kinds) {
        m_combo->addItem(labelOf(kind), QString::fromLatin1(kind.className));
        m_combo->setItemData(m_combo->count() - 1, tip(kind), Qt::ToolTipRole);
    }
    const PartSpec part = std::exchange(m_part, {});
    setPart(part);
}

void PartChoice::setPart(const PartSpec& part)
{
    const PartKind* kind = m_table.find(part.className);
    const bool same =
        m_table.canonical(part.className) == m_table.canonical(m_part.className) && !m_part.className.empty();
    m_part = part;
    m_combo->setCurrentIndex(kind ? m_combo->findData(QString::fromLatin1(kind->className)) : -1);
    const bool several = part.className.empty() && part.config.is_object() && !part.config.empty();
    m_combo->setPlaceholderText(several                      ? tr("One for each output")
                                    : part.className.empty() ? tr("Choose…")
                                                             : QString::fromStdString(part.className));
    m_help->setText(kind ? words(kind->help) : QString());
    m_help->setVisible(kind != nullptr);
    if (!kind)
        m_form->setFields({}, Json::object());
    else if (same)
        m_form->setConfig(part.config);
    else
        m_form->setFields(kind->fields, part.config);
    m_form->setVisible(kind && !kind->fields.empty());
}

PartList::PartList(PartTable table, QWidget* parent)
    : QWidget(parent), m_table(std::move(table)), m_rows(new QVBoxLayout), m_empty(new QLabel(this)),
      m_add(new QPushButton(this)), m_menu(new QMenu(m_add))
{
    m_empty->setProperty("role", "mutedSmall");
    m_empty->setWordWrap(true);
    m_menu->setToolTipsVisible(true);
    m_add->setMenu(m_menu);
    m_rows->setSpacing(Theme::unit / 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::unit);
    layout->addWidget(m_empty);
    layout->addLayout(m_rows);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
}

void PartList::retranslate(const QString& addText, const QString& emptyText)
{
    m_add->setText(addText);
    m_empty->setText(emptyText);
    m_menu->clear();
    for (const PartKind& kind : m_table.kinds) {
        QAction* add = m_menu->addAction(labelOf(kind));
        add->setToolTip(tip(kind));
        const char* const name = kind.className;
        connect(add, &QAction::triggered, this, [this, name] {
            m_parts.push_back({name, Json::object()});
            rebuild();
            emit edited(m_parts, QString());
        });
    }
    rebuild();
}

void PartList::setParts(const std::vector<PartSpec>& parts)
{
    const bool same =
        std::equal(parts.begin(), parts.end(), m_parts.begin(), m_parts.end(),
                   [](const PartSpec& a, const PartSpec& b) { return a.className == b.className; });
    m_parts = parts;
    if (!same) {
        rebuild();
        return;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (m_forms[i])
            m_forms[i]->setConfig(parts[i].config);
    }
}

void PartList::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater(); // its button may be what asked for this
        }
        delete item;
    }
    m_forms.clear();
    m_empty->setVisible(m_parts.empty() && !m_empty->text().isEmpty());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const PartSpec& part = m_parts[i];
        const PartKind* kind = m_table.find(part.className);
        auto* row = new QFrame(this);
        row->setProperty("panel", true);
        auto* name = new QLabel(kind ? labelOf(*kind) : QString::fromStdString(part.className), row);
        if (kind)
            row->setToolTip(tip(*kind));
        auto* remove = new QToolButton(row);
        remove->setIcon(icon(QStringLiteral("close")));
        remove->setIconSize({16, 16});
        remove->setToolTip(tr("Remove"));
        remove->setAccessibleName(tr("Remove %1").arg(name->text()));
        connect(remove, &QToolButton::clicked, this, [this, i] {
            m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(i));
            rebuild();
            emit edited(m_parts, QString());
        });
        auto* head = new QHBoxLayout;
        head->addWidget(name, 1);
        head->addWidget(remove);
        auto* layout = new QVBoxLayout(row);
        layout->setContentsMargins(10, 2, 4, 2);
        layout->setSpacing(4);
        layout->addLayout(head);
        FieldForm* form = nullptr;
        if (kind && !kind->fields.empty()) {
            form = new FieldForm(row);
            form->setFields(kind->fields, part.config);
            connect(form, &FieldForm::edited, this, [this, i](const QString& field, const Json& value) {
                set(m_parts[i], field, value);
                emit edited(m_parts, QStringLiteral("%1 %2").arg(i).arg(field));
            });
            connect(form, &FieldForm::resetRequested, this, [this, i, form](const QString& field) {
                m_parts[i].config.erase(field.toStdString());
                form->setConfig(m_parts[i].config);
                emit edited(m_parts, QString());
            });
            layout->addWidget(form);
            layout->addSpacing(4);
        }
        m_forms.push_back(form);
        m_rows->addWidget(row);
    }
}

} // namespace lamina
