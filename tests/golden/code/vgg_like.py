"""vgg_like. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (16, 16, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.block1_conv1 = nn.Conv2d(3, 4, 3, padding="same")
        self.block1_conv2 = nn.Conv2d(4, 4, 3, padding="same")
        self.block1_pool = nn.MaxPool2d(2)
        self.block2_conv1 = nn.Conv2d(4, 6, 3, padding="same")
        self.block2_pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(96, 12)
        self.dropout = nn.Dropout(0.5)
        self.classes = nn.Linear(12, 5)

        # As Keras starts.
        for weight in (
            self.block1_conv1.weight,
            self.block1_conv2.weight,
            self.block2_conv1.weight,
            self.fc.weight,
            self.classes.weight,
        ):
            nn.init.xavier_uniform_(weight)
        for weight in (
            self.block1_conv1.bias,
            self.block1_conv2.bias,
            self.block2_conv1.bias,
            self.fc.bias,
            self.classes.bias,
        ):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = F.relu(self.block1_conv1(x))
        x = F.relu(self.block1_conv2(x))
        x = self.block1_pool(x)
        x = F.relu(self.block2_conv1(x))
        x = self.block2_pool(x)
        x = x.permute(0, 2, 3, 1)  # channels last, as Keras has them
        x = x.flatten(1)
        x = F.relu(self.fc(x))
        x = self.dropout(x)
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

        kernel, bias = read("block1_conv1")
        model.block1_conv1.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.block1_conv1.bias.copy_(bias)
        kernel, bias = read("block1_conv2")
        model.block1_conv2.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.block1_conv2.bias.copy_(bias)
        kernel, bias = read("block2_conv1")
        model.block2_conv1.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.block2_conv1.bias.copy_(bias)
        kernel, bias = read("fc")
        model.fc.weight.copy_(kernel.T)
        model.fc.bias.copy_(bias)
        kernel, bias = read("classes")
        model.classes.weight.copy_(kernel.T)
        model.classes.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("vgg_like.h5"):
        load_weights(model, "vgg_like.h5")
    print(model)
