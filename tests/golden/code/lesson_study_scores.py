"""Hours of study and marks. Written by Lamina for PyTorch."""
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset


class Model(nn.Module):
    """Reads samples of shape (1,), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(1, 10)
        self.mark = nn.Linear(10, 1)

        # As Keras starts.
        for weight in (self.hidden.weight, self.mark.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.hidden.bias, self.mark.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = torch.sigmoid(self.hidden(x))
        x = self.mark(x)
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, bias = read("hidden")
        model.hidden.weight.copy_(kernel.T)
        model.hidden.bias.copy_(bias)
        kernel, bias = read("mark")
        model.mark.weight.copy_(kernel.T)
        model.mark.bias.copy_(bias)


def load_data():
    # Lamina makes these samples itself: they stand in a file beside this one.
    with np.load("lesson_study_scores.npz") as data:
        x_train, y_train = data["x_train"], data["y_train"]
        x_test, y_test = data["x_test"], data["y_test"]
    x_train, x_test = x_train.astype("float32"), x_test.astype("float32")
    return (x_train, y_train), (x_test, y_test)


def measures(prediction, target):
    """The loss, and what else is of interest, of a batch."""
    target = target.reshape(prediction.shape).to(prediction.dtype)
    return {
        "loss": F.mse_loss(prediction, target), "mean_absolute_error": F.l1_loss(prediction, target)
    }


def evaluate(model, data):
    """What measures() gives, over all samples."""
    model.eval()
    totals = {}
    with torch.no_grad():
        for x, y in DataLoader(data, batch_size=32):
            for name, value in measures(model(x), y).items():
                totals[name] = totals.get(name, 0.0) + value.item() * len(x)
    results = {name: total / len(data) for name, total in totals.items()}
    return results


def train(model, data, validation=None):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for epoch in range(20):
        model.train()
        totals = {}
        for x, y in DataLoader(data, batch_size=32, shuffle=True):
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
    if os.path.exists("lesson_study_scores.h5"):
        load_weights(model, "lesson_study_scores.h5")
    print(model)
    train_set = TensorDataset(torch.from_numpy(x_train), torch.from_numpy(y_train))
    count = int(len(train_set) * 0.8)
    validation_set = TensorDataset(*train_set[count:])
    train_set = TensorDataset(*train_set[:count])
    train(model, train_set, validation_set)
    print(evaluate(model, TensorDataset(torch.from_numpy(x_test), torch.from_numpy(y_test))))
    torch.save(model.state_dict(), "hours_of_study_and_marks.pt")
