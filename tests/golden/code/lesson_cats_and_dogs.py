"""Cats and dogs. Written by Lamina for PyTorch."""
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
from torchvision import datasets, transforms


class Model(nn.Module):
    """Reads samples of shape (150, 150, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(3, 32, 3)
        self.pool_1 = nn.MaxPool2d(2)
        self.conv_2 = nn.Conv2d(32, 32, 3)
        self.pool_2 = nn.MaxPool2d(2)
        self.hidden = nn.Linear(41472, 32)
        self.dog = nn.Linear(32, 1)

        # As Keras starts.
        for weight in (
            self.conv_1.weight,
            self.conv_2.weight,
            self.hidden.weight,
            self.dog.weight,
        ):
            nn.init.xavier_uniform_(weight)
        for weight in (self.conv_1.bias, self.conv_2.bias, self.hidden.bias, self.dog.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = F.relu(self.conv_1(x))
        x = self.pool_1(x)
        x = F.relu(self.conv_2(x))
        x = self.pool_2(x)
        x = x.permute(0, 2, 3, 1)  # channels last, as Keras has them
        x = x.flatten(1)
        x = F.relu(self.hidden(x))
        x = self.dog(x)
        return x

    def predict(self, *inputs):
        """What the model says; forward() leaves the last activation to the loss."""
        return torch.sigmoid(self(*inputs))


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
        kernel, bias = read("hidden")
        model.hidden.weight.copy_(kernel.T)
        model.hidden.bias.copy_(bias)
        kernel, bias = read("dog")
        model.dog.weight.copy_(kernel.T)
        model.dog.bias.copy_(bias)


def load_data():
    prepare = transforms.Compose([
        transforms.Resize((150, 150), transforms.InterpolationMode.NEAREST),
        transforms.Lambda(lambda picture: torch.from_numpy(np.array(picture, "float32")) / 255),
    ])
    return (
        datasets.ImageFolder("train", prepare),
        datasets.ImageFolder("validation", prepare),
        None,
    )


def measures(prediction, target):
    """The loss, and what else is of interest, of a batch."""
    target = target.reshape(prediction.shape).to(prediction.dtype)
    return {
        "loss": F.binary_cross_entropy_with_logits(prediction, target),
        "accuracy": ((torch.sigmoid(prediction) > 0.5) == (target > 0.5)).float().mean(),
    }


def evaluate(model, data):
    """What measures() gives, over all samples."""
    model.eval()
    totals = {}
    with torch.no_grad():
        for x, y in DataLoader(data, batch_size=100):
            for name, value in measures(model(x), y).items():
                totals[name] = totals.get(name, 0.0) + value.item() * len(x)
    results = {name: total / len(data) for name, total in totals.items()}
    return results


def train(model, data, validation=None):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-07)
    for epoch in range(20):
        model.train()
        totals = {}
        for x, y in DataLoader(data, batch_size=100, shuffle=True):
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
    train_set, validation_set, test_set = load_data()
    model = Model()
    if os.path.exists("lesson_cats_and_dogs.h5"):
        load_weights(model, "lesson_cats_and_dogs.h5")
    print(model)
    train(model, train_set, validation_set)
    if test_set is not None:
        print(evaluate(model, test_set))
    torch.save(model.state_dict(), "cats_and_dogs.pt")
