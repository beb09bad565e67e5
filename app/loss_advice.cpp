#include "app/loss_advice.h"

#include "engine/training/advice.h"
#include "widgets/common/words.h"

namespace lamina {

std::optional<LossAdvice> adviseLoss(const Project& project, const ModelAnalysis& analysis)
{
    const std::vector<Advice> all = adviseTask(project, analysis, nullptr);
    if (all.empty())
        return std::nullopt;
    const Advice& first = all.front();
    LossAdvice advice{QStringLiteral("%1: %2 – %3")
                          .arg(QString::fromStdString(first.fault.where.layer), faultTitle(first.fault),
                               faultRemedy(first.fault)),
                      {}};
    if (!first.fixes.empty() && first.fixes[0].edits.size() == 1)
        if (const auto* loss = std::get_if<ChooseLoss>(&first.fixes[0].edits[0]))
            advice.loss = loss->loss.className;
    return advice;
}

} // namespace lamina
