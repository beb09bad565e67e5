"""states. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class Model(nn.Module):
    """Reads samples of shape (4, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.reader = nn.LSTM(3, 3, batch_first=True)

        # As Keras starts.
        nn.init.orthogonal_(self.reader.weight_hh_l0)
        nn.init.xavier_uniform_(self.reader.weight_ih_l0)
        for weight in (self.reader.bias_ih_l0, self.reader.bias_hh_l0):
            nn.init.zeros_(weight)
        nn.init.ones_(self.reader.bias_ih_l0[3:6])  # the gate that forgets

    def forward(self, steps):
        reader_steps, (reader_h, reader_c) = self.reader(steps.flip(1))
        reader = reader_h[0]
        reader_1 = reader_h[0]
        reader_2 = reader_c[0]
        difference = reader_1 - reader_2
        again = difference.unsqueeze(1).repeat(1, 2, 1)
        bent = torch.tanh(again)
        return bent


def load_weights(model, path):
    """Puts in the weights of a Keras file (.h5) of this model, as Lamina writes it."""
    import h5py

    with h5py.File(path, "r") as file, torch.no_grad():
        groups = file["model_weights"] if "model_weights" in file else file

        def read(layer):
            group = groups[layer]
            return [torch.tensor(group[name][()]) for name in group.attrs["weight_names"]]

        kernel, recurrent_kernel, bias = read("reader")
        model.reader.weight_ih_l0.copy_(kernel.T)
        model.reader.weight_hh_l0.copy_(recurrent_kernel.T)
        model.reader.bias_ih_l0.copy_(bias)
        model.reader.bias_hh_l0.zero_()


if __name__ == "__main__":
    model = Model()
    if os.path.exists("states.h5"):
        load_weights(model, "states.h5")
    print(model)
