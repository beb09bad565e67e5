#!/usr/bin/env python3
"""Writes layers.json: the layers of the first perceptrons and convolutional networks."""
import torch
import torch.nn.functional as F

from golden import activate, distinct, layer_case, numbers, pads, pair, write


def dense(config, x, parameters, training):
    y = x @ parameters["kernel"]
    if "bias" in parameters:
        y = y + parameters["bias"]
    return activate(config.get("activation", "linear"), y)


def conv2d(config, x, parameters, training):
    kernel = parameters["kernel"].permute(3, 2, 0, 1)
    strides, dilation = pair(config.get("strides", 1)), pair(config.get("dilation_rate", 1))
    window = [(k - 1) * d + 1 for k, d in zip(kernel.shape[2:], dilation)]
    padded = F.pad(x.permute(0, 3, 1, 2), pads(config, x.shape[1:3], window, strides))
    y = F.conv2d(padded, kernel, parameters.get("bias"), stride=strides, dilation=dilation)
    return activate(config.get("activation", "linear"), y.permute(0, 2, 3, 1))


def max_pooling(config, x, parameters, training):
    pool = pair(config.get("pool_size", 2))
    strides = pair(config.get("strides", pool))
    padded = F.pad(x.permute(0, 3, 1, 2), pads(config, x.shape[1:3], pool, strides), value=float("-inf"))
    return F.max_pool2d(padded, pool, strides).permute(0, 2, 3, 1)


def average_pooling(config, x, parameters, training):
    pool = pair(config.get("pool_size", 2))
    strides = pair(config.get("strides", pool))
    around = pads(config, x.shape[1:3], pool, strides)
    first = x.permute(0, 3, 1, 2)
    total = F.avg_pool2d(F.pad(first, around), pool, strides, divisor_override=1)
    cells = F.avg_pool2d(F.pad(torch.ones_like(first), around), pool, strides, divisor_override=1)
    return (total / cells).permute(0, 2, 3, 1)


def batch_normalization(config, x, parameters, training):
    """Also moves the averages in `parameters`: with Bessel's correction for pictures, as the fused path does."""
    momentum, epsilon = config.get("momentum", 0.99), config.get("epsilon", 1e-3)
    axes = tuple(range(x.dim() - 1))
    mean, variance = parameters["moving_mean"], parameters["moving_variance"]
    if training:
        count = x.numel() // x.shape[-1]
        mean, variance = x.mean(axes), x.var(axes, unbiased=False)
        bessel = count / max(count - 1, 1) if x.dim() == 4 else 1.0
        for key, batch in (("moving_mean", mean), ("moving_variance", variance * bessel)):
            moved = parameters[key] * momentum + batch.detach() * (1 - momentum)
            parameters["new_" + key] = moved
    y = (x - mean) / torch.sqrt(variance + epsilon)
    y = y * parameters.get("gamma", 1.0) + parameters.get("beta", 0.0)
    if training and x.dim() == 4 and "gamma" in parameters and count > 1:  # PyTorch agrees on this one
        moving = [parameters["moving_mean"].clone(), parameters["moving_variance"].clone()]
        theirs = F.batch_norm(x.permute(0, 3, 1, 2), *moving, parameters["gamma"], parameters["beta"],
                              True, 1 - momentum, epsilon)
        assert torch.allclose(theirs.permute(0, 2, 3, 1), y)
        assert torch.allclose(moving[1], parameters["new_moving_variance"])
    return y


LAYERS = {
    "Dense": dense,
    "Conv2D": conv2d,
    "MaxPooling2D": max_pooling,
    "AveragePooling2D": average_pooling,
    "GlobalAveragePooling2D": lambda c, x, p, t: x.mean((1, 2), keepdim=c.get("keepdims", False)),
    "Flatten": lambda c, x, p, t: x.reshape(x.shape[0], -1),
    "BatchNormalization": batch_normalization,
    "Activation": lambda c, x, p, t: activate(c["activation"], x),
    "LeakyReLU": lambda c, x, p, t: F.leaky_relu(x, c.get("alpha", 0.3)),
    "Rescaling": lambda c, x, p, t: x * c["scale"] + c.get("offset", 0.0),
}


def parameters_of(name, config, shape):
    channels = shape[-1]
    if name == "Dense":
        made = {"kernel": numbers(channels, config["units"], low=-1, high=1),
                "bias": numbers(config["units"])}
    elif name == "Conv2D":
        made = {"kernel": numbers(*pair(config["kernel_size"]), channels, config["filters"], low=-1, high=1),
                "bias": numbers(config["filters"])}
    elif name == "BatchNormalization":
        made = {"gamma": numbers(channels, low=0.5, high=2), "beta": numbers(channels),
                "moving_mean": numbers(channels), "moving_variance": numbers(channels, low=0.5, high=2)}
        if not config.get("scale", True):
            del made["gamma"]
        if not config.get("center", True):
            del made["beta"]
    else:
        return {}
    if config.get("use_bias") is False:
        del made["bias"]
    return made


