// A spin box for whole numbers of any size and for real ones as people write them (1e-3, .5). It steps within
// its limits, but lets any number be typed: what is wrong with it is said beside it, not swallowed.
#pragma once

#include "engine/core/json.h"

#include <QAbstractSpinBox>

#include <optional>

namespace lamina {

class NumberBox final : public QAbstractSpinBox {
    Q_OBJECT

public:
    enum class Numbers { Whole, Real };
    NumberBox(Numbers numbers, double minimum, double maximum, bool minimumExcluded,
              QWidget* parent = nullptr);

    // An empty box stands for null, shown as this text.
    void setNullText(const QString& text);
    void setValue(std::optional<double> value);
    std::optional<double> value() const { return m_value; }
    void setCanStep(bool can) { m_canStep = can; } // no: there is no number yet to start from
    // A whole number where whole numbers are asked for; null for none.
    Json json() const;

    void stepBy(int steps) override;
    QValidator::State validate(QString& input, int& position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void edited(); // by the person
    void problemChanged(bool notANumber);

protected:
    StepEnabled stepEnabled() const override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QSize sizeFor(const QString& text) const;
    std::optional<double> parsed(const QString& text) const;
    QString shown(std::optional<double> value) const;
    void typed(const QString& text);
    void settle();

    Numbers m_numbers;
    double m_minimum, m_maximum;
    bool m_minimumExcluded;
    bool m_nullable = false;
    bool m_canStep = true;
    std::optional<double> m_value;
};

} // namespace lamina
