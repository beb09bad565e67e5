// A layer's name, to be changed: checked while it is typed, given when it is finished.
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace lamina {

class LayerNameRow final : public QWidget {
    Q_OBJECT
public:
    // Says why a layer cannot be called so, or an empty text. `self` is the layer that asks.
    using Check = std::function<QString(const QString& self, const QString& name)>;

    explicit LayerNameRow(QWidget* parent = nullptr);
    void setCheck(Check check) { m_check = std::move(check); }

    void setLayer(const QString& name); // the same one again: what is being typed stays
    void edit();
    void retranslate();

signals:
    void renameRequested(const QString& layer, const QString& name);

private:
    void check();
    void finish();

    Check m_check;
    QString m_layer;
    QLabel* m_label;
    QLineEdit* m_line;
    QLabel* m_fault;
};

} // namespace lamina
