"""Keras' recurrent layers in PyTorch, step by step, by the formulas of Keras' cells; where PyTorch has the same
cell, the two are compared. A mask holds 1 for each step that is real."""
import torch

from golden import activate


def cell_activations(config):
    return config.get("activation", "tanh"), config.get("recurrent_activation", "sigmoid")


def simple_step(config, p, x, h, c):
    z = x @ p["kernel"] + h @ p["recurrent_kernel"] + p.get("bias", 0.0)
    return activate(cell_activations(config)[0], z), c


def lstm_step(config, p, x, h, c):
    main, gate = cell_activations(config)
    i, f, g, o = (x @ p["kernel"] + h @ p["recurrent_kernel"] + p.get("bias", 0.0)).chunk(4, -1)
    c = activate(gate, f) * c + activate(gate, i) * activate(main, g)
    return activate(gate, o) * activate(main, c), c


def gru_step(config, p, x, h, c):
    main, gate = cell_activations(config)
    units = h.shape[-1]
    after = config.get("reset_after", True)
    bias = p.get("bias", torch.zeros(2, 3 * units) if after else torch.zeros(3 * units))
    xz, xr, xh = (x @ p["kernel"] + (bias[0] if after else bias)).chunk(3, -1)
    if after:
        hz, hr, hh = (h @ p["recurrent_kernel"] + bias[1]).chunk(3, -1)
        z, r = activate(gate, xz + hz), activate(gate, xr + hr)
        g = activate(main, xh + r * hh)
    else:
        hz, hr = (h @ p["recurrent_kernel"][:, :2 * units]).chunk(2, -1)
        z, r = activate(gate, xz + hz), activate(gate, xr + hr)
        g = activate(main, xh + (r * h) @ p["recurrent_kernel"][:, 2 * units:])
    return z * h + (1 - z) * g, c


STEPS = {"SimpleRNN": simple_step, "LSTM": lstm_step, "GRU": gru_step}
GATES = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}
CELLS = {"SimpleRNN": "simple_rnn_cell", "LSTM": "lstm_cell", "GRU": "gru_cell"}


def parameter_shapes(name, config, features):
    units, width = config["units"], GATES[name] * config["units"]
    shapes = {"kernel": (features, width), "recurrent_kernel": (units, width)}
    if config.get("use_bias", True):
        shapes["bias"] = (2, width) if name == "GRU" and config.get("reset_after", True) else (width,)
    return shapes


def run(name, config, x, parameters, mask=None):
    """Outputs of each step in the order of reading, then the last states."""
    samples, steps, _ = x.shape
    h = c = torch.zeros(samples, config["units"])
    outputs = []
    order = range(steps - 1, -1, -1) if config.get("go_backwards") else range(steps)
    for t in order:
        new_h, new_c = STEPS[name](config, parameters, x[:, t], h, c)
        if mask is not None:  # the states stay, and so does the output, which is one of them
            real = mask[:, t, None] != 0
            new_h, new_c = torch.where(real, new_h, h), torch.where(real, new_c, c)
        h, c = new_h, new_c
        outputs.append(h)
    outputs = torch.stack(outputs, 1)
    if mask is None and not config.get("go_backwards"):
        compare(name, config, x, parameters, outputs)
    return outputs, [h, c] if name == "LSTM" else [h]


def layer(name, config, x, parameters, mask=None):
    outputs, states = run(name, config, x, parameters, mask)
    y = outputs if config.get("return_sequences") else outputs[:, -1]
    return [y, *states] if config.get("return_state") else y


def compare(name, config, x, parameters, outputs):
    """PyTorch's own layers know tanh and sigmoid, and for the GRU the later form, with gates r, z, n."""
    if cell_activations(config) != ("tanh", "sigmoid") or not config.get("reset_after", True):
        return
    units = config["units"]
    theirs = {"SimpleRNN": torch.nn.RNN, "LSTM": torch.nn.LSTM, "GRU": torch.nn.GRU}[name](
        x.shape[-1], units, batch_first=True)

    def gates(matrix):
        if name != "GRU":
            return matrix
        z, r, h = matrix.chunk(3, -1)
        return torch.cat([r, z, h], -1)

    width = GATES[name] * units
    bias = parameters.get("bias", torch.zeros(width))
    bias = bias if bias.dim() == 2 else torch.stack([bias, torch.zeros(width)])
    with torch.no_grad():
        theirs.weight_ih_l0.copy_(gates(parameters["kernel"]).T)
        theirs.weight_hh_l0.copy_(gates(parameters["recurrent_kernel"]).T)
        theirs.bias_ih_l0.copy_(gates(bias[0]))
        theirs.bias_hh_l0.copy_(gates(bias[1]))
        assert torch.allclose(theirs(x)[0], outputs, atol=1e-12), name


def bidirectional(config, x, parameters, mask=None):
    """`parameters`: forward ones, then backward ones, each named forward/… or backward/…."""
    inner = config["layer"]["config"]
    name = config["layer"]["class_name"]
    half = {w: {k.split("/")[1]: v for k, v in parameters.items() if k.startswith(w)}
            for w in ("forward", "backward")}
    back = dict(inner, go_backwards=not inner.get("go_backwards", False))
    forward, _ = run(name, inner, x, half["forward"], mask)
    backward, _ = run(name, back, x, half["backward"], mask)
    if inner.get("return_sequences"):
        backward = backward.flip(1)
    else:
        forward, backward = forward[:, -1], backward[:, -1]
    merge = config.get("merge_mode", "concat")
    return {"concat": lambda: torch.cat([forward, backward], -1), "sum": lambda: forward + backward,
            "ave": lambda: (forward + backward) / 2, "mul": lambda: forward * backward,
            None: lambda: [forward, backward]}[merge]()
