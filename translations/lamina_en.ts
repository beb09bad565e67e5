<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
    <name>lamina::LayerInspector</name>
    <message numerus="yes">
        <source>%n layers are selected.</source>
        <translation>
            <numerusform>%n layer is selected.</numerusform>
            <numerusform>%n layers are selected.</numerusform>
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
    <name>lamina::RemoveLayers</name>
    <message numerus="yes">
        <source>Remove %n layers</source>
        <translation>
            <numerusform>Remove %n layer</numerusform>
            <numerusform>Remove %n layers</numerusform>
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
</TS>
