"""Writes penalties.json: what regularizers of kernels, biases and activities add to the loss and to its gradient.
See golden.py. As Keras 2.13: no half before the squares, |0| has the slope 0, what activities add is divided by
the number of samples, and "l1_l2" by its name alone means 0.01 of each, but its class without settings nothing."""
import torch

from golden import activate, numbers, plain, write

cases = []


def shares(regularizer):
    """l1 and l2."""
    if regularizer is None:
        return 0, 0
    if isinstance(regularizer, str):
        return {"l1": (0.01, 0), "L1": (0.01, 0), "l2": (0, 0.01), "L2": (0, 0.01), "l1_l2": (0.01, 0.01)}[regularizer]
    name, config = regularizer["class_name"], regularizer["config"]
    by_default = {"l1": (0.01, 0), "l2": (0, 0.01), "l1_l2": (0, 0), "l1l2": (0, 0)}[name.lower()]
    return config.get("l1", by_default[0]), config.get("l2", by_default[1])


def penalty(regularizer, x):
    l1, l2 = shares(regularizer)
    return l1 * x.abs().sum() + l2 * (x * x).sum()


def with_zeros(*shape):
    values = numbers(*shape, low=-1, high=1)
    values.reshape(-1)[::3] = 0
    return values


def apply(kind, config, x, kernel, bias):
    if kind == "Conv1D":
        y = torch.nn.functional.conv1d(x.transpose(1, 2), kernel.permute(2, 1, 0), bias).transpose(1, 2)
    else:
        y = x @ kernel + bias
    return activate(config.get("activation", "linear"), y)


def add(samples, shape, *layers):
    """The loss is the mean square of the difference; a Flatten stands before it."""
    x = numbers(samples, *shape)
    y, parameters, weights, activities = x, [], 0, 0
    for kind, config in layers:
        inputs = y.shape[-1]
        outputs = config["filters"] if kind == "Conv1D" else config["units"]
        kernel = with_zeros(*([config["kernel_size"], inputs, outputs] if kind == "Conv1D" else [inputs, outputs]))
        bias = with_zeros(outputs)
        trained = config.get("trainable", True)
        for each in (kernel, bias):
            each.requires_grad_(trained)
        parameters += [kernel, bias]
        y = apply(kind, config, y, kernel, bias)
        weights = weights + penalty(config.get("kernel_regularizer"), kernel)
        weights = weights + penalty(config.get("bias_regularizer"), bias)
        activities = activities + penalty(config.get("activity_regularizer"), y)
    y = y.reshape(samples, -1)
    target = numbers(*y.shape)
    data = ((y - target) ** 2).mean()
    (data + weights + activities / samples).backward()
    cases.append({"samples": samples, "shape": list(shape), "layers": [list(each) for each in layers],
                  "x": plain(x), "target": plain(target), "parameters": [plain(each) for each in parameters],
                  "weights": float(f"{float(weights):.10g}"),
                  "loss": float(f"{float(data + activities / samples):.10g}"),
                  "gradients": [plain(each.grad) if each.requires_grad else None for each in parameters]})


SETTINGS = ["l1", "l2", "l1_l2", {"class_name": "L1", "config": {"l1": 0.3}},
            {"class_name": "L2", "config": {"l2": 0.25}}, {"class_name": "l1", "config": {}},
            {"class_name": "L1L2", "config": {"l1": 0.125, "l2": 0.5}},
            {"class_name": "l1_l2", "config": {"l2": 0.75}}, {"class_name": "L1L2", "config": {}}]
for setting in SETTINGS:
    for where in ("kernel", "bias", "activity"):
        config = {f"{where}_regularizer": setting}
        add(3, [5], ("Dense", {"units": 4, **config}))
        add(1, [2], ("Dense", {"units": 3, "activation": "relu", **config}), ("Dense", {"units": 1}))
    everywhere = {f"{where}_regularizer": setting for where in ("kernel", "bias", "activity")}
    add(4, [6, 2], ("Conv1D", {"filters": 3, "kernel_size": 2, "activation": "relu", **everywhere}))
    add(2, [3], ("Dense", {"units": 4, "activation": "tanh", **everywhere}),
        ("Dense", {"units": 3, "activation": "softmax", **everywhere}))
# Frozen weights have no gradient and count in the loss all the same.
add(2, [3], ("Dense", {"units": 4, "trainable": False, "kernel_regularizer": "l2", "activity_regularizer": "l1"}),
    ("Dense", {"units": 2, "bias_regularizer": "l1_l2"}))

write("penalties.json", cases)
