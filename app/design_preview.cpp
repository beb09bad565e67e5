#include "app/design_preview.h"

#include "app/studio.h"
#include "engine/formats/run_folder.h"

#include <algorithm>
#include <exception>

#include <sys/resource.h>
#include <unistd.h>

namespace lamina {

namespace {
constexpr int pauseBeforeLooking = 120; // ms
constexpr int oftenest = 400, seldomest = 30000; // ms between looks at a training
constexpr double largestShare = 0.03; // of one processor's time that looking at a training may take
constexpr double copiedPerSecond = 3e9; // bytes, of weights into a snapshot; a careful guess

Fault failure(const char* what)
{
    return {FaultKind::Runtime,
            Text(LAMINA_TEXT("preview", "The layers could not be computed: %1"), what),
            {},
            LAMINA_TEXT("preview", "Make the model smaller, or open the project anew")};
}
} // namespace

DesignPreview::DesignPreview(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio)
{
    m_edited.setSingleShot(true);
    m_edited.setInterval(pauseBeforeLooking);
    m_training.setInterval(oftenest);
    connect(&m_edited, &QTimer::timeout, this, &DesignPreview::ask);
    connect(&m_training, &QTimer::timeout, this, &DesignPreview::lookAtTraining);
    const auto edited = [this] {
        ++m_newest;
        if (m_watched)
            m_edited.start();
    };
    const ProjectDocument& document = studio.document();
    for (const auto edit : {&ProjectDocument::modelChanged, &ProjectDocument::dataChanged,
                            &ProjectDocument::identityChanged, &ProjectDocument::filePathChanged})
        connect(&document, edit, this, edited);
    connect(&document, &ProjectDocument::replaced, this, [this, edited] {
        m_runIsOurs = false;
        m_sample = 0;
        m_close.clear();
        m_answer = {};
        edited();
        emit changed();
    });
    connect(&studio.session(), &TrainingSession::stateChanged, this, [this](TrainingSession::State state) {
        if (state == TrainingSession::State::Preparing)
            m_runIsOurs = true;
        setWatched(m_watched);
        if (state == TrainingSession::State::Idle)
            lookAtTraining(); // at what it ended with
    });
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

DesignPreview::~DesignPreview()
{
    ++m_newest;
    m_thread.request_stop();
    m_wake.notify_all();
}

void DesignPreview::setWatched(bool watched)
{
    const bool begins = watched && !m_watched;
    m_watched = watched;
    if (begins)
        m_edited.start();
    if (!watched) {
        ++m_newest;
        m_computing = false;
        m_edited.stop();
    }
    if (!watched || !m_studio.session().isBusy())
        m_training.stop();
    else if (!m_training.isActive())
        m_training.start();
}

void DesignPreview::setSample(qint64 sample)
{
    if (sample == m_sample)
        return;
    m_sample = sample;
    if (m_watched)
        ask();
}

void DesignPreview::lookClosely(const QString& layer)
{
    if (layer.toStdString() == m_close)
        return;
    m_close = layer.toStdString();
    if (m_watched && !m_close.empty())
        ask();
}

// Null where there are none of this very model with data prepared in this way.
SnapshotPtr DesignPreview::newestWeights()
{
    TrainingSession& session = m_studio.session();
    const std::shared_ptr<const Project> trained = session.trainedProject();
    const Project& project = m_studio.document().project();
    if (!m_runIsOurs || !trained || !(trained->model == project.model)
        || !(trained->data.preprocess == project.data.preprocess))
        return nullptr;
    SnapshotPtr newest = session.snapshot(); // at first still the last run's
    return newest && newest->network && newest->network->spec() == project.model ? newest : nullptr;
}

void DesignPreview::lookAtTraining()
{
    if (m_watched && !m_computing && !m_edited.isActive() && newestWeights() != m_answer.snapshot)
        ask();
}

int DesignPreview::pauseAfter(double processorSeconds, double weightBytes)
{
    const double taken = processorSeconds + weightBytes / copiedPerSecond;
    return static_cast<int>(std::clamp(taken / largestShare * 1000, double{oftenest}, double{seldomest}));
}

void DesignPreview::ask()
{
    m_edited.stop();
    const ProjectDocument& document = m_studio.document();
    if (document.project().model.layers.empty()) {
        m_answer = {};
        emit changed();
        return;
    }
    const std::filesystem::path folder = document.folder().toStdString();
    PreviewQuestion question{
        .project = std::make_shared<const Project>(withAbsolutePaths(document.project(), folder)),
        .folder = folder,
        .snapshot = newestWeights(),
        .sample = m_sample,
        .closeLook = m_close};
    {
        const std::scoped_lock lock(m_mutex);
        m_question = Question{++m_newest, std::move(question)};
    }
    m_computing = true;
    m_wake.notify_all();
}

void DesignPreview::work(const std::stop_token& stop)
{
    // The window, and a training, come first.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 19);
    std::optional<PreviewMachine> machine(std::in_place);
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_question.has_value(); }))
                return;
            question = *std::exchange(m_question, std::nullopt);
        }
        PreviewAnswer answer;
        answer.snapshot = question.about.snapshot;
        try {
            answer =
                machine->answer(question.about, [this, &question] { return question.number == m_newest; });
        } catch (const std::exception& error) {
            machine.emplace();
            answer.layers.clear();
            answer.faults = {failure(error.what())};
        }
        QMetaObject::invokeMethod(
            this, [this, number = question.number, answer] { take(number, answer); }, Qt::QueuedConnection);
    }
}

void DesignPreview::take(std::uint64_t number, const PreviewAnswer& answer)
{
    if (number != m_newest)
        return;
    m_computing = false;
    m_answer = answer;
    if (answer.snapshot)
        m_training.setInterval(
            pauseAfter(answer.seconds,
                       static_cast<double>(answer.snapshot->network->weightCount()) * double{sizeof(float)}));
    emit changed();
    if (!m_studio.session().isBusy())
        lookAtTraining(); // it may have ended meanwhile
}

} // namespace lamina
