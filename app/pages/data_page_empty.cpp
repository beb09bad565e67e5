// What the Data page says while there is nothing to show.
#include "app/pages/data_page.h"

#include "app/photo_folders.h"
#include "app/studio.h"
#include "widgets/common/icons.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lamina {

QWidget* DataPage::makeEmptyPage()
{
    m_emptyPage = new QWidget;
    m_emptyTitle = new QLabel(m_emptyPage);
    m_emptyTitle->setProperty("role", "section");
    m_emptyTitle->setWordWrap(true);
    m_empty = new QLabel(m_emptyPage);
    m_empty->setProperty("role", "muted");
    m_empty->setWordWrap(true);
    m_empty->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_choosePhotos = new QPushButton(m_emptyPage);
    m_choosePhotos->setProperty("accent", true);
    m_choosePhotos->setIcon(iconOnAccent(QStringLiteral("folder")));
    connect(m_choosePhotos, &QPushButton::clicked, this, [this] { choosePhotos(m_studio, window()); });
    auto* layout = new QVBoxLayout(m_emptyPage);
    layout->setContentsMargins(5 * Theme::unit, 2 * Theme::unit, 5 * Theme::unit, 2 * Theme::unit);
    layout->setSpacing(Theme::unit);
    layout->addStretch(1);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_empty);
    layout->addWidget(m_choosePhotos, 0, Qt::AlignLeft);
    layout->addStretch(2);
    return m_emptyPage;
}

void DataPage::explainEmptiness()
{
    const bool photos = photosAreMissing(m_studio.document().project(), m_studio.document().folder());
    m_emptyTitle->setText(photosTitle());
    m_emptyTitle->setVisible(photos);
    m_choosePhotos->setText(tr("Choose folder…"));
    m_choosePhotos->setVisible(photos);
    m_empty->setAlignment(photos ? Qt::AlignLeft : Qt::AlignCenter);
    m_empty->setText(photos ? photosHelp()
                            : tr("There are no samples to show yet. Choose a source at the left."));
}

// What was shown before goes: it would look as if it were what is asked for now.
void DataPage::failed(const Faults& faults)
{
    showBusy(false);
    m_parts = {};
    showPart(Part::Training);
    explainEmptiness();
    // Photographs that nobody has named yet are no mistake: the page says what to do.
    if (m_choosePhotos->isHidden())
        m_message->showFaults(tr("The data could not be opened"), faults);
    else
        m_message->dismiss();
    nameParts();
    m_views->setCurrentWidget(m_emptyPage);
}

} // namespace lamina
