#include "app/pages/training_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace lamina {

using State = TrainingSession::State;

namespace {
constexpr int refresh = 80; // ms: figures that change faster cannot be read

QProgressBar* progressBar(QWidget* parent)
{
    auto* bar = new QProgressBar(parent);
    bar->setTextVisible(false);
    bar->setRange(0, 1000);
    return bar;
}

int thousandths(double share)
{
    return static_cast<int>(std::clamp(share, 0.0, 1.0) * 1000);
}
} // namespace

TrainingBar::TrainingBar(QWidget* parent)
    : QFrame(parent), m_train(new QPushButton(this)), m_goOn(new QPushButton(this)),
      m_pause(new QPushButton(this)), m_step(new QToolButton(this)), m_epoch(new QToolButton(this)),
      m_stop(new QPushButton(this)), m_where(new QLabel(this)), m_left(new QLabel(this)),
      m_epochBar(progressBar(this)), m_runBar(progressBar(this)), m_note(new QLabel(this))
{
    setProperty("bar", true);
    m_train->setProperty("accent", true);
    m_train->setIcon(iconOnAccent(QStringLiteral("play")));
    m_goOn->setIcon(icon(QStringLiteral("go-on")));
    m_goOn->hide();
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_step->setIcon(icon(QStringLiteral("step")));
    m_epoch->setIcon(icon(QStringLiteral("epoch")));
    m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_left->setProperty("role", "muted");
    m_note->setProperty("role", "mutedSmall");
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::unit);
    buttons->addWidget(m_train);
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_step);
    buttons->addWidget(m_epoch);
    buttons->addWidget(m_stop);

    auto* progress = new QGridLayout;
    progress->setHorizontalSpacing(2 * Theme::unit);
    progress->setVerticalSpacing(4);
    progress->addWidget(m_where, 0, 0);
    progress->addWidget(m_left, 0, 1);
    progress->addWidget(m_epochBar, 1, 0, 1, 2);
    progress->addWidget(m_runBar, 2, 0, 1, 2);
    progress->setColumnStretch(0, 1);

    auto* row = new QHBoxLayout;
    row->setSpacing(3 * Theme::unit);
    row->addLayout(buttons);
    row->addLayout(progress, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::unit, Theme::unit + 4, 2 * Theme::unit, Theme::unit);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_note);

    m_soon.setSingleShot(true);
    m_soon.setInterval(refresh);
    connect(&m_soon, &QTimer::timeout, this, &TrainingBar::showNow);
    connect(m_train, &QPushButton::clicked, this, &TrainingBar::trainRequested);
    connect(m_goOn, &QPushButton::clicked, this, &TrainingBar::goOnRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_state == State::Paused)
            emit resumeRequested();
        else
            emit pauseRequested();
    });
    connect(m_step, &QToolButton::clicked, this, &TrainingBar::stepRequested);
    connect(m_epoch, &QToolButton::clicked, this, &TrainingBar::epochRequested);
    connect(m_stop, &QPushButton::clicked, this, &TrainingBar::stopRequested);
    retranslate();
    setState(State::Idle);
}

void TrainingBar::setState(State state)
{
    const QWidget* held = QApplication::focusWidget();
    const bool ours = held && (held == this || isAncestorOf(held));
    m_state = state;
    if (state == State::Preparing)
        forget();
    setReady(m_ready);
    const bool running = state == State::Running || state == State::Paused || state == State::Preparing;
    m_pause->setEnabled(running);
    m_stop->setEnabled(running);
    m_pause->setIcon(icon(state == State::Paused ? QStringLiteral("play") : QStringLiteral("pause")));
    if (ours && (held == this || !held->isEnabled()))
        takeFocus();
    retranslate();
}

void TrainingBar::takeFocus()
{
    QWidget* next = m_train->isEnabled() ? m_train : m_pause->isEnabled() ? m_pause : nullptr;
    (next ? next : this)->setFocus(Qt::OtherFocusReason); // while it stops there is nothing to press
}

void TrainingBar::clear()
{
    forget();
    m_note->clear();
    showNow();
}

void TrainingBar::forget()
{
    m_plan = {};
    m_last = {};
    m_any = false;
    m_rate = m_rateSince = 0;
    m_rateSteps = 0;
    m_validationSteps = 0;
}

void TrainingBar::setReady(bool ready)
{
    m_ready = ready;
    const bool idle = m_state == State::Idle;
    m_train->setEnabled(ready && idle);
    m_goOn->setVisible(m_unfinished && idle);
    m_goOn->setEnabled(ready && idle && m_refusal.isEmpty());
    const bool steps = m_state == State::Idle ? ready : m_state != State::Stopping;
    m_step->setEnabled(steps);
    m_epoch->setEnabled(steps);
}

void TrainingBar::setUnfinished(bool unfinished, const QString& why)
{
    m_unfinished = unfinished;
    m_refusal = why;
    setReady(m_ready);
    retranslate();
}

void TrainingBar::setAccent(bool accent)
{
    if (m_train->property("accent").toBool() == accent)
        return;
    setStyleProperty(m_train, "accent", accent);
    m_train->setIcon(accent ? iconOnAccent(QStringLiteral("play")) : icon(QStringLiteral("play")));
}

