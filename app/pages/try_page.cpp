#include "app/pages/try_page.h"

#include "app/settings.h"
#include "app/studio.h"
#include "engine/formats/run_folder.h"
#include "widgets/browser/row_form.h"
#include "widgets/canvas/handwriting_canvas.h"
#include "widgets/canvas/probability_bars.h"
#include "widgets/canvas/seen_strip.h"
#include "widgets/common/icons.h"
#include "widgets/common/message_bar.h"
#include "widgets/common/number_text.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace lamina {

namespace {
constexpr int pollInterval = 200; // ms between looks for newer weights while a training runs

QImage picture(const InkPicture& ink)
{
    QImage image(ink.width, ink.height, QImage::Format_Grayscale8);
    for (int y = 0; y < ink.height; ++y) {
        uchar* row = image.scanLine(y);
        for (int x = 0; x < ink.width; ++x)
            row[x] = static_cast<uchar>(std::lround(
                std::clamp(ink.values[static_cast<std::size_t>(y * ink.width + x)], 0.0F, 255.0F)));
    }
    return image;
}
} // namespace

TryPage::TryPage(Studio& studio, QWidget* parent) : QWidget(parent), m_studio(studio)
{
    layOut();
    setFocusProxy(m_canvas);
    m_poll.setInterval(pollInterval);
    connectAll();
    retranslate();
    projectReplaced();
}

TryPage::~TryPage() = default;

void TryPage::connectAll()
{
    ProjectDocument& document = m_studio.document();
    TrainingSession& session = m_studio.session();
    connect(&document, &ProjectDocument::replaced, this, &TryPage::projectReplaced);
    connect(&document, &ProjectDocument::modelChanged, this, &TryPage::modelChanged);
    connect(&document, &ProjectDocument::dataChanged, this, &TryPage::modelChanged);
    connect(&document, &ProjectDocument::identityChanged, this, &TryPage::modelChanged);
    connect(&m_studio, &Studio::trainedModelChanged, this, [this] {
        m_untrained.reset();
        takeNewest();
        showWeights();
        ask();
    });
    connect(&session, &TrainingSession::stateChanged, this, [this](TrainingSession::State state) {
        if (state == TrainingSession::State::Preparing)
            m_runIsOurs = true;
        takeNewest();
        showWeights();
    });
    connect(&m_poll, &QTimer::timeout, this, &TryPage::takeNewest);
    connect(&m_predictor, &LivePredictor::answered, this, &TryPage::showAnswer);

    connect(m_canvas, &HandwritingCanvas::changed, this, &TryPage::ask);
    connect(m_canvas, &HandwritingCanvas::historyChanged, this, [this] {
        m_undo->setEnabled(m_canvas->canUndo());
        m_redo->setEnabled(m_canvas->canRedo());
        m_clear->setEnabled(!m_canvas->isEmpty());
    });
    connect(m_canvas, &HandwritingCanvas::pictureDropped, this, &TryPage::openPicture);
    connect(m_undo, &QToolButton::clicked, m_canvas, &HandwritingCanvas::undo);
    connect(m_redo, &QToolButton::clicked, m_canvas, &HandwritingCanvas::redo);
    connect(m_clear, &QToolButton::clicked, m_canvas, &HandwritingCanvas::clear);
    connect(m_open, &QToolButton::clicked, this, &TryPage::choosePicture);
    connect(m_pen, &QSlider::valueChanged, this, [this](int thousandths) {
        m_canvas->setPenWidth(thousandths / 1000.0);
        settings::penWidth.set(thousandths / 1000.0);
    });
    m_pen->setValue(static_cast<int>(std::lround(settings::penWidth.value() * 1000)));
    connect(m_train, &QPushButton::clicked, &m_studio, &Studio::startTraining);
    connect(&m_data, &TryData::changed, this, &TryPage::dataLearned);
    connect(m_row, &RowForm::edited, this, [this] {
        m_rowAt = -1;
        showTruth();
        askRow();
    });
    connect(m_rowNext, &QPushButton::clicked, this, &TryPage::takeNextRow);
    connect(m_needsButton, &QPushButton::clicked, this,
            [this] { emit m_studio.modeRequested(Mode::Design); });
}

TryInput TryPage::input() const
{
    return tryInputOf(m_studio.document().project(), m_studio.document().analysis());
}

bool TryPage::takesPictures() const
{
    return m_stack->currentIndex() == 1 && m_left->currentIndex() == 0;
}

void TryPage::projectReplaced()
{
    if (!m_studio.session().isBusy())
        m_runIsOurs = false;
    m_canvas->clear();
    m_pictureFile.clear();
    m_message->dismiss();
    modelChanged();
}

