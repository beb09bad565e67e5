#!/usr/bin/env python3
"""Writes layers_conv.json: the convolutions, poolings and changes of shape, by PyTorch where it computes what Keras
2.13 does, else by the formula (transposed convolutions: the gradient of a convolution with TensorFlow's padding)."""
import numpy as np
import torch
import torch.nn.functional as F

from golden import activate, distinct, layer_case, numbers, pads, pair, same_padding, write


def first(x):
    return x.permute(0, 3, 1, 2)


def last(x):
    return x.permute(0, 2, 3, 1)


def window(config, axes=2):
    """Kernel size, strides and dilation along each axis."""
    def spread(value):
        return [value] * axes if isinstance(value, int) else list(value)
    return [spread(config.get(key, 1)) for key in ("kernel_size", "strides", "dilation_rate")]


def convolve(config, x, kernel, groups=1, bias=None):
    """kernel: height, width, in / groups, out."""
    size, strides, dilation = window(config)
    reach = [(k - 1) * d + 1 for k, d in zip(size, dilation)]
    padded = F.pad(first(x), pads(config, x.shape[1:3], reach, strides))
    return last(F.conv2d(padded, kernel.permute(3, 2, 0, 1), bias, stride=strides, dilation=dilation, groups=groups))


def activated(config, y):
    return activate(config.get("activation", "linear"), y)


def conv2d(config, x, p, training):
    return activated(config, convolve(config, x, p["kernel"], config.get("groups", 1), p.get("bias")))


def conv1d(config, x, p, training):
    (size,), (stride,), (dilation,) = window(config, 1)
    reach = (size - 1) * dilation + 1
    around = {"valid": (0, 0), "causal": (reach - 1, 0),
              "same": same_padding(x.shape[1], reach, stride)}[config.get("padding", "valid")]
    padded = F.pad(x.permute(0, 2, 1), around)
    y = F.conv1d(padded, p["kernel"].permute(2, 1, 0), p.get("bias"), stride=stride, dilation=dilation,
                 groups=config.get("groups", 1))
    return activated(config, y.permute(0, 2, 1))


def depthwise_of(config, x, kernel):
    """kernel: height, width, channels, multiplier."""
    height, width, channels, multiplier = kernel.shape
    return convolve(config, x, kernel.reshape(height, width, 1, channels * multiplier), groups=channels)


def depthwise(config, x, p, training):
    return activated(config, depthwise_of(config, x, p["depthwise_kernel"]) + p.get("bias", 0.0))


def separable(config, x, p, training):
    between = depthwise_of(config, x, p["depthwise_kernel"])
    return activated(config, between @ p["pointwise_kernel"][0, 0] + p.get("bias", 0.0))


