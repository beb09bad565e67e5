#include "engine/kernels/clones.h"
#include "engine/model/optimizer_type.h"

namespace lamina {

namespace {
LAMINA_CLONES void shrink(float* weights, Index count, float keep)
{
    for (Index i = 0; i < count; ++i)
        weights[i] *= keep;
}
} // namespace

UpdateFunction compileUpdate(const OptimizerType& type, const Attributes& attributes)
{
    UpdateFunction update = type.compile(attributes);
    const double decay = attributes.isNull("weight_decay") ? 0 : attributes.real("weight_decay");
    if (decay == 0)
        return update;
    return [update = std::move(update), decay](const UpdatePass& pass) {
        shrink(pass.weights, pass.count, static_cast<float>(1 - pass.learningRate * decay));
        update(pass);
    };
}

} // namespace lamina
