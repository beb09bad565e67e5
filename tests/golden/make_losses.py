#!/usr/bin/env python3
"""Writes losses.json: the mean errors and the cross-entropies."""
import numpy as np
import torch
import torch.nn.functional as F

from golden import EPSILON, loss_case, numbers, random, write


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


def case(name, config, samples, shape, logits=False, prediction=None, target=None):
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
    return loss_case(name, LOSSES[name], config, samples, shape, prediction, target, logits)


def losses():
    cases = []
    for name in ["mean_squared_error", "mean_absolute_error"]:
        for samples, shape in [(4, [1]), (1, [1]), (3, [7]), (2, [3, 5]), (2, [4, 3, 2]), (5, [33])]:
            cases.append(case(name, {}, samples, shape))
    for logits in [False, True]:
        for samples, shape in [(4, [1]), (1, [1]), (5, [9]), (2, [3, 4]), (1, [41])]:
            for smoothing in [{}, {"label_smoothing": 0.1}]:
                cases.append(case("binary_crossentropy", smoothing, samples, shape, logits))
        for samples, shape in [(4, [3]), (1, [10]), (3, [17]), (2, [3, 5]), (2, [2, 2, 4]), (5, [2])]:
            for smoothing in [{}, {"label_smoothing": 0.2}]:
                cases.append(case("categorical_crossentropy", smoothing, samples, shape, logits))
            cases.append(case("sparse_categorical_crossentropy", {}, samples, shape, logits))
    # What must not overflow, and where clipping bites.
    far = torch.tensor([[200.0, -200.0, 0.0], [-90.0, 80.0, 81.0]])
    cases.append(case("categorical_crossentropy", {}, 2, [3], True, far.clone(),
                           torch.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])))
    cases.append(case("sparse_categorical_crossentropy", {}, 2, [3], True, far.clone(),
                           torch.tensor([1.0, 0.0])))
    cases.append(case("binary_crossentropy", {}, 2, [3], True, far.clone(),
                           torch.tensor([[1.0, 1.0, 0.0], [1.0, 0.0, 1.0]])))
    hard = torch.tensor([[0.0, 1.0, 0.25], [1.0, 0.0, 0.0]])
    cases.append(case("categorical_crossentropy", {}, 2, [3], False, hard.clone(),
                           torch.tensor([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])))
    cases.append(case("sparse_categorical_crossentropy", {}, 2, [3], False, hard.clone(),
                           torch.tensor([2.0, 1.0])))
    soft = torch.tensor([[0.25, 0.0, 0.75, 0.125]])
    cases.append(case("binary_crossentropy", {}, 1, [4], False, soft.clone(),
                           torch.tensor([[1.0, 1.0, 0.0, 0.5]])))
    write("losses.json", cases)


if __name__ == "__main__":
    losses()
