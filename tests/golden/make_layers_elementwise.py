"""Writes layers_elementwise.json: joins, activations, normalisations, and the augmentations with their factor
fixed. See golden.py."""
import numpy as np
import torch
import torch.nn.functional as F

from golden import distinct, layer_case, numbers, random, write

cases = []


def add(name, function, config, samples, shapes, **named):
    cases.append(layer_case(name, function, config, samples, shapes, **named))


# ------------------------------------------------------------------------------------------------------ joins

def over_ranks(xs):
    """Keras puts missing axes behind the batch."""
    rank = max(x.dim() for x in xs)
    return [x.reshape(x.shape[0], *[1] * (rank - x.dim()), *x.shape[1:]) for x in xs]


def join(step):
    def function(config, xs, parameters, training):
        xs = over_ranks(xs)
        y = xs[0]
        for x in xs[1:]:
            y = step(y, x)
        return y
    return function


def product(config, xs, parameters, training):
    axes = config["axes"] if isinstance(config["axes"], list) else [config["axes"]] * 2
    if config.get("normalize"):
        xs = [x / torch.sqrt(torch.clamp((x * x).sum(a, keepdim=True), min=1e-12)) for x, a in zip(xs, axes)]
    moved = [x.movedim(a, -1) for x, a in zip(xs, axes)]
    letters = ["abcd"[:moved[0].dim() - 2], "ABCD"[:moved[1].dim() - 2]]
    y = torch.einsum(f"n{letters[0]}z,n{letters[1]}z->n{letters[0]}{letters[1]}", *moved)
    return y if y.dim() > 1 else y.reshape(-1, 1)


def several(samples, shapes):
    """No two alike over all inputs: no ties."""
    sizes = [samples * int(np.prod(s)) for s in shapes]
    values = distinct(sum(sizes)) * 0.5
    return [v.clone().reshape(samples, *s) for v, s in zip(torch.split(values, sizes), shapes)]


for name, step in [("Add", torch.add), ("Subtract", torch.sub), ("Multiply", torch.mul),
                   ("Maximum", torch.maximum), ("Minimum", torch.minimum)]:
    for samples, shapes in ([(3, [[4], [4]]), (1, [[1], [1]]), (2, [[3, 5, 2], [3, 5, 2]]),
                             (2, [[3, 4, 2], [1, 1, 2]]),
                            (2, [[1, 4, 1], [3, 1, 2]]), (2, [[3, 4], [4]]), (3, [[2], [3, 2]])]
                           + [(1, [[2, 1], [1, 520]])] * (name in ("Add", "Maximum"))):
        add(name, join(step), {}, samples, shapes, xs=several(samples, shapes))
    if name != "Subtract":
        for shapes in [[[5]] * 3, [[2, 3], [3], [2, 1], [1, 1]]]:
            add(name, join(step), {}, 2, shapes, xs=several(2, shapes))
for samples, shapes in [(3, [[4], [4]]), (2, [[3, 2], [2], [3, 1]])]:
    add("Average", lambda c, xs, p, t: join(torch.add)(c, xs, p, t) / len(xs), {}, samples, shapes)
for config, samples, shapes in [({}, 3, [[4], [2]]), ({}, 1, [[1], [1], [1]]),
                                ({}, 2, [[3, 4, 1], [3, 4, 5]]),
                                ({"axis": 1}, 2, [[2, 3], [1, 3], [4, 3]]), ({"axis": 2}, 2,
                                                                             [[2, 3, 2], [2, 1, 2]]),
                                ({"axis": -3}, 2, [[2, 3, 2], [1, 3, 2]])]:
    add("Concatenate", lambda c, xs, p, t: torch.cat(xs, c.get("axis", -1)), config, samples, shapes)
for config, samples, shapes in [({"axes": 1}, 3, [[5], [5]]), ({"axes": 1}, 1, [[1], [1]]),
                                ({"axes": -1}, 2, [[3, 4], [2, 4]]),
                                ({"axes": [1, 2]}, 2, [[5, 2], [3, 5]]), ({"axes": 2}, 2,
                                                                          [[2, 3, 4], [5, 3, 2]]),
                                ({"axes": [2, 1]}, 2, [[4, 3], [3]]), ({"axes": [1, 3]}, 2,
                                                                       [[4, 3], [2, 3, 4]])]:
    # The cosine of single numbers is ±1 whatever they are: its gradient is nothing but rounding.
    for normalize in [{}] if shapes == [[1], [1]] else [{}, {"normalize": True}]:
        add("Dot", product, {**config, **normalize}, samples, shapes)

