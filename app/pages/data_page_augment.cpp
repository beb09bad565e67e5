// A sample as the training may see it, on the Data page.
#include "app/pages/augment_preview.h"
#include "app/pages/data_page.h"

#include "app/studio.h"

namespace lamina {

// Only the training part is augmented, and numbers alone: what is still encoded differs in size.
void DataPage::showAugmented()
{
    const Project& project = m_studio.document().project();
    const DatasetPtr set = m_part == Part::Training ? dataset(Part::Training) : nullptr;
    const int field = m_session.pictureField();
    if (set && field >= 0 && !project.data.augment.empty() && m_sample.index < 0 && set->size() > 0) {
        m_session.wantSample(0); // comes back here
        return;
    }
    m_augmented->show(project.data.augment, set && field >= 0 ? m_sample.values : std::vector<float>(),
                      set && field >= 0 ? set->fields()[static_cast<std::size_t>(field)].shape : Shape(),
                      static_cast<std::uint64_t>(std::max<qint64>(m_sample.index, 0)), project.seed);
}

} // namespace lamina
