#include "widgets/inspector/number_box.h"

#include "engine/core/numbers.h"
#include "engine/core/shape.h"

#include <QFontMetrics>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionSpinBox>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
// Whole numbers up to here are exact in a double.
constexpr double largestWhole = 9007199254740992.0;

// One unit of the first digit; going down from 0.001 the digit is that of 0.0009.
double step(double value, bool down)
{
    if (value == 0)
        return 0.1;
    const double size = std::abs(value);
    double unit = std::pow(10, std::floor(std::log10(size) + 1e-9));
    const bool shrinks = (value > 0) == down;
    if (shrinks && size < unit * (1 + 1e-9))
        unit /= 10;
    return unit;
}
} // namespace

NumberBox::NumberBox(Numbers numbers, double minimum, double maximum, bool minimumExcluded, QWidget* parent)
    : QAbstractSpinBox(parent), m_numbers(numbers), m_minimum(minimum), m_maximum(maximum),
      m_minimumExcluded(minimumExcluded)
{
    setSizePolicy(QSizePolicy::Preferred,
                  QSizePolicy::Fixed); // a spin box else never goes below its sizeHint()
    setAccelerated(true);
    setFocusPolicy(Qt::StrongFocus); // not by the wheel: scrolling past must change nothing
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberBox::typed);
    connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::settle);
}

void NumberBox::setNullText(const QString& text)
{
    m_nullable = true;
    lineEdit()->setPlaceholderText(text);
    updateGeometry();
}

void NumberBox::setValue(std::optional<double> value)
{
    // What is being typed, as "0." on the way to "0.5" or "1e" on that to "1e-3", is left alone.
    if (hasFocus() && m_value == value)
        return;
    m_value = value;
    lineEdit()->setText(shown(value));
    lineEdit()->setCursorPosition(0);
    update();
}

Json NumberBox::json() const
{
    if (!m_value)
        return {};
    if (m_numbers == Numbers::Whole)
        return static_cast<Index>(*m_value);
    return *m_value;
}

std::optional<double> NumberBox::parsed(const QString& text) const
{
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    if (plain.startsWith(QLatin1Char('+')))
        plain.remove(0, 1);
    const std::optional<double> number = toNumber(plain.toStdString());
    if (!number || !std::isfinite(*number))
        return std::nullopt;
    if (m_numbers == Numbers::Whole && (std::floor(*number) != *number || std::abs(*number) > largestWhole))
        return std::nullopt;
    return number;
}

QString NumberBox::shown(std::optional<double> value) const
{
    if (!value)
        return {};
    if (m_numbers == Numbers::Whole && std::abs(*value) <= largestWhole && std::floor(*value) == *value)
        return QString::number(static_cast<qint64>(*value));
    return QString::fromStdString(shortest(*value));
}

void NumberBox::typed(const QString& text)
{
    const std::optional<double> number = parsed(text);
    const bool null = m_nullable && text.trimmed().isEmpty();
    emit problemChanged(!number && !null);
    if ((!number && !null) || number == m_value)
        return;
    m_value = number;
    emit edited();
}

// What means no number is given up when the person leaves.
void NumberBox::settle()
{
    lineEdit()->setText(shown(m_value));
    emit problemChanged(false);
}

void NumberBox::focusOutEvent(QFocusEvent* event)
{
    QAbstractSpinBox::focusOutEvent(event);
    settle();
}

QValidator::State NumberBox::validate(QString& /*input*/, int& /*position*/) const
{
    return QValidator::Acceptable; // typed() judges
}

void NumberBox::stepBy(int steps)
{
    double next = m_value.value_or(std::clamp(0.0, std::max(m_minimum, -largestWhole), m_maximum));
    for (int i = 0; i < std::abs(steps); ++i) {
        const double unit = m_numbers == Numbers::Whole ? 1 : step(next, steps < 0);
        next += steps < 0 ? -unit : unit;
        // 0.1 + 0.2 shall read 0.3.
        if (m_numbers == Numbers::Real)
            next = std::round(next / unit * 1e6) / 1e6 * unit;
        if (m_numbers == Numbers::Real)
            next = toNumber(QByteArray::number(next, 'g', 12).toStdString()).value_or(next);
    }
    next = std::min(next, m_maximum);
    if (next < m_minimum || (m_minimumExcluded && next <= m_minimum)) {
        if (m_minimumExcluded)
            return;
        next = m_minimum;
    }
    if (m_value == next)
        return;
    m_value = next;
    lineEdit()->setText(shown(m_value));
    lineEdit()->selectAll();
    emit problemChanged(false);
    emit edited();
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    if (isReadOnly() || !m_canStep)
        return StepNone;
    StepEnabled steps = StepNone;
    if (!m_value || *m_value < m_maximum)
        steps |= StepUpEnabled;
    if (!m_value || *m_value > m_minimum)
        steps |= StepDownEnabled;
    return steps;
}

QSize NumberBox::sizeFor(const QString& text) const
{
    ensurePolished();
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    constexpr int free = 5; // what a line edit keeps around its text, and the caret
    const QSize contents(fontMetrics().horizontalAdvance(text) + free, lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, contents, this);
}

QSize NumberBox::sizeHint() const
{
    return sizeFor(QStringLiteral("0.00000000"));
}

// What stands in place of a number, as "auto", is never cut.
QSize NumberBox::minimumSizeHint() const
{
    return sizeFor(QStringLiteral("00000")).expandedTo(sizeFor(lineEdit()->placeholderText()));
}

} // namespace lamina
