#!/usr/bin/env python3
"""Writes layers_recurrent.json: single layers; and sequences.json: chains of layers through which a mask goes."""
import numpy as np
import torch
import torch.nn.functional as F

from golden import activate, layer_case, numbers, plain, write
from recurrent import bidirectional, layer, parameter_shapes


def some(shapes):
    return {name: numbers(*shape, low=-0.9, high=0.9) for name, shape in shapes.items()}


def both(inner_name, inner, features):
    shapes = parameter_shapes(inner_name, inner, features)
    return {f"{way}/{name}": shape for way in ("forward", "backward") for name, shape in shapes.items()}


def case(name, function, config, samples, shape, parameters, training=True, xs=None):
    """As layer_case, for layers with several outputs, too."""
    y = []

    def first(*arguments):
        result = function(*arguments)
        y[:] = result if isinstance(result, list) else [result]
        return torch.cat([part.reshape(samples, -1) for part in y], -1)

    made = layer_case(name, first, config, samples, shape, parameters, training, xs)
    sizes = [part[0].numel() for part in y]

    def split(flat):
        rows = np.asarray(flat).reshape(samples, -1)
        return [part.reshape(-1).tolist() for part in np.split(rows, np.cumsum(sizes)[:-1], axis=1)]

    several = len(y) > 1
    for one in ("y", "dy"):
        if one in made:
            parts = split(made.pop(one))
            made[one + "s" if several else one] = parts if several else parts[0]
    made["outputs" if several else "output"] = ([list(part.shape[1:]) for part in y] if several
                                                else list(y[0].shape[1:]))
    return made


def recurrent_case(name, config, samples, steps, features, training=True):
    def function(c, x, p, t):
        return layer(name, c, x, p)

    return case(name, function, config, samples, (steps, features),
                some(parameter_shapes(name, config, features)), training)


def bidirectional_case(inner_name, inner, samples, steps, features, **config):
    config = {"layer": {"class_name": inner_name, "config": inner}, **config}

    def function(c, x, p, t):
        return bidirectional(c, x, p)

    return case("Bidirectional", function, config, samples, (steps, features),
                some(both(inner_name, inner, features)))


def embedding(config, x, p, training):
    ids = x.long()
    inside = (ids >= 0) & (ids < config["input_dim"])
    rows = F.embedding(ids.clamp(0, config["input_dim"] - 1), p["embeddings"])
    return rows * inside[..., None]


def time_distributed_dense(config, x, p, training):
    inner = config["layer"]["config"]
    return activate(inner.get("activation", "linear"), x @ p["kernel"] + p["bias"])


def time_distributed_norm(config, x, p, training):
    flat = x.reshape(-1, x.shape[-1])
    mean, variance = flat.mean(0), flat.var(0, unbiased=False)
    for key, batch in (("moving_mean", mean), ("moving_variance", variance)):
        p["new_" + key] = p[key] * 0.99 + batch.detach() * 0.01
    return (x - mean) / torch.sqrt(variance + 1e-3) * p["gamma"] + p["beta"]


def ids(limit, *shape):
    return torch.tensor(np.random.default_rng(5).integers(0, limit, shape))


def layers():
    for name in ("SimpleRNN", "LSTM", "GRU"):
        yield recurrent_case(name, {"units": 5}, 3, 4, 3)
        yield recurrent_case(name, {"units": 1}, 1, 1, 1)
        yield recurrent_case(name, {"units": 1, "return_sequences": True}, 1, 6, 2)
        yield recurrent_case(name, {"units": 18, "return_sequences": True}, 9, 3, 17)
        yield recurrent_case(name, {"units": 4, "go_backwards": True}, 2, 5, 3)
        yield recurrent_case(name, {"units": 4, "go_backwards": True, "return_sequences": True}, 2, 5, 3)
        yield recurrent_case(name, {"units": 3, "use_bias": False, "return_sequences": True}, 2, 3, 2)
        yield recurrent_case(name, {"units": 3, "return_state": True, "return_sequences": True}, 2, 3, 2)
        yield recurrent_case(name, {"units": 3, "return_state": True}, 2, 3, 2)
        yield recurrent_case(name, {"units": 4}, 2, 7, 3, training=False)
        for activation in ("relu", "linear", "softmax", "gelu"):
            yield recurrent_case(name, {"units": 4, "activation": activation}, 2, 3, 2)
    for name in ("LSTM", "GRU"):
        for gate in ("softplus", "tanh", "softmax"):
            config = {"units": 4, "recurrent_activation": gate, "activation": "swish"}
            yield recurrent_case(name, config, 2, 3, 2)
    for config in ({"units": 5}, {"units": 4, "return_sequences": True, "go_backwards": True},
                   {"units": 3, "use_bias": False}, {"units": 3, "activation": "gelu"}):
        yield recurrent_case("GRU", {**config, "reset_after": False}, 3, 4, 3)
    for name in ("SimpleRNN", "LSTM", "GRU"):
        yield bidirectional_case(name, {"units": 3}, 2, 4, 2)
        yield bidirectional_case(name, {"units": 3, "return_sequences": True}, 2, 4, 2)
    for merge in ("sum", "mul", "ave", None):
        for sequences in (False, True):
            inner = {"units": 3, "return_sequences": sequences}
            yield bidirectional_case("LSTM", inner, 2, 3, 2, merge_mode=merge)
    yield bidirectional_case("GRU", {"units": 2, "return_sequences": True, "go_backwards": True}, 2, 3, 2)
    yield case("Embedding", embedding, {"input_dim": 7, "output_dim": 3}, 4, (5,), some({"embeddings": (7, 3)}),
               xs=[ids(7, 4, 5)])
    yield case("Embedding", embedding, {"input_dim": 1, "output_dim": 1}, 1, (1,), some({"embeddings": (1, 1)}),
               xs=[ids(1, 1, 1)])
    yield case("Embedding", embedding, {"input_dim": 9, "output_dim": 2}, 2, (3, 2), some({"embeddings": (9, 2)}),
               xs=[ids(9, 2, 3, 2)])
    yield case("Embedding", embedding, {"input_dim": 4, "output_dim": 2}, 2, (3,), some({"embeddings": (4, 2)}),
               xs=[torch.tensor([[0, -1, 3], [4, 2, 100]])])
    dense = {"layer": {"class_name": "Dense", "config": {"units": 3, "activation": "tanh"}}}
    yield case("TimeDistributed", time_distributed_dense, dense, 2, (4, 5), some({"kernel": (5, 3), "bias": (3,)}))
    curved = {"layer": {"class_name": "Dense", "config": {"units": 3, "activation": "swish"}}}
    yield case("TimeDistributed", time_distributed_dense, curved, 2, (4, 5),
               some({"kernel": (5, 3), "bias": (3,)}))
    norm = {"layer": {"class_name": "BatchNormalization", "config": {}}}
    yield case("TimeDistributed", time_distributed_norm, norm, 3, (4, 2),
               some({"gamma": (2,), "beta": (2,), "moving_mean": (2,)}) | {
                   "moving_variance": numbers(2, low=0.5, high=1.5)})


