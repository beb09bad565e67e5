// All about the selected block: its name, what comes in and goes out, what its layers hold together, and what
// is wrong inside. What its layers have in common stands below, as for any layers that are selected together.
#pragma once

// Qt's first: moc 6.4 cannot read <compare> (of the engine's headers) before it has read <QObject>.
#include <QWidget>

#include "engine/training/advice.h"
#include "widgets/designer/block_node.h"

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace lamina {

class AdviceList;

class BlockPanel final : public QWidget {
    Q_OBJECT
public:
    // Says why a block cannot be called so, or an empty text. `self` is its present name.
    using NameCheck = std::function<QString(const QString& self, const QString& name)>;

    explicit BlockPanel(QWidget* parent = nullptr);
    void setNameCheck(NameCheck check) { m_nameCheck = std::move(check); }
    void addActions(const QList<QAction*>& actions); // each as a button

    // `advice`: of the whole model.
    void showBlock(const QString& name, const BlockFacts& facts, const std::vector<Advice>& advice);
    QString block() const { return m_block; }

signals:
    void renameRequested(const QString& from, const QString& to);
    void fixRequested(const lamina::Fix& fix);
    void layerRequested(const QString& layer); // to be selected

protected:
    void changeEvent(QEvent* event) override;

private:
    void checkName();
    void finishName();
    void retranslate();

    NameCheck m_nameCheck;
    QString m_block;
    BlockFacts m_facts;
    std::vector<Advice> m_advice;
    QLabel* m_title;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_nameFault;
    QLabel *m_factLabels[5], *m_factTexts[5];
    AdviceList* m_problems;
    QHBoxLayout* m_buttons;
};

} // namespace lamina
