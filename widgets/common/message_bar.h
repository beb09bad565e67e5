// What went wrong, where, and what to do, above the page and without stopping the work: dismissible,
// copyable, one line until its details are asked for.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QFrame>

#include "engine/core/fault.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace lamina {

class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Fault, Caution, Good, Note };

    explicit MessageBar(QWidget* parent = nullptr);

    // Replaces what stood there.
    void showFaults(const QString& title, const Faults& faults);
    // `actions`: what can be done about it at once, as buttons.
    void showMessage(Kind kind, const QString& title, const QString& details = {},
                     const QStringList& actions = {});
    void dismiss();

    QString title() const;
    QString details() const { return m_detailsText; } // as it is copied
    bool showsDetails() const;

signals:
    void dismissed();
    void actionChosen(int action); // by its place; the message is gone then

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void restyle();
    void present(const QString& title, const QString& shown, const QStringList& actions = {});
    void setExpanded(bool expanded);

    Kind m_kind = Kind::Note;
    Faults m_faults; // kept, so that a change of language changes their words, too
    QString m_detailsText;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_details;
    QScrollArea* m_scroll;
    QHBoxLayout* m_actions;
    QPushButton* m_expand;
    QToolButton* m_copy;
    QToolButton* m_close;
};

} // namespace lamina
