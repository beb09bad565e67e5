// The data of the project: where it comes from, its samples with their labels, how many there are of each
// class, and one of them closely.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "app/commands/document_command.h"
#include "app/data_session.h"

#include <array>

class QButtonGroup;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace lamina {

class AugmentPreview;
class BriefButton;
class ClassChart;
class DataSettings;
class MessageBar;
class SampleGrid;
class SampleModel;
class SampleTable;
class Studio;

class DataPage final : public QWidget {
    Q_OBJECT
public:
    explicit DataPage(Studio& studio, QWidget* parent = nullptr);
    ~DataPage() override;

    enum class Part { Training, Validation, Test };
    void showPart(Part part);
    Part part() const { return m_part; }
    SampleModel* samples() const { return m_samples; }
    ClassChart* chart() const { return m_chart; }
    bool isOpening() const { return m_session.isOpening(); }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeMiddle();
    QWidget* makeRight();
    QWidget* makeEmptyPage();
    void explainEmptiness();
    void connectAll();
    void retranslate();
    void dataChanged(); // the project's
    void openSoon();
    void open();
    void opened(const DataParts& parts);
    void failed(const Faults& faults);
    void showBusy(bool busy);
    void nameParts();
    void addClasses(qint64 first, const std::vector<int>& classes);
    void filterClass(int classIndex);
    void showAugmented();
    DatasetPtr dataset(Part part) const;

    Studio& m_studio;
    DataSession m_session;
    DataParts m_parts;
    Part m_part = Part::Training;
    bool m_stale = true; // the project's data is not what is shown
    DataSpec m_openedSpec;
    QString m_openedFolder;
    std::uint64_t m_openedSeed = 0;
    std::vector<qint64> m_counts;
    QStringList m_classNames;
    QString m_gestureKey;
    Gesture m_gesture = Gesture::single();

    DataSettings* m_settings;
    SampleModel* m_samples;
    SampleTable* m_rows;
    QSplitter* m_splitter;
    QButtonGroup* m_partGroup;
    std::array<BriefButton*, 3> m_partButtons{};
    QComboBox* m_classes;
    QSlider* m_size;
    QProgressBar* m_busy;
    MessageBar* m_message;
    QStackedWidget* m_views;
    SampleGrid* m_grid;
    QTableView* m_table;
    QWidget* m_emptyPage;
    QLabel* m_empty;
    QLabel* m_emptyTitle; // of photographs that are not there
    QPushButton* m_choosePhotos;
    QWidget* m_right;
    QLabel* m_classTitle;
    ClassChart* m_chart;
    QLabel* m_sampleTitle;
    SampleView* m_view;
    AugmentPreview* m_augmented = nullptr;
    SampleView::Sample m_sample; // the chosen one, or the first
};

} // namespace lamina
