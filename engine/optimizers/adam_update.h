// Adam's arithmetic, which AdamW shares. Kingma and Ba 2015, with Keras' places: epsilon stands outside the
// root, and both bias corrections are in the step's size alpha.
#pragma once

#include "engine/kernels/clones.h"
#include "engine/model/optimizer_type.h"
#include "engine/optimizers/optimizer_fields.h"

#include <algorithm>
#include <cmath>

namespace lamina::adam {

inline Field beta1()
{
    return fields::decay("beta_1", "0.9", LAMINA_TEXT("optimizers", "Beta 1"),
                         LAMINA_TEXT("optimizers", "How long the mean of the gradients remembers"));
}

inline Field beta2()
{
    return fields::decay("beta_2", "0.999", LAMINA_TEXT("optimizers", "Beta 2"),
                         LAMINA_TEXT("optimizers", "How long the mean of their squares remembers"));
}

inline Field amsgrad()
{
    return fields::flag(
        "amsgrad", "false", LAMINA_TEXT("optimizers", "AMSGrad"),
        LAMINA_TEXT("optimizers", "Divide by the largest mean of squares so far, not by the present one"));
}

inline std::vector<std::string> slots(const Attributes& attributes)
{
    if (attributes.flag("amsgrad"))
        return {"m", "v", "vhat"};
    return {"m", "v"};
}

struct Settings {
    explicit Settings(const Attributes& attributes)
        : beta1(attributes.real("beta_1")), beta2(attributes.real("beta_2")),
          epsilon(static_cast<float>(attributes.real("epsilon"))), amsgrad(attributes.flag("amsgrad"))
    {
    }
    double beta1;
    double beta2;
    float epsilon;
    bool amsgrad;
};

// With Largest, h holds the largest v so far.
template <bool Largest>
[[gnu::always_inline]] inline void loop(float* __restrict w, const float* __restrict g, float* __restrict m,
                                        float* __restrict v, float* __restrict h, Index count, float alpha,
                                        float rest1, float rest2, float epsilon)
{
    for (Index i = 0; i < count; ++i) {
        m[i] += (g[i] - m[i]) * rest1;
        v[i] += (g[i] * g[i] - v[i]) * rest2;
        float square = v[i];
        if constexpr (Largest) {
            square = h[i] > square ? h[i] : square;
            h[i] = square;
        }
        w[i] -= m[i] * alpha / (std::sqrt(square) + epsilon);
    }
}

LAMINA_CLONES static void plain(float* w, const float* g, float* m, float* v, Index count, float alpha,
                                float rest1, float rest2, float epsilon)
{
    loop<false>(w, g, m, v, nullptr, count, alpha, rest1, rest2, epsilon);
}

LAMINA_CLONES static void largest(float* w, const float* g, float* m, float* v, float* h, Index count,
                                  float alpha, float rest1, float rest2, float epsilon)
{
    loop<true>(w, g, m, v, h, count, alpha, rest1, rest2, epsilon);
}

inline UpdateFunction update(const Settings& settings)
{
    return [settings](const UpdatePass& p) {
        const auto step = static_cast<double>(p.step);
        const auto alpha = static_cast<float>(p.learningRate * std::sqrt(1 - std::pow(settings.beta2, step))
                                              / (1 - std::pow(settings.beta1, step)));
        const auto rest1 = static_cast<float>(1 - settings.beta1);
        const auto rest2 = static_cast<float>(1 - settings.beta2);
        if (settings.amsgrad)
            largest(p.weights, p.gradient, p.slots[0], p.slots[1], p.slots[2], p.count, alpha, rest1, rest2,
                    settings.epsilon);
        else
            plain(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, alpha, rest1, rest2,
                  settings.epsilon);
    };
}

} // namespace lamina::adam
