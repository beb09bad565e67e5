// Answers what is drawn while it is drawn, on a thread of its own: neither the window nor a training waits.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QElapsedTimer>
#include <QImage>
#include <QObject>

#include "engine/data/drawing.h"
#include "engine/data/preprocess.h"
#include "engine/training/training.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace lamina {

// Whose answer is wanted. Does not change.
struct LiveModel {
    std::shared_ptr<const Project> project; // its preprocessing, and its model where there is no snapshot
    SnapshotPtr snapshot; // null: the initial weights
    std::shared_ptr<const LearnedSteps> learned{}; // by preprocessing, where there is no snapshot
};

struct LiveAnswer {
    quint64 question = 0;
    std::vector<float> values; // a probability a class, else what the network gives; empty: no answer
    bool isClass = false; // the values are probabilities
    Shape in, out; // of what the network took and gave
    std::vector<float> taken; // the sample as the network took it: prepared
    std::shared_ptr<const PreparedDrawing> drawing; // null: the picture was only resized, or there is no ink
    Faults faults;
    bool noInk = false;
    double milliseconds = 0; // from question to answer
};

class LivePredictor final : public QObject {
    Q_OBJECT
public:
    explicit LivePredictor(QObject* parent = nullptr);
    ~LivePredictor() override; // waits for the answer that is being made

    // Each replaces the question before it, if that is not being answered yet. Give back its number.
    quint64 askDrawing(const LiveModel& model, const QImage& ink); // grey, prepared as MNIST was
    // A file: prepared as a drawing, or resized to the model's input.
    quint64 askPicture(const LiveModel& model, const QString& filePath, bool asDrawing);
    // The numbers of a sample; `prepare`: by the project's preprocessing.
    quint64 askRow(const LiveModel& model, std::vector<float> numbers, bool prepare);
    quint64 lastQuestion() const { return m_last; }

signals:
    void answered(const lamina::LiveAnswer& answer);

private:
    struct Question {
        quint64 number = 0;
        LiveModel model;
        QImage ink;
        std::filesystem::path file;
        bool asDrawing = true;
        std::vector<float> numbers; // not empty: neither drawing nor file
        bool prepare = true;
        QElapsedTimer asked;
    };
    struct Machine; // the thread's: network, weights and plan of the model it answered for last

    quint64 ask(Question question);
    void work();
    LiveAnswer answer(Machine& machine, const Question& question) const;
    // The sample before preprocessing; nothing where `into` tells why.
    static std::optional<std::vector<float>> inputOf(const Question& question, const Shape& shape,
                                                     LiveAnswer& into);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Question> m_question;
    bool m_ends = false;
    quint64 m_last = 0;
    std::thread m_thread; // begins last
};

} // namespace lamina
