#include "app/pages/lost_work_list.h"

#include "app/recovery.h"
#include "app/studio.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace lamina {
QString LostWorkList::titleOf(const LostWork& work)
{
    return tr("Unsaved work from %1: %2")
        .arg(QLocale().toString(work.time, QLocale::ShortFormat),
             work.name.isEmpty() ? tr("Untitled") : work.name);
}

QString LostWorkList::placeOf(const LostWork& work)
{
    if (work.projectFile.isEmpty())
        return tr("never saved");
    QString place = QDir::toNativeSeparators(work.projectFile);
    if (place.startsWith(QDir::homePath()))
        place.replace(0, QDir::homePath().size(), QStringLiteral("~"));
    return work.fileIsNewer ? tr("%1 · the file was saved later").arg(place) : place;
}

void LostWorkList::askToDiscard(Studio& studio, const LostWork& work, QWidget* parent)
{
    QMessageBox box(QMessageBox::Warning, tr("Unsaved work"),
                    tr("Discard the unsaved work on “%1”?").arg(work.name),
                    QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setInformativeText(tr("It cannot be brought back."));
    box.setDefaultButton(QMessageBox::Cancel);
    if (box.exec() == QMessageBox::Discard)
        studio.recovery().discard(work.path);
}

LostWorkList::LostWorkList(Studio& studio, QWidget* parent) : QWidget(parent), m_studio(studio)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 2 * Theme::unit);
    rows->setSpacing(4);
    connect(&studio.recovery(), &Recovery::lostChanged, this, &LostWorkList::fill);
    connect(&Theme::instance(), &Theme::changed, this, &LostWorkList::fill);
    fill();
}

void LostWorkList::fill()
{
    while (const std::unique_ptr<QLayoutItem> item{layout()->takeAt(0)})
        item->widget()->deleteLater();
    const QList<LostWork> lost = m_studio.recovery().lost();
    for (const LostWork& work : lost) {
        auto* row = new QFrame(this);
        row->setProperty("panel", true);
        row->setToolTip(QDir::toNativeSeparators(work.projectFile));
        auto* symbol = new QLabel(row);
        symbol->setPixmap(icon(QStringLiteral("warning"), Theme::instance().colours().caution)
                              .pixmap(QSize(18, 18), devicePixelRatioF()));
        auto* title = new QLabel(titleOf(work), row);
        title->setFont(Theme::instance().font(Theme::Body, true));
        auto* place = new QLabel(placeOf(work), row);
        place->setProperty("role", work.fileIsNewer ? "caution" : "muted");
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        for (QLabel* text : {title, place}) { // however long, the buttons are seen
            text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            texts->addWidget(text);
        }
        auto* recover = new QPushButton(tr("Recover"), row);
        recover->setAccessibleName(tr("Recover the unsaved work on %1").arg(work.name));
        recover->setToolTip(
            tr("Opens it as it was, still unsaved; the project's file stays as it is until you save"));
        auto* discard = new QPushButton(tr("Discard…"), row);
        discard->setAccessibleName(tr("Discard the unsaved work on %1").arg(work.name));
        discard->setToolTip(discard->accessibleName());
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(2 * Theme::unit, 4, 4, 4);
        line->setSpacing(Theme::unit);
        line->addWidget(symbol);
        line->addLayout(texts, 1);
        line->addWidget(recover);
        line->addWidget(discard);
        connect(recover, &QPushButton::clicked, this,
                [this, path = work.path] { emit m_studio.recoverRequested(path); });
        connect(discard, &QPushButton::clicked, this, [this, work] { askToDiscard(m_studio, work, this); });
        layout()->addWidget(row);
    }
    setVisible(!lost.empty());
}

void LostWorkList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace lamina
