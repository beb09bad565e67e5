// The probabilities of a classifier's classes as bars, the best emphasised.
#pragma once

#include <QStringList>
#include <QWidget>

#include <span>
#include <vector>

namespace lamina {

class ProbabilityBars final : public QWidget {
    Q_OBJECT
public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    void setNames(const QStringList& names); // one a class
    const QStringList& names() const { return m_names; }
    // One a class; empty: there is no answer. Beyond `mostRows` classes, the likeliest ones are shown.
    void setProbabilities(std::span<const float> probabilities);
    const std::vector<float>& probabilities() const { return m_probabilities; }
    int best() const { return m_best; } // -1: no answer
    // "7: 98.2 %, 1: 0.9 %, …", likeliest first; what a screen reader says.
    QString inWords(int classes) const;

    static constexpr int mostRows = 10;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString className(int index) const;
    std::vector<int> likeliestFirst() const;

    QStringList m_names;
    std::vector<float> m_probabilities;
    int m_best = -1;
};

} // namespace lamina
