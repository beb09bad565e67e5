"""What the scripts that make the golden numbers share. Run one by hand when a case is added, as
`python3 tests/golden/make_layers.py`; it writes its own file beside it, and the tests themselves need no Python.

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


def layer_case(name, function, config, samples, shapes, parameters=None, training=True, xs=None, mask=None):
    """A case of layers*.json. `shapes`: one shape, or a list of them for several inputs.

    `function(config, x, parameters, training)` gives y from tensors (x a list for several inputs). `parameters`
    maps Keras' names to tensors, in Keras' order; those called moving_... are not trained. What a step leaves
    in one of them the function stores as parameters["new_" + its name]. Whole-number inputs have no gradient.
    `mask`: of the first input, 1 for each step that is real, as from a Masking layer, which makes the others 0;
    the function knows it by itself.
    """
    several = bool(shapes) and isinstance(shapes[0], (list, tuple))
    shapes = list(shapes) if several else [shapes]
    xs = [numbers(samples, *shape) for shape in shapes] if xs is None else xs
    xs = [x.requires_grad_() if torch.is_floating_point(x) else x for x in xs]
    parameters = dict(parameters or {})
    names = list(parameters)
    for each in names:
        parameters[each].requires_grad_(not each.startswith("moving"))
    given = list(xs)
    if mask is not None:
        given[0] = xs[0] * mask.unsqueeze(-1)
    y = function(config, given if several else given[0], parameters, training)
    case = {"layer": name, "config": config, "samples": samples,
            "shapes" if several else "shape": [list(s) for s in shapes] if several else list(shapes[0]),
            "training": training, "output": list(y.shape[1:]),
            "xs" if several else "x": [plain(x) for x in xs] if several else plain(xs[0]),
            "parameters": [plain(parameters[n]) for n in names], "y": plain(y)}
    if mask is not None:
        case["mask"] = plain(mask)
    if training:
        dy = numbers(*y.shape, low=-1, high=1)
        if y.requires_grad:
            y.backward(dy)
        dxs = [plain(x.grad) if x.requires_grad else None for x in xs]
        case["dy"] = plain(dy)
        case["dxs" if several else "dx"] = dxs if several else dxs[0]
        case["gradients"] = [plain(parameters[n].grad) if parameters[n].requires_grad else None
                             for n in names]
        case["after"] = {str(names.index(n[4:])): plain(v) for n, v in parameters.items()
                         if n.startswith("new_")}
    return case


def loss_case(name, function, config, samples, shape, prediction, target, logits=False):
    """A case of losses*.json. `function(config, prediction, target, logits)` gives a loss for each position."""
    prediction.requires_grad_()
    values = function(config, prediction, target, logits)
    per_sample = values.reshape(samples, -1).mean(-1)
    per_sample.mean().backward()
    return {"loss": name, "config": config, "logits": logits, "samples": samples, "shape": list(shape),
            "prediction": plain(prediction), "target": plain(target), "values": plain(per_sample),
            "gradient": plain(prediction.grad)}


def optimizer_cases(configs, optimizers, slot_names):
    """What optimizers*.json holds. `configs`: (name, list of configs); `optimizers`: name to (function, learning
    rate by default), where function(config, w, g, t, slots, rate) gives the next w and keeps its slots in a dict;
    `slot_names`: all that it may keep, in Keras' order."""
    count, steps = 37, 10
    start = numbers(count).numpy()
    gradients = numbers(steps, count).numpy()
    gradients[:, 3] = 0
    gradients[:, 5] = np.float32(1e-4) * np.sign(gradients[:, 5])
    gradients[5:, 7] = 0
    cases = [{"start": plain(start), "gradients": [plain(g) for g in gradients]}]
    for name, options in configs:
        function, rate = optimizers[name]
        for config in options:
            w, slots, path = start.copy(), {}, []
            for t in range(steps):
                w = function(config, w, gradients[t], t + 1, slots, config.get("learning_rate", rate))
                path.append(plain(w))
            kept = [n for n in slot_names[name] if n in slots]
            cases.append({"optimizer": name, "config": config, "slots": kept,
                          "kept": [plain(slots[n]) for n in kept], "path": path})
    return cases


def metric_case(name, function, config, samples, shape, prediction, target, sparse=False):
    """A case of metrics*.json. `function(config, prediction, target, sparse)` gives the value over all samples;
    sparse targets are class numbers."""
    value = function(config, prediction, target, sparse)
    return {"metric": name, "config": config, "sparse": sparse, "samples": samples, "shape": list(shape),
            "prediction": plain(prediction), "target": plain(target), "value": float(f"{value:.8g}")}
