#!/usr/bin/env python3
"""Writes optimizers.json: ten steps of each optimizer by Keras' formulas."""
import numpy as np

from golden import optimizer_cases, write


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
    write("optimizers.json", optimizer_cases(configs, OPTIMIZERS, SLOTS))


if __name__ == "__main__":
    optimizers()
