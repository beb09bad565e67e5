#!/usr/bin/python3
"""Runs the generated PyTorch programs with the engine's weights and compares what they give with the engine.

    tests/golden/make_code.py build/dev/tests/engine_tests

The test program writes programs, weights, inputs and outputs into a temporary folder; if every program gives the
engine's numbers to 1e-5, the texts and PyTorch's numbers are put into tests/golden/code, where the test finds them.
Needs PyTorch and h5py (Debian: python3-torch, python3-h5py). Generated Keras programs are compiled, not run.
"""
import contextlib
import importlib.util
import json
import os
import pathlib
import py_compile
import shutil
import subprocess
import sys
import tempfile

import torch

HERE = pathlib.Path(__file__).parent / "code"


def module_of(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prove(path):
    case = json.loads(path.read_text())
    module = module_of(path.with_suffix(".py"))
    torch.manual_seed(0)
    model = module.Model()
    if hasattr(module, "load_weights"):
        module.load_weights(model, path.with_suffix(".h5"))
    model.eval()
    inputs = [torch.tensor(numbers).reshape(shape) for numbers, shape in zip(case["inputs"], case["shapes"])]
    with torch.no_grad():
        outputs = getattr(model, "predict", model)(*inputs)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    assert len(outputs) == len(case["outputs"]), case["name"]
    worst = 0
    for given, expected in zip(outputs, case["outputs"]):
        expected = torch.tensor(expected)
        assert given.numel() == expected.numel(), f"{case['name']}: {tuple(given.shape)}"
        worst = max(worst, ((given.flatten() - expected).abs().max() / expected.abs().max().clamp(min=1e-3)).item())
    print(f"{case['name']:28} {worst:.1e}")
    if not worst <= 1e-5:
        raise AssertionError(case["name"])
    if not case["whole"]: # training goes through it, too
        model.train()
        with contextlib.suppress(NotImplementedError):
            model(*inputs)
    if case.get("runs"):
        subprocess.run([sys.executable, path.with_suffix(".py").name], cwd=path.parent, check=True,
                       stdout=subprocess.DEVNULL)
    py_compile.compile(str(path.parent / (path.stem + "_keras.py")), doraise=True)
    return {"name": case["name"], "digest": case["digest"],
            "outputs": [[float(f"{v:.8g}") for v in y.flatten().tolist()] for y in outputs]}, case["whole"]


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([sys.argv[1], "golden_code_test"], env={**os.environ, "LAMINA_CODE_FOLDER": name,
                                                               "QT_QPA_PLATFORM": "offscreen"},
                       stdout=subprocess.DEVNULL)
        lines = []
        failed = []
        kept = []
        for path in sorted(folder.glob("*.json")):
            try:
                proved, whole = prove(path)
            except Exception as error: # all that fail are told
                failed.append(f"{path.stem}: {error!r}")
                continue
            lines.append(json.dumps(proved, separators=(",", ":")))
            kept += [path.with_suffix(".py"), path.parent / (path.stem + "_keras.py")] if whole else []
        if failed:
            sys.exit("\n".join(failed))
        HERE.mkdir(exist_ok=True)
        for old in HERE.glob("*"):
            old.unlink()
        for path in kept:
            shutil.copy(path, HERE)
        (HERE / "torch.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
        print(len(lines), "cases")


if __name__ == "__main__":
    main()
