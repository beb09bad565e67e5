"""odd_strides. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (10, 7, 2), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, (2, 3), stride=(3, 2))
        self.even = nn.Conv2d(3, 3, 4, padding="same")
        self.largest = nn.MaxPool2d(2)
        self.mean = nn.AvgPool2d((2, 1), stride=2)
        self.each = nn.Linear(3, 2)

        # As Keras starts.
        for weight in (self.conv.weight, self.even.weight, self.each.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.conv.bias, self.even.bias, self.each.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = self.conv(F.pad(x, (1, 1, 0, 1)))
        x = torch.clamp(0.2 * self.even(x) + 0.5, 0, 1)
        x = self.largest(x)
        x = self.mean(x)
        x = x.permute(0, 2, 3, 1)  # channels last, as Keras has them
        x = x.reshape(-1, 1, 3)
        x = F.silu(self.each(x))
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, bias = read("conv")
        model.conv.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.conv.bias.copy_(bias)
        kernel, bias = read("even")
        model.even.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.even.bias.copy_(bias)
        kernel, bias = read("each")
        model.each.weight.copy_(kernel.T)
        model.each.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("odd_strides.h5"):
        load_weights(model, "odd_strides.h5")
    print(model)
