"""Writes resizing.json and augmenting.json. Run by hand when a case is added: `python3 tests/golden/make_pictures.py`,
with NumPy, SciPy and Pillow; the tests themselves need no Python.

Resizing is Pillow's, which Keras loads pictures with. The affine transform is scipy.ndimage.affine_transform
in the coordinates of Keras 2.13's ImageDataGenerator: x counts columns, y rows, the matrix is rotation ·
shift · shear · zoom about the picture's middle and maps a pixel of the result to where it comes from.
"""
import json
import pathlib

import numpy as np
from PIL import Image, ImageEnhance
from scipy import ndimage

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(20231113)


def plain(values):
    return [float(f"{v:.8g}") for v in np.asarray(values, np.float64).reshape(-1)]


def write(name, cases):
    text = "[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n"
    (HERE / name).write_text(text)
    print(name, len(cases), "cases,", len(text), "bytes")


# ---------------------------------------------------------------------------------------------- resizing
def resizing(method, size, target, channels):
    pixels = random.integers(0, 256, (*size, channels), np.uint8)
    picture = Image.fromarray(pixels if channels == 3 else pixels[:, :, 0])
    filters = {"nearest": Image.Resampling.NEAREST, "bilinear": Image.Resampling.BILINEAR}
    result = np.asarray(picture.resize((target[1], target[0]), filters[method]))
    return {"method": method, "from": size, "to": target, "channels": channels,
            "pixels": pixels.reshape(-1).tolist(), "result": result.reshape(-1).tolist()}


SIZES = [([9, 13], [4, 5]), ([4, 5], [9, 13]), ([6, 4], [4, 6]), ([12, 12], [8, 8]), ([7, 7], [7, 3]),
         ([3, 8], [5, 8]), ([5, 6], [5, 6]), ([1, 1], [3, 2]), ([11, 3], [1, 1])]
write("resizing.json", [resizing(method, size, target, channels) for method in ("nearest", "bilinear")
                        for channels, (size, target) in zip([3, 1] * 5, SIZES)])


# --------------------------------------------------------------------------------------------- augmenting
def affine(x, theta=0.0, tx=0.0, ty=0.0, shear=0.0, zx=1.0, zy=1.0, fill_mode="nearest", cval=0.0, order=1):
    """tx moves columns and ty rows, in pixels; angles in degrees."""
    turn, lean = np.deg2rad(theta), np.deg2rad(shear)
    matrix = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    matrix = matrix @ [[1, 0, tx], [0, 1, ty], [0, 0, 1]]
    matrix = matrix @ [[1, -np.sin(lean), 0], [0, np.cos(lean), 0], [0, 0, 1]]
    matrix = matrix @ np.diag([zx, zy, 1.0])
    height, width = x.shape[:2]
    middle = np.array([width / 2 - 0.5, height / 2 - 0.5])
    linear = matrix[:2, :2]
    offset = middle + matrix[:2, 2] - linear @ middle
    rows_first = linear[::-1, ::-1]
    return np.stack([ndimage.affine_transform(x[:, :, c].astype(np.float64), rows_first, offset[::-1],
                                              order=order, mode=fill_mode, cval=cval)
                     for c in range(x.shape[2])], axis=2)


def channel_shift(x, intensity):
    return np.clip(x + intensity, x.min(), x.max())


def brightness(x, factor):
    low, high = x.min(), x.max()
    beyond = low < 0 or high > 255
    scaled = x
    if beyond:
        scaled = x - low
        if scaled.max() != 0:
            scaled = scaled / scaled.max()
        scaled = scaled * 255
    pixels = scaled.astype(np.uint8)
    picture = Image.fromarray(pixels if x.shape[2] == 3 else pixels[:, :, 0])
    result = np.asarray(ImageEnhance.Brightness(picture).enhance(factor), np.float64).reshape(x.shape)
    return result / 255 * (high - low) + low if beyond else result


def sample(height, width, channels, low=0, high=256):
    return random.integers(low, high, (height, width, channels)).astype(np.float64)


def case(title, x, draws, fill_mode="nearest", cval=0.0, order=1):
    """In the order of Keras: affine, channel shift, flips, brightness."""
    names = ("theta", "tx", "ty", "shear", "zx", "zy")
    y = x
    if any(name in draws for name in names):
        y = affine(x, **{name: draws[name] for name in names if name in draws}, fill_mode=fill_mode, cval=cval,
                   order=order)
    if "channel_shift" in draws:
        y = channel_shift(y, draws["channel_shift"])
    if draws.get("flip_horizontal"):
        y = y[:, ::-1]
    if draws.get("flip_vertical"):
        y = y[::-1]
    if "brightness" in draws:
        y = brightness(y, draws["brightness"])
    return {"title": title, "shape": list(x.shape), "draws": draws, "fill_mode": fill_mode, "cval": cval,
            "order": order, "x": plain(x), "y": plain(y)}


EVERYTHING = {"theta": -17.0, "tx": 1.7, "ty": -2.2, "shear": 9.0, "zx": 0.83, "zy": 1.21}
cases = []
for mode in ("constant", "nearest", "reflect", "wrap"):
    cases += [
        case(f"{mode}: all of it", sample(9, 7, 3), EVERYTHING, mode, 40.5),
        case(f"{mode}: far outside", sample(5, 4, 1), {"tx": 23.3, "ty": -31.6}, mode, -3.0),
        case(f"{mode}: whole pixels", sample(6, 6, 1), {"tx": 2.0, "ty": -1.0}, mode, 7.0),
        case(f"{mode}: small", sample(8, 8, 1), {"zx": 2.5, "zy": 2.5}, mode),
        case(f"{mode}: nearest pixel", sample(7, 9, 3), EVERYTHING, mode, 12.0, 0),
    ]
cases += [
    case("turned", sample(8, 8, 3), {"theta": 33.0}),
    case("turned, not square", sample(6, 11, 1), {"theta": 33.0}),
    case("leaning", sample(7, 7, 1), {"shear": 25.0}),
    case("columns closer", sample(6, 8, 1), {"zx": 0.6}),
    case("rows closer", sample(6, 8, 1), {"zy": 0.6}),
    case("lighter channels", sample(4, 5, 3, 50, 200), {"channel_shift": 30.25}),
    case("darker channels", sample(4, 5, 3, 50, 200), {"channel_shift": -61.0}),
    case("left is right", sample(3, 4, 3), {"flip_horizontal": True}),
    case("up is down", sample(3, 4, 3), {"flip_vertical": True}),
    case("darker", sample(4, 4, 3), {"brightness": 0.37}),
    case("lighter", sample(4, 4, 1), {"brightness": 1.9}),
    case("black", sample(3, 3, 1), {"brightness": 0.0}),
    case("beyond 8 bits", sample(4, 4, 3, -100, 700), {"brightness": 0.6}),
    case("everything in its order", sample(9, 9, 3),
         {**EVERYTHING, "channel_shift": 20.0, "flip_horizontal": True, "flip_vertical": True, "brightness": 1.3},
         "reflect"),
]
write("augmenting.json", cases)
