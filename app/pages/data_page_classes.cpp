// What the Data page shows of the samples' classes.
#include "app/pages/data_page.h"

#include "widgets/browser/class_chart.h"
#include "widgets/browser/sample_grid.h"
#include "widgets/browser/sample_model.h"
#include "widgets/common/brief_button.h"
#include "widgets/common/number_text.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace lamina {

void DataPage::addClasses(qint64 first, const std::vector<int>& classes)
{
    m_samples->setClasses(first, classes);
    const std::size_t before = m_counts.size();
    for (const int one : classes) {
        if (one < 0)
            continue;
        if (static_cast<std::size_t>(one) >= m_counts.size())
            m_counts.resize(static_cast<std::size_t>(one) + 1);
        ++m_counts[static_cast<std::size_t>(one)];
    }
    m_chart->setCounts(m_classNames, m_counts);
    if (m_counts.size() != before || m_classes->count() != static_cast<int>(m_counts.size()) + 1)
        nameParts();
}

void DataPage::filterClass(int classIndex)
{
    m_samples->setClassFilter(classIndex);
    m_chart->setChosen(classIndex);
    m_classes->setCurrentIndex(classIndex + 1);
    m_grid->scrollToTop();
}

void DataPage::nameParts()
{
    const QString names[] = {tr("Training"), tr("Validation"), tr("Test")};
    for (std::size_t i = 0; i < m_partButtons.size(); ++i) {
        const DatasetPtr set = dataset(static_cast<Part>(i));
        m_partButtons[i]->setTexts(
            set ? QStringLiteral("%1  %2").arg(names[i], number::full(set->size())) : names[i], names[i]);
        m_partButtons[i]->setEnabled(static_cast<bool>(set));
    }
    const QSignalBlocker blocker(m_classes);
    const int chosen = m_samples->classFilter();
    m_classes->clear();
    m_classes->addItem(tr("All classes"));
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_classes->addItem(m_samples->className(static_cast<int>(i)));
    m_classes->setCurrentIndex(chosen + 1);
}

} // namespace lamina
