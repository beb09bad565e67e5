"""Writes constraints.json: what weights are brought back to, by the formulas of Keras 2.13 in double precision.
See golden.py."""
import numpy as np

from golden import EPSILON, numbers, plain, write

cases = []


def max_norm(c, w, norms):
    return w * np.clip(norms, 0, c.get("max_value", 2.0)) / (EPSILON + norms)


def min_max_norm(c, w, norms):
    rate = c.get("rate", 1.0)
    desired = rate * np.clip(norms, c.get("min_value", 0.0), c.get("max_value", 1.0)) + (1 - rate) * norms
    return w * desired / (EPSILON + norms)


def unit_norm(c, w, norms):
    return w / (EPSILON + norms)


def non_neg(c, w, norms):
    return w * (w >= 0)


FORMULAS = {"max_norm": max_norm, "MaxNorm": max_norm, "min_max_norm": min_max_norm, "MinMaxNorm": min_max_norm,
            "unit_norm": unit_norm, "UnitNorm": unit_norm, "non_neg": non_neg, "NonNeg": non_neg}
AXES = [([5, 3], [None, 0, 1, [0, 1], -1]), ([7], [None, 0]), ([1, 1], [None, 1]), ([17, 9], [None, -1]),
        ([3, 2, 2, 4], [None, [0, 1, 2], 2, [0, -1], [0, 1, 2, 3]])]
CONFIGS = {"max_norm": [{}, {"max_value": 0.75}, {"max_value": 0}], "MaxNorm": [{"max_value": 1.5}],
           "min_max_norm": [{}, {"min_value": 1.0, "max_value": 1.25}, {"min_value": 2.5, "max_value": 3.0, "rate": 0.25}],
           "MinMaxNorm": [{"rate": 0.0}], "unit_norm": [{}], "UnitNorm": [{}], "non_neg": [{}], "NonNeg": [{}]}
for name, configs in CONFIGS.items():
    for config in configs:
        for shape, axes in AXES:
            for axis in axes if "eg" not in name else [None]:
                w = numbers(*shape).numpy()
                w[..., 0] *= 0.0625  # some norms are small, and one is 0
                w[..., -1] = 0 if shape[-1] > 1 else w[..., -1]
                used = tuple([0] if axis is None else axis if isinstance(axis, list) else [axis])
                norms = np.sqrt((w * w).sum(used, keepdims=True))
                full = config if axis is None else {**config, "axis": axis}
                cases.append({"constraint": {"class_name": name, "config": full} if full else name, "shape": shape,
                              "before": plain(w), "after": plain(FORMULAS[name](config, w, norms))})

write("constraints.json", cases)
