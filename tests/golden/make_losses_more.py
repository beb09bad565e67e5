#!/usr/bin/env python3
"""Writes losses_more.json: the other losses, by Keras' formulas; gradients by PyTorch, and at kinks as TensorFlow
takes them (the slope of the line that is given first)."""
import numpy as np
import torch

from golden import EPSILON, loss_case, numbers, random, write

EPS = float(EPSILON)


def at_least(x, low):
    """max(x, low) whose slope is 1 where both are equal, as tf.maximum(x, low)."""
    return torch.where(x >= low, x, torch.full_like(x, low))


def labels(y):
    return 2 * y - 1 if bool(((y == 0) | (y == 1)).all()) else y


def huber(c, p, y, _):
    delta = c.get("delta", 1.0)
    error = p - y
    size = error.abs()
    return torch.where(size <= delta, 0.5 * error * error, delta * size - 0.5 * delta * delta).mean(-1)


def log_cosh(c, p, y, _):
    x = p - y
    return (x + torch.nn.functional.softplus(-2 * x, threshold=1000) - np.log(2)).mean(-1)


def categorical_hinge(c, p, y, _):
    wrong = ((1 - y) * p).amax(-1)  # amax shares the gradient among equals, as TensorFlow's reduce_max
    return at_least(wrong - (y * p).sum(-1) + 1, 0.0)


def kl_divergence(c, p, y, _):
    y = y.clamp(EPS, 1)
    return (y * torch.log(y / p.clamp(EPS, 1))).sum(-1)


def cosine_similarity(c, p, y, _):
    axis = c.get("axis", -1)

    def unit(x):
        return x / torch.sqrt(at_least((x * x).sum(axis, keepdim=True), 1e-12))
    return -(unit(y) * unit(p)).sum(axis)


LOSSES = {
    "huber": huber,
    "log_cosh": log_cosh,
    "hinge": lambda c, p, y, _: at_least(1 - labels(y) * p, 0.0).mean(-1),
    "squared_hinge": lambda c, p, y, _: (at_least(1 - labels(y) * p, 0.0) ** 2).mean(-1),
    "categorical_hinge": categorical_hinge,
    "kl_divergence": kl_divergence,
    "poisson": lambda c, p, y, _: (p - y * torch.log(p + EPS)).mean(-1),
    "cosine_similarity": cosine_similarity,
    "mean_absolute_percentage_error": lambda c, p, y, _: 100 * ((p - y).abs() / y.abs().clamp(min=EPS)).mean(-1),
    "mean_squared_logarithmic_error": lambda c, p, y, _:
        ((torch.log(at_least(p, EPS) + 1) - torch.log(at_least(y, EPS) + 1)) ** 2).mean(-1),
}
SHAPES = [(4, [1]), (1, [1]), (3, [7]), (2, [3, 5]), (2, [4, 3, 2]), (5, [33])]


def one_hot(samples, shape):
    return torch.tensor(np.eye(shape[-1])[random.integers(0, shape[-1], [samples, *shape[:-1]])])


def inputs(name, samples, shape):
    positive = numbers(samples, *shape, low=0.02, high=0.98)
    if name in ["hinge", "squared_hinge"]:
        return numbers(samples, *shape), torch.tensor(2.0 * random.integers(0, 2, [samples, *shape]) - 1)
    if name == "categorical_hinge":
        return numbers(samples, *shape), one_hot(samples, shape)
    if name == "kl_divergence":
        return positive, numbers(samples, *shape, low=0, high=1)
    if name == "poisson":
        return positive * 3, torch.tensor(random.integers(0, 6, [samples, *shape]).astype(np.float64))
    if name == "mean_squared_logarithmic_error":
        return numbers(samples, *shape, low=-0.5, high=4), numbers(samples, *shape, low=-0.5, high=4)
    return numbers(samples, *shape), numbers(samples, *shape)


def case(name, config, samples, shape, prediction, target):
    prediction = torch.tensor(prediction.numpy().astype(np.float32).astype(np.float64))
    return loss_case(name, LOSSES[name], config, samples, shape, prediction, target)


def row(*values):
    return torch.tensor([[float(v) for v in values]])


def main():
    cases = []
    for name in LOSSES:
        for samples, shape in SHAPES:
            if name == "cosine_similarity" and shape == [1]:
                shape = [2]  # a single number has no direction to change
            cases.append(case(name, {}, samples, shape, *inputs(name, samples, shape)))
    for delta in [0.25, 2]:
        cases.append(case("huber", {"delta": delta}, 3, [5], *inputs("huber", 3, [5])))
    # Labels of 0 and 1 are read as -1 and 1, unless one of the batch is neither.
    zero_one = torch.tensor([[0.0, 1.0], [1.0, 1.0]])
    mixed = torch.tensor([[0.0, 1.0], [1.0, 0.5]])
    for name in ["hinge", "squared_hinge"]:
        for target in [zero_one, mixed]:
            cases.append(case(name, {}, 2, [2], torch.tensor([[0.25, -0.5], [1.5, 0.75]]), target))
    # The kinks: differences of 0 and of delta, margins of exactly 1, equal largest ones, values at the clips.
    cases.append(case("huber", {}, 1, [4], row(1, 2, 0.5, -0.5), row(1, 1, 1.5, 1)))
    cases.append(case("log_cosh", {}, 1, [6], row(0, 1e-3, 40, -90, 0.125, 0.09375), row(0, 0, 0, 0, 0, 0)))
    cases.append(case("hinge", {}, 1, [4], row(1, -1, 0.5, 2), row(1, -1, 1, 1)))
    cases.append(case("squared_hinge", {}, 1, [4], row(1, -1, 0.5, 2), row(1, -1, 1, 1)))
    cases.append(case("categorical_hinge", {}, 2, [3], torch.tensor([[0.5, 0.25, 0.25], [1.5, 0.5, -0.5]]),
                      torch.tensor([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])))
    cases.append(case("kl_divergence", {}, 1, [5], row(0, 1, 1.25, 0.5, 0.25), row(0.5, 0, 0.25, 0.25, 1)))
    cases.append(case("cosine_similarity", {}, 3, [2], torch.tensor([[0.0, 0.0], [3.0, 4.0], [1e-7, 1e-7]]),
                      torch.tensor([[1.0, 2.0], [-3.0, -4.0], [1.0, 0.0]])))
    cases.append(case("mean_absolute_percentage_error", {}, 1, [4], row(2, -1, 0.5, 3), row(2, -2, 0.25, 4)))
    cases.append(case("mean_squared_logarithmic_error", {}, 1, [4], row(-1, 0, 0.5, 3), row(2, 0, -2, 3)))
    for axis, samples, shape in [(1, 2, [3, 5]), (-2, 1, [4, 3, 2]), (2, 2, [4, 3, 2]), (-3, 2, [2, 4, 1]),
                                 (1, 1, [2, 3, 4]), (2, 3, [2, 3])]:
        cases.append(case("cosine_similarity", {"axis": axis}, samples, shape,
                          *inputs("cosine_similarity", samples, shape)))
    cases.append(case("cosine_similarity", {"axis": 1}, 1, [2, 3],
                      torch.tensor([[[0.0, 3.0, 1e-7], [0.0, 4.0, 1e-7]]]),
                      torch.tensor([[[1.0, -3.0, 1.0], [2.0, -4.0, 0.0]]])))
    write("losses_more.json", cases)


if __name__ == "__main__":
    main()
