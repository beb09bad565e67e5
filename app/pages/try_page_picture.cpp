// Trying a network that gives a picture back: what comes out is seen beside what goes in.
#include "app/pages/try_page.h"
#include "app/studio.h"
#include "widgets/browser/sample_picture.h"
#include "widgets/canvas/probability_bars.h"
#include "widgets/canvas/seen_strip.h"
#include "widgets/common/number_text.h"

#include <QLabel>

#include <cmath>

namespace lamina {

TryOutput TryPage::output() const
{
    return tryOutputOf(m_studio.document().project(), m_studio.document().analysis());
}

void TryPage::arrangeAnswer()
{
    const bool picture = output() == TryOutput::Picture;
    m_comparison->setVisible(picture);
    m_class->setVisible(!picture);
    m_bars->setVisible(!picture && input() != TryInput::Row);
}

void TryPage::showComparison(const QImage& in, const QImage& out)
{
    m_comparison->setStages({{tr("goes in"), in}, {tr("comes out"), out}});
}

// Both in the same shades. The weights may still be those of a model that gave something else.
void TryPage::showPictureAnswer(const LiveAnswer& answer)
{
    const bool givesBack = m_studio.document().project().data.target == "input";
    if (tryOutputOf(answer.in, answer.out, givesBack) != TryOutput::Picture) {
        showNothing();
        return;
    }
    const bool same = answer.in.elements() == answer.out.elements();
    const ValueRange range = valueRange(answer.taken);
    showComparison(samplePicture(answer.taken, answer.in, range),
                   samplePicture(answer.values, same ? answer.in : answer.out, range));
    if (!same) {
        m_probability->clear();
        return;
    }
    double apart = 0;
    for (std::size_t i = 0; i < answer.values.size(); ++i)
        apart += std::abs(static_cast<double>(answer.values[i] - answer.taken[i]));
    apart /= static_cast<double>(answer.values.size()) * static_cast<double>(range.high - range.low);
    m_probability->setText(tr("%1 apart on average").arg(number::percent(apart)));
}

// What the page says where nothing can be tried.
QString TryPage::needsText() const
{
    if (input() == TryInput::Nothing)
        return tr("This project has no layers yet. Design its network, and try it here.");
    const QString terminal = QStringLiteral("\n\n")
        + tr("In the terminal, “lamina-cli evaluate” measures it on the test set, and “lamina-cli "
             "predict” asks it about files.");
    if (input() == TryInput::Other)
        return tr("What this network takes can be neither drawn, opened as a picture nor typed in here.")
            + terminal;
    return tr("What this network gives is neither a class, nor a row of numbers, nor a picture: there is "
              "nothing to be seen of it here.")
        + terminal;
}

} // namespace lamina
