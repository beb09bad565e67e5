// A panel at the side of a page: it scrolls down, and is never narrower than what stands in it.
#pragma once

#include <QScrollArea>

namespace lamina {

class SidePanel final : public QScrollArea {
    Q_OBJECT

public:
    // edge: the side on which its line is drawn, "left" or "right"
    SidePanel(QWidget* inside, const char* edge, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitWidth();
};

} // namespace lamina