void TryPage::modelChanged()
{
    m_untrained.reset();
    const TryInput kind = input();
    m_stack->setCurrentIndex(m_studio.canTry() ? 1 : 0);
    m_left->setCurrentIndex(kind == TryInput::Row ? 1 : 0);
    m_canvas->setDrawable(kind == TryInput::Drawing);
    m_stripPanel->setVisible(kind == TryInput::Drawing);
    for (QWidget* pen : std::initializer_list<QWidget*>{m_penLabel, m_pen})
        pen->setVisible(kind == TryInput::Drawing);
    arrangeAnswer();
    wantData();
    takeNewest();
    showWeights();
    retranslate();
    ask();
}

LiveModel TryPage::model() const
{
    if (m_snapshot)
        return {m_studio.session().trainedProject(), m_snapshot, nullptr};
    return {m_untrained, nullptr, m_data.knowledge() ? m_data.knowledge()->learned : nullptr};
}

void TryPage::takeNewest()
{
    if (!isVisible())
        return;
    TrainingSession& session = m_studio.session();
    SnapshotPtr newest = m_runIsOurs ? session.snapshot() : nullptr;
    const bool busy = session.isBusy() && m_runIsOurs;
    if (busy != m_poll.isActive()) {
        if (busy)
            m_poll.start();
        else
            m_poll.stop();
    }
    if (!newest && !m_untrained && m_studio.document().analysis().faults.empty()) {
        Project project =
            withAbsolutePaths(m_studio.document().project(), m_studio.document().folder().toStdString());
        if (!m_studio.trainedModel().isEmpty()) // by a window that is gone
            project.weights = m_studio.trainedModel().toStdString();
        m_untrained = std::make_shared<const Project>(std::move(project));
    }
    if (newest == m_snapshot)
        return;
    m_snapshot = std::move(newest);
    wantData();
    showWeights();
    ask();
}

void TryPage::ask()
{
    if (input() == TryInput::Row) {
        askRow();
        return;
    }
    const LiveModel asked = model();
    if (!m_canvas->isEmpty() && m_canvas->picture().isNull())
        m_pictureFile.clear();
    if (m_canvas->isEmpty() || !asked.project || !takesPictures() || !isVisible()) {
        showNothing();
        return;
    }
    if (m_canvas->picture().isNull())
        m_predictor.askDrawing(asked, m_canvas->ink());
    else if (!m_pictureFile.isEmpty())
        m_predictor.askPicture(asked, m_pictureFile, input() == TryInput::Drawing);
}

void TryPage::showAnswer(const LiveAnswer& answer)
{
    if (answer.question <= m_emptyAfter)
        return;
    if (takesRows()) {
        showRowAnswer(answer);
        return;
    }
    if (m_canvas->isEmpty())
        return; // cleared meanwhile
    if (answer.noInk) {
        showNothing();
        return;
    }
    if (!answer.faults.empty()) {
        showNothing();
        m_message->showFaults(tr("No answer"), answer.faults);
        return;
    }
    if (!m_message->isHidden())
        m_message->dismiss();
    if (output() == TryOutput::Picture) {
        showPictureAnswer(answer);
    } else {
        m_bars->setVisible(answer.isClass);
        if (answer.isClass)
            showClass(answer);
        else
            showNumbers(answer);
    }
    if (answer.drawing) {
        m_strip->setStages(
            {{tr("drawn"), m_canvas->picture().isNull() ? m_canvas->ink().copy() : m_canvas->picture()},
             {tr("cut to its ink"), picture(answer.drawing->cropped)},
             {tr("fitted into 20 × 20"), picture(answer.drawing->fitted)},
             {tr("centred in 28 × 28: seen"), picture(answer.drawing->centred)}});
    }
    emit answered(answer.milliseconds);
}

void TryPage::showNothing()
{
    m_emptyAfter = m_predictor.lastQuestion();
    m_bars->setNames(expectedNames());
    m_bars->setProbabilities({});
    showBest(QStringLiteral("–"));
    showComparison({}, {});
    m_probability->setText(!m_canvas->isEmpty() || !takesPictures() ? QString()
                               : input() == TryInput::Drawing
                               ? tr("Draw, and the network answers")
                               : tr("Open a picture, and the network answers"));
    m_strip->setStages({{tr("drawn"), {}},
                        {tr("cut to its ink"), {}},
                        {tr("fitted into 20 × 20"), {}},
                        {tr("centred in 28 × 28: seen"), {}}});
}

