#include "engine/kernels/activation.h"

#include "engine/kernels/clones.h"
#include "engine/kernels/vector_math.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <string_view>

namespace lamina {

namespace {
constexpr std::array names{"linear", "relu",        "sigmoid",      "tanh",     "softmax",
                           "elu",    "selu",        "softplus",     "softsign", "swish",
                           "gelu",   "exponential", "hard_sigmoid", "mish",     "silu"};
static_assert(names[static_cast<std::size_t>(ActivationKind::Mish)] == std::string_view("mish"));

constexpr float seluAlpha = 1.67326324F;
constexpr float seluScale = 1.05070099F;

template <typename Function>
[[gnu::always_inline]] inline void map(const float* x, float* y, Index count, Function function)
{
    for (Index i = 0; i < count; ++i)
        y[i] = function(x[i]);
}

template <typename Function>
[[gnu::always_inline]] inline void mapGradient(const float* from, const float* dy, float* dx, Index count,
                                               Function derivative)
{
    for (Index i = 0; i < count; ++i)
        dx[i] = dy[i] * derivative(from[i]);
}

LAMINA_CLONES void relu(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) { return v > 0 || v != v ? v : 0.0F; }); // a not-a-number stays visible
}

LAMINA_CLONES void reluGradient(const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [](float v) { return v > 0 ? 1.0F : 0.0F; });
}

LAMINA_CLONES void sigmoid(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) { return vectorSigmoid(v); });
}

LAMINA_CLONES void sigmoidGradient(const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [](float v) { return v * (1.0F - v); });
}

LAMINA_CLONES void tanhForward(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) { return vectorTanh(v); });
}

LAMINA_CLONES void tanhGradient(const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [](float v) { return 1.0F - v * v; });
}

// elu and selu: scale · (x, or alpha (e^x - 1) below 0). The derivative from the output: y + scale · alpha
// below 0.
LAMINA_CLONES void elu(float scale, float alpha, const float* x, float* y, Index n)
{
    map(x, y, n, [=](float v) { return v > 0 ? scale * v : scale * alpha * (vectorExp(v) - 1.0F); });
}

LAMINA_CLONES void eluGradient(float scale, float alpha, const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [=](float v) { return v > 0 ? scale : v + scale * alpha; });
}

LAMINA_CLONES void softplusGradient(const float* x, const float* dy, float* dx, Index n)
{
    mapGradient(x, dy, dx, n, [](float v) { return vectorSigmoid(v); });
}

LAMINA_CLONES void softsign(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) { return v / (1.0F + (v < 0 ? -v : v)); });
}

LAMINA_CLONES void softsignGradient(const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [](float v) {
        const float rest = 1.0F - (v < 0 ? -v : v);
        return rest * rest;
    });
}

LAMINA_CLONES void swish(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) { return v * vectorSigmoid(v); });
}

LAMINA_CLONES void swishGradient(const float* x, const float* dy, float* dx, Index n)
{
    mapGradient(x, dy, dx, n, [](float v) {
        const float s = vectorSigmoid(v);
        return s * (1.0F + v * (1.0F - s));
    });
}

// As a square, which reaches all floats where vectorExp() stops a little before the largest.
LAMINA_CLONES void exponential(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) {
        const float root = vectorExp(0.5F * v);
        return root * root;
    });
}

LAMINA_CLONES void exponentialGradient(const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [](float v) { return v; });
}

// Keras 2's: 0.2 x + 0.5, cut at 0 and 1.
LAMINA_CLONES void hardSigmoid(const float* x, float* y, Index n)
{
    map(x, y, n, [](float v) {
        const float line = 0.2F * v + 0.5F;
        return line < 0.0F ? 0.0F : line > 1.0F ? 1.0F : line;
    });
}

LAMINA_CLONES void hardSigmoidGradient(const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [](float v) { return v > 0.0F && v < 1.0F ? 0.2F : 0.0F; });
}

