// Work that other windows left unsaved when they were gone, a row each: to be taken back or given up.
#pragma once

#include <QWidget>

namespace lamina {

class Studio;
struct LostWork;

// Hidden while there is none.
class LostWorkList final : public QWidget {
    Q_OBJECT
public:
    explicit LostWorkList(Studio& studio, QWidget* parent = nullptr);

    // "Unsaved work from 29.11.26 23:10: Digits"
    static QString titleOf(const LostWork& work);
    // Where it belongs, and whether something newer stands there.
    static QString placeOf(const LostWork& work);
    static void askToDiscard(Studio& studio, const LostWork& work, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    Studio& m_studio;
};

} // namespace lamina
