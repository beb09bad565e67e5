"""residual. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (9, 8, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 6, 3, stride=2, bias=False)
        self.norm = nn.BatchNorm2d(6, eps=0.001, momentum=0.01)
        self.second = nn.Conv2d(6, 6, 3, padding="same")
        self.shortcut = nn.Conv2d(3, 6, 1, stride=2)
        self.classes = nn.Linear(6, 3)

        # As Keras starts.
        for weight in (
            self.first.weight,
            self.second.weight,
            self.shortcut.weight,
            self.classes.weight,
        ):
            nn.init.xavier_uniform_(weight)
        for weight in (self.second.bias, self.shortcut.bias, self.classes.bias):
            nn.init.zeros_(weight)

    def forward(self, picture):
        picture_first = picture.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        first = self.first(F.pad(picture_first, (0, 1, 1, 1)))
        norm = self.norm(first)
        relu = F.relu(norm)
        second = self.second(relu)
        shortcut = self.shortcut(picture_first)
        sum_ = second + shortcut
        mean = sum_.mean(dim=(2, 3))
        classes = F.softmax(self.classes(mean), dim=-1)
        return classes


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        (kernel,) = read("first")
        model.first.weight.copy_(kernel.permute(3, 2, 0, 1))
        gamma, beta, moving_mean, moving_variance = read("norm")
        model.norm.weight.copy_(gamma)
        model.norm.bias.copy_(beta)
        model.norm.running_mean.copy_(moving_mean)
        model.norm.running_var.copy_(moving_variance)
        kernel, bias = read("second")
        model.second.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.second.bias.copy_(bias)
        kernel, bias = read("shortcut")
        model.shortcut.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.shortcut.bias.copy_(bias)
        kernel, bias = read("classes")
        model.classes.weight.copy_(kernel.T)
        model.classes.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("residual.h5"):
        load_weights(model, "residual.h5")
    print(model)