def layers():
    cases = []

    def add(name, config, samples, shape, training=True, x=None):
        if x is None and name == "MaxPooling2D":
            x = distinct(samples, *shape)
        cases.append(layer_case(name, LAYERS[name], config, samples, shape, parameters_of(name, config, shape),
                                training, None if x is None else [x]))

    activations = ["linear", "relu", "sigmoid", "tanh", "softmax", "elu", "selu", "softplus", "softsign",
                   "swish", "gelu"]
    for units, features, samples in [(3, 5, 4), (1, 7, 1), (17, 1, 3), (10, 33, 5)]:
        add("Dense", {"units": units}, samples, [features])
    add("Dense", {"units": 6, "use_bias": False}, 3, [4])
    add("Dense", {"units": 3}, 2, [2, 3, 4])
    for activation in activations:
        add("Dense", {"units": 5, "activation": activation}, 3, [6])
        add("Activation", {"activation": activation}, 2, [3, 7])
        wide = torch.tensor([-30.0, -12.5, -3.0, -0.25, -0.0625, 0.0078125, 0.5, 3.0, 12.5, 30.0])
        add("Activation", {"activation": activation}, 1, [10], x=wide.reshape(1, 10).clone())

    for config, samples, shape in [
        ({"filters": 2, "kernel_size": 3}, 2, [5, 6, 1]),
        ({"filters": 3, "kernel_size": 3}, 1, [3, 3, 2]),
        ({"filters": 4, "kernel_size": [3, 2]}, 2, [7, 5, 3]),
        ({"filters": 3, "kernel_size": 3, "padding": "same"}, 2, [5, 5, 2]),
        ({"filters": 3, "kernel_size": 2, "padding": "same"}, 1, [4, 5, 2]),
        ({"filters": 2, "kernel_size": 4, "padding": "same"}, 2, [6, 5, 1]),
        ({"filters": 2, "kernel_size": 3, "strides": 2}, 2, [7, 8, 2]),
        ({"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"}, 2, [6, 7, 3]),
        ({"filters": 2, "kernel_size": 2, "strides": [2, 3], "padding": "same"}, 2, [7, 10, 1]),
        ({"filters": 2, "kernel_size": 5, "strides": 2, "padding": "same"}, 1, [10, 9, 2]),
        ({"filters": 2, "kernel_size": 1, "strides": 2, "padding": "same"}, 2, [7, 6, 3]),
        ({"filters": 2, "kernel_size": 2, "strides": 3, "padding": "same"}, 1, [10, 7, 2]),
        ({"filters": 2, "kernel_size": 3, "dilation_rate": 2}, 2, [7, 8, 2]),
        ({"filters": 2, "kernel_size": 3, "dilation_rate": 2, "padding": "same"}, 2, [10, 6, 1]),
        ({"filters": 3, "kernel_size": 2, "dilation_rate": [1, 3], "padding": "same"}, 1, [5, 7, 2]),
        ({"filters": 3, "kernel_size": 1}, 3, [1, 1, 5]),
        ({"filters": 16, "kernel_size": 3}, 2, [6, 6, 16]),
        ({"filters": 17, "kernel_size": 3, "padding": "same"}, 1, [5, 5, 3]),
        ({"filters": 2, "kernel_size": 3, "use_bias": False}, 2, [5, 4, 3]),
        ({"filters": 3, "kernel_size": 3, "activation": "relu"}, 2, [6, 5, 2]),
        ({"filters": 3, "kernel_size": 3, "activation": "tanh", "strides": 2}, 2, [6, 5, 2]),
        ({"filters": 2, "kernel_size": 7, "strides": 2, "padding": "same"}, 1, [14, 13, 1]),
    ]:
        add("Conv2D", config, samples, shape)

    for name in ["MaxPooling2D", "AveragePooling2D"]:
        for config, samples, shape in [
            ({}, 2, [4, 6, 3]),
            ({}, 1, [5, 7, 1]),
            ({"pool_size": 3}, 2, [7, 6, 2]),
            ({"pool_size": [2, 3], "strides": 1}, 2, [4, 5, 3]),
            ({"pool_size": 3, "strides": 2, "padding": "same"}, 2, [5, 6, 2]),
            ({"pool_size": 3, "strides": 1, "padding": "same"}, 1, [4, 5, 1]),
            ({"pool_size": 2, "strides": 3, "padding": "same"}, 2, [10, 7, 2]),
            ({"pool_size": 2, "padding": "same"}, 2, [5, 5, 16]),
            ({"pool_size": 1}, 1, [2, 3, 2]),
            ({"pool_size": 3, "strides": 2}, 3, [7, 9, 17]),
        ]:
            add(name, config, samples, shape)

    add("GlobalAveragePooling2D", {}, 2, [3, 5, 4])
    add("GlobalAveragePooling2D", {}, 1, [1, 1, 1])
    add("GlobalAveragePooling2D", {"keepdims": True}, 3, [4, 2, 17])
    add("Flatten", {}, 2, [3, 2, 4])
    add("Flatten", {}, 1, [5])

    for training in [True, False]:
        add("BatchNormalization", {}, 6, [5], training=training)
        add("BatchNormalization", {"momentum": 0.9, "epsilon": 0.01}, 3, [4, 3, 2], training=training)
        add("BatchNormalization", {"center": False}, 4, [3], training=training)
        add("BatchNormalization", {"scale": False}, 2, [3, 3, 17], training=training)
        add("BatchNormalization", {"center": False, "scale": False}, 7, [1], training=training)
    add("BatchNormalization", {"momentum": 0.5}, 1, [2, 3, 4])
    add("BatchNormalization", {"momentum": 0.5}, 37, [5, 5, 1])
    add("BatchNormalization", {}, 8, [3], x=numbers(8, 3) + torch.tensor([512.0, -64.0, 0.0]))

    add("LeakyReLU", {}, 2, [3, 4])
    add("LeakyReLU", {"alpha": 0.1}, 3, [7])
    add("LeakyReLU", {"alpha": 0}, 1, [5])
    add("Rescaling", {"scale": 0.00392156862745098}, 2, [3, 3, 1], x=numbers(2, 3, 3, 1, low=0, high=255))
    add("Rescaling", {"scale": 0.5, "offset": -1}, 1, [7])
    write("layers.json", cases)


if __name__ == "__main__":
    layers()
