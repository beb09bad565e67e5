// All about the selected layer: its name, what it does, its settings, what comes out, and what is wrong with
// it. Of several, what they have in common, set for all of them at once.
#pragma once

#include "engine/model/layer_type.h"
#include "engine/model/network.h"
#include "engine/training/advice.h"
#include "widgets/inspector/layer_name_row.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace lamina {

class AdviceList;
class FieldForm;
class LayerOutcome;

class LayerInspector final : public QWidget {
    Q_OBJECT

public:
    explicit LayerInspector(QWidget* parent = nullptr);
    void setNameCheck(LayerNameRow::Check check) { m_name->setCheck(std::move(check)); }

    // What is wrong with the model or could be better: of the shown layers, or all of it where none is shown.
    // Before the layers are shown.
    void setAdvice(const std::vector<Advice>& advice);
    // Shows these layers with what comes out of each; the same ones again keep what is being typed. None:
    // what there is to know of the whole model.
    void showLayers(std::vector<LayerSpec> specs, std::vector<LayerAnalysis> analyses);

    QStringList layers() const; // that are shown
    QString layer() const; // the one that is shown, or empty
    FieldForm* form() const { return m_form; }
    void focusFirstField();
    void editName();

signals:
    void renameRequested(const QString& layer, const QString& name);
    void fieldEdited(const QStringList& layers, const QString& field, const lamina::Json& value);
    void fieldReset(const QStringList& layers, const QString& field);
    void resetRequested(const QStringList& layers); // all fields
    void freezeRequested(const QStringList& layers, bool frozen);
    void editingFinished();
    void closeRequested(); // Escape: back to where the layers are
    void fixRequested(const lamina::Fix& fix);
    void layerRequested(const QString& layer); // to be selected

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeLayerPage();
    QWidget* makeModelPage();
    QScrollArea* scrolled(QWidget* page);
    void showHead();
    void showAdvice(const Faults& besideTheFields);
    AdviceList* makeAdviceList(QWidget* parent);
    void retranslate();
    void restyle();

    std::vector<LayerSpec> m_specs;
    std::vector<LayerAnalysis> m_analyses;
    std::vector<Advice> m_advice;

    QStackedWidget* m_pages;
    QLabel* m_note; // of the page without a layer
    QLabel* m_icon;
    QLabel* m_type;
    QLabel* m_help;
    AdviceList *m_layerAdvice, *m_allAdvice;
    LayerOutcome* m_outcome;
    LayerNameRow* m_name;
    FieldForm* m_form;
    QToolButton* m_reset;
};

} // namespace lamina