void TrainingBar::begin(const RunPlan& plan, Index batchSize)
{
    m_plan = plan;
    m_batchSize = batchSize;
    showNow();
}

void TrainingBar::addSteps(const std::vector<StepReport>& steps)
{
    if (steps.empty())
        return;
    m_last = steps.back();
    m_any = true;
    m_validationSteps = 0;
    const Index taken = m_last.epoch * m_plan.stepsPerEpoch + m_last.step + 1;
    if (m_rateSteps == 0 || taken < m_rateSteps) {
        m_rateSteps = taken;
        m_rateSince = m_last.seconds;
    } else if (m_last.seconds - m_rateSince > 0.7) {
        m_rate = static_cast<double>((taken - m_rateSteps) * m_batchSize) / (m_last.seconds - m_rateSince);
        m_rateSteps = taken;
        m_rateSince = m_last.seconds;
    }
    showSoon();
}

void TrainingBar::setValidation(qint64 done, qint64 steps)
{
    m_validationDone = done;
    m_validationSteps = steps;
    showSoon();
}

void TrainingBar::setNote(const QString& note, const QString& toolTip)
{
    m_note->setText(note);
    m_note->setToolTip(toolTip);
}

double TrainingBar::secondsLeft() const
{
    const Index before = m_plan.firstEpoch * m_plan.stepsPerEpoch + m_plan.firstStep;
    const Index taken = m_last.epoch * m_plan.stepsPerEpoch + m_last.step + 1;
    const Index all = m_plan.epochs * m_plan.stepsPerEpoch;
    if (!m_any || taken <= before || m_last.seconds <= 0)
        return -1;
    // Of this run alone: a resumed one counts its seconds from where it goes on.
    return m_last.seconds / static_cast<double>(taken - before) * static_cast<double>(all - taken);
}

QString TrainingBar::progressText() const
{
    return m_where->text();
}

void TrainingBar::showSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void TrainingBar::showNow()
{
    const auto steps = static_cast<double>(std::max<Index>(m_plan.stepsPerEpoch, 1));
    const bool known = m_any || m_plan.firstEpoch > 0 || m_plan.firstStep > 0;
    const double inEpoch = static_cast<double>(stepsNow()) / steps;
    const double inRun =
        (static_cast<double>(epochNow()) + inEpoch) / static_cast<double>(std::max<Index>(m_plan.epochs, 1));
    m_epochBar->setValue(thousandths(inEpoch));
    m_runBar->setValue(thousandths(inRun));

    QString where;
    switch (m_state) {
    case State::Preparing:
        where = tr("Preparing: reading the data");
        break;
    case State::Stopping:
        where = tr("Stopping: the state is being saved");
        break;
    case State::Idle:
        where = known ? QString() : tr("Ready");
        break;
    default:
        break;
    }
    if (where.isEmpty() && known) {
        where = tr("Epoch %1 of %2 · batch %3 of %4")
                    .arg(epochNow() + 1)
                    .arg(m_plan.epochs)
                    .arg(stepsNow())
                    .arg(m_plan.stepsPerEpoch);
        if (m_validationSteps > 0 && m_state != State::Idle)
            where = tr("Epoch %1 of %2 · validating %3 of %4")
                        .arg(epochNow() + 1)
                        .arg(m_plan.epochs)
                        .arg(m_validationDone)
                        .arg(m_validationSteps);
        if (m_state == State::Paused)
            where = tr("Paused · %1").arg(where);
    }
    m_where->setText(where);

    QStringList right;
    if (m_rate > 0 && m_state == State::Running)
        right << number::samplesPerSecond(m_rate);
    const double left = secondsLeft();
    if (left >= 0 && (m_state == State::Running || m_state == State::Paused))
        right << tr("%1 left").arg(number::duration(left));
    m_left->setText(right.join(QStringLiteral(" · ")));
    m_runBar->setToolTip(tr("The run: %1").arg(number::percent(inRun)));
    m_epochBar->setToolTip(tr("This epoch: %1").arg(number::percent(inEpoch)));
}

void TrainingBar::retranslate()
{
    m_train->setText(tr("Train"));
    m_train->setToolTip(tr("Train the network from the start with these settings"));
    m_goOn->setText(tr("Go on"));
    m_goOn->setToolTip(m_refusal.isEmpty() ? tr("Take up the run that was not finished, where it stands")
                                           : m_refusal);
    m_pause->setText(m_state == State::Paused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(m_state == State::Paused ? tr("Go on where it was paused")
                                                 : tr("Pause after this step"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End the run after this step and keep what was learned; it can go on later"));
    const auto tool = [](QToolButton* button, const QString& name, const QString& help) {
        button->setToolTip(QStringLiteral("%1: %2").arg(name, help));
        button->setAccessibleName(name);
    };
    tool(m_step, tr("One step"), tr("learn from one batch, then pause"));
    tool(m_epoch, tr("One epoch"), tr("train to the end of the epoch, then pause"));
    m_epochBar->setAccessibleName(tr("Progress of the epoch"));
    m_runBar->setAccessibleName(tr("Progress of the run"));
    showNow();
}

void TrainingBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace lamina
