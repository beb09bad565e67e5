#include "app/try_data.h"

#include "engine/data/open.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace lamina {
namespace {

using Answer = Result<std::shared_ptr<const TryKnowledge>>;

Answer learn(const DataSpec& data, const std::filesystem::path& folder, std::uint64_t seed)
{
    const Result<DataParts> parts = openData(data, folder, seed);
    if (!parts)
        return parts.faults();
    Result<LearnedSteps> learned = learnPreprocess(data.preprocess, *parts);
    if (!learned)
        return learned.faults();
    auto known = std::make_shared<TryKnowledge>();
    known->row = RowInput::make(*parts);
    known->learned = std::make_shared<const LearnedSteps>(std::move(*learned));
    known->samples = parts->test ? parts->test : parts->train;
    if (!parts->inputFields.empty())
        known->inputField = known->samples->fieldIndex(parts->inputFields[0]);
    if (!parts->targetFields.empty()) {
        known->target = parts->targetFields[0];
        known->targetField = known->samples->fieldIndex(known->target);
        if (known->targetField >= 0)
            known->classNames =
                known->samples->fields()[static_cast<std::size_t>(known->targetField)].classNames;
    }
    return std::shared_ptr<const TryKnowledge>(std::move(known));
}

} // namespace

void TryData::forget()
{
    m_wish.reset();
    ++m_number;
    m_knowledge.reset();
    m_faults.clear();
}

void TryData::want(const DataSpec& data, const std::filesystem::path& folder, std::uint64_t seed)
{
    Wish wish{data, folder, seed};
    if (m_wish == wish)
        return;
    forget();
    m_wish = std::move(wish);
    const QPointer<TryData> self(this);
    QThreadPool::globalInstance()->start([self, number = m_number, wanted = *m_wish] {
        auto answer = std::make_shared<Answer>(learn(wanted.data, wanted.folder, wanted.seed));
        // Through the application, which outlives the pool's work.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, number, answer] {
                if (!self || number != self->m_number)
                    return;
                if (*answer)
                    self->m_knowledge = **answer;
                else
                    self->m_faults = answer->faults();
                emit self->changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace lamina