// x tanh(ln(1 + e^x)), where the tanh is n / (n + 2) with n = e^x (e^x + 2). Beyond 20 it is 1 to the last
// digit.
LAMINA_CLONES void mish(const float* x, float* y, Index count)
{
    map(x, y, count, [](float v) {
        const float e = vectorExp(v > 20.0F ? 20.0F : v);
        const float n = e * (e + 2.0F);
        return v * n / (n + 2.0F);
    });
}

LAMINA_CLONES void mishGradient(const float* x, const float* dy, float* dx, Index count)
{
    mapGradient(x, dy, dx, count, [](float v) {
        const float e = vectorExp(v > 20.0F ? 20.0F : v);
        const float n = e * (e + 2.0F);
        const float inverse = 1.0F / (n + 2.0F);
        return n * inverse + v * 4.0F * inverse * (e * (1.0F + e) * inverse);
    });
}

LAMINA_CLONES void softmaxRow(const float* x, float* y, Index n)
{
    float largest = x[0];
    for (Index i = 1; i < n; ++i)
        largest = x[i] > largest ? x[i] : largest;
    for (Index i = 0; i < n; ++i)
        y[i] = vectorExp(x[i] - largest);
    float sum = 0;
    for (Index i = 0; i < n; ++i)
        sum += y[i];
    const float scale = 1.0F / sum;
    for (Index i = 0; i < n; ++i)
        y[i] *= scale;
}

LAMINA_CLONES void softmaxRowGradient(const float* y, const float* dy, float* dx, Index n)
{
    float dot = 0;
    for (Index i = 0; i < n; ++i)
        dot += y[i] * dy[i];
    for (Index i = 0; i < n; ++i)
        dx[i] = y[i] * (dy[i] - dot);
}

float softplus(float x)
{
    return std::max(x, 0.0F) + std::log1p(std::exp(-std::abs(x)));
}

// x · Φ(x), the exact form: Keras' gelu with approximate=False.
float gelu(float x)
{
    return 0.5F * x * (1.0F + std::erf(x * std::numbers::sqrt2_v<float> / 2));
}

float geluDerivative(float x)
{
    const float density =
        std::exp(-0.5F * x * x) * std::numbers::inv_sqrtpi_v<float> / std::numbers::sqrt2_v<float>;
    return 0.5F * (1.0F + std::erf(x * std::numbers::sqrt2_v<float> / 2)) + x * density;
}

LAMINA_CLONES void leakyReluLoop(float slope, const float* x, float* y, Index n)
{
    map(x, y, n, [=](float v) { return v > 0 ? v : slope * v; });
}

LAMINA_CLONES void leakyReluGradientLoop(float slope, const float* y, const float* dy, float* dx, Index n)
{
    mapGradient(y, dy, dx, n, [=](float v) { return v > 0 ? 1.0F : slope; });
}

class ActivationKernel final : public Kernel {
public:
    ActivationKernel(ActivationKind kind, const Shape& shape)
        : m_kind(kind), m_width(shape.rank() > 0 ? shape[-1] : 1), m_elements(shape.elements())
    {
    }
    bool backwardReadsInput() const override { return backwardNeedsInput(m_kind); }
    bool backwardReadsOutput() const override
    {
        return !backwardNeedsInput(m_kind) && m_kind != ActivationKind::Linear;
    }
    bool inPlace() const override { return true; }
    void forward(const Pass& pass) const override
    {
        activate(m_kind, pass.x[0], pass.y[0], rows(pass), m_width);
    }
    void backward(const Pass& pass) const override
    {
        if (pass.dx[0])
            activateBackward(m_kind, pass.x[0], pass.y[0], pass.dy[0], pass.dx[0], rows(pass), m_width);
    }

private:
    Index rows(const Pass& pass) const { return m_width == 0 ? 0 : pass.samples * m_elements / m_width; }
    ActivationKind m_kind;
    Index m_width;
    Index m_elements;
};
} // namespace

std::span<const char* const> activationNames()
{
    return names;
}

std::optional<ActivationKind> activationNamed(std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    if (name == "silu") // swish by its other name
        return ActivationKind::Swish;
    return static_cast<ActivationKind>(found - names.begin());
}

