#!/usr/bin/env python3
"""Writes metrics.json: accuracy as Keras picks it by the shapes, and the mean errors."""
import numpy as np

from golden import metric_case, numbers, random, write


def accuracy(config, p, y, sparse):
    if p.shape[-1] == 1:
        return (y == (p > 0.5)).mean()
    best = p.argmax(-1)  # the first of equals, as TensorFlow's
    return (best == (y if sparse else y.argmax(-1))).mean()


def spread(p, y, sparse):
    return np.broadcast_to(y[..., None], p.shape) if sparse else y


METRICS = {
    "accuracy": accuracy,
    "mean_squared_error": lambda c, p, y, sparse: ((p - spread(p, y, sparse)) ** 2).mean(),
    "mean_absolute_error": lambda c, p, y, sparse: np.abs(p - spread(p, y, sparse)).mean(),
}


def metrics():
    cases = []
    for samples, shape in [(9, [1]), (7, [3, 1])]:
        cases.append(metric_case("accuracy", METRICS["accuracy"], {}, samples, shape,
                                 numbers(samples, *shape, low=0, high=1).numpy(),
                                 random.integers(0, 2, [samples, *shape])))
    for samples, shape in [(1, [2]), (23, [10]), (5, [4, 3]), (3, [2, 3, 17])]:
        prediction = numbers(samples, *shape, low=0, high=1).numpy()
        classes = random.integers(0, shape[-1], [samples, *shape[:-1]])
        cases.append(metric_case("accuracy", METRICS["accuracy"], {}, samples, shape, prediction, classes, True))
        cases.append(metric_case("accuracy", METRICS["accuracy"], {}, samples, shape, prediction,
                                 np.eye(shape[-1])[classes]))
    # Ties: the first of equals wins, and exactly a half is no.
    cases.append(metric_case("accuracy", METRICS["accuracy"], {}, 3, [3],
                             np.array([[0.4, 0.4, 0.2], [0.2, 0.4, 0.4], [0.25, 0.25, 0.25]]),
                             np.array([0, 2, 0]), True))
    cases.append(metric_case("accuracy", METRICS["accuracy"], {}, 4, [1], np.array([[0.5], [0.5], [0.75], [0.25]]),
                             np.array([[0], [0], [1], [0]])))
    for name in ["mean_squared_error", "mean_absolute_error"]:
        for samples, shape in [(1, [1]), (6, [1]), (4, [7]), (3, [2, 5])]:
            cases.append(metric_case(name, METRICS[name], {}, samples, shape, numbers(samples, *shape).numpy(),
                                     numbers(samples, *shape).numpy()))
        cases.append(metric_case(name, METRICS[name], {}, 4, [3], numbers(4, 3).numpy(), np.array([0, 2, 1, 1]), True))
    write("metrics.json", cases)


if __name__ == "__main__":
    metrics()
