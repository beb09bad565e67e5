#!/usr/bin/python3
"""Writes the projects in tests/model/architectures: networks whose parameter counts Keras' documentation gives.

VGG16: Simonyan and Zisserman 2014. Xception: Chollet 2016. ResNet-20 for CIFAR-10: He and others 2015.
All without the classifier on top, but the ResNet. Run it after a change here; the tests need no Python.
"""
import json
import pathlib

FOLDER = pathlib.Path(__file__).parent / "architectures"


class Model:
    def __init__(self, shape):
        self.layers = []
        self.last = self.add("InputLayer", "input", {"shape": shape}, [])

    def add(self, kind, name, config=None, inputs=None):
        self.layers.append({"class_name": kind, "name": name, "config": config or {},
                            "inputs": [self.last] if inputs is None else inputs})
        self.last = name
        return name

    def write(self, file, name):
        head = {"format": "lamina-project", "version": 1, "name": name, "seed": 1}
        lines = ["{"]
        lines += [f'  "{key}": {json.dumps(value)},' for key, value in head.items()]
        lines += ['  "model": {', '    "layers": [']
        lines += ["      " + json.dumps(layer) + ("," if layer is not self.layers[-1] else "")
                  for layer in self.layers]
        lines += ["    ]", "  }", "}"]
        (FOLDER / file).write_text("\n".join(lines) + "\n")


def vgg16():
    model = Model([224, 224, 3])
    for block, (filters, convolutions) in enumerate([(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)], 1):
        for i in range(1, convolutions + 1):
            model.add("Conv2D", f"block{block}_conv{i}",
                      {"filters": filters, "kernel_size": [3, 3], "padding": "same", "activation": "relu"})
        model.add("MaxPooling2D", f"block{block}_pool", {"pool_size": [2, 2], "strides": [2, 2]})
    model.write("vgg16.lamina", "VGG16 without top")


def xception():
    model = Model([299, 299, 3])

    def norm(name):
        model.add("BatchNormalization", name + "_bn")

    def relu(name):
        model.add("Activation", name + "_act", {"activation": "relu"})

    def convolution(name, filters, size, strides, padding, inputs=None):
        model.add("Conv2D", name, {"filters": filters, "kernel_size": size, "strides": strides,
                                   "padding": padding, "use_bias": False}, inputs)
        norm(name)

    def separable(name, filters):
        model.add("SeparableConv2D", name, {"filters": filters, "kernel_size": [3, 3], "padding": "same",
                                            "use_bias": False})
        norm(name)

    def shrinking(block, filters, first_relu):
        entry = model.last
        convolution(f"shortcut{block}", filters[1], [1, 1], [2, 2], "same")
        shortcut = model.last
        model.last = entry
        for i, count in enumerate(filters, 1):
            if i > 1 or first_relu:
                relu(f"block{block}_sepconv{i}")
            separable(f"block{block}_sepconv{i}", count)
        model.add("MaxPooling2D", f"block{block}_pool",
                  {"pool_size": [3, 3], "strides": [2, 2], "padding": "same"})
        model.add("Add", f"add{block}", {}, [model.last, shortcut])

    convolution("block1_conv1", 32, [3, 3], [2, 2], "valid")
    relu("block1_conv1")
    convolution("block1_conv2", 64, [3, 3], [1, 1], "valid")
    relu("block1_conv2")
    shrinking(2, [128, 128], False)
    shrinking(3, [256, 256], True)
    shrinking(4, [728, 728], True)
    for block in range(5, 13):
        entry = model.last
        for i in range(1, 4):
            relu(f"block{block}_sepconv{i}")
            separable(f"block{block}_sepconv{i}", 728)
        model.add("Add", f"add{block}", {}, [model.last, entry])
    shrinking(13, [728, 1024], True)
    for i, filters in enumerate([1536, 2048], 1):
        separable(f"block14_sepconv{i}", filters)
        relu(f"block14_sepconv{i}")
    model.write("xception.lamina", "Xception without top")


def resnet20():
    model = Model([32, 32, 3])
    count = 0

    def unit(filters, size, strides, activation, inputs=None):
        nonlocal count
        count += 1
        model.add("Conv2D", f"conv{count}", {"filters": filters, "kernel_size": size, "strides": strides,
                                             "padding": "same", "kernel_initializer": "he_normal"}, inputs)
        if activation is not None:
            model.add("BatchNormalization", f"norm{count}")
        if activation:
            model.add("Activation", f"relu{count}", {"activation": "relu"})

    unit(16, 3, 1, True)
    for stack, filters in enumerate([16, 32, 64]):
        for block in range(3):
            entry = model.last
            shrinks = stack > 0 and block == 0
            unit(filters, 3, 2 if shrinks else 1, True)
            unit(filters, 3, 1, False)
            inner = model.last
            if shrinks:
                unit(filters, 1, 2, None, [entry])
                entry = model.last
            model.add("Add", f"add{stack * 3 + block + 1}", {}, [entry, inner])
            model.add("Activation", f"out{stack * 3 + block + 1}", {"activation": "relu"})
    model.add("AveragePooling2D", "pool", {"pool_size": [8, 8]})
    model.add("Flatten", "flatten")
    model.add("Dense", "class", {"units": 10, "activation": "softmax", "kernel_initializer": "he_normal"})
    model.write("resnet20.lamina", "ResNet-20 for CIFAR-10")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    vgg16()
    xception()
    resnet20()
