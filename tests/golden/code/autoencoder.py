"""autoencoder. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (8, 6, 1), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.narrow = nn.Conv2d(1, 4, 3, stride=2)
        self.wide = nn.ConvTranspose2d(4, 3, 3, stride=2)
        self.double_ = nn.Upsample(scale_factor=(2, 2), mode="bilinear")
        self.valid = nn.ConvTranspose2d(3, 1, (3, 2))

        # As Keras starts.
        nn.init.uniform_(self.wide.weight, -0.3086067, 0.3086067)
        nn.init.uniform_(self.valid.weight, -0.5, 0.5)
        nn.init.xavier_uniform_(self.narrow.weight)
        for weight in (self.narrow.bias, self.wide.bias, self.valid.bias):
            nn.init.zeros_(weight)

    def forward(self, x):
        x = x.permute(0, 3, 1, 2)  # channels first, as PyTorch wants them
        x = F.relu(self.narrow(F.pad(x, (0, 1, 0, 1))))
        x = self.wide(x)[:, :, :8, :6]
        x = F.leaky_relu(x, 0.2)
        x = self.double_(x)
        x = x[:, :, 4:12, 2:8]
        x = torch.sigmoid(self.valid(x))
        x = x.permute(0, 2, 3, 1)  # channels last, as Keras has them
        return x


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, bias = read("narrow")
        model.narrow.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.narrow.bias.copy_(bias)
        kernel, bias = read("wide")
        model.wide.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.wide.bias.copy_(bias)
        kernel, bias = read("valid")
        model.valid.weight.copy_(kernel.permute(3, 2, 0, 1))
        model.valid.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("autoencoder.h5"):
        load_weights(model, "autoencoder.h5")
    print(model)
