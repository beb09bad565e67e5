// Flatten: all numbers of a sample in one row, channels fastest.   x [...]   y [product]
#include "engine/model/common_fields.h"

#include <algorithm>

namespace lamina::layers {

namespace {
Result<Signature> signature(const Attributes&, std::span<const Shape> inputs)
{
    return Signature{.outputs = {Shape{inputs[0].elements()}}, .parameters = {}};
}

class View final : public Kernel {
public:
    explicit View(Index elements) : m_elements(elements) { }
    bool isView() const override { return true; }
    bool backwardReadsInput() const override { return false; }
    bool backwardReadsOutput() const override { return false; }
    void forward(const Pass& p) const override { std::copy_n(p.x[0], p.samples * m_elements, p.y[0]); }
    void backward(const Pass& p) const override
    {
        if (p.dx[0])
            std::copy_n(p.dy[0], p.samples * m_elements, p.dx[0]);
    }

private:
    Index m_elements;
};

std::unique_ptr<Kernel> compile(const KernelRequest& request)
{
    return std::make_unique<View>(request.inputs[0].elements());
}
} // namespace

const LayerType& flatten()
{
    static const LayerType type{.className = "Flatten",
                                .label = LAMINA_TEXT("layers", "Flatten"),
                                .help = LAMINA_TEXT("layers", "Lays all numbers of a sample out in one row"),
                                .family = Family::ShapeChange,
                                .fields = {},
                                .signature = signature,
                                .compile = compile,
                                .examples = {{R"({})", {{2, 3, 4}}}, {R"({})", {{5}}}}};
    return type;
}

} // namespace lamina::layers
