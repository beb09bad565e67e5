#!/usr/bin/env python3
"""Writes schedules.json: learning rates by Keras' formulas, OneCycle's by PyTorch."""
import numpy as np
import torch

from golden import write

STEPS = [0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 15, 19, 20, 21, 29, 30, 31, 39, 40, 69, 70, 71, 100, 149, 150, 151, 1000]


def exponential(c, t):
    part = t / c["decay_steps"]
    return c["initial_learning_rate"] * c["decay_rate"] ** (np.floor(part) if c.get("staircase") else part)


def inverse(c, t):
    part = t / c["decay_steps"]
    return c["initial_learning_rate"] / (1 + c["decay_rate"] * (np.floor(part) if c.get("staircase") else part))


def polynomial(c, t):
    steps, end = c["decay_steps"], c.get("end_learning_rate", 0.0001)
    if c.get("cycle"):
        steps *= 1 if t == 0 else np.ceil(t / steps)
    part = min(t, steps) / steps
    return (c["initial_learning_rate"] - end) * (1 - part) ** c.get("power", 1.0) + end


def piecewise(c, t):
    for boundary, value in zip(c["boundaries"], c["values"]):
        if t <= boundary:
            return value
    return c["values"][-1]


def cosine(c, t):
    initial, steps, alpha = c["initial_learning_rate"], c["decay_steps"], c.get("alpha", 0.0)
    target, warmup = c.get("warmup_target"), c.get("warmup_steps", 0)
    if target is not None:
        t = min(t, steps + warmup)
        if t < warmup:
            return (target - initial) * (t / warmup) + initial
        t, initial = t - warmup, target
    t = min(t, steps)
    return initial * ((1 - alpha) * 0.5 * (1 + np.cos(np.pi * t / steps)) + alpha)


def restarts(c, t):
    longer, higher, alpha = c.get("t_mul", 2.0), c.get("m_mul", 1.0), c.get("alpha", 0.0)
    done, length, wave = t / c["first_decay_steps"], 1.0, 0
    while done >= length:
        done, length, wave = done - length, length * longer, wave + 1
    height = 0.5 * higher**wave * (1 + np.cos(np.pi * done / length))
    return c["initial_learning_rate"] * ((1 - alpha) * height + alpha)


def one_cycle(c):
    weights = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([weights], lr=1.0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=c["max_learning_rate"], total_steps=c["total_steps"], pct_start=c.get("pct_start", 0.3),
        anneal_strategy=c.get("anneal_strategy", "cos"), div_factor=c.get("div_factor", 25.0),
        final_div_factor=c.get("final_div_factor", 1e4))
    rates = [optimizer.param_groups[0]["lr"]]
    for _ in range(c["total_steps"] - 1):
        optimizer.step()
        schedule.step()
        rates.append(optimizer.param_groups[0]["lr"])
    return rates


def main():
    first = {"initial_learning_rate": 0.1, "decay_steps": 10}
    cases = []
    for name, function, configs in [
        ("ExponentialDecay", exponential, [{**first, "decay_rate": 0.5},
                                           {**first, "decay_rate": 0.96, "staircase": True}]),
        ("InverseTimeDecay", inverse, [{**first, "decay_rate": 0.5}, {**first, "decay_rate": 2, "staircase": True}]),
        ("PolynomialDecay", polynomial, [first, {**first, "power": 2, "end_learning_rate": 0.01},
                                         {**first, "power": 0.5, "cycle": True}]),
        ("PiecewiseConstantDecay", piecewise, [{"boundaries": [3, 10, 30], "values": [1, 0.5, 0.25, 0.125]},
                                               {"boundaries": [], "values": [0.5]}]),
        ("CosineDecay", cosine, [first, {**first, "alpha": 0.1},
                                 {**first, "initial_learning_rate": 0, "warmup_target": 0.5, "warmup_steps": 5},
                                 {**first, "warmup_target": 0.01, "warmup_steps": 20, "alpha": 0.5},
                                 {**first, "warmup_target": 0.2}]),
        ("CosineDecayRestarts", restarts, [{"initial_learning_rate": 0.1, "first_decay_steps": 10},
                                           {"initial_learning_rate": 0.1, "first_decay_steps": 10, "t_mul": 1},
                                           {"initial_learning_rate": 0.1, "first_decay_steps": 10, "t_mul": 1.5,
                                            "m_mul": 0.5, "alpha": 0.1}]),
    ]:
        cases += [{"schedule": name, "config": c, "steps": STEPS,
                   "rates": [float(f"{function(c, t):.15g}") for t in STEPS]} for c in configs]
    for config in [{"max_learning_rate": 0.5, "total_steps": 20},
                   {"max_learning_rate": 0.1, "total_steps": 33, "pct_start": 0.5, "anneal_strategy": "linear"},
                   {"max_learning_rate": 1, "total_steps": 10, "div_factor": 4, "final_div_factor": 10}]:
        rates = one_cycle(config)
        cases.append({"schedule": "OneCycle", "config": config, "steps": list(range(len(rates))),
                      "rates": [float(f"{r:.15g}") for r in rates]})
    write("schedules.json", cases)


if __name__ == "__main__":
    main()
