#!/usr/bin/env python3
"""Writes the golden numbers that golden_*.cpp compares with. Run by hand when a case is added; the tests
themselves need no Python.

Everything is computed in double precision from float32 inputs: by PyTorch where it computes what Keras 2.13
does, else by the formula (the place of Adam's epsilon, RMSprop's root, 'same' padding, the twice-added
epsilon of the binary cross-entropy, the moving variance). Layouts are Keras': samples, height, width,
channels; convolution kernels height, width, in, out.
"""
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(20231113)
EPSILON = np.float64(np.float32(1e-7))


def numbers(*shape, low=-2.0, high=2.0):
    """Three decimals, as the float32 that the engine will read."""
    values = np.round(random.uniform(low, high, shape), 3)
    return torch.tensor(values.astype(np.float32).astype(np.float64))


def distinct(*shape):
    """No two alike, so that max pooling has no ties."""
    count = int(np.prod(shape))
    values = (random.permutation(count) - count / 2) * 0.03125
    return torch.tensor(values.reshape(shape))


def plain(tensor):
    flat = np.asarray(tensor.detach().numpy() if torch.is_tensor(tensor) else tensor).reshape(-1)
    return [None if np.isnan(v) else float(f"{v:.8g}") for v in flat]


def write(name, cases):
    text = "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n"
    (HERE / name).write_text(text)
    print(name, len(cases), "cases,", len(text), "bytes")


# ---------------------------------------------------------------------------------------------- layers

