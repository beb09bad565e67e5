// What is wrong or could be better, each with buttons that put it right.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/training/advice.h"

class QVBoxLayout;

namespace lamina {

class AdviceList final : public QWidget {
    Q_OBJECT
public:
    explicit AdviceList(QWidget* parent = nullptr);

    // `named`: each says on which layer it stands, and leads there.
    void setAdvice(const std::vector<Advice>& advice, bool named);

signals:
    void fixRequested(const lamina::Fix& fix);
    void layerRequested(const QString& layer);

private:
    QWidget* entryFor(const Advice& advice);
    void restyle();

    std::vector<Advice> m_advice;
    bool m_named = false;
    QVBoxLayout* m_layout;
};

} // namespace lamina
