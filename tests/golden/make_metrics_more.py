#!/usr/bin/env python3
"""Writes metrics_more.json: the metrics beyond accuracy and the mean errors, by Keras' formulas, where there is one
checked against scikit-learn's."""
import numpy as np
from sklearn import metrics as sk

from golden import metric_case, numbers, plain, random, write

EPS = 1e-7


def quotient(a, b):
    return np.divide(a, b, out=np.zeros(np.broadcast(a, b).shape), where=np.asarray(b) != 0)


def mean(values, w):
    """Over samples and positions."""
    return (values * w.reshape([-1] + [1] * (values.ndim - 1))).sum() / \
        np.broadcast_to(w.reshape([-1] + [1] * (values.ndim - 1)), values.shape).sum()


def in_top(p, place, k):
    own = np.take_along_axis(p, place[..., None], -1)
    return ((p > own).sum(-1) < k).astype(float)


def top_only(p, k):
    order = np.argsort(-p, axis=-1, kind="stable")
    mask = np.zeros_like(p)
    np.put_along_axis(mask, order[..., :k], 1, -1)
    return p * mask - 1e10 * (1 - mask)


def confusion(c, p, y, w):
    default = 0.5
    if c.get("top_k"):
        p, default = top_only(p, c["top_k"]), -1e10
    if c.get("class_id") is not None:
        p, y = p[..., c["class_id"]], y[..., c["class_id"]]
    yes = p > (default if c.get("thresholds") is None else c["thresholds"])
    w = w.reshape([-1] + [1] * (p.ndim - 1))
    truth = y != 0
    return (w * (yes & truth)).sum(), (w * (yes & ~truth)).sum(), (w * (~yes & truth)).sum()


def at_each(metric):
    """A value for each threshold of a list."""
    def function(c, p, y, w):
        if not isinstance(c.get("thresholds"), list):
            return metric(c, p, y, w)
        return np.array([metric({**c, "thresholds": each}, p, y, w) for each in c["thresholds"]])
    return function


def precision(c, p, y, w):
    right, wrong, _ = confusion(c, p, y, w)
    if not c and w.max() == 1 and right + wrong > 0:
        assert abs(sk.precision_score(y.ravel(), p.ravel() > 0.5) - right / (right + wrong)) < 1e-12
    return quotient(right, right + wrong).item()


def recall(c, p, y, w):
    right, _, missed = confusion(c, p, y, w)
    return quotient(right, right + missed).item()


