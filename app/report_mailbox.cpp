#include "app/report_mailbox.h"

namespace lamina {

void thinOut(std::vector<StepReport>& steps)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool last = i + 1 == steps.size() || steps[i + 1].epoch != steps[i].epoch;
        if (i % 2 == 0 && !last)
            continue;
        if (kept != i)
            steps[kept] = std::move(steps[i]);
        ++kept;
    }
    steps.resize(kept);
}

template <typename Put>
void ReportMailbox::put(Put put)
{
    bool wasEmpty = false;
    {
        const std::scoped_lock lock(m_mutex);
        wasEmpty = m_mail.empty();
        put(m_mail);
    }
    if (wasEmpty)
        m_ring();
}

Mail ReportMailbox::fetch()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_mail, {});
}

void ReportMailbox::onBegin(const RunPlan& plan)
{
    put([&](Mail& mail) { mail.began = plan; });
}

void ReportMailbox::onStep(const StepReport& step)
{
    put([&](Mail& mail) {
        mail.validation.reset();
        if (mail.steps.size() >= mostSteps)
            thinOut(mail.steps);
        mail.steps.push_back(step);
    });
}

void ReportMailbox::onValidation(Index done, Index steps)
{
    put([&](Mail& mail) { mail.validation = {done, steps}; });
}

void ReportMailbox::onEpoch(const EpochReport& epoch)
{
    put([&](Mail& mail) {
        mail.validation.reset();
        mail.events.emplace_back(epoch);
    });
}

void ReportMailbox::onSaved(const std::filesystem::path& path)
{
    put([&](Mail& mail) { mail.events.emplace_back(path); });
}

void ReportMailbox::onMessage(const Text& message)
{
    put([&](Mail& mail) { mail.events.emplace_back(message); });
}

} // namespace lamina
