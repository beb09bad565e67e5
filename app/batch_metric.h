// What a metric was in the newest batches alone, from its running mean over the epoch.
#pragma once

#include "engine/training/training.h"

#include <algorithm>

namespace lamina {

class BatchMetric {
public:
    // whole: the metric is no mean over samples, so that no batch has a share of its own.
    BatchMetric(std::string name, Index batchSize, Index samples, bool whole = false)
        : m_name(std::move(name)), m_batchSize(batchSize), m_samples(samples), m_whole(whole)
    {
    }

    // The mean over the samples since the step taken last; of a whole metric the running value. Steps must
    // come in order; some may be missing. Not-a-number if the report does not have the metric.
    double take(const StepReport& step)
    {
        const auto running = step.running.find(m_name);
        if (running == step.running.end())
            return std::numeric_limits<double>::quiet_NaN();
        if (m_whole)
            return running->second;
        if (step.epoch != m_epoch) {
            m_epoch = step.epoch;
            m_seen = 0;
            m_sum = 0;
        }
        const auto seen = static_cast<double>(std::min((step.step + 1) * m_batchSize, m_samples));
        const double sum = running->second * seen;
        const double value = seen > m_seen ? (sum - m_sum) / (seen - m_seen) : running->second;
        m_seen = seen;
        m_sum = sum;
        return value;
    }

private:
    std::string m_name;
    Index m_batchSize;
    Index m_samples;
    bool m_whole;
    Index m_epoch = -1;
    double m_seen = 0;
    double m_sum = 0;
};

} // namespace lamina
