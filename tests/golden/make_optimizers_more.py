#!/usr/bin/env python3
"""Writes optimizers_more.json: ten steps of the other optimizers, and weight decay in all of them, by Keras'
formulas."""
import numpy as np

from golden import optimizer_cases, write
from make_optimizers import OPTIMIZERS, SLOTS


def adadelta(c, w, g, t, s, lr):
    rho, epsilon = c.get("rho", 0.95), c.get("epsilon", 1e-7)
    s["accumulated_grad"] = rho * s.get("accumulated_grad", 0.0) + (1 - rho) * g * g
    before = s.get("accumulated_delta_var", np.zeros_like(w))
    step = -np.sqrt(before + epsilon) * g / np.sqrt(s["accumulated_grad"] + epsilon)
    s["accumulated_delta_var"] = rho * before + (1 - rho) * step * step
    return w + lr * step


def adamax(c, w, g, t, s, lr):
    one, two, epsilon = c.get("beta_1", 0.9), c.get("beta_2", 0.999), c.get("epsilon", 1e-7)
    s["m"] = s.get("m", 0.0) + (g - s.get("m", 0.0)) * (1 - one)
    s["u"] = np.maximum(two * s.get("u", 0.0), np.abs(g))
    return w - lr * s["m"] / ((1 - one**t) * (s["u"] + epsilon))


def nadam(c, w, g, t, s, lr):
    one, two, epsilon = c.get("beta_1", 0.9), c.get("beta_2", 0.999), c.get("epsilon", 1e-7)
    u = [one * (1 - 0.5 * 0.96**i) for i in range(1, t + 2)]
    now, product, product_next = u[t - 1], np.prod(u[:t]), np.prod(u)
    s["m"] = s.get("m", 0.0) + (g - s.get("m", 0.0)) * (1 - one)
    s["v"] = s.get("v", 0.0) + (g * g - s.get("v", 0.0)) * (1 - two)
    m = u[t] * s["m"] / (1 - product_next) + (1 - now) * g / (1 - product)
    return w - m * lr / (np.sqrt(s["v"] / (1 - two**t)) + epsilon)


def ftrl(c, w, g, t, s, lr):
    power = -c.get("learning_rate_power", -0.5)
    l1, l2 = c.get("l1_regularization_strength", 0.0), c.get("l2_regularization_strength", 0.0)
    l2 += c.get("beta", 0.0) / (2 * lr)
    before = s.get("accumulator", np.full_like(w, c.get("initial_accumulator_value", 0.1)))
    after = before + g * g
    shifted = g + 2 * c.get("l2_shrinkage_regularization_strength", 0.0) * w
    linear = s["linear"] = s.get("linear", 0.0) + shifted - (after**power - before**power) / lr * w
    s["accumulator"] = after
    return (np.clip(linear, -l1, l1) - linear) / (after**power / lr + 2 * l2)


def decaying(function):
    def step(c, w, g, t, s, lr):
        return function(c, w - w * c["weight_decay"] * lr, g, t, s, lr)
    return step


def main():
    functions = {"Adadelta": (adadelta, 0.001), "Adamax": (adamax, 0.001), "Nadam": (nadam, 0.001),
                 "Ftrl": (ftrl, 0.001)}
    slots = {"Adadelta": ["accumulated_grad", "accumulated_delta_var"], "Adamax": ["m", "u"],
             "Nadam": ["m", "v"], "Ftrl": ["accumulator", "linear"]}
    configs = [
        ("Adadelta", [{}, {"learning_rate": 1.0}, {"rho": 0.5, "epsilon": 0.01, "learning_rate": 1.0}]),
        ("Adamax", [{}, {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.9}, {"epsilon": 0.1}]),
        ("Nadam", [{}, {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.9}, {"epsilon": 0.1}]),
        ("Ftrl", [{}, {"learning_rate": 0.5}, {"learning_rate": 0.5, "l1_regularization_strength": 0.5},
                  {"learning_rate": 0.1, "l2_regularization_strength": 0.5, "beta": 0.25},
                  {"learning_rate": 0.1, "l2_shrinkage_regularization_strength": 0.1},
                  {"learning_rate": 0.1, "learning_rate_power": -0.25, "initial_accumulator_value": 1.0}]),
    ]
    for name in ["SGD", "RMSprop", "Adagrad", "Adam"]:
        function, rate = OPTIMIZERS[name]
        functions[name], slots[name] = (decaying(function), rate), SLOTS[name]
        configs.append((name, [{"learning_rate": 0.1, "weight_decay": 0.25}]))
    configs[4][1].append({"momentum": 0.5, "nesterov": True, "weight_decay": 0.5})
    write("optimizers_more.json", optimizer_cases(configs, functions, slots))


if __name__ == "__main__":
    main()