def area(c, p, y, w):
    count = c.get("num_thresholds", 200)
    thresholds = np.float32([0 - EPS] + [(i + 1) / (count - 1) for i in range(count - 2)] + [1 + EPS])
    p, truth = p.ravel(), y.ravel() != 0
    w = np.repeat(w, p.size // w.size)
    if c.get("from_logits"):
        p = 1 / (1 + np.exp(-p))
    yes = p[None, :].astype(np.float32) > thresholds[:, None]
    tp, fp = (w * (yes & truth)).sum(1), (w * (yes & ~truth)).sum(1)
    fn, tn = (w * (~yes & truth)).sum(1), (w * (~yes & ~truth)).sum(1)
    method = c.get("summation_method", "interpolation")
    if c.get("curve") == "PR" and method == "interpolation":
        said = tp + fp
        slope = quotient(tp[:-1] - tp[1:], np.maximum(said[:-1] - said[1:], 0))
        intercept = tp[1:] - slope * said[1:]
        both = (said[:-1] > 0) & (said[1:] > 0)
        ratio = np.where(both, quotient(said[:-1], np.maximum(said[1:], 0)), 1.0)
        return quotient(slope * (tp[:-1] - tp[1:] + intercept * np.log(ratio)), np.maximum(tp[1:] + fn[1:], 0)).sum()
    rate = quotient(tp, tp + fn)
    x, height = (rate, quotient(tp, tp + fp)) if c.get("curve") == "PR" else (quotient(fp, fp + tn), rate)
    pick = {"interpolation": lambda a, b: (a + b) / 2, "minoring": np.minimum, "majoring": np.maximum}[method]
    return ((x[:-1] - x[1:]) * pick(height[:-1], height[1:])).sum()


def auc(c, p, y, w):
    if c.get("multi_label"):
        return np.mean([area(c, p[:, i], y[:, i], w) for i in range(p.shape[1])])
    return area(c, p, y, w)


def f1(c, p, y, w):
    if c.get("threshold") is None:
        yes = (p >= p.max(-1, keepdims=True)) & (np.abs(p) > 1e-12)
    else:
        yes = p > c["threshold"]
    w = w[:, None]
    axis = None if c.get("average") == "micro" else 0
    tp, fp, fn = (w * yes * y).sum(axis), (w * yes * (1 - y)).sum(axis), (w * ~yes * y).sum(axis)
    a, b = quotient(tp, tp + fp), quotient(tp, tp + fn)
    score = 2 * quotient(a * b, a + b)
    if c.get("average") == "weighted":
        each = (w * y).sum(0)
        score = (score * quotient(each, each.sum())).sum()
    elif c.get("average") == "macro":
        score = score.mean()
    if c.get("average") and w.max() == 1 and c.get("threshold") is not None:
        assert abs(sk.f1_score(y, yes, average=c["average"], zero_division=0) - score) < 1e-12
    return score


def r2(c, p, y, w):
    count = len(y)
    w = w[:, None]
    total = (w * y * y).sum(0) - (w * y).sum(0) ** 2 / w.sum()
    raw = 1 - (w * (p - y) ** 2).sum(0) / total
    how = c.get("class_aggregation", "uniform_average")
    score = raw if how is None else raw.mean() if how == "uniform_average" else (raw * total).sum() / total.sum()
    if how == "uniform_average" and w.max() == 1 and not c.get("num_regressors"):
        assert abs(sk.r2_score(y, p) - score) < 1e-12
    k = c.get("num_regressors", 0)
    return 1 - (1 - score) * (count - 1) / (count - k - 1) if k else score


def entropy(p, y):
    q = np.clip(p, EPS, 1 - EPS)
    return -(y * np.log(q + EPS) + (1 - y) * np.log(1 - q + EPS)).mean(-1)


def labels(y):
    return 2 * y - 1 if ((y == 0) | (y == 1)).all() else y


def cosine(c, p, y, w):
    axis = c.get("axis", -1)

    def unit(x):
        return x / np.sqrt(np.maximum((x * x).sum(axis, keepdims=True), 1e-12))
    return mean((unit(y) * unit(p)).sum(axis), w)


METRICS = {
    "binary_accuracy": lambda c, p, y, w: mean((y == (p > c.get("threshold", 0.5))).mean(-1), w),
    "categorical_accuracy": lambda c, p, y, w: mean((p.argmax(-1) == y.argmax(-1)) * 1.0, w),
    "sparse_categorical_accuracy": lambda c, p, y, w: mean((p.argmax(-1) == y) * 1.0, w),
    "top_k_categorical_accuracy": lambda c, p, y, w: mean(in_top(p, y.argmax(-1), c.get("k", 5)), w),
    "sparse_top_k_categorical_accuracy": lambda c, p, y, w: mean(in_top(p, y, c.get("k", 5)), w),
    "Precision": at_each(precision), "Recall": at_each(recall), "AUC": auc, "F1Score": f1, "R2Score": r2,
    "RootMeanSquaredError": lambda c, p, y, w: np.sqrt(mean(((p - y) ** 2).mean(-1), w)),
    "mean_squared_error": lambda c, p, y, w: mean(((p - y) ** 2).mean(-1), w),
    "binary_crossentropy": lambda c, p, y, w: mean(entropy(p, y), w),
    "categorical_crossentropy": lambda c, p, y, w: mean(
        -(y * np.log(np.clip(p / p.sum(-1, keepdims=True), EPS, 1 - EPS))).sum(-1), w),
    "sparse_categorical_crossentropy": lambda c, p, y, w: mean(
        np.log(p.sum(-1)) - np.log(np.take_along_axis(p, y[..., None], -1)[..., 0]), w),
    "hinge": lambda c, p, y, w: mean(np.maximum(1 - labels(y) * p, 0).mean(-1), w),
    "squared_hinge": lambda c, p, y, w: mean((np.maximum(1 - labels(y) * p, 0) ** 2).mean(-1), w),
    "categorical_hinge": lambda c, p, y, w: mean(
        np.maximum(((1 - y) * p).max(-1) - (y * p).sum(-1) + 1, 0), w),
    "kl_divergence": lambda c, p, y, w: mean(
        (np.clip(y, EPS, 1) * np.log(np.clip(y, EPS, 1) / np.clip(p, EPS, 1))).sum(-1), w),
    "poisson": lambda c, p, y, w: mean((p - y * np.log(p + EPS)).mean(-1), w),
    "logcosh": lambda c, p, y, w: mean(np.log(np.cosh(p - y)).mean(-1), w),
    "cosine_similarity": cosine,
    "mean_absolute_percentage_error": lambda c, p, y, w: mean(
        100 * (np.abs(p - y) / np.maximum(np.abs(y), EPS)).mean(-1), w),
    "mean_squared_logarithmic_error": lambda c, p, y, w: mean(
        ((np.log(np.maximum(p, EPS) + 1) - np.log(np.maximum(y, EPS) + 1)) ** 2).mean(-1), w),
}
CASES = []


def case(name, config, p, y, sparse=False, weighted=False):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    weights = numbers(len(p), low=0.1, high=2).numpy() if weighted else np.ones(len(p))
    value = np.asarray(METRICS[name](config, p, y, weights))
    made = metric_case(name, lambda *_: value.reshape(-1)[0], config, len(p), list(p.shape[1:]), p, y, sparse)
    made["value"] = plain(value) if value.size > 1 else made["value"]
    if weighted:
        made["weights"] = plain(weights)
    CASES.append(made)


def chances(*shape):
    return numbers(*shape, low=0.02, high=0.98).numpy()


def answers(*shape):
    return random.integers(0, 2, shape)


def rows(samples, *shape):
    classes = random.integers(0, shape[-1], [samples, *shape[:-1]])
    return classes, np.eye(shape[-1])[classes]


def main():
    for weighted in [False, True]:
        for shape in [[1], [5], [2, 3]]:
            case("binary_accuracy", {}, chances(11, *shape), answers(11, *shape), weighted=weighted)
            for name in ["Precision", "Recall", "AUC"]:
                case(name, {}, chances(11, *shape), answers(11, *shape), weighted=weighted)
        case("binary_accuracy", {"threshold": 0.25}, chances(9, 2), answers(9, 2), weighted=weighted)
        for shape in [[4], [3, 4], [9]]:
            classes, hot = rows(7, *shape)
            p = chances(7, *shape)
            case("categorical_accuracy", {}, p, hot, weighted=weighted)
            case("sparse_categorical_accuracy", {}, p, classes, True, weighted)
            for k in [{}, {"k": 1}, {"k": 3}]:
                case("top_k_categorical_accuracy", k, p, hot, weighted=weighted)
                case("sparse_top_k_categorical_accuracy", k, p, classes, True, weighted)
            case("categorical_crossentropy", {}, p, hot, weighted=weighted)
            case("sparse_categorical_crossentropy", {}, p, classes, True, weighted)
            case("categorical_hinge", {}, p, hot, weighted=weighted)
            for config in [{"top_k": 2}, {"class_id": 1}, {"class_id": 3, "thresholds": 0.75},
                           {"top_k": 2, "class_id": 2}, {"top_k": 3, "thresholds": 0.5}]:
                case("Precision", config, p, hot, weighted=weighted)
                case("Recall", config, p, hot, weighted=weighted)
        for config in [{"curve": "PR"}, {"summation_method": "minoring"}, {"summation_method": "majoring"},
                       {"curve": "PR", "summation_method": "majoring"}, {"num_thresholds": 3},
                       {"num_thresholds": 2}, {"curve": "PR", "num_thresholds": 20}]:
            case("AUC", config, chances(40, 1), answers(40, 1), weighted=weighted)
        case("AUC", {"multi_label": True}, chances(20, 3), answers(20, 3), weighted=weighted)
        case("AUC", {"from_logits": True}, numbers(20, 1).numpy(), answers(20, 1), weighted=weighted)
        for average in [None, "micro", "macro", "weighted"]:
            config = {"average": average} if average else {}
            case("F1Score", config, chances(13, 4), rows(13, 4)[1], weighted=weighted)
            case("F1Score", {**config, "threshold": 0.5}, chances(13, 4), answers(13, 4), weighted=weighted)
        for config in [{}, {"class_aggregation": None}, {"class_aggregation": "variance_weighted_average"},
                       {"num_regressors": 2}]:
            case("R2Score", config, numbers(9, 3).numpy(), numbers(9, 3).numpy(), weighted=weighted)
        for shape in [[1], [4], [2, 3]]:
            for name in ["RootMeanSquaredError", "mean_squared_error", "logcosh", "cosine_similarity",
                         "mean_absolute_percentage_error", "mean_squared_logarithmic_error"]:
                case(name, {}, numbers(6, *shape).numpy(), numbers(6, *shape).numpy(), weighted=weighted)
            for name in ["hinge", "squared_hinge"]:
                case(name, {}, numbers(6, *shape).numpy(), 2 * answers(6, *shape) - 1, weighted=weighted)
            case("binary_crossentropy", {}, chances(6, *shape), answers(6, *shape), weighted=weighted)
            case("kl_divergence", {}, chances(6, *shape), chances(6, *shape), weighted=weighted)
            case("poisson", {}, 3 * chances(6, *shape), random.integers(0, 5, [6, *shape]), weighted=weighted)
    # Edges: nothing said yes to, thresholds met exactly, equal outputs at the edge of the first k.
    case("Precision", {}, [[0.25], [0.5]], [[1], [1]])
    case("Recall", {}, [[0.25], [0.5]], [[0], [0]])
    case("AUC", {"num_thresholds": 5}, [[0], [0.25], [0.5], [1], [0.75]], [[0], [1], [0], [1], [1]])
    case("AUC", {}, [[0.5], [0.5]], [[0], [0]])
    case("sparse_top_k_categorical_accuracy", {"k": 1}, [[0.5, 0.5, 0.25], [0.5, 0.5, 0.25], [0.5, 0.5, 0.25]],
         [0, 1, 2], True)
    case("F1Score", {"average": "macro"}, [[0.5, 0.5, 0.25], [0, 0, 0]], [[1, 0, 0], [0, 1, 0]])
    for weighted in [False, True]:
        for name in ["Precision", "Recall"]:
            for config in [{"thresholds": [0.25, 0.5, 0.75]}, {"thresholds": [0]}, {"thresholds": [1, 0.125], "top_k": 2},
                           {"thresholds": [0.5, 0.5, 0.9, 0.0625], "class_id": 2}]:
                case(name, config, chances(11, 3), answers(11, 3), weighted=weighted)
    for weighted in [False, True]:
        for axis, shape in [(1, [2, 3]), (-2, [4, 3, 2]), (1, [3, 2, 2]), (2, [4, 3])]:
            case("cosine_similarity", {"axis": axis}, numbers(6, *shape).numpy(), numbers(6, *shape).numpy(),
                 weighted=weighted)
    write("metrics_more.json", CASES)


if __name__ == "__main__":
    main()
