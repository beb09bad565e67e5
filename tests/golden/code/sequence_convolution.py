"""sequence_convolution. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (12, 2), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.causal = nn.Conv1d(2, 4, 3, dilation=2)
        self.prelu_alpha = nn.Parameter(torch.zeros(1, 4))
        self.strided = nn.Conv1d(4, 4, 4, stride=3, groups=2)
        self.norm = nn.BatchNorm1d(4, eps=0.001, momentum=0.01)
        self.norm.weight.requires_grad_(False)  # scale=False
        self.longer = nn.Upsample(scale_factor=3)
        self.pool = nn.MaxPool1d(3, stride=2)
        self.numbers = nn.Linear(24, 2)

        # As Keras starts.
        nn.init.uniform_(self.strided.weight, -0.5, 0.5)
        for weight in (self.causal.weight, self.numbers.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.causal.bias, self.strided.bias, self.numbers.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 2, 1)  # channels first, as PyTorch wants them
        x = self.causal(F.pad(x, (4, 0)))
        x = x.permute(0, 2, 1)  # channels last, as Keras has them
        x = torch.where(x > 0, x, self.prelu_alpha * x)
        x = x.permute(0, 2, 1)  # channels first, as PyTorch wants them
        x = self.strided(F.pad(x, (0, 1)))
        x = self.norm(x)
        x = self.longer(x)
        x = self.pool(F.pad(x, (0, 1), value=float("-inf")))
        x = x.permute(0, 2, 1)  # channels last, as Keras has them
        x = x.permute(0, 2, 1)
        x = x.flatten(1)
        x = self.numbers(x)
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, bias = read("causal")
        model.causal.weight.copy_(kernel.permute(2, 1, 0))
        model.causal.bias.copy_(bias)
        (alpha,) = read("prelu")
        model.prelu_alpha.copy_(alpha)
        kernel, bias = read("strided")
        model.strided.weight.copy_(kernel.permute(2, 1, 0))
        model.strided.bias.copy_(bias)
        beta, moving_mean, moving_variance = read("norm")
        model.norm.bias.copy_(beta)
        model.norm.running_mean.copy_(moving_mean)
        model.norm.running_var.copy_(moving_variance)
        kernel, bias = read("numbers")
        model.numbers.weight.copy_(kernel.T)
        model.numbers.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("sequence_convolution.h5"):
        load_weights(model, "sequence_convolution.h5")
    print(model)
