#!/usr/bin/python3
"""Compares what Lamina writes with what Keras itself wrote, structure by structure.

    tests/formats/compare_with_keras.py build/release/app/cli/lamina-cli ../shared/data/keras

Each file of Keras' is read and written again by lamina-cli, as HDF5 and as an archive; the copy of the same kind
must have the same groups, data sets, kinds and numbers, attributes and kinds of strings, and the model's
description must name the same layers with the same settings. What is allowed to differ is listed here, with the
reason; everything else is printed, and the exit status is 1.
"""
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import h5py
import numpy as np

# Keras 2.13, as which Lamina writes, keeps these; the older Keras that wrote the file did not, or elsewhere.
NEWER = {"model_weights/top_level_model_weights"}
LAMINA = ("lamina", "assets/lamina.json")


def attributes(object_):
    found = {}
    for name in object_.attrs:
        handle = h5py.h5a.open(object_.id, name.encode())
        string = h5py.check_string_dtype(handle.dtype)
        found[name] = ("long text" if string and string.length is None else handle.dtype.kind,
                       len(handle.shape))
    return found


def uncounted(name):
    """Keras counts the cells of recurrent layers over all models of a session; nothing reads the number."""
    name = name.decode() if isinstance(name, bytes) else name
    return re.sub(r"_cell_\d+", "_cell", name)


def contents(file):
    nodes = {"": file}
    file.visititems(lambda name, node: nodes.__setitem__(uncounted(name), node))
    return {name: node for name, node in nodes.items()
            if not name.startswith(LAMINA) and not name.startswith("optimizer")}


def compare_trees(theirs, ours, say):
    left, right = contents(theirs), contents(ours)
    for name in sorted(set(left) - set(right)):
        say(f"only Keras has {name}")
    for name in sorted(set(right) - set(left) - NEWER):
        say(f"only Lamina has {name}")
    for name in sorted(set(left) & set(right)):
        a, b = left[name], right[name]
        if attributes(a) != attributes(b):
            say(f"attributes of '{name}': {attributes(a)} and {attributes(b)}")
        for key in ("layer_names", "weight_names"):
            if key in a.attrs and [uncounted(n) for n in a.attrs[key]] != [uncounted(n) for n in b.attrs.get(key, [])]:
                say(f"{key} of '{name}' differ")
        if isinstance(a, h5py.Dataset):
            if (a.shape, a.dtype) != (b.shape, b.dtype) or not np.array_equal(a[()], b[()]):
                say(f"numbers of '{name}' differ")


def compare_optimizers(theirs, ours, say):
    """As sets of arrays: the older orders are read and the new one is written."""
    def arrays(file):
        found = []
        def add(name, node):
            if isinstance(node, h5py.Dataset) and node.ndim > 0 and node.shape != (1,):
                found.append(node[()].tobytes())
        if "optimizer_weights" in file or "optimizer" in file:
            file["optimizer_weights" if "optimizer_weights" in file else "optimizer"].visititems(add)
        return sorted(found)
    if arrays(theirs) != arrays(ours):
        say("the optimizer's arrays differ")


def layers(config):
    inner = config["config"]
    return inner if isinstance(inner, list) else inner["layers"]


# Settings that say the same in other words, that later versions of Keras added, or that change nothing.
IGNORED = {"name", "dtype", "seed", "batch_input_shape", "batch_shape", "sparse", "ragged", "optional", "groups",
           "unroll", "implementation", "time_major", "quantization_config", "noise_shape"}


def plain(value):
    if isinstance(value, dict):
        config = {key: each for key, each in value.get("config", {}).items() if each is not None}
        if config == {"scale": 1.0, "mode": "fan_avg", "distribution": "uniform"}:
            return ("GlorotUniform", ())
        if config == {"scale": 2.0, "mode": "fan_in", "distribution": "normal"}:
            return ("HeNormal", ())
        return (value.get("class_name"), tuple(sorted(config.items())))
    return tuple(value) if isinstance(value, list) else value