def chain_case(chain, function, samples, shape, parameters, x):
    """A model's layers after its input; `function(x, parameters)` gives what the last of them gives."""
    if torch.is_floating_point(x):
        x.requires_grad_()
    for each in parameters.values():
        each.requires_grad_()
    y = function(x, parameters)
    dy = numbers(*y.shape, low=-1, high=1)
    y.backward(dy)
    return {"layers": [{"class_name": c, "config": config} for c, config in chain], "samples": samples,
            "shape": list(shape), "x": plain(x), "parameters": [plain(p) for p in parameters.values()],
            "y": plain(y), "dy": plain(dy), "dx": plain(x.grad) if x.grad is not None else None,
            "gradients": [plain(p.grad) for p in parameters.values()]}


MASKS = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0], [0, 0, 1, 1, 1], [1, 0, 1, 0, 1], [0, 0, 0, 0, 0]])


def chains():
    flatten = ("Flatten", {})
    for name in ("SimpleRNN", "LSTM", "GRU"):
        for config in ({"units": 3}, {"units": 4, "return_sequences": True},
                       {"units": 2, "return_sequences": True, "go_backwards": True},
                       {"units": 17, "go_backwards": True}):
            x = numbers(5, 5, 2) + 2.5  # none is the masking value by chance
            x = torch.where(MASKS[..., None] != 0, x, 0.0)

            def masked(x, p, config=config, name=name):
                y = layer(name, config, x * MASKS[..., None], p, MASKS)
                return y.reshape(5, -1)

            yield chain_case([("Masking", {}), (name, config), flatten], masked, 5, (5, 2),
                             some(parameter_shapes(name, config, 2)), x)
        for sequences in (False, True):
            inner = {"units": 3, "return_sequences": sequences}
            config = {"layer": {"class_name": name, "config": inner}}
            tokens = torch.where(MASKS != 0, ids(5, 5, 5) + 1, 0)

            def embedded(x, p, config=config):
                half = {k: v for k, v in p.items() if "/" in k}
                return bidirectional(config, p["embeddings"][x], half, MASKS).reshape(5, -1)

            yield chain_case([("Embedding", {"input_dim": 6, "output_dim": 2, "mask_zero": True}),
                              ("Bidirectional", config), flatten], embedded, 5, (5,),
                             some({"embeddings": (6, 2)} | both(name, inner, 2)), tokens)
    # The mask passes a Dense and a TimeDistributed, and a second recurrent layer still sees it.
    first, second = {"units": 3, "return_sequences": True}, {"units": 2}
    tokens = torch.where(MASKS != 0, ids(5, 5, 5) + 1, 0)
    shapes = ({"embeddings": (6, 2)} | {f"a/{k}": s for k, s in parameter_shapes("LSTM", first, 2).items()}
              | {"kernel": (3, 4), "bias": (4,), "kernel_2": (4, 2), "bias_2": (2,)}
              | {f"b/{k}": s for k, s in parameter_shapes("GRU", second, 2).items()})

    def deep(x, p):
        y = layer("LSTM", first, p["embeddings"][x], {k[2:]: v for k, v in p.items() if k[:2] == "a/"}, MASKS)
        y = torch.tanh(y @ p["kernel"] + p["bias"]) @ p["kernel_2"] + p["bias_2"]
        return layer("GRU", second, y, {k[2:]: v for k, v in p.items() if k[:2] == "b/"}, MASKS)

    yield chain_case([("Embedding", {"input_dim": 6, "output_dim": 2, "mask_zero": True}), ("LSTM", first),
                      ("Dense", {"units": 4, "activation": "tanh"}),
                      ("TimeDistributed", {"layer": {"class_name": "Dense", "config": {"units": 2}}}),
                      ("GRU", second)], deep, 5, (5,), some(shapes), tokens)


if __name__ == "__main__":
    write("layers_recurrent.json", list(layers()))
    write("sequences.json", list(chains()))