# ------------------------------------------------------------------------------------------------ activations

WIDE = torch.tensor([-30.0, -12.5, -3.0, -0.25, -0.0625, 0.0078125, 0.5, 3.0, 12.5, 30.0])
for name, function in [("exponential", torch.exp), ("mish", lambda x: x * torch.tanh(F.softplus(x))),
                       ("silu", F.silu),
                       ("hard_sigmoid", lambda x: torch.clamp(0.2 * x + 0.5, 0, 1))]:
    add("Activation", lambda c, x, p, t: function(x), {"activation": name}, 2, [3, 7])
    add("Activation", lambda c, x, p, t: function(x),
        {"activation": name}, 1, [10], xs=[WIDE.reshape(1, 10).clone()])
    add("Dense", lambda c, x, p, t: function(x @ p["kernel"] + p["bias"]),
        {"units": 4, "activation": name}, 3, [5],
        parameters={"kernel": numbers(5, 4, low=-1, high=1), "bias": numbers(4)})


def relu(c, x, p, t):
    threshold = c.get("threshold", c.get("theta", 0.0))
    largest = c["max_value"] if c.get("max_value") is not None else np.inf
    return torch.where(x > threshold, torch.clamp(x, max=largest), c.get("negative_slope",
                                                                         0.0) * (x - threshold))


for config in [{}, {"max_value": 1.0}, {"negative_slope": 0.1}, {"threshold": 0.5},
               {"max_value": 1.5, "negative_slope": 0.25, "threshold": 0.75}, {"max_value": None,
                                                                               "threshold": 1.25}]:
    add("ReLU", relu, config, 3, [7])
add("ReLU", relu, {"max_value": 6.0}, 1, [10], xs=[WIDE.reshape(1, 10).clone()])
add("ThresholdedReLU", lambda c, x, p, t: relu({"threshold": c.get("theta", 1.0)}, x, p, t), {}, 2, [3, 5])
add("ThresholdedReLU", relu, {"theta": 0.25}, 2, [9])
for config in [{}, {"alpha": 0.25}]:
    add("ELU", lambda c, x, p, t: F.elu(x, c.get("alpha", 1.0)), config, 2, [3, 7])
    add("ELU", lambda c, x, p, t: F.elu(x, c.get("alpha", 1.0)), config, 1, [10],
        xs=[WIDE.reshape(1, 10).clone()])
for config, samples, shape in [({}, 3, [5]), ({}, 1, [1]), ({}, 2, [3, 17]), ({"axis": 1}, 2, [3, 4]),
                               ({"axis": -2}, 2, [2, 3, 5]), ({"axis": [1]}, 1, [4, 1, 3])]:
    axis = config.get("axis", -1)
    axis = axis[0] if isinstance(axis, list) else axis
    add("Softmax", lambda c, x, p, t: F.softmax(x, axis), config, samples, shape)
for config, samples, shape, alpha in [({}, 3, [5], [5]), ({}, 1, [1], [1]),
                                      ({"shared_axes": [1, 2]}, 2, [3, 4, 5], [1, 1, 5]),
                                      ({"shared_axes": [1]}, 4, [17], [1]), ({"shared_axes": [1, 3]}, 2,
                                                                             [2, 3, 4], [1, 3, 1]),
                                      ({"shared_axes": [-1]}, 2, [3, 20], [3, 1])]:
    add("PReLU", lambda c, x, p, t: F.relu(x) - p["alpha"] * F.relu(-x), config, samples, shape,
        parameters={"alpha": numbers(*alpha)})

# --------------------------------------------------------------------------------------------- normalisations