def same_padding(size, window, stride):
    output = -(-size // stride)
    total = max((output - 1) * stride + window - size, 0)
    return total // 2, total - total // 2


def pair(value):
    return [value, value] if isinstance(value, int) else value


def pads(config, shape, window, strides):
    """What F.pad takes for the two last axes: left, right, top, bottom."""
    if config.get("padding", "valid") == "valid":
        return [0, 0, 0, 0]
    return [*same_padding(shape[1], window[1], strides[1]), *same_padding(shape[0], window[0], strides[0])]


def activate(name, x):
    return {
        "linear": lambda: x,
        "relu": lambda: F.relu(x),
        "sigmoid": lambda: torch.sigmoid(x),
        "tanh": lambda: torch.tanh(x),
        "softmax": lambda: F.softmax(x, -1),
        "elu": lambda: F.elu(x),
        "selu": lambda: F.selu(x),
        "softplus": lambda: torch.logaddexp(x, torch.zeros_like(x)),
        "softsign": lambda: F.softsign(x),
        "swish": lambda: F.silu(x),
        "gelu": lambda: F.gelu(x),
    }[name]()


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


def layer_case(name, config, samples, shape, training=True, x=None):
    if x is None:
        x = distinct(samples, *shape) if name == "MaxPooling2D" else numbers(samples, *shape)
    x.requires_grad_()
    parameters = parameters_of(name, config, shape)
    names = list(parameters)
    for each in names:
        parameters[each].requires_grad_(not each.startswith("moving"))
    y = LAYERS[name](config, x, parameters, training)
    case = {"layer": name, "config": config, "samples": samples, "shape": list(shape), "training": training,
            "output": list(y.shape[1:]), "x": plain(x), "parameters": [plain(parameters[n]) for n in names],
            "y": plain(y)}
    if training:
        dy = numbers(*y.shape, low=-1, high=1)
        y.backward(dy)
        case["dy"], case["dx"] = plain(dy), plain(x.grad)
        case["gradients"] = [plain(parameters[n].grad) if parameters[n].requires_grad else None
                             for n in names]
        case["after"] = {str(names.index(n[4:])): plain(v) for n, v in parameters.items()
                         if n.startswith("new_")}
    return case


def layers():
    cases = []

    def add(*arguments, **named):
        cases.append(layer_case(*arguments, **named))

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


# ---------------------------------------------------------------------------------------------- losses

def clipped(p):
    low, high = float(EPSILON), float(np.float32(1) - np.float32(1e-7))
    return p.clamp(low, high)


def binary(config, p, y, logits):
    s = config.get("label_smoothing", 0.0)
    y = y * (1 - s) + 0.5 * s
    if logits:
        return F.binary_cross_entropy_with_logits(p, y, reduction="none").mean(-1)
    q = clipped(p)
    return -(y * torch.log(q + EPSILON) + (1 - y) * torch.log(1 - q + EPSILON)).mean(-1)


def categorical(config, p, y, logits):
    s = config.get("label_smoothing", 0.0)
    y = y * (1 - s) + s / y.shape[-1]
    if logits:
        return -(y * F.log_softmax(p, -1)).sum(-1)
    return -(y * torch.log(clipped(p / p.sum(-1, keepdim=True)))).sum(-1)


def sparse(config, p, y, logits):
    rows, classes = p.reshape(-1, p.shape[-1]), y.reshape(-1).long()
    values = rows if logits else torch.log(clipped(rows))
    return F.cross_entropy(values, classes, reduction="none").reshape(y.shape)


LOSSES = {
    "mean_squared_error": lambda c, p, y, _: ((p - y) ** 2).mean(-1),
    "mean_absolute_error": lambda c, p, y, _: (p - y).abs().mean(-1),
    "binary_crossentropy": binary,
    "categorical_crossentropy": categorical,
    "sparse_categorical_crossentropy": sparse,
}


def loss_case(name, config, samples, shape, logits=False, prediction=None, target=None):
    entropy = name.endswith("crossentropy")
    if prediction is None:
        if not entropy:
            prediction = numbers(samples, *shape)
        elif logits:
            prediction = numbers(samples, *shape, low=-6, high=6)
        else:
            prediction = numbers(samples, *shape, low=0.02, high=0.98)
    if target is None:
        if name == "sparse_categorical_crossentropy":
            target = torch.tensor(random.integers(0, shape[-1], [samples, *shape[:-1]]).astype(np.float64))
        elif name == "categorical_crossentropy":
            classes = random.integers(0, shape[-1], [samples, *shape[:-1]])
            target = torch.tensor(np.eye(shape[-1])[classes])
        elif name == "binary_crossentropy":
            target = torch.tensor(random.integers(0, 2, [samples, *shape]).astype(np.float64))
        else:
            target = numbers(samples, *shape)
    prediction.requires_grad_()
    values = LOSSES[name](config, prediction, target, logits)
    per_sample = values.reshape(samples, -1).mean(-1)
    per_sample.mean().backward()
    return {"loss": name, "config": config, "logits": logits, "samples": samples, "shape": list(shape),
            "prediction": plain(prediction), "target": plain(target), "values": plain(per_sample),
            "gradient": plain(prediction.grad)}


def losses():
    cases = []
    for name in ["mean_squared_error", "mean_absolute_error"]:
        for samples, shape in [(4, [1]), (1, [1]), (3, [7]), (2, [3, 5]), (2, [4, 3, 2]), (5, [33])]:
            cases.append(loss_case(name, {}, samples, shape))
    for logits in [False, True]:
        for samples, shape in [(4, [1]), (1, [1]), (5, [9]), (2, [3, 4]), (1, [41])]:
            for smoothing in [{}, {"label_smoothing": 0.1}]:
                cases.append(loss_case("binary_crossentropy", smoothing, samples, shape, logits))
        for samples, shape in [(4, [3]), (1, [10]), (3, [17]), (2, [3, 5]), (2, [2, 2, 4]), (5, [2])]:
            for smoothing in [{}, {"label_smoothing": 0.2}]:
                cases.append(loss_case("categorical_crossentropy", smoothing, samples, shape, logits))
            cases.append(loss_case("sparse_categorical_crossentropy", {}, samples, shape, logits))
    # What must not overflow, and where clipping bites.
    far = torch.tensor([[200.0, -200.0, 0.0], [-90.0, 80.0, 81.0]])
    cases.append(loss_case("categorical_crossentropy", {}, 2, [3], True, far.clone(),
                           torch.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])))
    cases.append(loss_case("sparse_categorical_crossentropy", {}, 2, [3], True, far.clone(),
                           torch.tensor([1.0, 0.0])))
    cases.append(loss_case("binary_crossentropy", {}, 2, [3], True, far.clone(),
                           torch.tensor([[1.0, 1.0, 0.0], [1.0, 0.0, 1.0]])))
    hard = torch.tensor([[0.0, 1.0, 0.25], [1.0, 0.0, 0.0]])
    cases.append(loss_case("categorical_crossentropy", {}, 2, [3], False, hard.clone(),
                           torch.tensor([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])))
    cases.append(loss_case("sparse_categorical_crossentropy", {}, 2, [3], False, hard.clone(),
                           torch.tensor([2.0, 1.0])))
    soft = torch.tensor([[0.25, 0.0, 0.75, 0.125]])
    cases.append(loss_case("binary_crossentropy", {}, 1, [4], False, soft.clone(),
                           torch.tensor([[1.0, 1.0, 0.0, 0.5]])))
    write("losses.json", cases)


# ---------------------------------------------------------------------------------------------- optimizers

