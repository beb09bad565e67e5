// Nadam: Adam with Nesterov's look ahead. Dozat 2016; the momentum grows as beta_1 (1 - 0.5 × 0.96^t), and
// both means are corrected by the product of all momenta so far.
#include "engine/kernels/clones.h"
#include "engine/optimizers/adam_update.h"

namespace lamina::optimizers {

namespace {
constexpr std::array aliases{"nadam"};
const std::array nadamFields = fields::withCommon(
    std::array{fields::learningRate("0.001"), adam::beta1(), adam::beta2(), fields::epsilon()});

constexpr double growth = 0.96;
constexpr Index settled = 1000; // steps after which 0.96^t is below a double's digits beside 1

double growthAt(Index step)
{
    return 1 - 0.5 * std::pow(growth, static_cast<double>(step));
}

// The product of growthAt(1) … growthAt(step), for each step until it stays the same.
std::vector<double> growthProducts()
{
    std::vector<double> products{1};
    for (Index step = 1; step <= settled; ++step)
        products.push_back(products.back() * growthAt(step));
    return products;
}

struct Factors {
    float ofMean; // what m counts in the step
    float ofGradient; // what the gradient itself counts
    float ofSquares; // what v is multiplied by before its root
};

LAMINA_CLONES void update(float* __restrict w, const float* __restrict g, float* __restrict m,
                          float* __restrict v, Index count, Factors f, float rest1, float rest2,
                          float epsilon)
{
    for (Index i = 0; i < count; ++i) {
        m[i] += (g[i] - m[i]) * rest1;
        v[i] += (g[i] * g[i] - v[i]) * rest2;
        w[i] -= (f.ofMean * m[i] + f.ofGradient * g[i]) / (std::sqrt(v[i] * f.ofSquares) + epsilon);
    }
}

std::vector<std::string> slots(const Attributes&)
{
    return {"m", "v"};
}

UpdateFunction compile(const Attributes& attributes)
{
    return [beta1 = attributes.real("beta_1"), beta2 = attributes.real("beta_2"),
            epsilon = static_cast<float>(attributes.real("epsilon")),
            products = growthProducts()](const UpdatePass& p) {
        const auto step = static_cast<double>(p.step);
        const double now = beta1 * growthAt(p.step);
        const double next = beta1 * growthAt(p.step + 1);
        const double product =
            std::pow(beta1, step) * products[static_cast<std::size_t>(std::min(p.step, settled))];
        const Factors factors{.ofMean = static_cast<float>(p.learningRate * next / (1 - product * next)),
                              .ofGradient = static_cast<float>(p.learningRate * (1 - now) / (1 - product)),
                              .ofSquares = static_cast<float>(1 / (1 - std::pow(beta2, step)))};
        update(p.weights, p.gradient, p.slots[0], p.slots[1], p.count, factors, static_cast<float>(1 - beta1),
               static_cast<float>(1 - beta2), epsilon);
    };
}
} // namespace

const OptimizerType& nadam()
{
    static const OptimizerType type{.className = "Nadam",
                                    .aliases = aliases,
                                    .label = LAMINA_TEXT("optimizers", "Nadam"),
                                    .help =
                                        LAMINA_TEXT("optimizers", "Adam that looks where its momentum leads"),
                                    .fields = nadamFields,
                                    .slots = slots,
                                    .compile = compile,
                                    .check = fields::checkClipping};
    return type;
}

} // namespace lamina::optimizers
