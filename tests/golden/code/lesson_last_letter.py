"""The last letter of a word. Written by Lamina for PyTorch."""
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset


class Model(nn.Module):
    """Reads samples of shape (4, 26), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.reader = nn.RNN(26, 32, batch_first=True)
        self.letter = nn.Linear(32, 26)

        # As Keras starts.
        nn.init.orthogonal_(self.reader.weight_hh_l0)
        for weight in (self.reader.weight_ih_l0, self.letter.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.reader.bias_ih_l0, self.reader.bias_hh_l0, self.letter.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        reader_steps, reader_h = self.reader(x)
        x = reader_h[0]
        x = self.letter(x)
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

        kernel, recurrent_kernel, bias = read("reader")
        model.reader.weight_ih_l0.copy_(kernel.T)
        model.reader.weight_hh_l0.copy_(recurrent_kernel.T)
        model.reader.bias_ih_l0.copy_(bias)
        model.reader.bias_hh_l0.zero_()
        kernel, bias = read("letter")
        model.letter.weight.copy_(kernel.T)
        model.letter.bias.copy_(bias)


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_last_letter.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    x_train, x_test = x_train.astype("float32"), x_test.astype("float32")
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
        for x, y in DataLoader(data, batch_size=12):
            for name, value in measures(model(x), y).items():
                totals[name] = totals.get(name, 0.0) + value.item() * len(x)
    results = {name: total / len(data) for name, total in totals.items()}
    return results


def train(model, data, validation=None):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, eps=1e-07)
    for epoch in range(60):
        model.train()
        totals = {}
        for x, y in DataLoader(data, batch_size=12, shuffle=True):
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
    if os.path.exists("lesson_last_letter.h5"):
        load_weights(model, "lesson_last_letter.h5")
    print(model)
    train_set = TensorDataset(torch.from_numpy(x_train), torch.from_numpy(y_train))
    train(model, train_set)
    print(evaluate(model, TensorDataset(torch.from_numpy(x_test), torch.from_numpy(y_test))))
    torch.save(model.state_dict(), "the_last_letter_of_a_word.pt")
