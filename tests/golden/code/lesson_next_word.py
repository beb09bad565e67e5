"""The next word of a sentence. Written by Lamina for PyTorch."""
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset


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
    """Reads samples of shape (8,), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(65, 16)
        self.reader = Recurrent("SimpleRNN", 16, 32)
        self.next = nn.Linear(32, 65)

        # As Keras starts.
        nn.init.orthogonal_(self.reader.recurrent_kernel)
        nn.init.uniform_(self.words.weight, -0.05, 0.05)
        for weight in (self.reader.kernel, self.next.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.reader.bias, self.next.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        mask = x != 0
        x = self.words(x.long())
        reader_steps, reader_state = self.reader(x, mask)
        x = reader_state[0]
        x = self.next(x)
        return x

    def predict(self, *inputs):
        """What the model says; forward() leaves the last activation to the loss."""
        return F.softmax(self(*inputs), dim=-1)


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        (embeddings,) = read("words")
        model.words.weight.copy_(embeddings)
        kernel, recurrent_kernel, bias = read("reader")
        model.reader.kernel.copy_(kernel)
        model.reader.recurrent_kernel.copy_(recurrent_kernel)
        model.reader.bias.copy_(bias)
        kernel, bias = read("next")
        model.next.weight.copy_(kernel.T)
        model.next.bias.copy_(bias)


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_next_word.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    return (x_train, y_train), (x_test, y_test)


def measures(prediction, target):
    """The loss, and what else is of interest, of a batch."""
    return {
        "loss": F.cross_entropy(prediction, target.long()),
        "accuracy": (prediction.argmax(-1) == target).float().mean(),
    }


def evaluate(model, data):
    """What measures() gives, over all samples."""
    model.eval()
    totals = {}
    with torch.no_grad():
        for x, y in DataLoader(data, batch_size=16):
            for name, value in measures(model(x), y).items():
                totals[name] = totals.get(name, 0.0) + value.item() * len(x)
    results = {name: total / len(data) for name, total in totals.items()}
    return results


def train(model, data, validation=None):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, eps=1e-07)
    for epoch in range(80):
        model.train()
        totals = {}
        for x, y in DataLoader(data, batch_size=16, shuffle=True):
            prediction = model(x)
            measured = measures(prediction, y)
            loss = measured["loss"]
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            for name, value in measured.items():
                totals[name] = totals.get(name, 0.0) + value.item() * len(x)
        logs = {name: total / len(data) for name, total in totals.items()}
        if validation is not None:
            logs.update({"val_" + name: value for name, value in evaluate(model, validation).items()})
        print(f"Epoch {epoch + 1}:", *(f"{name} {value:.4f}" for name, value in logs.items()))


if __name__ == "__main__":
    torch.manual_seed(7)
    (x_train, y_train), (x_test, y_test) = load_data()
    model = Model()
    if os.path.exists("lesson_next_word.h5"):
        load_weights(model, "lesson_next_word.h5")
    print(model)
    train_set = TensorDataset(torch.from_numpy(x_train), torch.from_numpy(y_train))
    train(model, train_set)
    print(evaluate(model, TensorDataset(torch.from_numpy(x_test), torch.from_numpy(y_test))))
    torch.save(model.state_dict(), "the_next_word_of_a_sentence.pt")
