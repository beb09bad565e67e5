// Over the canvas while the layers show what they give: of which sample, and with which weights.
#pragma once

#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;

namespace lamina {

class PreviewBar final : public QWidget {
    Q_OBJECT

public:
    explicit PreviewBar(QWidget* parent = nullptr);

    struct State {
        qint64 sample = 0; // from 0
        qint64 samples = 0; // 0: none can be chosen (yet)
        QString label; // what the sample is, or empty
        QString weights; // whose they are
        QString fault; // why nothing is shown, or empty
    };
    void setState(const State& state);
    const State& state() const { return m_state; }
    QSize minimumSizeHint() const override; // of its buttons alone

public slots:
    void previous(); // from the first to the last
    void next();
    void anyOther(); // by chance

signals:
    void sampleWanted(qint64 sample);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void want(qint64 sample);
    void retranslate();
    void fitParts();
    int roomFor(const QWidget* part) const;

    State m_state;
    QLabel *m_title, *m_of, *m_label, *m_weights;
    QSpinBox* m_sample;
    QToolButton *m_previous, *m_next, *m_anyOther;
};

} // namespace lamina
