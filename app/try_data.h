// What the Try page needs to know of a project's data: how a row is typed in, what the classes are called.
// Opened in the background.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QObject>

#include "engine/data/preprocess.h"
#include "engine/data/table/row_input.h"

namespace lamina {

struct TryKnowledge {
    std::optional<RowInput> row; // nothing: a sample cannot be typed in
    std::shared_ptr<const LearnedSteps> learned; // by preprocessing
    std::vector<std::string> classNames;
    DatasetPtr samples; // to begin with: the test part, else the training part
    int inputField = -1;
    int targetField = -1;
    std::string target; // what is told
};

class TryData final : public QObject {
    Q_OBJECT
public:
    explicit TryData(QObject* parent = nullptr) : QObject(parent) { }

    // Does nothing where the same is open or on its way; else changed() follows, for the newest call alone.
    void want(const DataSpec& data, const std::filesystem::path& folder, std::uint64_t seed);
    void forget();
    const std::shared_ptr<const TryKnowledge>& knowledge() const { return m_knowledge; } // null: not yet
    const Faults& faults() const { return m_faults; }

signals:
    void changed();

private:
    struct Wish {
        DataSpec data;
        std::filesystem::path folder;
        std::uint64_t seed = 0;
        bool operator==(const Wish&) const = default;
    };
    std::optional<Wish> m_wish;
    std::uint64_t m_number = 0;
    std::shared_ptr<const TryKnowledge> m_knowledge;
    Faults m_faults;
};

} // namespace lamina
