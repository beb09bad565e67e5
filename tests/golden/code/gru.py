"""gru. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Recurrent(nn.Module):
    """LSTM, GRU or SimpleRNN as Keras computes them, with any activations; steps that a mask leaves out
    change nothing."""

    def __init__(self, kind, inputs, units, activation=torch.tanh, gate=torch.sigmoid, bias=True,
                 reset_after=True):
        super().__init__()
        width = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units
        self.kind, self.units, self.activation, self.gate = kind, units, activation, gate
        self.reset_after = kind == "GRU" and reset_after
        self.kernel = nn.Parameter(torch.empty(inputs, width))
        self.recurrent_kernel = nn.Parameter(torch.empty(units, width))
        shape = (2, width) if self.reset_after else (width,)
        self.bias = nn.Parameter(torch.zeros(shape), requires_grad=bias)

    def step(self, x, h, c=None):
        bias, later = self.bias if self.reset_after else (self.bias, torch.zeros_like(self.bias))
        x = x @ self.kernel + bias
        if self.kind == "SimpleRNN":
            return [self.activation(x + h @ self.recurrent_kernel)]
        if self.kind == "LSTM":
            i, f, g, o = (x + h @ self.recurrent_kernel).chunk(4, -1)
            c = self.gate(f) * c + self.gate(i) * self.activation(g)
            return [self.gate(o) * self.activation(c), c]
        xz, xr, xn = x.chunk(3, -1)
        kz, kr, kn = self.recurrent_kernel.chunk(3, -1)
        bz, br, bn = later.chunk(3)
        z = self.gate(xz + h @ kz + bz)
        r = self.gate(xr + h @ kr + br)
        n = self.activation(xn + (r * (h @ kn + bn) if self.reset_after else (r * h) @ kn))
        return [z * h + (1 - z) * n]

    def forward(self, x, mask=None):
        state = [x.new_zeros(len(x), self.units)] * (2 if self.kind == "LSTM" else 1)
        outputs = []
        for t in range(x.shape[1]):
            new = self.step(x[:, t], *state)
            if mask is not None:
                new = [torch.where(mask[:, t, None], n, s) for n, s in zip(new, state)]
            state = new
            outputs.append(state[0])
        return torch.stack(outputs, 1), state


class Model(nn.Module):
    """Reads samples of shape (5, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.first = Recurrent("GRU", 3, 4, activation=F.relu, reset_after=False)
        self.both_forward = Recurrent("GRU", 4, 3, gate=lambda x: torch.clamp(0.2 * x + 0.5, 0, 1))
        self.both_backward = Recurrent("GRU", 4, 3, gate=lambda x: torch.clamp(0.2 * x + 0.5, 0, 1))
        self.each = nn.Linear(3, 2)

        # As Keras starts.
        for weight in (
            self.first.recurrent_kernel,
            self.both_forward.recurrent_kernel,
            self.both_backward.recurrent_kernel,
        ):
            nn.init.orthogonal_(weight)
        for weight in (
            self.first.kernel,
            self.both_forward.kernel,
            self.both_backward.kernel,
            self.each.weight,
        ):
            nn.init.xavier_uniform_(weight)
        for weight in (
            self.first.bias,
            self.both_forward.bias,
            self.both_backward.bias,
            self.each.bias,
        ):
            nn.init.zeros_(weight)

    def forward(self, x):
        mask = (x != 0.0).any(-1)
        x = x * mask.unsqueeze(-1)
        first_steps, first_state = self.first(x, mask)
        x = first_steps
        both_forward_steps, both_forward_state = self.both_forward(x, mask)
        both_backward_steps, both_backward_state = self.both_backward(x.flip(1), mask.flip(1))
        x = both_forward_steps + both_backward_steps.flip(1)
        each_each = x.flatten(0, 1)
        x = torch.tanh(self.each(each_each)).unflatten(0, (-1, 5))
        x = (x * mask.unsqueeze(-1)).sum(dim=1) / mask.unsqueeze(-1).sum(dim=1)
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, recurrent_kernel, bias = read("first")
        model.first.kernel.copy_(kernel)
        model.first.recurrent_kernel.copy_(recurrent_kernel)
        model.first.bias.copy_(bias)
        forward_kernel, forward_recurrent_kernel, forward_bias, backward_kernel, backward_recurrent_kernel, backward_bias = read("both")
        model.both_forward.kernel.copy_(forward_kernel)
        model.both_forward.recurrent_kernel.copy_(forward_recurrent_kernel)
        model.both_forward.bias.copy_(forward_bias)
        model.both_backward.kernel.copy_(backward_kernel)
        model.both_backward.recurrent_kernel.copy_(backward_recurrent_kernel)
        model.both_backward.bias.copy_(backward_bias)
        kernel, bias = read("each")
        model.each.weight.copy_(kernel.T)
        model.each.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("gru.h5"):
        load_weights(model, "gru.h5")
    print(model)
