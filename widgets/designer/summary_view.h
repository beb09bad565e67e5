// The table that Keras prints, to be read and copied; or why there is none yet.
#pragma once

#include "engine/core/fault.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace lamina {

class SummaryView final : public QWidget {
    Q_OBJECT

public:
    explicit SummaryView(QWidget* parent = nullptr);

    void showSummary(const QString& table);
    void showFaults(const Faults& faults);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_note;
    QPlainTextEdit* m_table;
    QPushButton* m_copy;
    bool m_hasTable = false;
};

} // namespace lamina