def layer_norm(axes):
    def function(c, x, p, t):
        mean = x.mean(axes, keepdim=True)
        variance = ((x - mean) ** 2).mean(axes, keepdim=True)
        shape = [x.shape[a] if a in axes else 1 for a in range(x.dim())]
        y = (x - mean) / torch.sqrt(variance + c.get("epsilon", 1e-3))
        y = y * p["gamma"].reshape(shape) if "gamma" in p else y
        y = y + p["beta"].reshape(shape) if "beta" in p else y
        if axes == [x.dim() - 1] and len(p) == 2:  # PyTorch agrees on this one
            theirs = F.layer_norm(x, [x.shape[-1]], p["gamma"], p["beta"], c.get("epsilon", 1e-3))
            assert torch.allclose(theirs, y)
        return y
    return function


for config, axes, samples, shape in [({}, [1], 3, [7]), ({}, [1], 1, [1]), ({}, [2], 2, [3, 33]),
                                     ({}, [3], 2, [3, 4, 2]),
                                     ({"axis": [1, 2, 3]}, [1, 2, 3], 2, [3, 4,
                                                                          2]), ({"axis": 1}, [1], 2, [5, 3]),
                                     ({"axis": [1, 3]}, [1, 3], 2, [3, 2,
                                                                    4]), ({"epsilon": 0.5}, [1], 2, [6]),
                                     ({"center": False}, [1], 2, [6]), ({"scale": False}, [1], 2, [6]),
                                     ({"scale": False, "center": False}, [2], 70,
                                      [2, 3]), ({}, [2], 40, [4, 3])]:
    sizes = [([samples] + shape)[a] for a in axes]
    parameters = {"gamma": numbers(*sizes, low=0.5, high=2)} if config.get("scale", True) else {}
    if config.get("center", True):
        parameters["beta"] = numbers(*sizes)
    add("LayerNormalization", layer_norm(axes), config, samples, shape, parameters=parameters)



def normalization(axes):
    def function(c, x, p, t):
        shape = [x.shape[a] if a in axes else 1 for a in range(x.dim())]
        if "mean" in c:
            mean, variance = (torch.tensor(c[k]) * torch.ones(int(np.prod(shape)))
                              for k in ("mean", "variance"))
        else:
            mean, variance = p["moving_mean"], p["moving_variance"]
        deviation = torch.clamp(torch.sqrt(variance.reshape(shape)), min=1e-7)
        mean = mean.reshape(shape)
        return mean + x * deviation if c.get("invert") else (x - mean) / deviation
    return function


for config, axes, samples, shape in [({}, [1], 3, [7]), ({}, [1], 1, [1]), ({}, [3], 2, [3, 4, 2]),
                                     ({"axis": None}, [], 2, [3, 2]),
                                     ({"axis": [1, 3]}, [1, 3], 2, [3, 2, 4]), ({"axis": 1}, [1], 2, [5, 3]),
                                     ({"axis": [-1, 1], "invert": True}, [1, 2], 2,
                                      [3, 2]), ({"invert": True}, [1], 2, [3]),
                                     ({"mean": 0.5, "variance": 0.25}, [1], 2,
                                      [3]), ({"mean": [1.0, -2.0], "variance": [4.0, 0.0625]}, [2], 2,
                                             [3, 2]),
                                     ({"axis": None, "mean": 2.0, "variance": 0.0}, [], 1, [2])]:
    sizes = [([samples] + shape)[a] for a in sorted(axes)]
    # All three are kept by the layer itself, which golden.py knows by the name.
    parameters = {} if "mean" in config else {"moving_mean": numbers(*sizes),
                                              "moving_variance": numbers(*sizes, low=0.25, high=4),
                                              "moving_count": torch.tensor(7.0)}
    add("Normalization", normalization(axes), config, samples, shape, parameters=parameters)

# ---------------------------------------------------------- augmentations with a factor that is fixed


def outside(v, length, mode):
    """A coordinate brought into the picture as TensorFlow's ImageProjectiveTransformV3 does it."""
    if mode == "constant":
        return v
    if mode == "reflect" and length > 1:
        if v < 0:
            v += 2 * length * int(-v / (2 * length))
            v = v + 2 * length if v < -length else -v - 1
        elif v > length - 1:
            v -= 2 * length * int(v / (2 * length))
            v = 2 * length - v - 1 if v >= length else v
    if mode == "wrap" and length > 1:
        if v < 0:
            v += length * (int(-v / (length - 1)) + 1)
        elif v > length - 1:
            v -= length * int(v / (length - 1))
    return min(max(v, 0.0), length - 1.0)


