// Opens the data of a project and reads its samples on threads of its own, so that the window never waits.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QImage>
#include <QObject>

#include "engine/data/open.h"
#include "widgets/browser/sample_picture.h"
#include "widgets/browser/sample_view.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace lamina {

class DataSession final : public QObject {
    Q_OBJECT
public:
    explicit DataSession(QObject* parent = nullptr);
    ~DataSession() override;

    // One of opened() and failed() follows, for the newest call alone.
    void open(const DataSpec& spec, const std::filesystem::path& folder, std::uint64_t seed);
    bool isOpening() const { return m_opening; }

    // The part that the calls below are about. Its classes are read at once, in the background. Null: none.
    void show(DatasetPtr dataset);
    const DatasetPtr& dataset() const { return m_dataset; }
    int pictureField() const { return m_pictureField; } // -1: the samples are no pictures
    int classField() const { return m_classField; } // -1: they have no class
    void wantPicture(qint64 sample); // pictureRead() follows; the newest wish is served first
    void wantSample(qint64 sample); // sampleRead() follows, before all pictures

signals:
    void opened(const lamina::DataParts& parts);
    void failed(const lamina::Faults& faults);
    void pictureRead(qint64 sample, const QImage& picture);
    void classesRead(qint64 first, const std::vector<int>& classes);
    void allClassesRead();
    void sampleRead(const lamina::SampleView::Sample& sample);

private:
    struct Outbox {
        std::vector<std::pair<qint64, QImage>> pictures;
        std::vector<std::pair<qint64, std::vector<int>>> classes;
        std::vector<SampleView::Sample> samples;
        bool classesDone = false;
        bool empty() const { return pictures.empty() && classes.empty() && samples.empty() && !classesDone; }
    };
    // What the reader works on; replaced as a whole when another part is shown.
    struct Job {
        DatasetPtr dataset;
        int pictureField = -1;
        int classField = -1;
        std::uint64_t number = 0;
        ValueRange range;
        bool rangeKnown = false;
    };

    void readLoop(const std::stop_token& stop);
    static QImage readPicture(Job& job, qint64 sample, std::vector<float>* values);
    static SampleView::Sample readSample(Job& job, qint64 sample);
    template <typename Add>
    void post(std::uint64_t job, const Add& add);
    void deliver();

    DatasetPtr m_dataset;
    int m_pictureField = -1;
    int m_classField = -1;
    bool m_opening = false;
    std::uint64_t m_openNumber = 0;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Job m_job; // the three below belong to it
    std::vector<qint64> m_wishes; // pictures; the last is the newest
    qint64 m_wantedSample = -1;
    qint64 m_nextClass = 0;
    Outbox m_outbox;
    std::jthread m_reader; // last: it uses all above
};

} // namespace lamina