def compare_configs(theirs, ours, say):
    left = [each for each in layers(theirs) if each["class_name"] != "InputLayer"]
    right = [each for each in layers(ours) if each["class_name"] != "InputLayer"]
    if [each["class_name"] for each in left] != [each["class_name"] for each in right]:
        say("the layers differ")
        return
    for a, b in zip(left, right):
        for key in sorted((set(a["config"]) | set(b["config"])) - IGNORED):
            x, y = a["config"].get(key), b["config"].get(key)
            x, y = plain(x), plain(y)
            harmless = x is None or x is False or x == "channels_last"
            if key in b["config"] and x != y and not (key not in a["config"]) or \
                    key not in b["config"] and not harmless:
                say(f"{a['config']['name']}.{key}: {x} and {y}")
        if a.get("inbound_nodes") != b.get("inbound_nodes"):
            say(f"inbound_nodes of {a['config']['name']} differ")
    for key in set(theirs) | set(ours):
        if key not in ("config", "compile_config", "module", "class_name") and theirs.get(key) != ours.get(key):
            say(f"the model's {key}: {theirs.get(key)} and {ours.get(key)}")
    if {"Model": "Functional"}.get(theirs["class_name"], theirs["class_name"]) != ours["class_name"]:
        say(f"class {theirs['class_name']} and {ours['class_name']}")


def main(program, folder):
    faults = 0

    def say(text):
        nonlocal faults
        faults += 1
        print("   ", text)

    for path in sorted(pathlib.Path(folder).iterdir()):
        archive = zipfile.is_zipfile(path)
        print(path.name)
        with tempfile.TemporaryDirectory() as scratch:
            copy = pathlib.Path(scratch) / "copy"
            done = subprocess.run([program, "export", path, "--to", "keras" if archive else "keras-h5", "-o", copy],
                                  capture_output=True, text=True)
            if done.returncode != 0:
                say(done.stderr.strip())
                continue
            if archive:
                a, b = zipfile.ZipFile(path), zipfile.ZipFile(copy)
                names = [name for name in b.namelist() if not name.startswith(LAMINA)]
                if a.namelist() != names:
                    say(f"files {a.namelist()} and {names}")
                if {i.compress_type for i in b.infolist()} != {i.compress_type for i in a.infolist()}:
                    say("files are packed differently")
                if json.loads(a.read("metadata.json")).keys() != json.loads(b.read("metadata.json")).keys():
                    say("metadata.json differs")
                compare_configs(json.loads(a.read("config.json")), json.loads(b.read("config.json")), say)
                theirs = h5py.File(io.BytesIO(a.read("model.weights.h5")), "r")
                ours = h5py.File(io.BytesIO(b.read("model.weights.h5")), "r")
                left = {n: (d.shape, d.dtype) for n, d in contents_all(theirs, "optimizer").items()}
                right = {n: (d.shape, d.dtype) for n, d in contents_all(ours, "optimizer").items()}
                if left != right:
                    say("the optimizer's data sets differ")
            else:
                theirs, ours = h5py.File(path, "r"), h5py.File(copy, "r")
                compare_configs(json.loads(theirs.attrs["model_config"]), json.loads(ours.attrs["model_config"]), say)
                left, right = (set(json.loads(f.attrs["training_config"])) for f in (theirs, ours))
                if right - left - {"weighted_metrics"} or left - right - {"sample_weight_mode"}:
                    say(f"training_config: {left ^ right}")
            compare_trees(theirs, ours, say)
            compare_optimizers(theirs, ours, say)
    print("the same" if faults == 0 else f"{faults} differences")
    return 1 if faults else 0


def contents_all(file, group):
    found = {}
    if group in file:
        file[group].visititems(lambda name, node: isinstance(node, h5py.Dataset) and found.__setitem__(name, node))
    return found


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
