<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>BlockFrame</name>
    <message numerus="yes">
        <source>Open block %1, %n layers</source>
        <translation>
            <numerusform>Open block %1, %n layer</numerusform>
            <numerusform>Open block %1, %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlockNode</name>
    <message numerus="yes">
        <source>%n layers with faults</source>
        <translation>
            <numerusform>%n layer with faults</numerusform>
            <numerusform>%n layers with faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::BlockPanel</name>
    <message numerus="yes">
        <source>Block of %n layers</source>
        <translation>
            <numerusform>Block of %n layer</numerusform>
            <numerusform>Block of %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::CloseGroups</name>
    <message numerus="yes">
        <source>Close %n blocks</source>
        <translation>
            <numerusform>Close %n block</numerusform>
            <numerusform>Close %n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n blocks</source>
        <translation>
            <numerusform>Open %n block</numerusform>
            <numerusform>Open %n blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::CodeView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::DesignPage</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n layers</source>
        <translation>
            <numerusform>Move %n layer</numerusform>
            <numerusform>Move %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adds %n layers: the model then has %1 layers and %2 parameters.</source>
        <translation>
            <numerusform>Adds %n layer: the model then has %1 layers and %2 parameters.</numerusform>
            <numerusform>Adds %n layers: the model then has %1 layers and %2 parameters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::EditLinks</name>
    <message numerus="yes">
        <source>Remove %n links</source>
        <translation>
            <numerusform>Remove %n link</numerusform>
            <numerusform>Remove %n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::FreezeLayers</name>
    <message numerus="yes">
        <source>Freeze %n layers</source>
        <translation>
            <numerusform>Freeze %n layer</numerusform>
            <numerusform>Freeze %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unfreeze %n layers</source>
        <translation>
            <numerusform>Unfreeze %n layer</numerusform>
            <numerusform>Unfreeze %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::GraphView</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::GroupLayers</name>
    <message numerus="yes">
        <source>Group %n layers</source>
        <translation>
            <numerusform>Group %n layer</numerusform>
            <numerusform>Group %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::LayerInspector</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::LayeredCanvas</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::MoveLayers</name>
    <message numerus="yes">
        <source>Move %n layers</source>
        <translation>
            <numerusform>Move %n layer</numerusform>
            <numerusform>Move %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::PasteLayers</name>
    <message numerus="yes">
        <source>Paste %n layers</source>
        <translation>
            <numerusform>Paste %n layer</numerusform>
            <numerusform>Paste %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n layers</source>
        <translation>
            <numerusform>Duplicate %n layer</numerusform>
            <numerusform>Duplicate %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::RemoveLayers</name>
    <message numerus="yes">
        <source>Remove %n layers</source>
        <translation>
            <numerusform>Remove %n layer</numerusform>
            <numerusform>Remove %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut %n layers</source>
        <translation>
            <numerusform>Cut %n layer</numerusform>
            <numerusform>Cut %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::RepeatLayers</name>
    <message numerus="yes">
        <source>Repeat %n layers</source>
        <translation>
            <numerusform>Repeat %n layer</numerusform>
            <numerusform>Repeat %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::ResetLayers</name>
    <message numerus="yes">
        <source>Set %n layers to their defaults</source>
        <translation>
            <numerusform>Set %n layer to its defaults</numerusform>
            <numerusform>Set %n layers to their defaults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::SetLayerConfig</name>
    <message numerus="yes">
        <source>Set %1 of %n layers</source>
        <translation>
            <numerusform>Set %1 of %n layer</numerusform>
            <numerusform>Set %1 of %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::StartDialog</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::TrainPage</name>
    <message numerus="yes">
        <source>%1 after %n epoch(s)</source>
        <translation>
            <numerusform>%1 after %n epoch</numerusform>
            <numerusform>%1 after %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::UngroupLayers</name>
    <message numerus="yes">
        <source>Ungroup %n blocks</source>
        <translation>
            <numerusform>Ungroup %n block</numerusform>
            <numerusform>Ungroup %n blocks</numerusform>
        </translation>
    </message>
</context>
</TS>
