// What the model costs and what the data ask of it, found beside the window while it is designed.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>
#include <QTimer>

#include "engine/training/advice.h"
#include "engine/training/model_cost.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace lamina {

class Studio;

class DesignCosts final : public QObject {
    Q_OBJECT
public:
    explicit DesignCosts(Studio& studio, QObject* parent = nullptr);
    ~DesignCosts() override;

    // Nothing is opened or measured while nobody looks.
    void setWatched(bool watched);
    // Of the present model: counted at once, the rest estimated until it is found.
    const ModelCost& cost() const { return m_cost; }
    const TaskFacts* facts() const { return m_facts ? &*m_facts : nullptr; } // null: not known (yet)
    bool isMeasuring() const { return m_measuring; }

signals:
    void changed();

private:
    struct Question {
        std::uint64_t number = 0;
        Project project;
        std::filesystem::path folder;
        std::optional<TaskFacts> facts; // as far as they are known of this data
        bool timed = true;
    };
    void editMade();
    void ask();
    void work(const std::stop_token& stop);
    void answer(const Question& question);
    void takeFacts(const Question& question, const TaskFacts& facts);
    void takeCost(std::uint64_t number, const std::optional<ModelCost>& cost); // nothing: none is found

    Studio& m_studio;
    QTimer m_pause; // in the edits
    bool m_watched = false;
    bool m_measuring = false;
    ModelCost m_cost;
    CostMemory m_known;
    std::optional<TaskFacts> m_facts;
    DataSpec m_factsOf; // the data that the facts are of
    QString m_factsFolder;
    std::optional<std::pair<ModelSpec, TrainingSpec>> m_found; // what the cost was found for

    std::atomic<std::uint64_t> m_newest = 0; // what else runs is out of date
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Question> m_question;
    std::jthread m_thread; // last: it uses all above
};

} // namespace lamina
