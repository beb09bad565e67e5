"""Digits with convolutions. Written by Lamina for PyTorch."""
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset


class Model(nn.Module):
    """Reads samples of shape (28, 28, 1), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, 32, 3)
        self.pool_1 = nn.MaxPool2d(2)
        self.conv_2 = nn.Conv2d(32, 64, 3)
        self.pool_2 = nn.MaxPool2d(2)
        self.dropout = nn.Dropout(0.5)
        self.digit = nn.Linear(1600, 10)

        # As Keras starts.
        for weight in (self.conv_1.weight, self.conv_2.weight, self.digit.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.conv_1.bias, self.conv_2.bias, self.digit.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = F.relu(self.conv_1(x))
        x = self.pool_1(x)
        x = F.relu(self.conv_2(x))
        x = self.pool_2(x)
        x = x.permute(0, 2, 3, 1)  # channels last, as Keras has them
        x = x.flatten(1)
        x = self.dropout(x)
        x = self.digit(x)
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

        kernel, bias = read("conv_1")
        model.conv_1.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.conv_1.bias.copy_(bias)
        kernel, bias = read("conv_2")
        model.conv_2.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.conv_2.bias.copy_(bias)
        kernel, bias = read("digit")
        model.digit.weight.copy_(kernel.T)
        model.digit.bias.copy_(bias)


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_digits_cnn.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    x_train, x_test = x_train.astype("float32"), x_test.astype("float32")
    x_train, x_test = x_train / 255, x_test / 255
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
        for x, y in DataLoader(data, batch_size=128):
            for name, value in measures(model(x), y).items():
                totals[name] = totals.get(name, 0.0) + value.item() * len(x)
    results = {name: total / len(data) for name, total in totals.items()}
    return results


def train(model, data, validation=None):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-07)
    for epoch in range(5):
        model.train()
        totals = {}
        for x, y in DataLoader(data, batch_size=128, shuffle=True):
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
    if os.path.exists("lesson_digits_cnn.h5"):
        load_weights(model, "lesson_digits_cnn.h5")
    print(model)
    train_set = TensorDataset(torch.from_numpy(x_train), torch.from_numpy(y_train))
    count = int(len(train_set) * 0.8)
    validation_set = TensorDataset(*train_set[count:])
    train_set = TensorDataset(*train_set[:count])
    train(model, train_set, validation_set)
    print(evaluate(model, TensorDataset(torch.from_numpy(x_test), torch.from_numpy(y_test))))
    torch.save(model.state_dict(), "digits_with_convolutions.pt")
