"""xception_like. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (11, 12, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.separable = nn.Sequential(
            nn.Conv2d(3, 3, 3, padding="same", groups=3, bias=False),
            nn.Conv2d(3, 5, 1, bias=False),
        )
        self.norm = nn.BatchNorm2d(5, eps=0.01, momentum=0.1)
        self.depthwise = nn.Conv2d(5, 10, 3, stride=2, groups=5)
        self.pool = nn.MaxPool2d(3, stride=2)
        self.yes = nn.Linear(10, 1)

        # As Keras starts.
        nn.init.uniform_(self.depthwise.weight, -0.3086067, 0.3086067)
        nn.init.uniform_(self.separable[0].weight, -0.4082483, 0.4082483)
        for weight in (self.separable[1].weight, self.yes.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.depthwise.bias, self.yes.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = self.separable(x)
        x = self.norm(x)
        x = F.relu(x).clamp(max=6.0)
        x = self.depthwise(F.pad(x, (0, 1, 1, 1)))
        x = self.pool(F.pad(x, (0, 1, 0, 1), value=float("-inf")))
        x = x.amax(dim=(2, 3))
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

        depthwise_kernel, pointwise_kernel = read("separable")
        model.separable[0].weight.copy_(depthwise_kernel.flatten(2).permute(2, 0, 1).unsqueeze(1))
        model.separable[1].weight.copy_(pointwise_kernel.permute(3, 2, 0, 1))
        gamma, beta, moving_mean, moving_variance = read("norm")
        model.norm.weight.copy_(gamma)
        model.norm.bias.copy_(beta)
        model.norm.running_mean.copy_(moving_mean)
        model.norm.running_var.copy_(moving_variance)
        depthwise_kernel, bias = read("depthwise")
        model.depthwise.weight.copy_(depthwise_kernel.flatten(2).permute(2, 0, 1).unsqueeze(1))
        model.depthwise.bias.copy_(bias)
        kernel, bias = read("yes")
        model.yes.weight.copy_(kernel.T)
        model.yes.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("xception_like.h5"):
        load_weights(model, "xception_like.h5")
    print(model)
