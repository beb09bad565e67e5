"""inception. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (8, 8, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(3, 2, 1)
        self.three = nn.Conv2d(3, 3, 3, padding="same")
        self.pool = nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False)
        self.drop = nn.Dropout2d(0.2)
        self.classes = nn.Linear(512, 4)

        # As Keras starts.
        for weight in (self.one.weight, self.three.weight, self.classes.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.one.bias, self.three.bias, self.classes.bias):
            nn.init.zeros_(weight)

    def forward(self, picture):
        picture_first = picture.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        one = F.elu(self.one(picture_first))
        three = torch.tanh(self.three(picture_first))
        pool = self.pool(picture_first)
        all_ = torch.cat([one, three, pool], dim=1)
        drop = self.drop(all_)
        drop_last = drop.permute(0, 2, 3, 1)  # channels last, as Keras has them
        flatten = drop_last.flatten(1)
        classes = F.softmax(self.classes(flatten), dim=-1)
        return classes


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, bias = read("one")
        model.one.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.one.bias.copy_(bias)
        kernel, bias = read("three")
        model.three.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.three.bias.copy_(bias)
        kernel, bias = read("classes")
        model.classes.weight.copy_(kernel.T)
        model.classes.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("inception.h5"):
        load_weights(model, "inception.h5")
    print(model)
