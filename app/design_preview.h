// What each layer gives for a sample, found beside the window: again after every edit, and with newer weights
// while a training runs.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>
#include <QTimer>

#include "app/preview_machine.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace lamina {

class Studio;

class DesignPreview final : public QObject {
    Q_OBJECT
public:
    explicit DesignPreview(Studio& studio, QObject* parent = nullptr);
    ~DesignPreview() override;

    // Nothing is computed while nobody looks.
    void setWatched(bool watched);
    void setSample(qint64 sample); // of the training part; beyond its end: the last
    // A layer that is wanted in detail, too; empty: none.
    void lookClosely(const QString& layer);

    const PreviewAnswer& answer() const { return m_answer; } // the newest
    bool isComputing() const { return m_computing; }
    // Milliseconds between two looks at a training, after what one took.
    static int pauseAfter(double processorSeconds, double weightBytes);

signals:
    void changed();

private:
    struct Question {
        std::uint64_t number = 0;
        PreviewQuestion about;
    };
    void ask();
    void lookAtTraining();
    SnapshotPtr newestWeights();
    void work(const std::stop_token& stop);
    void take(std::uint64_t number, const PreviewAnswer& answer);

    Studio& m_studio;
    QTimer m_edited; // a little pause without an edit before anything is computed
    QTimer m_training; // while one runs
    bool m_watched = false;
    bool m_runIsOurs = false; // the newest training is one of the open project
    bool m_computing = false;
    qint64 m_sample = 0;
    std::string m_close;
    PreviewAnswer m_answer;

    std::atomic<std::uint64_t> m_newest = 0; // what else runs is out of date
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Question> m_question;
    std::jthread m_thread; // last: it uses all above
};

} // namespace lamina