void TryPage::showWeights()
{
    const TrainingSession& session = m_studio.session();
    const bool brought = !m_studio.document().project().weights.empty(); // a model that came with its weights
    const bool trainedBefore = !m_studio.trainedModel().isEmpty();
    m_untrainedPanel->setVisible(!m_snapshot && !brought && !trainedBefore
                                 && !(session.isBusy() && m_runIsOurs));
    m_train->setEnabled(!session.isBusy() && m_studio.document().analysis().faults.empty());
    if (!m_snapshot) {
        m_weights->setText(trainedBefore ? tr("Weights of this project's last training")
                               : brought ? tr("It answers with the weights that it starts from")
                                         : tr("Untrained: it answers with its initial weights"));
        return;
    }
    const std::shared_ptr<const Project> trained = session.trainedProject();
    const int epochs = trained ? trained->training.epochs : 0;
    QString text;
    if (session.isBusy())
        text = (session.state() == TrainingSession::State::Paused
                    ? tr("Weights of epoch %1 of %2, step %3: paused")
                    : tr("Weights of epoch %1 of %2, step %3: training"))
                   .arg(m_snapshot->epoch + 1)
                   .arg(epochs)
                   .arg(number::full(m_snapshot->step));
    else
        text = tr("Weights after epoch %1 of %2").arg(m_snapshot->epoch + 1).arg(epochs);
    if (trained && !(trained->model == m_studio.document().project().model))
        text += QLatin1Char('\n') + tr("The model was changed since: train it again to try the new one.");
    m_weights->setText(text);
}

void TryPage::choosePicture()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a picture"), QString(), tr("Pictures (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp)"));
    if (!path.isEmpty())
        openPicture(path);
}

void TryPage::openPicture(const QString& filePath)
{
    QImageReader reader(filePath);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > 1600) // shown small anyway
        reader.setScaledSize(size.scaled(1600, 1600, Qt::KeepAspectRatio));
    const QImage shown = reader.read();
    m_pictureFile = filePath;
    if (shown.isNull()) {
        // The engine reads more formats than Qt here; it also says what is wrong with the file.
        QImage blank(8, 8, QImage::Format_Grayscale8);
        blank.fill(255);
        m_canvas->showPicture(blank);
        return;
    }
    m_canvas->showPicture(shown);
}

QString TryPage::weightsText() const
{
    return m_weights->text();
}

QString TryPage::answerText() const
{
    return m_class->text() == QStringLiteral("–") ? QString() : m_class->text();
}

bool TryPage::suggestsTraining() const
{
    return !m_untrainedPanel->isHidden();
}

void TryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    wantData();
    takeNewest();
    showWeights();
    ask();
}

void TryPage::hideEvent(QHideEvent* event)
{
    m_poll.stop();
    QWidget::hideEvent(event);
}

void TryPage::retranslate()
{
    const auto tool = [](QToolButton* button, const QString& name, const QString& help) {
        button->setToolTip(help);
        button->setAccessibleName(name);
    };
    tool(m_undo, tr("Undo stroke"), tr("Take the last stroke back (Ctrl+Z)"));
    tool(m_redo, tr("Redo stroke"), tr("Draw it again (Ctrl+Shift+Z)"));
    tool(m_clear, tr("Clear"), tr("Clear the paper (Delete)"));
    tool(m_open, tr("Open a picture"), tr("Open a picture of a digit; or drop one on the paper"));
    m_penLabel->setText(tr("Pen"));
    m_pen->setAccessibleName(tr("Width of the pen"));
    m_pen->setToolTip(tr("Width of the pen"));
    const TryInput kind = input();
    m_canvas->setHint(kind == TryInput::Picture ? tr("Drop a picture here, or open one")
                                                : tr("Draw a digit here: 0 to 9"));
    m_needs->setText(needsText());
    m_needsButton->setText(tr("Go to Design"));
    m_needsButton->setVisible(kind == TryInput::Nothing);
    m_rowTitle->setText(tr("A sample"));
    m_rowNext->setText(tr("Another sample"));
    m_rowNext->setToolTip(tr("Fill the form from the next sample of the data"));
    m_open->setVisible(kind != TryInput::Row);
    showTruth();
    m_untrainedText->setText(
        tr("This network has not learned anything yet: it guesses. Train it, and it answers better "
           "while you watch."));
    m_train->setText(tr("Train"));
    m_comparison->setAccessibleName(tr("What goes in and what comes out"));
    m_stripTitle->setText(tr("What the network sees"));
    if (m_canvas->isEmpty())
        showNothing();
    showWeights();
}

void TryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        ask(); // its answer says the stages in the new language
    }
    QWidget::changeEvent(event);
}

} // namespace lamina
