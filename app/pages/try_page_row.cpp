// Trying a network on a sample that is typed in: a row of the table, or a sequence.
#include "app/pages/try_page.h"
#include "app/studio.h"
#include "widgets/browser/row_form.h"
#include "widgets/canvas/probability_bars.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace lamina {

namespace {
constexpr int letterSize = 72; // of the answer where it is a digit, or as short
constexpr int wordSize = 32;
constexpr std::size_t mostNumbers = 24; // in an answer
constexpr int longestAnswer = 18; // letters; longer ones are cut

// Six figures, as a person would write them.
QString plainNumber(double value)
{
    return QString::number(value, 'g', 6);
}
} // namespace

bool TryPage::takesRows() const
{
    return m_stack->currentIndex() == 1 && m_left->currentIndex() == 1;
}

// Of the project whose weights answer: its table may be another one by now.
void TryPage::wantData()
{
    if (!isVisible())
        return;
    const TryInput kind = input();
    const bool photographs =
        kind == TryInput::Picture && m_studio.document().project().data.source == "image_folder";
    if (kind != TryInput::Row && !photographs) {
        m_data.forget();
        return;
    }
    const std::shared_ptr<const Project> trained = m_snapshot ? m_studio.session().trainedProject() : nullptr;
    if (trained)
        m_data.want(trained->data, m_studio.session().options().projectFolder, trained->seed);
    else
        m_data.want(m_studio.document().project().data, m_studio.document().folder().toStdString(),
                    m_studio.document().project().seed);
    if (!m_data.knowledge())
        m_row->setCells({});
}

void TryPage::dataLearned()
{
    m_message->dismiss();
    if (!m_data.faults().empty())
        m_message->showFaults(tr("The data could not be opened"), m_data.faults());
    const auto& known = m_data.knowledge();
    m_row->setCells(known && known->row ? known->row->cells() : std::vector<RowCell>());
    m_rowAt = -1;
    m_nextRow = 0;
    if (known && known->row)
        takeNextRow();
    else
        showTruth();
    ask();
}

void TryPage::takeNextRow()
{
    const auto& known = m_data.knowledge();
    if (!known || !known->row || known->inputField < 0 || known->samples->size() == 0)
        return;
    std::vector<float> numbers(static_cast<std::size_t>(known->row->elements()));
    m_rowAt = m_nextRow % known->samples->size();
    m_nextRow = m_rowAt + 1;
    if (!known->samples->readNumbers(m_rowAt, known->inputField, numbers))
        return;
    m_row->setValues(known->row->valuesOf(numbers));
    showTruth();
    askRow();
}

// What the data says of the sample, or what there is to do.
void TryPage::showTruth()
{
    const auto& known = m_data.knowledge();
    m_rowNext->setEnabled(known && known->row);
    QString text;
    if (!known)
        text = m_data.faults().empty() ? tr("Reading the data …") : QString();
    else if (!known->row)
        text = tr("A sample of this data cannot be typed in. In the terminal, “lamina-cli predict” asks the "
                  "network about files.");
    else if (m_rowAt < 0)
        text = tr("Change a value, and the network answers.");
    if (known && known->row && m_rowAt >= 0 && known->targetField >= 0) {
        const DataField& field = known->samples->fields()[static_cast<std::size_t>(known->targetField)];
        std::vector<float> truth(
            static_cast<std::size_t>(field.kind == DataKind::Class ? 1 : field.shape.elements()));
        if (known->samples->readNumbers(m_rowAt, known->targetField, truth)) {
            QStringList values;
            for (const float value : truth)
                values << (field.kind == DataKind::Class
                               ? classNames(static_cast<std::size_t>(std::max(value, 0.0F)) + 1).last()
                               : plainNumber(static_cast<double>(value)));
            text = tr("The data says: %1").arg(values.join(QStringLiteral(", ")));
        }
    }
    const QString problem = m_row->problem();
    if (!problem.isEmpty())
        text = problem;
    setStyleProperty(m_rowTruth, "role", problem.isEmpty() ? "muted" : "fault");
    m_rowTruth->setText(text);
    m_rowTruth->setVisible(!text.isEmpty());
}

void TryPage::askRow()
{
    const auto& known = m_data.knowledge();
    const LiveModel asked = model();
    const std::optional<std::vector<CellValue>> values = m_row->values();
    if (!known || !known->row || !asked.project || !values || !isVisible()
        || values->size() != known->row->cells().size()) {
        showNothing();
        return;
    }
    m_predictor.askRow(asked, known->row->numbers(*values), known->row->isPrepared());
}

QStringList TryPage::classNames(std::size_t count) const
{
    const auto& known = m_data.knowledge();
    QStringList names;
    for (std::size_t i = 0; i < count; ++i)
        names << (known && i < known->classNames.size() ? QString::fromStdString(known->classNames[i])
                                                        : QString::number(i));
    return names;
}

// Of the answers that may come, while there is none yet.
QStringList TryPage::expectedNames() const
{
    if (const auto& known = m_data.knowledge(); known && !known->classNames.empty())
        return classNames(known->classNames.size());
    const Project& project = m_studio.document().project();
    const std::vector<TensorRef> ends = project.model.effectiveOutputs();
    if (ends.empty())
        return {};
    const std::optional<Shape> shape = shapeOf(project, m_studio.document().analysis(), ends[0].layer);
    // A single number may stand for one of two classes, whose names only the data tell.
    if (shape && shape->rank() > 0 && (*shape)[-1] > 1)
        return classNames(static_cast<std::size_t>((*shape)[-1]));
    return {};
}

// A digit large, a word smaller, a sentence cut.
void TryPage::showBest(const QString& best)
{
    const int size = best.size() <= 2 ? letterSize : wordSize;
    QFont font = Theme::instance().font(Theme::Page, true);
    font.setPixelSize(size);
    m_class->setFont(font);
    // The window's sheet sets sizes, too.
    m_class->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 600;").arg(size));
    m_class->setText(best.size() > longestAnswer ? best.left(longestAnswer - 1) + QChar(0x2026) : best);
    m_class->setToolTip(best);
}

void TryPage::showClass(const LiveAnswer& answer)
{
    const QStringList names = classNames(answer.values.size());
    m_bars->setNames(names);
    m_bars->setProbabilities(answer.values);
    const int best = m_bars->best();
    showBest(names.value(best));
    m_probability->setText(
        number::percent(static_cast<double>(answer.values[static_cast<std::size_t>(best)])));
}

void TryPage::showNumbers(const LiveAnswer& answer)
{
    const auto& known = m_data.knowledge();
    QStringList values;
    for (std::size_t i = 0; i < answer.values.size() && i < mostNumbers; ++i)
        values << QString::number(static_cast<double>(answer.values[i]), 'g', 4);
    if (answer.values.size() > mostNumbers)
        values << QString(QChar(0x2026));
    showBest(values.join(QStringLiteral(", ")));
    m_probability->setText(known ? QString::fromStdString(known->target) : QString());
}

void TryPage::showRowAnswer(const LiveAnswer& answer)
{
    if (!answer.faults.empty() || answer.values.empty()) {
        showNothing();
        m_message->showFaults(tr("No answer"), answer.faults);
        return;
    }
    if (!m_message->isHidden())
        m_message->dismiss();
    m_bars->setVisible(answer.isClass);
    if (answer.isClass)
        showClass(answer);
    else
        showNumbers(answer);
    emit answered(answer.milliseconds);
}

} // namespace lamina
