"""lstm. Written by Lamina for PyTorch."""
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
    """Reads samples of shape (7,), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(12, 5)
        self.first = Recurrent("LSTM", 5, 4)
        self.second = Recurrent("LSTM", 4, 3)
        self.yes = nn.Linear(3, 1)

        # As Keras starts.
        for weight in (self.first.recurrent_kernel, self.second.recurrent_kernel):
            nn.init.orthogonal_(weight)
        nn.init.uniform_(self.embedding.weight, -0.05, 0.05)
        for weight in (self.first.kernel, self.second.kernel, self.yes.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.first.bias, self.second.bias, self.yes.bias):
            nn.init.zeros_(weight)
        nn.init.ones_(self.first.bias[4:8])  # the gate that forgets
        nn.init.ones_(self.second.bias[3:6])  # the gate that forgets

    def forward(self, x):
        mask = x != 0
        x = self.embedding(x.long())
        first_steps, first_state = self.first(x, mask)
        x = first_steps
        second_steps, second_state = self.second(x, mask)
        x = second_state[0]
        x = torch.sigmoid(self.yes(x))
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        (embeddings,) = read("embedding")
        model.embedding.weight.copy_(embeddings)
        kernel, recurrent_kernel, bias = read("first")
        model.first.kernel.copy_(kernel)
        model.first.recurrent_kernel.copy_(recurrent_kernel)
        model.first.bias.copy_(bias)
        kernel, recurrent_kernel, bias = read("second")
        model.second.kernel.copy_(kernel)
        model.second.recurrent_kernel.copy_(recurrent_kernel)
        model.second.bias.copy_(bias)
        kernel, bias = read("yes")
        model.yes.weight.copy_(kernel.T)
        model.yes.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("lstm.h5"):
        load_weights(model, "lstm.h5")
    print(model)