const char* activationName(ActivationKind kind)
{
    return names[static_cast<std::size_t>(kind)];
}

bool backwardNeedsInput(ActivationKind kind)
{
    return kind == ActivationKind::Softplus || kind == ActivationKind::Swish || kind == ActivationKind::Gelu
        || kind == ActivationKind::Mish;
}

void activate(ActivationKind kind, const float* x, float* y, Index rows, Index width)
{
    const Index count = rows * width;
    switch (kind) {
    case ActivationKind::Linear:
        if (x != y)
            std::copy_n(x, count, y);
        return;
    case ActivationKind::Relu:
        return relu(x, y, count);
    case ActivationKind::Sigmoid:
        return sigmoid(x, y, count);
    case ActivationKind::Tanh:
        return tanhForward(x, y, count);
    case ActivationKind::Softmax:
        for (Index row = 0; row < rows; ++row)
            softmaxRow(x + row * width, y + row * width, width);
        return;
    case ActivationKind::Elu:
        return elu(1, 1, x, y, count);
    case ActivationKind::Selu:
        return elu(seluScale, seluAlpha, x, y, count);
    case ActivationKind::Softplus:
        return map(x, y, count, softplus);
    case ActivationKind::Softsign:
        return softsign(x, y, count);
    case ActivationKind::Swish:
        return swish(x, y, count);
    case ActivationKind::Gelu:
        return map(x, y, count, gelu);
    case ActivationKind::Exponential:
        return exponential(x, y, count);
    case ActivationKind::HardSigmoid:
        return hardSigmoid(x, y, count);
    case ActivationKind::Mish:
        return mish(x, y, count);
    }
}

void activateBackward(ActivationKind kind, const float* x, const float* y, const float* dy, float* dx,
                      Index rows, Index width)
{
    const Index count = rows * width;
    switch (kind) {
    case ActivationKind::Linear:
        if (dy != dx)
            std::copy_n(dy, count, dx);
        return;
    case ActivationKind::Relu:
        return reluGradient(y, dy, dx, count);
    case ActivationKind::Sigmoid:
        return sigmoidGradient(y, dy, dx, count);
    case ActivationKind::Tanh:
        return tanhGradient(y, dy, dx, count);
    case ActivationKind::Softmax:
        for (Index row = 0; row < rows; ++row)
            softmaxRowGradient(y + row * width, dy + row * width, dx + row * width, width);
        return;
    case ActivationKind::Elu:
        return eluGradient(1, 1, y, dy, dx, count);
    case ActivationKind::Selu:
        return eluGradient(seluScale, seluAlpha, y, dy, dx, count);
    case ActivationKind::Softplus:
        return softplusGradient(x, dy, dx, count);
    case ActivationKind::Softsign:
        return softsignGradient(y, dy, dx, count);
    case ActivationKind::Swish:
        return swishGradient(x, dy, dx, count);
    case ActivationKind::Gelu:
        return mapGradient(x, dy, dx, count, geluDerivative);
    case ActivationKind::Exponential:
        return exponentialGradient(y, dy, dx, count);
    case ActivationKind::HardSigmoid:
        return hardSigmoidGradient(y, dy, dx, count);
    case ActivationKind::Mish:
        return mishGradient(x, dy, dx, count);
    }
}

std::unique_ptr<Kernel> makeActivationKernel(ActivationKind kind, const Shape& shape)
{
    return std::make_unique<ActivationKernel>(kind, shape);
}

void elu(float alpha, const float* x, float* y, Index count)
{
    elu(1, alpha, x, y, count);
}

void eluBackward(float alpha, const float* y, const float* dy, float* dx, Index count)
{
    eluGradient(1, alpha, y, dy, dx, count);
}

void leakyRelu(float slope, const float* x, float* y, Index count)
{
    leakyReluLoop(slope, x, y, count);
}

void leakyReluBackward(float slope, const float* y, const float* dy, float* dx, Index count)
{
    leakyReluGradientLoop(slope, y, dy, dx, count);
}

} // namespace lamina
