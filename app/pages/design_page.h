// Where the network is built: the palette, the graph of the layers, and the settings of the one selected.
// Every edit is a command on the document.
#pragma once

#include "app/commands/add_layer.h"
#include "app/commands/paste_layers.h"
#include "engine/training/advice.h"
#include "widgets/designer/graph_view.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace lamina {

class ActivationPopup;
class BlockPanel;
class CodeSaver;
class CodeView;
class DesignCosts;
class DesignPreview;
class LayerInspector;
class LayerPalette;
class LayeredView;
class MessageBar;
class PictureSaver;
class PreviewBar;
class ProjectDocument;
struct LayerCost;
struct Picture;
struct PictureFormat;
struct ModelCost;
class Studio;
class SummaryView;

class DesignPage final : public QWidget {
    Q_OBJECT

public:
    explicit DesignPage(Studio& studio, QWidget* parent = nullptr);
    ~DesignPage() override;

    GraphView* graph() const { return m_graph; }
    LayerPalette* palette() const { return m_palette; }
    LayerInspector* inspector() const { return m_inspector; }
    SummaryView* summary() const { return m_summary; }
    CodeView* code() const { return m_code; }
    LayeredView* layered() const { return m_layers; }

    // After the selected layer, on the selected link, or at the end.
    void addLayer(const QString& className);
    void removeLayers(const QStringList& names);
    void dropLayer(const QString& className, const DropPlace& place);
    void copyLayers(); // the selected ones, as text
    void cutLayers();
    void pasteLayers(const std::optional<QPointF>& corner = {});
    void duplicateLayers();
    void layOutAfresh(); // by the automatic layout
    void groupLayers(); // the selected ones, into a new block or the one that is selected with them
    void ungroupLayers(); // the blocks that hold selected ones
    void takeOutOfBlock();
    void repeatLayers(); // asks how many times
    QMenu* blockMenu() const { return m_blockMenu; }
    BlockPanel* blockPanel() const { return m_blockPanel; }
    void saveCode(const QString& path); // the program, and the samples that it needs
    void savePicture(); // of the view that is shown; asks how and where
    void writePicture(const QString& path, const PictureFormat& format);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Page { GraphPage, LayersPage, SummaryPage, EmptyPage };
    enum Tab { GraphTab, LayersTab, SummaryTab, CodeTab };

    void makeWidgets();
    QWidget* makeToolBar();
    QWidget* makeFooter();
    QWidget* makeEmptyPage();
    void connectDocument();
    void connectWidgets();
    void retranslate();
    void refresh(); // after any change of the model or its layout
    void showSelection();
    void showFooter();
    // The other views, and pictures of all of them (design_page_views.cpp)
    void connectViews();
    void showLayers();
    void showSummary();
    void showZoom(); // of the view that is shown
    Picture picture();

    QWidget* makeCode(); // the graph with the code at its side
    void connectCode();
    void showCode();
    void placeCode(); // beside the graph where there is room for both, else instead of it
    bool showsCode() const;
    void chooseCodeFile();
    void showPage();
    void showUndo();
    void openPalette();
    void rename(const QString& layer, const QString& name);
    void paste(const LayerClip& clip, PastePlace place, PasteLayers::Act act);
    void add(NewLayer wanted); // where there is room, or will be
    void moveLayers(const Positions& positions, const QString& what, bool step);
    void connectEdits();
    void offerLayers(const DropPlace& place, QPoint at);
    void removeNamed(const QStringList& names, bool cut);
    void selectNextFault();
    void endGesture();

    // Panels at the sides (design_page_panels.cpp)
    enum Panel { Palette = 0, Inspector = 2 }; // their places in the splitter
    QWidget* makePanels(QWidget* middle);
    void setPanel(Panel panel, bool shown); // as the person wants it
    void showPanel(Panel panel, bool shown);
    void rememberPanels();
    void makeRoomBeside(Panel panel);

    // The selected layers' settings (design_page_settings.cpp)
    static constexpr Qt::Key freezeKey = Qt::Key_T; // of "trainable"
    void connectInspector();
    void offerFreezing(QMenu* menu);
    void showFreeze();
    void freezeSelection(bool freeze);
    bool selectionIsFrozen() const; // all that is selected

    // Blocks (design_page_blocks.cpp)
    QWidget* makeSide();
    void makeBlocks();
    void retranslateBlocks();
    void showBlocks();
    void renameBlock(const QString& from, const QString& to);
    void toggleBlocks(const QStringList& names, bool close);
    void repeat(const LayerNames& layers, int copies);
    void showLayer(const QString& layer);

    // Room among layers that were placed by hand (design_page_room.cpp)
    struct Room {
        CanvasPosition corner; // of what comes in
        Positions arrangement; // of all others
    };
    static constexpr double roomBetween = 40; // a card and the one below
    Room roomBelow(const LayerNames& sources, const std::vector<LinkEnd>& readers, QSizeF size) const;
    Positions roomForFrame(const QString& block) const;
    std::vector<LinkEnd> readersOf(const std::vector<TensorRef>& tensors) const;
    QRectF placeOf(const LayerNames& layers) const;

    // Costs and advice (design_page_costs.cpp)
    void makeCosts();
    void showAdvice();
    void showCosts();
    void showTooLarge();
    void retranslateCosts();
    void applyFix(const Fix& fix);
    QStringList costParts() const;
    QStringList costLines() const; // in full
    QString costText(const LayerCost& its, const ModelCost& cost) const;

    // What the layers give (design_page_preview.cpp)
    void makePreview();
    void watchPreview();
    void showPreview();
    void openPreview(const QString& layer);
    void retranslatePreview();

    Studio& m_studio;
    ProjectDocument& m_document;
    LayerPalette* m_palette;
    GraphView* m_graph;
    LayerInspector* m_inspector;
    LayeredView* m_layers;
    SummaryView* m_summary;
    CodeView* m_code;
    CodeSaver* m_codeSaver;
    PictureSaver* m_pictureSaver;
    MessageBar* m_message;
    QSplitter* m_splitter;
    int m_gaveWay = -1; // the panel that is folded for want of room
    QSplitter* m_codeSplitter;
    QStackedWidget* m_centre;
    QTabBar* m_tabs;
    QToolButton *m_paletteButton, *m_inspectorButton, *m_undo, *m_redo, *m_add, *m_layout, *m_fit, *m_map,
        *m_zoomOut, *m_zoomIn, *m_zoom, *m_picture;
    QLabel* m_counts;
    QToolButton* m_faults;
    QLabel *m_emptyTitle, *m_emptyLine;
    QPushButton *m_emptyButton, *m_emptyTemplate;

    BlockPanel* m_blockPanel;
    QMenu* m_blockMenu;
    QAction *m_group, *m_ungroup, *m_takeOut, *m_toggleBlock, *m_renameBlock, *m_repeat;

    DesignCosts* m_costs = nullptr;
    QComboBox* m_costChoice;
    QToolButton* m_freeze;
    QLabel* m_tooLarge; // in the footer
    QPushButton* m_smallerBatch;
    DesignPreview* m_preview = nullptr;
    PreviewBar* m_previewBar;
    QToolButton* m_previewButton;
    QPointer<ActivationPopup> m_previewPopup;
    std::vector<Advice> m_advice;

    Gesture m_gesture = Gesture::begin();
    QString m_gestureField;
    QStringList m_selectNext; // to be selected when the model has changed
    QStringList m_names; // layers shown last, in the spec's order
};

} // namespace lamina