def nearest(v):
    """Halves away from zero."""
    return np.floor(v + 0.5) if v >= 0 else -np.floor(0.5 - v)


def look_through(x, matrix, config):
    samples, height, width, _ = x.shape
    mode, value = config.get("fill_mode", "reflect"), config.get("fill_value", 0.0)

    def at(row, column):
        inside = 0 <= row < height and 0 <= column < width
        return x[:, int(row), int(column)] if inside else torch.full_like(x[:, 0, 0], value)

    rows = []
    for i in range(height):
        for j in range(width):
            column = outside(matrix[0] * j + matrix[1] * i + matrix[2], width, mode)
            row = outside(matrix[3] * j + matrix[4] * i + matrix[5], height, mode)
            if config.get("interpolation") == "nearest":
                rows.append(at(nearest(row), nearest(column)))
                continue
            top, left = np.floor(row), np.floor(column)
            fy, fx = row - top, column - left
            rows.append((1 - fy) * ((1 - fx) * at(top, left) + fx * at(top, left + 1))
                        + fy * ((1 - fx) * at(top + 1, left) + fx * at(top + 1, left + 1)))
    return torch.stack(rows, 1).reshape(x.shape) + 0 * x  # a gradient also where nothing is seen


def rotated(c, x, p, t):
    angle, right, bottom = 2 * np.pi * c["factor"][0], x.shape[2] - 1, x.shape[1] - 1
    cosine, sine = np.cos(angle), np.sin(angle)
    return look_through(x, [cosine, -sine, (right - (cosine * right - sine * bottom)) / 2,
                            sine, cosine, (bottom - (sine * right + cosine * bottom)) / 2], c)


def zoomed(c, x, p, t):
    down = 1 + c["height_factor"][0]
    along = 1 + c["width_factor"][0] if "width_factor" in c else down
    return look_through(x, [along, 0, (x.shape[2] - 1) / 2 * (1 - along), 0, down,
                            (x.shape[1] - 1) / 2 * (1 - down)], c)


def shifted(c, x, p, t):
    return look_through(x, [1, 0, -c["width_factor"][0] * x.shape[2], 0, 1,
                            -c["height_factor"][0] * x.shape[1]], c)


def brightened(c, x, p, t):
    low, high = c.get("value_range", [0, 255])
    return torch.clamp(x + c["factor"][0] * (high - low), low, high)


for fill in [{}, {"fill_mode": "wrap"}, {"fill_mode": "nearest"}, {"fill_mode": "constant"},
             {"fill_mode": "constant", "fill_value": 1.5}]:
    for between in [{}, {"interpolation": "nearest"}]:
        for name, function, config in [("RandomRotation", rotated, {"factor": [0.0537] * 2}),
                                       ("RandomRotation", rotated, {"factor": [-0.371] * 2}),
                                       ("RandomZoom", zoomed, {"height_factor": [0.613] * 2}),
                                       ("RandomZoom", zoomed,
                                        {"height_factor": [-0.437] * 2, "width_factor": [0.871] * 2}),
                                       ("RandomTranslation", shifted,
                                        {"height_factor": [0.317] * 2, "width_factor": [-0.713] * 2}),
                                       ("RandomTranslation", shifted,
                                        {"height_factor": [-0.97] * 2, "width_factor": [0.93] * 2})]:
            shape = [int(random.integers(1, 7)), int(random.integers(2, 8)), int(random.integers(1, 4))]
            add(name, function, {**config, **fill, **between}, 2, shape)
for config, shape in [({"factor": [0.25] * 2}, [3, 4, 2]), ({"factor": [-0.5] * 2}, [2, 2, 1]),
                      ({"factor": [0.125] * 2, "value_range": [1, -1]}, [4, 3, 3])]:
    low, high = sorted(config.get("value_range", [0, 255]))
    add("RandomBrightness", lambda c, x, p, t: brightened({**c, "value_range": [low, high]}, x, p, t),
        config, 2, shape,
        xs=[numbers(2, *shape, low=low, high=high)])

write("layers_elementwise.json", cases)