def sgd(c, w, g, t, s, lr):
    mu = c.get("momentum", 0.0)
    if mu == 0:
        return w - lr * g
    s["m"] = mu * s.get("m", 0.0) - lr * g
    return w + (mu * s["m"] - lr * g if c.get("nesterov") else s["m"])


def rmsprop(c, w, g, t, s, lr):
    rho, mu, epsilon = c.get("rho", 0.9), c.get("momentum", 0.0), c.get("epsilon", 1e-7)
    s["velocity"] = rho * s.get("velocity", 0.0) + (1 - rho) * g * g
    below = s["velocity"]
    if c.get("centered"):
        average = s["average_gradient"] = rho * s.get("average_gradient", 0.0) + (1 - rho) * g
        below = below - average * average
    step = lr * g / np.sqrt(below + epsilon)
    if mu > 0:
        step = s["momentum"] = mu * s.get("momentum", 0.0) + step
    return w - step


def adagrad(c, w, g, t, s, lr):
    s["accumulator"] = s.get("accumulator", c.get("initial_accumulator_value", 0.1)) + g * g
    return w - lr * g / np.sqrt(s["accumulator"] + c.get("epsilon", 1e-7))


def adam(c, w, g, t, s, lr, decay=0.0):
    one, two, epsilon = c.get("beta_1", 0.9), c.get("beta_2", 0.999), c.get("epsilon", 1e-7)
    w = w - w * decay * lr
    alpha = lr * np.sqrt(1 - two**t) / (1 - one**t)
    s["m"] = s.get("m", 0.0) + (g - s.get("m", 0.0)) * (1 - one)
    s["v"] = s.get("v", 0.0) + (g * g - s.get("v", 0.0)) * (1 - two)
    square = s["v"]
    if c.get("amsgrad"):
        square = s["vhat"] = np.maximum(s.get("vhat", 0.0), square)
    return w - s["m"] * alpha / (np.sqrt(square) + epsilon)


def adamw(c, w, g, t, s, lr):
    return adam(c, w, g, t, s, lr, c.get("weight_decay", 0.004))


OPTIMIZERS = {"SGD": (sgd, 0.01), "RMSprop": (rmsprop, 0.001), "Adagrad": (adagrad, 0.001),
              "Adam": (adam, 0.001), "AdamW": (adamw, 0.001)}
SLOTS = {"SGD": ["m"], "RMSprop": ["velocity", "momentum", "average_gradient"], "Adagrad": ["accumulator"],
         "Adam": ["m", "v", "vhat"], "AdamW": ["m", "v", "vhat"]}


def optimizers():
    configs = [
        ("SGD", [{}, {"learning_rate": 0.1}, {"momentum": 0.9}, {"momentum": 0.9, "nesterov": True},
                 {"nesterov": True}, {"learning_rate": 0.5, "momentum": 0.5}]),
        ("RMSprop", [{}, {"momentum": 0.9}, {"centered": True}, {"centered": True, "momentum": 0.5},
                     {"rho": 0.5, "epsilon": 0.01}, {"learning_rate": 0.1, "rho": 0.99}]),
        ("Adagrad", [{}, {"learning_rate": 0.1, "initial_accumulator_value": 0.0, "epsilon": 0.001},
                     {"initial_accumulator_value": 1.0}]),
        ("Adam", [{}, {"amsgrad": True}, {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.9},
                  {"epsilon": 0.1}, {"learning_rate": 0.01, "amsgrad": True, "beta_2": 0.5}]),
        ("AdamW", [{}, {"weight_decay": 0.1, "learning_rate": 0.1}, {"amsgrad": True, "weight_decay": 0.5},
                   {"weight_decay": 0}]),
    ]
    count, steps = 37, 10
    start = numbers(count).numpy()
    gradients = numbers(steps, count).numpy()
    gradients[:, 3] = 0
    gradients[:, 5] = np.float32(1e-4) * np.sign(gradients[:, 5])
    gradients[5:, 7] = 0
    cases = []
    for name, options in configs:
        function, rate = OPTIMIZERS[name]
        for config in options:
            w, slots, path = start.copy(), {}, []
            for t in range(steps):
                w = function(config, w, gradients[t], t + 1, slots, config.get("learning_rate", rate))
                path.append(plain(w))
            cases.append({"optimizer": name, "config": config,
                          "slots": [n for n in SLOTS[name] if n in slots],
                          "kept": [plain(slots[n]) for n in SLOTS[name] if n in slots], "path": path})
    write("optimizers.json", [{"start": plain(start), "gradients": [plain(g) for g in gradients]}] + cases)


if __name__ == "__main__":
    layers()
    losses()
    optimizers()
