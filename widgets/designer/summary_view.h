// The model's layers as a table, to be read, selected and copied; and what is wrong with them, if anything
// is.
#pragma once

#include "engine/core/fault.h"
#include "engine/model/network.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace lamina {

class SummaryModel;

class SummaryView final : public QWidget {
    Q_OBJECT

public:
    explicit SummaryView(QWidget* parent = nullptr);

    // `text`: the table as Keras prints it, to be copied.
    void showModel(const ModelSpec& model, const ModelAnalysis& analysis, const QString& text);
    // Without a text to copy, as long as there are faults.
    void showFaults(const ModelSpec& model, const ModelAnalysis& analysis, const Faults& faults);
    void setSelection(const QStringList& layers); // says nothing

    const QString& text() const { return m_text; } // empty: there is none
    QString note() const;
    QTreeView* table() const { return m_table; }
    const SummaryModel& rows() const { return *m_rows; }

signals:
    void selectionChanged(const QStringList& layers); // by the person
    void inspectorRequested(); // Return on a row, or a double click
    void renameRequested(); // F2

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const ModelSpec& model, const ModelAnalysis& analysis);
    void retranslate();
    void copyRows(); // the selected ones, or all
    void fitColumns();
    QList<int> selectedRows() const;

    SummaryModel* m_rows;
    QLabel *m_note, *m_totals;
    QTreeView* m_table;
    QPushButton* m_copy;
    QString m_text;
    Faults m_faults;
    bool m_changing = false;
};

} // namespace lamina
