#include "app/design_costs.h"

#include "app/studio.h"
#include "engine/data/open.h"

#include <sys/resource.h>
#include <unistd.h>

namespace lamina {

namespace {
constexpr int pauseBeforeMeasuring = 600; // ms without an edit before anything is measured
}

DesignCosts::DesignCosts(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DesignCosts::ask);
    const ProjectDocument& document = studio.document();
    for (const auto edit : {&ProjectDocument::modelChanged, &ProjectDocument::trainingChanged,
                            &ProjectDocument::dataChanged, &ProjectDocument::replaced})
        connect(&document, edit, this, &DesignCosts::editMade);
    connect(&studio.session(), &TrainingSession::stateChanged, this, [this] {
        if (m_studio.session().isBusy()) {
            ++m_newest; // a training has the machine for itself
            m_measuring = false;
            m_pause.stop();
        } else if (m_watched) {
            m_pause.start(pauseBeforeMeasuring);
        }
    });
    editMade();
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

DesignCosts::~DesignCosts()
{
    ++m_newest;
    m_thread.request_stop();
    m_wake.notify_all();
}

void DesignCosts::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    if (watched) {
        // What the data are like is asked for at once: the first input takes its shape from them.
        m_pause.start(m_facts ? pauseBeforeMeasuring : 0);
    } else {
        ++m_newest;
        m_measuring = false;
        m_pause.stop();
    }
}

void DesignCosts::editMade()
{
    const Project& project = m_studio.document().project();
    if (!(project.data == m_factsOf) || m_studio.document().folder() != m_factsFolder)
        m_facts.reset();
    if (m_found && m_found->first == project.model && m_found->second == project.training)
        return;
    ++m_newest;
    m_measuring = false;
    m_found.reset();
    m_cost = countedCost(m_studio.document().analysis(), std::max(project.training.batchSize, 1));
    m_known.estimate(project.model, m_studio.document().analysis(), m_cost);
    if (m_watched)
        m_pause.start(pauseBeforeMeasuring);
}

void DesignCosts::ask()
{
    const ProjectDocument& document = m_studio.document();
    const bool found = m_found.has_value() && m_cost.time != ModelCost::Source::Unknown;
    if (m_facts && (found || document.project().model.layers.empty()))
        return;
    m_factsOf = document.project().data;
    m_factsFolder = document.folder();
    {
        const std::scoped_lock lock(m_mutex);
        m_question = Question{.number = ++m_newest,
                              .project = document.project(),
                              .folder = document.folder().toStdString(),
                              .facts = m_facts,
                              .timed = !m_studio.session().isBusy()};
    }
    m_measuring = true;
    m_wake.notify_all();
}

void DesignCosts::work(const std::stop_token& stop)
{
    // The window and whatever else a person does come first.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 10);
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_question.has_value(); }))
                return;
            question = *std::exchange(m_question, std::nullopt);
        }
        if (question.number == m_newest)
            answer(question);
    }
}

void DesignCosts::answer(const Question& question)
{
    const auto post = [this](const std::function<void()>& news) {
        QMetaObject::invokeMethod(this, news, Qt::QueuedConnection);
    };
    std::optional<TaskFacts> facts = question.facts;
    if (!facts)
        if (const Result<DataParts> parts =
                openData(question.project.data, question.folder, question.project.seed)) {
            facts = taskFacts(*parts);
            post([this, question, found = *facts] { takeFacts(question, found); });
        }
    std::optional<ModelCost> cost;
    if (!question.project.model.layers.empty()) {
        SampleCounts samples;
        if (facts)
            samples = {facts->trainSamples, facts->validationSamples};
        Workers workers;
        const auto goesOn = [this, number = question.number] { return number == m_newest; };
        cost = findCost(question.project, samples, availableMemory(), workers, question.timed, goesOn);
    }
    post([this, number = question.number, cost] { takeCost(number, cost); });
}

// They are true of the data whatever has been done to the model since they were asked for.
void DesignCosts::takeFacts(const Question& question, const TaskFacts& facts)
{
    const ProjectDocument& document = m_studio.document();
    if (!(question.project.data == document.project().data)
        || question.folder != document.folder().toStdString())
        return;
    m_facts = facts;
    emit changed();
}

void DesignCosts::takeCost(std::uint64_t number, const std::optional<ModelCost>& cost)
{
    if (number != m_newest)
        return;
    const ProjectDocument& document = m_studio.document();
    m_measuring = false;
    if (cost) {
        const ModelCost estimated = std::exchange(m_cost, *cost);
        m_known.remember(document.project().model, document.analysis(), m_cost);
        if (m_cost.time == ModelCost::Source::Unknown && !m_cost.tooLarge
            && estimated.time == ModelCost::Source::Estimated) {
            m_cost.time = estimated.time;
            m_cost.all.seconds = estimated.all.seconds;
            for (std::size_t i = 0; i < m_cost.layers.size(); ++i)
                m_cost.layers[i].seconds = estimated.layers[i].seconds;
        }
        m_found.emplace(document.project().model, document.project().training);
    }
    emit changed();
}

} // namespace lamina
