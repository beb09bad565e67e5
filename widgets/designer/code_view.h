// The model as a program: read, searched, copied. The lines of the selected layer stand out, and choosing a
// line chooses its layer.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> before it.
#include <QWidget>

#include "engine/code/code.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QShortcut;
class QToolButton;

namespace lamina {

class CodeView final : public QWidget {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    const CodeDialect& dialect() const;
    void setDialect(const QString& id); // one that is not there changes nothing

    void showCode(const GeneratedCode& code);
    // The code stays as it was before these; it can be read and no more.
    void showFaults(const Faults& faults);
    void setLayer(const QString& layer); // empty: none
    QString text() const;
    QPlainTextEdit* editor() const { return m_editor; }

public slots:
    void find(); // opens the search

signals:
    void dialectChosen(const QString& id);
    void layerChosen(const QString& layer);
    void saveRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void restyle();
    void replaceText(const QString& text);
    void chooseLine();
    void mark();
    void search(bool backwards);
    void closeSearch();

    QComboBox* m_dialects;
    QPushButton *m_copy, *m_save;
    QLabel* m_note;
    QPlainTextEdit* m_editor;
    QWidget* m_searchBar;
    QLineEdit* m_searched;
    QToolButton *m_previous, *m_next, *m_close;
    QStringList m_layers; // of each line
    QString m_layer;
    bool m_changing = false;
};

} // namespace lamina
