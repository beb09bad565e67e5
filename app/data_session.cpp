#include "app/data_session.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <numeric>
#include <optional>

namespace lamina {
namespace {

constexpr qint64 classesAtOnce = 256; // between two looks at what the person wants to see
constexpr std::size_t mostWishes = 600; // older ones have been scrolled past
constexpr int longestThumbnail = 192; // pixels

} // namespace

DataSession::DataSession(QObject* parent)
    : QObject(parent), m_reader([this](const std::stop_token& stop) { readLoop(stop); })
{
}

DataSession::~DataSession()
{
    m_reader.request_stop();
    m_wake.notify_all();
}

void DataSession::open(const DataSpec& spec, const std::filesystem::path& folder, std::uint64_t seed)
{
    m_opening = true;
    const std::uint64_t number = ++m_openNumber;
    const QPointer<DataSession> self(this);
    QThreadPool::globalInstance()->start([self, number, spec, folder, seed] {
        auto result = std::make_shared<Result<DataParts>>(openData(spec, folder, seed));
        // Through the application, which outlives the pool's work; the session may be gone by then.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, number, result] {
                if (!self || number != self->m_openNumber)
                    return;
                self->m_opening = false;
                if (*result)
                    emit self->opened(**result);
                else
                    emit self->failed(result->faults());
            },
            Qt::QueuedConnection);
    });
}

void DataSession::show(DatasetPtr dataset)
{
    m_dataset = std::move(dataset);
    m_pictureField = -1;
    m_classField = -1;
    if (m_dataset) {
        const auto& fields = m_dataset->fields();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (m_pictureField < 0 && isPicture(fields[i]))
                m_pictureField = static_cast<int>(i);
            if (m_classField < 0 && fields[i].kind == DataKind::Class)
                m_classField = static_cast<int>(i);
        }
    }
    {
        const std::scoped_lock lock(m_mutex);
        const std::uint64_t number = m_job.number + 1;
        m_job = {m_dataset, m_pictureField, m_classField, number, {}, false};
        m_wishes.clear();
        m_wantedSample = -1;
        m_nextClass = 0;
        m_outbox = {};
    }
    m_wake.notify_all();
}

void DataSession::wantPicture(qint64 sample)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_wishes.push_back(sample);
    }
    m_wake.notify_all();
}

void DataSession::wantSample(qint64 sample)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_wantedSample = sample;
    }
    m_wake.notify_all();
}

void DataSession::readLoop(const std::stop_token& stop)
{
    Job job; // the reader's own copy
    while (!stop.stop_requested()) {
        std::optional<qint64> sample;
        std::optional<qint64> wish;
        std::optional<qint64> dropped; // answered with nothing, so that it can be wished for again
        qint64 firstClass = -1;
        {
            std::unique_lock lock(m_mutex);
            const bool awake = m_wake.wait(lock, stop, [this, &job] {
                return m_job.number != job.number || m_wantedSample >= 0 || !m_wishes.empty()
                    || (m_job.dataset && m_job.classField >= 0 && m_nextClass < m_job.dataset->size());
            });
            if (!awake)
                return;
            if (m_job.number != job.number)
                job = m_job;
            if (!job.dataset) {
                m_wishes.clear();
                m_wantedSample = -1;
                continue;
            }
            if (m_wantedSample >= 0) {
                sample = std::exchange(m_wantedSample, -1);
            } else if (!m_wishes.empty()) {
                wish = m_wishes.back();
                m_wishes.pop_back();
                if (m_wishes.size() > mostWishes) {
                    dropped = m_wishes.front();
                    m_wishes.erase(m_wishes.begin());
                }
            } else if (job.classField >= 0 && m_nextClass < job.dataset->size()) {
                firstClass = m_nextClass;
                m_nextClass = std::min<qint64>(m_nextClass + classesAtOnce, job.dataset->size());
            }
        }
        if (sample) {
            SampleView::Sample read = readSample(job, *sample);
            post(job.number, [&](Outbox& box) { box.samples.push_back(std::move(read)); });
        } else if (wish && job.pictureField >= 0) {
            QImage picture = readPicture(job, *wish, nullptr);
            if (picture.width() > longestThumbnail || picture.height() > longestThumbnail)
                picture = picture.scaled(longestThumbnail, longestThumbnail, Qt::KeepAspectRatio,
                                         Qt::SmoothTransformation);
            post(job.number, [&](Outbox& box) {
                box.pictures.emplace_back(*wish, picture);
                if (dropped)
                    box.pictures.emplace_back(*dropped, QImage());
            });
        } else if (firstClass >= 0) {
            std::vector<int> classes;
            const qint64 end = std::min<qint64>(firstClass + classesAtOnce, job.dataset->size());
            for (qint64 at = firstClass; at < end; ++at) {
                float value = -1;
                const bool known =
                    static_cast<bool>(job.dataset->readNumbers(at, job.classField, {&value, 1}));
                classes.push_back(known ? static_cast<int>(value) : -1);
            }
            post(job.number, [&](Outbox& box) {
                box.classes.emplace_back(firstClass, std::move(classes));
                box.classesDone = box.classesDone || end == job.dataset->size();
            });
        }
    }
}

