// All about the selected layer: its name, what it does, its settings, what comes out, and what is wrong with
// it.
#pragma once

#include "engine/model/layer_type.h"
#include "engine/model/network.h"
#include "engine/training/advice.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace lamina {

class AdviceList;
class FieldForm;

class LayerInspector final : public QWidget {
    Q_OBJECT

public:
    // Says why a layer cannot be called so, or an empty text. `self` is the layer that asks.
    using NameCheck = std::function<QString(const QString& self, const QString& name)>;

    explicit LayerInspector(QWidget* parent = nullptr);
    void setNameCheck(NameCheck check) { m_nameCheck = std::move(check); }

    // What is wrong with the model or could be better: of the shown layer, or all of it where none is shown.
    // Before the layer is shown.
    void setAdvice(const std::vector<Advice>& advice);
    // Shows a layer; the same one again keeps what is being typed.
    void showLayer(const LayerSpec& spec, const LayerAnalysis& analysis);
    void showSeveral(int layers, Index parameters);
    void showNothing();

    QString layer() const { return m_layer; } // the one that is shown, or empty
    FieldForm* form() const { return m_form; }
    void focusFirstField();
    void editName();

signals:
    void renameRequested(const QString& layer, const QString& name);
    void fieldEdited(const QString& layer, const QString& field, const lamina::Json& value);
    void fieldReset(const QString& layer, const QString& field);
    void editingFinished();
    void fixRequested(const lamina::Fix& fix);
    void layerRequested(const QString& layer); // to be selected

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeLayerPage();
    void checkName();
    void finishName();
    void showAdvice(const Faults& besideTheFields);
    AdviceList* makeAdviceList(QWidget* parent);
    void retranslate();
    void restyle();

    NameCheck m_nameCheck;
    QString m_layer, m_className;
    Family m_family = Family::Linear;
    LayerSpec m_spec;
    LayerAnalysis m_analysis;
    int m_several = 0;
    Index m_severalParameters = 0;

    QStackedWidget* m_pages;
    QLabel* m_note; // of the page without a layer
    QLabel* m_icon;
    QLabel* m_type;
    QLabel* m_help;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_nameFault;
    std::vector<Advice> m_advice;
    AdviceList *m_layerAdvice, *m_allAdvice;
    FieldForm* m_form;
    QLabel* m_shapeLabel;
    QLabel* m_shape;
    QLabel* m_parametersLabel;
    QLabel* m_parameters;
};

} // namespace lamina
