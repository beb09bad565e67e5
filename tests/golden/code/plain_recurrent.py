"""plain_recurrent. Written by Lamina for PyTorch."""
import os

import torch
import torch.nn as nn
import torch.nn.functional as F


class SameAtEachStep(nn.Module):
    """Dropout that leaves out the same numbers at every step of a sequence."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        return x * F.dropout(torch.ones_like(x[:, :1]), self.rate, self.training)


def gates(weights, order=(1, 0, 2)):
    """Rows z, r, h of a GRU of Keras as PyTorch has them: r, z, n."""
    parts = weights.chunk(3)
    return torch.cat([parts[i] for i in order])


class Model(nn.Module):
    """Reads samples of shape (6, 3), channels last as in Keras."""

    def __init__(self):
        super().__init__()
        self.first = nn.LSTM(3, 4, batch_first=True)
        self.first_dropout = SameAtEachStep(0.2)
        self.second = nn.GRU(4, 5, batch_first=True)
        self.third = nn.RNN(5, 4, batch_first=True, nonlinearity="relu")
        self.norm = nn.LayerNorm(4, eps=0.001)
        self.both_forward = nn.LSTM(4, 2, batch_first=True)
        self.both_backward = nn.LSTM(4, 2, batch_first=True)
        self.numbers = nn.Linear(4, 2)

        # As Keras starts.
        for weight in (
            self.first.weight_hh_l0,
            self.second.weight_hh_l0,
            self.third.weight_hh_l0,
            self.both_forward.weight_hh_l0,
            self.both_backward.weight_hh_l0,
        ):
            nn.init.orthogonal_(weight)
        for weight in (
            self.first.weight_ih_l0,
            self.second.weight_ih_l0,
            self.third.weight_ih_l0,
            self.both_forward.weight_ih_l0,
            self.both_backward.weight_ih_l0,
            self.numbers.weight,
        ):
            nn.init.xavier_uniform_(weight)
        for weight in (
            self.first.bias_ih_l0,
            self.first.bias_hh_l0,
            self.second.bias_ih_l0,
            self.second.bias_hh_l0,
            self.third.bias_ih_l0,
            self.third.bias_hh_l0,
            self.both_forward.bias_ih_l0,
            self.both_forward.bias_hh_l0,
            self.both_backward.bias_ih_l0,
            self.both_backward.bias_hh_l0,
            self.numbers.bias,
        ):
            nn.init.zeros_(weight)
        nn.init.ones_(self.first.bias_ih_l0[4:8])  # the gate that forgets
        nn.init.ones_(self.both_forward.bias_ih_l0[2:4])  # the gate that forgets
        nn.init.ones_(self.both_backward.bias_ih_l0[2:4])  # the gate that forgets

    def forward(self, x):
        first_steps, (first_h, first_c) = self.first(self.first_dropout(x))
        x = first_steps
        second_steps, second_h = self.second(x)
        x = second_steps
        third_steps, third_h = self.third(x)
        x = third_steps
        x = self.norm(x)
        both_forward_steps, (both_forward_h, both_forward_c) = self.both_forward(x)
        both_backward_steps, (both_backward_h, both_backward_c) = self.both_backward(x.flip(1))
        x = torch.cat([both_forward_h[0], both_backward_h[0]], dim=-1)
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

        kernel, recurrent_kernel, bias = read("first")
        model.first.weight_ih_l0.copy_(kernel.T)
        model.first.weight_hh_l0.copy_(recurrent_kernel.T)
        model.first.bias_ih_l0.copy_(bias)
        model.first.bias_hh_l0.zero_()
        kernel, recurrent_kernel, bias = read("second")
        model.second.weight_ih_l0.copy_(gates(kernel.T))
        model.second.weight_hh_l0.copy_(gates(recurrent_kernel.T))
        model.second.bias_ih_l0.copy_(gates(bias[0]))
        model.second.bias_hh_l0.copy_(gates(bias[1]))
        kernel, recurrent_kernel, bias = read("third")
        model.third.weight_ih_l0.copy_(kernel.T)
        model.third.weight_hh_l0.copy_(recurrent_kernel.T)
        model.third.bias_ih_l0.copy_(bias)
        model.third.bias_hh_l0.zero_()
        gamma, beta = read("norm")
        model.norm.weight.copy_(gamma)
        model.norm.bias.copy_(beta)
        forward_kernel, forward_recurrent_kernel, forward_bias, backward_kernel, backward_recurrent_kernel, backward_bias = read("both")
        model.both_forward.weight_ih_l0.copy_(forward_kernel.T)
        model.both_forward.weight_hh_l0.copy_(forward_recurrent_kernel.T)
        model.both_forward.bias_ih_l0.copy_(forward_bias)
        model.both_forward.bias_hh_l0.zero_()
        model.both_backward.weight_ih_l0.copy_(backward_kernel.T)
        model.both_backward.weight_hh_l0.copy_(backward_recurrent_kernel.T)
        model.both_backward.bias_ih_l0.copy_(backward_bias)
        model.both_backward.bias_hh_l0.zero_()
        kernel, bias = read("numbers")
        model.numbers.weight.copy_(kernel.T)
        model.numbers.bias.copy_(bias)


if __name__ == "__main__":
    model = Model()
    if os.path.exists("plain_recurrent.h5"):
        load_weights(model, "plain_recurrent.h5")
    print(model)