QImage DataSession::readPicture(Job& job, qint64 sample, std::vector<float>* values)
{
    const DataField& field = job.dataset->fields()[static_cast<std::size_t>(job.pictureField)];
    if (field.kind == DataKind::Picture) {
        const Result<FieldValue> read = job.dataset->read(sample, job.pictureField);
        const auto* bytes = read ? std::get_if<std::vector<std::uint8_t>>(&*read) : nullptr;
        return bytes ? QImage::fromData(bytes->data(), static_cast<int>(bytes->size())) : QImage();
    }
    std::vector<float> numbers(static_cast<std::size_t>(field.shape.elements()));
    if (!job.rangeKnown) {
        // A few samples tell whether the set runs to 1 or to 255.
        std::vector<float> several;
        for (Index at = 0; at < std::min<Index>(job.dataset->size(), 8); ++at) {
            if (job.dataset->readNumbers(at, job.pictureField, numbers))
                several.insert(several.end(), numbers.begin(), numbers.end());
        }
        job.range = valueRange(several);
        job.rangeKnown = true;
    }
    if (!job.dataset->readNumbers(sample, job.pictureField, numbers))
        return {};
    QImage picture = samplePicture(numbers, field.shape, job.range);
    if (values)
        *values = std::move(numbers);
    return picture;
}

SampleView::Sample DataSession::readSample(Job& job, qint64 index)
{
    SampleView::Sample sample;
    sample.index = index;
    sample.name = QString::fromStdString(job.dataset->sampleName(index));
    const auto& fields = job.dataset->fields();
    int numbersField = job.pictureField;
    if (job.pictureField >= 0) {
        sample.picture = readPicture(job, index, &sample.values);
    } else {
        for (std::size_t i = 0; i < fields.size() && numbersField < 0; ++i) {
            if (fields[i].kind == DataKind::Numbers)
                numbersField = static_cast<int>(i);
        }
        if (numbersField >= 0) {
            sample.values.resize(
                static_cast<std::size_t>(fields[static_cast<std::size_t>(numbersField)].shape.elements()));
            if (!job.dataset->readNumbers(index, numbersField, sample.values))
                sample.values.clear();
        }
    }
    if (numbersField >= 0) {
        const Shape& shape = fields[static_cast<std::size_t>(numbersField)].shape;
        QStringList sizes;
        for (const Index size : shape.sizes())
            sizes << QString::number(size);
        sample.shape = sizes.join(QStringLiteral(" × "));
        sample.channels = shape.rank() == 3 ? static_cast<int>(shape[2]) : 1;
    }
    if (!sample.values.empty()) {
        const auto [low, high] = std::minmax_element(sample.values.begin(), sample.values.end());
        sample.low = *low;
        sample.high = *high;
        sample.mean = static_cast<float>(std::accumulate(sample.values.begin(), sample.values.end(), 0.0)
                                         / static_cast<double>(sample.values.size()));
    }
    if (job.classField >= 0) {
        const DataField& field = fields[static_cast<std::size_t>(job.classField)];
        float value = -1;
        if (job.dataset->readNumbers(index, job.classField, {&value, 1}) && value >= 0) {
            const auto at = static_cast<std::size_t>(value);
            sample.label = at < field.classNames.size() ? QString::fromStdString(field.classNames[at])
                                                        : QString::number(at);
        }
    }
    return sample;
}

// Results ride together: one event for all that arrives before the window looks.
template <typename Add>
void DataSession::post(std::uint64_t job, const Add& add)
{
    const std::scoped_lock lock(m_mutex);
    if (job != m_job.number)
        return;
    const bool first = m_outbox.empty();
    add(m_outbox);
    if (first)
        QMetaObject::invokeMethod(this, &DataSession::deliver, Qt::QueuedConnection);
}

void DataSession::deliver()
{
    Outbox box;
    {
        const std::scoped_lock lock(m_mutex);
        box = std::exchange(m_outbox, {});
    }
    for (const auto& [first, classes] : box.classes)
        emit classesRead(first, classes);
    if (box.classesDone)
        emit allClassesRead();
    for (const auto& [sample, picture] : box.pictures)
        emit pictureRead(sample, picture);
    if (!box.samples.empty())
        emit sampleRead(box.samples.back());
}

} // namespace lamina
