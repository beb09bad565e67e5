// Asks how many times the selected layers are to be repeated, and says what that will give.
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QSpinBox;

namespace lamina {

class RepeatDialog final : public QDialog {
    Q_OBJECT
public:
    // What so many copies give, in words, and what is wrong with it or nothing.
    struct Outlook {
        QString text, problem;
    };
    using LookAhead = std::function<Outlook(int copies)>;

    // `what` is repeated: "3 layers", "Stem".
    RepeatDialog(const QString& what, LookAhead lookAhead, QWidget* parent = nullptr);

    int copies() const;

private:
    void lookAt(int copies);

    LookAhead m_lookAhead;
    QSpinBox* m_copies;
    QLabel *m_outlook, *m_problem;
};

} // namespace lamina
