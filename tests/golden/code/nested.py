"""nested. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (6, 6, 2), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.backbone_a = nn.Conv2d(2, 3, 3)
        self.backbone_a.requires_grad_(False)
        self.backbone_b = nn.BatchNorm2d(3, eps=0.001, momentum=0.01)
        self.backbone_c = nn.Conv2d(3, 2, 2)
        self.classes = nn.Linear(18, 2)

        # As Keras starts.
        for weight in (self.backbone_a.weight, self.backbone_c.weight, self.classes.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.backbone_a.bias, self.backbone_c.bias, self.classes.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = self.backbone_a(x)
        x = self.backbone_b(x)
        x = self.backbone_c(x)
        x = x.permute(0, 2, 3, 1)  # channels last, as Keras has them
        x = x.flatten(1)
        x = F.softmax(self.classes(x), dim=-1)
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, bias = [read("backbone")[i] for i in (4, 5)]
        model.backbone_a.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.backbone_a.bias.copy_(bias)
        gamma, beta, moving_mean, moving_variance = [read("backbone")[i] for i in (0, 1, 6, 7)]
        model.backbone_b.weight.copy_(gamma)
        model.backbone_b.bias.copy_(beta)
        model.backbone_b.running_mean.copy_(moving_mean)
        model.backbone_b.running_var.copy_(moving_variance)
        kernel, bias = [read("backbone")[i] for i in (2, 3)]
        model.backbone_c.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.backbone_c.bias.copy_(bias)
        kernel, bias = read("classes")
        model.classes.weight.copy_(kernel.T)
        model.classes.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("nested.h5"):
        load_weights(model, "nested.h5")
    print(model)
