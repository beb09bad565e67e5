// What a model with several outputs is trained towards: for each of them a loss, what it counts, and metrics.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/model/project.h"

class QLabel;
class QVBoxLayout;

namespace lamina {

class FieldForm;
class PartChoice;
class PartList;

class OutputSettings final : public QWidget {
    Q_OBJECT
public:
    explicit OutputSettings(QWidget* parent = nullptr);

    // The names of the outputs, in order.
    void setTraining(const TrainingSpec& training, const std::vector<std::string>& outputs);
    void retranslate();

signals:
    // As TrainingSettings::trainingEdited. What all outputs share is written once, for all of them.
    void edited(const lamina::TrainingSpec& training, const QString& what, const QString& key);

private:
    struct Row {
        std::string output;
        QWidget* panel;
        PartChoice* loss;
        FieldForm* weight;
        QLabel* metricsTitle;
        PartList* metrics;
    };
    void rebuild();
    void addRow(const std::string& output);
    void setWeight(std::size_t output, double weight, const QString& key);
    void say(const QString& what, std::size_t output, const QString& key);

    TrainingSpec m_training;
    std::vector<std::string> m_outputs;
    std::vector<Row> m_rows;
    QVBoxLayout* m_layout;
};

} // namespace lamina