def transpose(config, x, p, training):
    size, strides, dilation = window(config)
    reach = [(k - 1) * d + 1 for k, d in zip(size, dilation)]
    same = config.get("padding", "valid") == "same"
    more = pair(config["output_padding"]) if config.get("output_padding") is not None else None

    def length(axis):
        n, k, s = x.shape[1 + axis], reach[axis], strides[axis]
        if more is None:
            return n * s if same else n * s + max(k - s, 0)
        return (n - 1) * s + k - 2 * (k // 2 if same else 0) + more[axis]

    output = [length(0), length(1)]
    # conv_transpose2d is the gradient of a convolution without padding; TensorFlow's is of one with it: cut it off.
    whole = F.conv_transpose2d(first(x), p["kernel"].permute(3, 2, 0, 1), None, stride=strides, dilation=dilation)
    start = [same_padding(n, k, s)[0] if same else 0 for n, k, s in zip(output, reach, strides)]
    missing = [max(0, b + n - have) for b, n, have in zip(start, output, whole.shape[2:])]
    whole = F.pad(whole, [0, missing[1], 0, missing[0]])
    y = whole[:, :, start[0]:start[0] + output[0], start[1]:start[1] + output[1]]
    return activated(config, last(y) + p.get("bias", 0.0))


def pool1d(config, x, kind):
    pool = int(np.ravel(config.get("pool_size", 2))[0])
    stride = int(np.ravel(config.get("strides", pool))[0])
    around = same_padding(x.shape[1], pool, stride) if config.get("padding") == "same" else (0, 0)
    steps = x.permute(0, 2, 1)
    if kind == "max":
        return F.max_pool1d(F.pad(steps, around, value=float("-inf")), pool, stride).permute(0, 2, 1)
    total = F.avg_pool1d(F.pad(steps, around), pool, stride) * pool
    cells = F.avg_pool1d(F.pad(torch.ones_like(steps), around), pool, stride) * pool
    return (total / cells).permute(0, 2, 1)


def rim(value):
    """Top, bottom, left, right of int, two ints or two pairs."""
    return [end for axis in pair(value) for end in pair(axis)]


def zero_padding(config, x, p, training):
    top, bottom, left, right = rim(config.get("padding", 1))
    return F.pad(x, [0, 0, left, right, top, bottom])


def cropping(config, x, p, training):
    top, bottom, left, right = rim(config.get("cropping", 0))
    return x[:, top:x.shape[1] - bottom, left:x.shape[2] - right]


def up_sampling(config, x, p, training):
    factors = pair(config.get("size", 2))
    if config.get("interpolation", "nearest") == "nearest":
        return x.repeat_interleave(factors[0], 1).repeat_interleave(factors[1], 2)
    size = [x.shape[1] * factors[0], x.shape[2] * factors[1]]
    return last(F.interpolate(first(x), size=size, mode="bilinear", align_corners=False))


LAYERS = {
    "Conv2D": conv2d,
    "Conv1D": conv1d,
    "Conv2DTranspose": transpose,
    "DepthwiseConv2D": depthwise,
    "SeparableConv2D": separable,
    "MaxPooling1D": lambda c, x, p, t: pool1d(c, x, "max"),
    "AveragePooling1D": lambda c, x, p, t: pool1d(c, x, "average"),
    "GlobalAveragePooling1D": lambda c, x, p, t: x.mean(1, keepdim=c.get("keepdims", False)),
    "GlobalAveragePooling2D": lambda c, x, p, t: x.mean((1, 2), keepdim=c.get("keepdims", False)),
    # amax shares the gradient among equal largest ones, as TensorFlow's reduce_max does.
    "GlobalMaxPooling1D": lambda c, x, p, t: x.amax(1, keepdim=c.get("keepdims", False)),
    "GlobalMaxPooling2D": lambda c, x, p, t: x.amax((1, 2), keepdim=c.get("keepdims", False)),
    "ZeroPadding2D": zero_padding,
    "Cropping2D": cropping,
    "UpSampling1D": lambda c, x, p, t: x.repeat_interleave(c.get("size", 2), 1),
    "UpSampling2D": up_sampling,
    "Reshape": lambda c, x, p, t: x.reshape(x.shape[0], *c["target_shape"]),
    "Permute": lambda c, x, p, t: x.permute(0, *c["dims"]),
    "RepeatVector": lambda c, x, p, t: x.unsqueeze(1).expand(-1, c["n"], -1),
}


def parameters_of(name, config, shape):
    channels, groups = shape[-1], config.get("groups", 1)
    multiplier = config.get("depth_multiplier", 1)

    def weights(*sizes):
        return numbers(*sizes, low=-1, high=1)

    size = window(config, 1 if name == "Conv1D" else 2)[0]
    if name in ("Conv1D", "Conv2D"):
        made = {"kernel": weights(*size, channels // groups, config["filters"])}
    elif name == "Conv2DTranspose":
        made = {"kernel": weights(*size, config["filters"], channels)}
    elif name == "DepthwiseConv2D":
        made = {"depthwise_kernel": weights(*size, channels, multiplier)}
    elif name == "SeparableConv2D":
        made = {"depthwise_kernel": weights(*size, channels, multiplier),
                "pointwise_kernel": weights(1, 1, channels * multiplier, config["filters"])}
    else:
        return {}
    if config.get("use_bias", True):
        made["bias"] = numbers(config.get("filters", channels * multiplier))
    return made


CASES = [
    ("Conv2D", [
        ({"filters": 4, "kernel_size": 3, "groups": 2}, 2, [5, 6, 4]),
        ({"filters": 6, "kernel_size": 3, "groups": 3, "padding": "same", "strides": 2}, 2, [6, 7, 3]),
        ({"filters": 3, "kernel_size": 2, "groups": 3, "use_bias": False}, 1, [4, 4, 6]),
        ({"filters": 32, "kernel_size": 3, "groups": 2, "padding": "same", "activation": "relu"}, 1, [4, 4, 16]),
        ({"filters": 8, "kernel_size": [1, 3], "groups": 4, "dilation_rate": 2, "padding": "same"}, 2, [3, 5, 8]),
    ]),
    ("Conv1D", [
        ({"filters": 2, "kernel_size": 3}, 2, [7, 1]),
        ({"filters": 3, "kernel_size": 3}, 1, [3, 2]),
        ({"filters": 4, "kernel_size": [2], "strides": 2}, 2, [9, 3]),
        ({"filters": 3, "kernel_size": 4, "padding": "same"}, 2, [6, 2]),
        ({"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"}, 2, [6, 3]),
        ({"filters": 2, "kernel_size": 3, "strides": 3, "padding": "same", "activation": "relu"}, 2, [11, 3]),
        ({"filters": 3, "kernel_size": 3, "dilation_rate": 2}, 2, [9, 2]),
        ({"filters": 3, "kernel_size": 2, "dilation_rate": 3, "padding": "same"}, 1, [8, 2]),
        ({"filters": 2, "kernel_size": 3, "padding": "causal"}, 2, [6, 2]),
        ({"filters": 2, "kernel_size": 2, "padding": "causal", "dilation_rate": 4}, 2, [7, 1]),
        ({"filters": 2, "kernel_size": 3, "padding": "causal", "strides": 2}, 1, [7, 3]),
        ({"filters": 4, "kernel_size": 3, "groups": 2, "use_bias": False}, 2, [6, 4]),
        ({"filters": 16, "kernel_size": 3, "padding": "same", "activation": "tanh"}, 1, [5, 8]),
        ({"filters": 3, "kernel_size": 1}, 3, [1, 5]),
    ]),
    ("Conv2DTranspose", [
        ({"filters": 2, "kernel_size": 3}, 2, [3, 4, 1]),
        ({"filters": 1, "kernel_size": 1}, 1, [1, 1, 1]),
        ({"filters": 3, "kernel_size": 3, "strides": 2}, 2, [3, 2, 2]),
        ({"filters": 2, "kernel_size": 3, "strides": 2, "padding": "same"}, 2, [3, 4, 3]),
        ({"filters": 2, "kernel_size": 4, "strides": 2, "padding": "same", "activation": "relu"}, 2, [3, 3, 2]),
        ({"filters": 2, "kernel_size": 2, "strides": 3}, 1, [2, 3, 2]),
        ({"filters": 2, "kernel_size": 2, "strides": 3, "padding": "same"}, 2, [3, 2, 1]),
        ({"filters": 2, "kernel_size": [5, 2], "strides": [2, 1], "padding": "same"}, 1, [4, 3, 2]),
        ({"filters": 2, "kernel_size": 3, "padding": "same"}, 2, [4, 5, 2]),
        ({"filters": 2, "kernel_size": 2, "padding": "same", "use_bias": False}, 2, [3, 3, 2]),
        ({"filters": 2, "kernel_size": 3, "strides": 2, "output_padding": 1, "padding": "same"}, 2, [3, 2, 2]),
        ({"filters": 2, "kernel_size": 3, "strides": 2, "output_padding": 0, "padding": "same"}, 1, [3, 4, 1]),
        ({"filters": 2, "kernel_size": 3, "strides": 3, "output_padding": [2, 1]}, 2, [2, 3, 2]),
        ({"filters": 1, "kernel_size": 4, "strides": 2, "output_padding": 1, "padding": "same"}, 1, [3, 3, 2]),
        ({"filters": 2, "kernel_size": 3, "dilation_rate": 2}, 2, [3, 4, 2]),
        ({"filters": 2, "kernel_size": 2, "dilation_rate": 2, "padding": "same"}, 1, [4, 4, 1]),
        ({"filters": 16, "kernel_size": 3, "strides": 2, "padding": "same"}, 1, [3, 3, 8]),
        ({"filters": 3, "kernel_size": 2, "strides": 2, "activation": "sigmoid"}, 2, [2, 2, 2]),
    ]),
    ("DepthwiseConv2D", [
        ({"kernel_size": 3}, 2, [5, 6, 1]),
        ({"kernel_size": 3}, 1, [3, 3, 2]),
        ({"kernel_size": [3, 2]}, 2, [7, 5, 3]),
        ({"kernel_size": 3, "padding": "same"}, 2, [5, 6, 4]),
        ({"kernel_size": 2, "padding": "same", "activation": "relu"}, 1, [4, 5, 3]),
        ({"kernel_size": 4, "padding": "same"}, 2, [3, 7, 2]),
        ({"kernel_size": 3, "strides": 2}, 2, [7, 8, 2]),
        ({"kernel_size": 3, "strides": 2, "padding": "same"}, 2, [6, 7, 3]),
        ({"kernel_size": 5, "strides": 2, "padding": "same"}, 1, [10, 9, 2]),
        ({"kernel_size": 2, "strides": 3, "padding": "same"}, 1, [10, 7, 2]),
        ({"kernel_size": 1, "strides": 2}, 2, [7, 6, 3]),
        ({"kernel_size": 3, "dilation_rate": 2}, 2, [7, 8, 2]),
        ({"kernel_size": 3, "dilation_rate": [3, 2], "padding": "same"}, 2, [8, 6, 1]),
        ({"kernel_size": 3, "depth_multiplier": 2}, 2, [5, 4, 3]),
        ({"kernel_size": 3, "depth_multiplier": 3, "strides": 2, "padding": "same"}, 2, [5, 6, 1]),
        ({"kernel_size": 3, "padding": "same", "use_bias": False}, 1, [4, 3, 17]),
        ({"kernel_size": 7, "padding": "same"}, 1, [9, 12, 2]),
        ({"kernel_size": 3, "padding": "same", "activation": "relu"}, 1, [2, 9, 8]),
    ]),
    ("SeparableConv2D", [
        ({"filters": 2, "kernel_size": 3}, 2, [5, 6, 1]),
        ({"filters": 4, "kernel_size": 3}, 1, [3, 3, 2]),
        ({"filters": 3, "kernel_size": 3, "padding": "same"}, 2, [5, 4, 4]),
        ({"filters": 3, "kernel_size": 3, "strides": 2, "padding": "same", "activation": "relu"}, 2, [6, 7, 3]),
        ({"filters": 2, "kernel_size": 2, "dilation_rate": 2}, 1, [5, 6, 2]),
        ({"filters": 4, "kernel_size": 3, "depth_multiplier": 2, "use_bias": False}, 2, [4, 5, 3]),
        ({"filters": 17, "kernel_size": 3, "padding": "same", "activation": "tanh"}, 1, [4, 3, 9]),
    ]),
    ("MaxPooling1D", [
        ({}, 2, [6, 2]),
        ({"pool_size": 3}, 1, [7, 1]),
        ({"pool_size": [3], "strides": [2], "padding": "same"}, 2, [6, 3]),
        ({"pool_size": 2, "strides": 1, "padding": "same"}, 2, [5, 2]),
        ({"pool_size": 2, "strides": 3, "padding": "same"}, 1, [10, 17]),
    ]),
    ("AveragePooling1D", [
        ({}, 2, [6, 2]),
        ({"pool_size": 3}, 1, [7, 1]),
        ({"pool_size": [3], "strides": [2], "padding": "same"}, 2, [6, 3]),
        ({"pool_size": 4, "strides": 1, "padding": "same"}, 2, [5, 2]),
        ({"pool_size": 2, "strides": 3, "padding": "same"}, 1, [10, 17]),
    ]),
    ("GlobalAveragePooling1D", [({}, 2, [5, 3]), ({"keepdims": True}, 1, [1, 4]), ({}, 1, [300, 1])]),
    ("GlobalAveragePooling2D", [({"keepdims": True}, 2, [3, 5, 2])]),
    ("GlobalMaxPooling1D", [({}, 2, [5, 3]), ({"keepdims": True}, 1, [1, 4])]),
    ("GlobalMaxPooling2D", [({}, 2, [3, 4, 5]), ({"keepdims": True}, 2, [3, 5, 1])]),
    ("ZeroPadding2D", [({}, 2, [2, 3, 2]), ({"padding": 2}, 1, [1, 1, 1]), ({"padding": [0, 3]}, 1, [2, 3, 3]),
                       ({"padding": [[1, 0], [2, 3]]}, 2, [3, 2, 2])]),
    ("Cropping2D", [({}, 1, [2, 3, 2]), ({"cropping": 1}, 2, [4, 5, 2]), ({"cropping": [0, 2]}, 1, [2, 6, 3]),
                    ({"cropping": [[1, 0], [2, 1]]}, 2, [3, 5, 2])]),
    ("UpSampling2D", [
        ({}, 2, [2, 3, 2]),
        ({"size": [3, 1]}, 1, [2, 2, 1]),
        ({"interpolation": "bilinear"}, 2, [3, 4, 2]),
        ({"size": 3, "interpolation": "bilinear"}, 1, [2, 3, 1]),
        ({"size": [1, 5], "interpolation": "bilinear"}, 2, [2, 1, 3]),
        ({"size": [4, 2], "interpolation": "bilinear"}, 1, [1, 3, 9]),
    ]),
    ("Reshape", [({"target_shape": [2, 3, 2]}, 2, [12]), ({"target_shape": [-1, 4]}, 1, [2, 3, 2]),
                 ({"target_shape": [-1]}, 2, [3, 3])]),
    ("Permute", [({"dims": [2, 1]}, 2, [3, 5]), ({"dims": [3, 1, 2]}, 2, [2, 3, 4]), ({"dims": [2, 3, 1]}, 1, [4, 1, 3]),
                 ({"dims": [2, 1, 3]}, 2, [1, 3, 2]), ({"dims": [4, 2, 1, 3]}, 2, [2, 3, 2, 3])]),
    ("RepeatVector", [({"n": 3}, 2, [4]), ({"n": 1}, 1, [1])]),
]

if __name__ == "__main__":
    cases = []
    for name, variants in CASES:
        for config, samples, shape in variants:
            xs = [distinct(samples, *shape)] if "Max" in name else None
            cases.append(layer_case(name, LAYERS[name], config, samples, shape, parameters_of(name, config, shape),
                                    xs=xs))
    # What a layer computes when nobody trains it, where the kernel takes another way.
    for name, config, shape in [("SeparableConv2D", {"filters": 3, "kernel_size": 3, "padding": "same"}, [4, 5, 2]),
                                ("DepthwiseConv2D", {"kernel_size": 3, "depth_multiplier": 2}, [5, 4, 2]),
                                ("Conv2DTranspose", {"filters": 2, "kernel_size": 3, "strides": 2}, [3, 2, 2]),
                                ("MaxPooling1D", {"padding": "same"}, [7, 2])]:
        xs = [distinct(2, *shape)] if "Max" in name else None
        cases.append(layer_case(name, LAYERS[name], config, 2, shape, parameters_of(name, config, shape), training=False,
                                xs=xs))
    # Several largest cells share the gradient.
    ties = torch.tensor([[1.0, 2.0], [3.0, 2.0], [3.0, 0.0], [-1.0, 2.0]]).reshape(1, 4, 2)
    cases.append(layer_case("GlobalMaxPooling1D", LAYERS["GlobalMaxPooling1D"], {}, 1, [4, 2], xs=[ties]))
    for config, samples, shape in [({}, 2, [4, 3]), ({"size": 5}, 1, [1, 2]), ({"size": 1}, 2, [3, 1]),
                                   ({"size": 3}, 3, [7, 17])]:
        cases.append(layer_case("UpSampling1D", LAYERS["UpSampling1D"], config, samples, shape))
    write("layers_conv.json", cases)
