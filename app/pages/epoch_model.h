// The epochs of a run as a table: loss, metrics, learning rate, time; the best one marked.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QAbstractTableModel>

#include "engine/training/training.h"

namespace lamina {

class EpochModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit EpochModel(QObject* parent = nullptr) : QAbstractTableModel(parent) { }

    // Columns for these metrics; with validation, each has a second one.
    void begin(const std::vector<std::string>& metrics, bool validation);
    void add(const EpochReport& epoch);
    void clear();

    // By which the best epoch is told: the validation's first metric where there is one, else a loss.
    const std::string& monitor() const { return m_monitor; }
    int bestRow() const { return m_best; } // -1: none
    const std::vector<EpochReport>& epochs() const { return m_epochs; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool better(double value, double than) const;
    QString cell(const EpochReport& epoch, int column) const;

    std::vector<std::string> m_columns; // keys of the logs, between the epoch and the seconds
    std::vector<EpochReport> m_epochs;
    std::string m_monitor;
    bool m_higherIsBetter = false;
    int m_best = -1;
};

// A value of the logs as people read it: accuracies in percent.
QString logValue(const std::string& key, double value);
// Whether a metric is a share of the samples, between 0 and 1.
bool isFraction(const std::string& key);
// "Mean absolute error" for "mean_absolute_error" and "val_mean_absolute_error": the words for Keras' name.
QString quantityName(const std::string& key);
// The same within a sentence: "validation accuracy" for "val_accuracy".
QString logName(const std::string& key);

} // namespace lamina
