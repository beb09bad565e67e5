// The Design page's code: the model as a program, beside the graph that it is made from.
#include "app/pages/design_page.h"

#include "app/code_saver.h"
#include "app/document/project_document.h"
#include "app/settings.h"
#include "app/usual_folder.h"
#include "engine/code/python.h"
#include "widgets/common/message_bar.h"
#include "widgets/designer/code_view.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QToolButton>

namespace lamina {

namespace {
const Setting<QByteArray> codeSplitter{"design/code_splitter", QByteArray()};
const Setting<QString> codeDialect{"design/code_dialect", QString()};
const Setting<QString> codeFolder{"design/code_folder", QString()};

// As the program would be called, unless its writer thinks of another name.
std::string nameOf(const Project& project)
{
    return code::python::slug(project.name, "model");
}

CodeFiles filesBeside(const Project& project)
{
    return {.weights = nameOf(project) + ".h5", .data = nameOf(project) + ".npz"};
}

constexpr int roomForBoth =
    760; // of the page's middle: a graph, and lines of code that are mostly seen whole
} // namespace

QWidget* DesignPage::makeCode()
{
    m_code = new CodeView;
    m_code->setDialect(codeDialect.value());
    m_code->hide();
    m_codeSaver = new CodeSaver(this);
    m_codeSplitter = new QSplitter(Qt::Horizontal);
    m_codeSplitter->addWidget(m_graph);
    m_codeSplitter->addWidget(m_code);
    m_codeSplitter->setChildrenCollapsible(false);
    m_codeSplitter->setStretchFactor(0, 2);
    m_codeSplitter->setStretchFactor(1, 3);
    m_codeSplitter->setHandleWidth(1);
    m_graph->setMinimumWidth(200);
    m_code->setMinimumWidth(320);
    return m_codeSplitter;
}

void DesignPage::connectCode()
{
    m_codeSplitter->restoreState(codeSplitter.value());
    connect(m_codeSplitter, &QSplitter::splitterMoved, this,
            [this] { codeSplitter.set(m_codeSplitter->saveState()); });
    connect(&m_document, &ProjectDocument::replaced, m_message, &MessageBar::dismiss);
    // What else the program says, but not the model.
    connect(&m_document, &ProjectDocument::trainingChanged, this, &DesignPage::showCode);
    connect(&m_document, &ProjectDocument::dataChanged, this, &DesignPage::showCode);
    connect(&m_document, &ProjectDocument::identityChanged, this, &DesignPage::showCode);
    connect(m_code, &CodeView::dialectChosen, this, [this](const QString& id) {
        codeDialect.set(id);
        showCode();
    });
    connect(m_code, &CodeView::layerChosen, this, [this](const QString& layer) {
        m_graph->setSelection({layer});
        m_graph->reveal(layer);
    });
    connect(m_code, &CodeView::saveRequested, this, &DesignPage::chooseCodeFile);
    connect(m_codeSaver, &CodeSaver::saved, this, [this](const QString& path, const QString& samples) {
        m_message->showMessage(MessageBar::Kind::Good, tr("“%1” is written").arg(QFileInfo(path).fileName()),
                               samples.isEmpty()
                                   ? QString()
                                   : tr("The samples that Lamina makes stand beside it in “%1”.")
                                         .arg(QFileInfo(samples).fileName()));
    });
    connect(m_codeSaver, &CodeSaver::failed, this, [this](const QString& path, const Faults& faults) {
        m_message->showFaults(tr("“%1” could not be written").arg(QFileInfo(path).fileName()), faults);
    });
}

bool DesignPage::showsCode() const
{
    return m_tabs->currentIndex() == CodeTab;
}

void DesignPage::showCode()
{
    placeCode();
    if (!showsCode())
        return;
    const Result<GeneratedCode> code =
        m_code->dialect().write(m_document.project(), filesBeside(m_document.project()));
    if (code)
        m_code->showCode(*code);
    else
        m_code->showFaults(code.faults());
    const QStringList selection = m_graph->selection();
    m_code->setLayer(selection.size() == 1 ? selection.front() : QString());
}

void DesignPage::placeCode()
{
    const bool appears = showsCode() && m_code->isHidden();
    m_code->setVisible(showsCode());
    m_graph->setVisible(!showsCode() || m_codeSplitter->width() >= roomForBoth);
    if (appears && !m_graph->isHidden() && codeSplitter.value().isEmpty()) {
        const int width = m_codeSplitter->width();
        m_codeSplitter->setSizes({2 * width / 5, 3 * width / 5});
    }
    const bool graph = m_centre->currentIndex() == GraphPage && !m_graph->isHidden();
    for (QToolButton* each : {m_layout, m_map})
        each->setEnabled(graph);
    for (QToolButton* each : {m_fit, m_zoomOut, m_zoom, m_zoomIn})
        each->setEnabled(graph || m_centre->currentIndex() == LayersPage);
    m_picture->setEnabled(m_centre->currentIndex() != EmptyPage);
    watchPreview();
}

void DesignPage::chooseCodeFile()
{
    QString folder = codeFolder.value();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = m_document.filePath().isEmpty() ? usualFolder(QStandardPaths::DocumentsLocation)
                                                 : QFileInfo(m_document.filePath()).absolutePath();
    const QString name = QString::fromStdString(nameOf(m_document.project())) + QStringLiteral(".py");
    QString path = QFileDialog::getSaveFileName(this, tr("Save the code"), folder + QLatin1Char('/') + name,
                                                tr("Python (*.py)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".py");
    codeFolder.set(QFileInfo(path).absolutePath());
    saveCode(path);
}

void DesignPage::saveCode(const QString& path)
{
    if (m_codeSaver->isBusy())
        return;
    m_codeSaver->save(path, m_code->dialect(), m_document.project());
    m_message->showMessage(MessageBar::Kind::Note,
                           tr("“%1” is being written…").arg(QFileInfo(path).fileName()));
}

} // namespace lamina
