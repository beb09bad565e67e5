#include "engine/code/torch_helpers.h"

#include <cassert>

namespace lamina::code {

namespace {
constexpr std::string_view recurrent = R"(class Recurrent(nn.Module):
    """LSTM, GRU or SimpleRNN as Keras computes them, with any activations; steps that a mask leaves out
    change nothing."""

    def __init__(self, kind, inputs, units, activation=torch.tanh, gate=torch.sigmoid, bias=True,
                 reset_after=True):
        super().__init__()
        width = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind] * units
        self.kind, self.units, self.activation, self.gate = kind, units, activation, gate
        self.reset_after = kind == "GRU" and reset_after
        self.kernel = nn.Parameter(torch.empty(inputs, width))
        self.recurrent_kernel = nn.Parameter(torch.empty(units, width))
        shape = (2, width) if self.reset_after else (width,)
        self.bias = nn.Parameter(torch.zeros(shape), requires_grad=bias)

    def step(self, x, h, c=None):
        bias, later = self.bias if self.reset_after else (self.bias, torch.zeros_like(self.bias))
        x = x @ self.kernel + bias
        if self.kind == "SimpleRNN":
            return [self.activation(x + h @ self.recurrent_kernel)]
        if self.kind == "LSTM":
            i, f, g, o = (x + h @ self.recurrent_kernel).chunk(4, -1)
            c = self.gate(f) * c + self.gate(i) * self.activation(g)
            return [self.gate(o) * self.activation(c), c]
        xz, xr, xn = x.chunk(3, -1)
        kz, kr, kn = self.recurrent_kernel.chunk(3, -1)
        bz, br, bn = later.chunk(3)
        z = self.gate(xz + h @ kz + bz)
        r = self.gate(xr + h @ kr + br)
        n = self.activation(xn + (r * (h @ kn + bn) if self.reset_after else (r * h) @ kn))
        return [z * h + (1 - z) * n]

    def forward(self, x, mask=None):
        state = [x.new_zeros(len(x), self.units)] * (2 if self.kind == "LSTM" else 1)
        outputs = []
        for t in range(x.shape[1]):
            new = self.step(x[:, t], *state)
            if mask is not None:
                new = [torch.where(mask[:, t, None], n, s) for n, s in zip(new, state)]
            state = new
            outputs.append(state[0])
        return torch.stack(outputs, 1), state
)";

constexpr std::string_view gates = R"(def gates(weights, order=(1, 0, 2)):
    """Rows z, r, h of a GRU of Keras as PyTorch has them: r, z, n."""
    parts = weights.chunk(3)
    return torch.cat([parts[i] for i in order])
)";

constexpr std::string_view sameAtEachStep = R"(class SameAtEachStep(nn.Module):
    """Dropout that leaves out the same numbers at every step of a sequence."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        return x * F.dropout(torch.ones_like(x[:, :1]), self.rate, self.training)
)";
constexpr std::string_view kerasSgd = R"(class KerasSGD(torch.optim.Optimizer):
    """Momentum keeps the rate at which its steps were taken, as in Keras; PyTorch's takes the newest."""

    def __init__(self, parameters, lr, momentum=0.0, nesterov=False):
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "nesterov": nesterov})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group["params"]:
                if weight.grad is not None:
                    step = -group["lr"] * weight.grad
                    velocity = group["momentum"] * self.state[weight].get("velocity", 0) + step
                    self.state[weight]["velocity"] = velocity
                    weight += group["momentum"] * velocity + step if group["nesterov"] else velocity
)";
} // namespace

std::string_view torchHelper(std::string_view name)
{
    if (name == "Recurrent")
        return recurrent;
    if (name == "gates")
        return gates;
    if (name == "KerasSGD")
        return kerasSgd;
    assert(name == "SameAtEachStep");
    return sameAtEachStep;
}

} // namespace lamina::code
