// Embedding: a trained row of numbers for each id.   x [...] ids   embeddings [input_dim, output_dim]
// y [..., output_dim]   mask: where the id is not 0, if asked for. An id outside the table has a row of
// zeros, which nothing trains.
#include "engine/model/common_fields.h"

#include <algorithm>

namespace lamina::layers {

namespace {
const std::array embeddingFields{
    fields::whole("input_dim", nullptr, 1, 16777216, LAMINA_TEXT("layers", "Vocabulary"),
                  LAMINA_TEXT("layers", "How many ids there are: one more than the largest")),
    fields::whole("output_dim", nullptr, 1, 65536, LAMINA_TEXT("layers", "Numbers for each id"),
                  LAMINA_TEXT("layers", "Length of the row that stands for an id")),
    fields::flag("mask_zero", "false", LAMINA_TEXT("layers", "0 is filling"),
                 LAMINA_TEXT("layers", "The layers after it pass over steps whose id is 0")),
    fields::initializer("embeddings_initializer", "\"random_uniform\"",
                        LAMINA_TEXT("layers", "Embeddings initializer")),
    fields::regularizer("embeddings_regularizer", LAMINA_TEXT("layers", "Embeddings regularizer")),
    fields::regularizer("activity_regularizer", LAMINA_TEXT("layers", "Activity regularizer")),
    fields::constraint("embeddings_constraint", LAMINA_TEXT("layers", "Embeddings constraint")),
    Field{.name = "input_length",
          .kind = FieldKind::WholeList,
          .defaultJson = "null",
          .label = LAMINA_TEXT("layers", "Steps"),
          .help = LAMINA_TEXT("layers", "How many ids come in, if that is to be checked"),
          .minimum = 1,
          .maximum = 1e9,
          .orNull = true}};

Result<Signature> signature(const Attributes& attributes, std::span<const Shape> inputs)
{
    const Shape& x = inputs[0];
    std::vector<Index> length = attributes.wholes("input_length");
    if (!attributes.isNull("input_length") && length != x.sizes())
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Ids of shape %1 come in, not %2"), x.text(), Shape(length).text()),
            {.path = "config.input_length"},
            LAMINA_TEXT("layers", "leave input_length out")};
    std::vector<Index> y = x.sizes();
    y.push_back(attributes.whole("output_dim"));
    Signature result{
        .outputs = {Shape(std::move(y))},
        .parameters = {fields::parameter(attributes, "embeddings",
                                         {attributes.whole("input_dim"), attributes.whole("output_dim")})}};
    result.flops = static_cast<double>(result.outputs[0].elements());
    result.activityRegularizer = attributes.value("activity_regularizer");
    return result;
}

class EmbeddingKernel final : public Kernel {
public:
    explicit EmbeddingKernel(const KernelRequest& request)
        : m_vocabulary(request.attributes.whole("input_dim")),
          m_width(request.attributes.whole("output_dim")), m_ids(request.inputs[0].elements())
    {
    }
    bool backwardReadsOutput() const override { return false; }

    void forward(const Pass& p) const override
    {
        const Index count = p.samples * m_ids;
        for (Index i = 0; i < count; ++i) {
            const Index row = rowOf(p.x[0][i]);
            if (row >= 0)
                std::copy_n(p.parameters[0] + row * m_width, m_width, p.y[0] + i * m_width);
            else
                std::fill_n(p.y[0] + i * m_width, m_width, 0.0F);
        }
        for (Index i = 0; p.yMask && i < count; ++i)
            p.yMask[i] = rowOf(p.x[0][i]) == 0 ? 0.0F : 1.0F;
    }

    // Rows are added in the order of the samples. Ids have no gradient.
    void backward(const Pass& p) const override
    {
        const Index count = p.samples * m_ids;
        if (p.dx[0])
            std::fill_n(p.dx[0], count, 0.0F);
        float* gradient = p.parameterGradients[0];
        if (!gradient)
            return;
        std::fill_n(gradient, m_vocabulary * m_width, 0.0F);
        for (Index i = 0; i < count; ++i)
            if (const Index row = rowOf(p.x[0][i]); row >= 0)
                for (Index j = 0; j < m_width; ++j)
                    gradient[row * m_width + j] += p.dy[0][i * m_width + j];
    }

private:
    // Cut to a whole number as Keras does; -1: outside, or not a number.
    Index rowOf(float id) const
    {
        return id > -1 && id < static_cast<float>(m_vocabulary) ? static_cast<Index>(id) : -1;
    }
    Index m_vocabulary;
    Index m_width;
    Index m_ids; // of one sample
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<EmbeddingKernel>(request);
}

Index vocabulary(const Attributes& attributes)
{
    return attributes.whole("input_dim");
}

int maskedOutputs(const Attributes& attributes)
{
    return attributes.flag("mask_zero") ? 1 : 0;
}
} // namespace

const LayerType& embedding()
{
    static const LayerType type{
        .className = "Embedding",
        .label = LAMINA_TEXT("layers", "Embedding"),
        .help = LAMINA_TEXT("layers", "Turns each word's number into a row of numbers that is trained"),
        .family = Family::Recurrent,
        .fields = embeddingFields,
        .signature = signature,
        .compile = compile,
        .examples = {{R"({"input_dim": 4, "output_dim": 3})", {{5}}},
                     {R"({"input_dim": 1, "output_dim": 1, "mask_zero": true})", {{1}}},
                     {R"({"input_dim": 3, "output_dim": 2})", {{2, 3}}}},
        .mask = MaskRule::Makes,
        .maskedOutputs = maskedOutputs,
        .idsBelow = vocabulary};
    return type;
}

} // namespace lamina::layers
