"""two_in_two_out. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (6, 6, 2) and (3,), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 3, 3)
        self.conv.requires_grad_(False)
        self.class_ = nn.Linear(3, 3)
        self.first = nn.Linear(3, 2)

        # As Keras starts.
        for weight in (self.conv.weight, self.class_.weight, self.first.weight):
            nn.init.xavier_uniform_(weight)
        for weight in (self.conv.bias, self.class_.bias, self.first.bias):
            nn.init.zeros_(weight)

    def forward(self, 그림, the_numbers):
        그림_first = 그림.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        conv = self.conv(그림_first)
        mean = conv.mean(dim=(2, 3))
        class_ = F.gelu(self.class_(the_numbers))
        product = mean * class_
        angle = torch.einsum("ab,ab->a", F.normalize(mean, dim=1), F.normalize(class_, dim=1)).unsqueeze(1)
        first = F.softmax(self.first(product), dim=-1)
        second = torch.cat([angle, mean], dim=1)
        return first, second


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
        kernel, bias = read("class")
        model.class_.weight.copy_(kernel.T)
        model.class_.bias.copy_(bias)
        kernel, bias = read("first")
        model.first.weight.copy_(kernel.T)
        model.first.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("two_in_two_out.h5"):
        load_weights(model, "two_in_two_out.h5")
    print(model)
