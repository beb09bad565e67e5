#include "engine/model/recurrent_fields.h"

#include "engine/model/common_fields.h"

namespace lamina {

namespace {
std::vector<Field> fieldsOf(RecurrentCell cell)
{
    const bool gated = cell != RecurrentCell::Simple;
    const auto activation = [](const char* name, const char* byDefault, TextId label, TextId help) {
        return fields::choice(name, byDefault, activationNames(), label, help);
    };
    std::vector<Field> list{
        fields::whole("units", nullptr, 1, 65536, LAMINA_TEXT("layers", "Units"),
                      LAMINA_TEXT("layers", "Numbers that are remembered from step to step, and given out")),
        activation("activation", "\"tanh\"", LAMINA_TEXT("fields", "Activation"),
                   LAMINA_TEXT("layers", "Function applied to what is remembered"))};
    if (gated)
        list.push_back(activation("recurrent_activation", "\"sigmoid\"",
                                  LAMINA_TEXT("layers", "Gate activation"),
                                  LAMINA_TEXT("layers", "Function that opens and closes the gates")));
    list.push_back(fields::useBias());
    list.push_back(fields::flag(
        "return_sequences", "false", LAMINA_TEXT("layers", "Whole sequence"),
        LAMINA_TEXT("layers",
                    "Give the output of every step, not only of the last; for another layer that "
                    "reads steps")));
    list.push_back(
        fields::flag("return_state", "false", LAMINA_TEXT("layers", "Last state"),
                     LAMINA_TEXT("layers", "Give what is remembered at the end as further outputs")));
    list.push_back(fields::flag("go_backwards", "false", LAMINA_TEXT("layers", "Backwards"),
                                LAMINA_TEXT("layers", "Read the last step first")));
    list.push_back(fields::real("dropout", "0", 0, 1, LAMINA_TEXT("layers", "Dropout"),
                                LAMINA_TEXT("layers", "Share of the incoming numbers left out in training")));
    list.push_back(
        fields::real("recurrent_dropout", "0", 0, 1, LAMINA_TEXT("layers", "Recurrent dropout"),
                     LAMINA_TEXT("layers", "Share of the remembered numbers left out in training")));
    if (cell == RecurrentCell::Gru)
        list.push_back(fields::flag("reset_after", "true", LAMINA_TEXT("layers", "Reset after"),
                                    LAMINA_TEXT("layers",
                                                "The reset gate acts after the product with the "
                                                "weights, as in later versions of the layer")));
    if (cell == RecurrentCell::Lstm)
        list.push_back(fields::flag("unit_forget_bias", "true", LAMINA_TEXT("layers", "Begin remembering"),
                                    LAMINA_TEXT("layers", "Start with the forget gate open")));
    list.push_back(fields::initializer("kernel_initializer", "\"glorot_uniform\"",
                                       LAMINA_TEXT("layers", "Kernel initializer")));
    list.push_back(fields::initializer("recurrent_initializer", "\"orthogonal\"",
                                       LAMINA_TEXT("layers", "Recurrent initializer")));
    list.push_back(
        fields::initializer("bias_initializer", "\"zeros\"", LAMINA_TEXT("layers", "Bias initializer")));
    list.push_back(fields::regularizer("kernel_regularizer", LAMINA_TEXT("layers", "Kernel regularizer")));
    list.push_back(
        fields::regularizer("recurrent_regularizer", LAMINA_TEXT("layers", "Recurrent regularizer")));
    list.push_back(fields::regularizer("bias_regularizer", LAMINA_TEXT("layers", "Bias regularizer")));
    list.push_back(
        fields::regularizer("activity_regularizer", LAMINA_TEXT("layers", "Activity regularizer")));
    list.push_back(fields::constraint("kernel_constraint", LAMINA_TEXT("layers", "Kernel constraint")));
    list.push_back(fields::constraint("recurrent_constraint", LAMINA_TEXT("layers", "Recurrent constraint")));
    list.push_back(fields::constraint("bias_constraint", LAMINA_TEXT("layers", "Bias constraint")));
    return list;
}

ActivationKind kindOf(const Attributes& attributes, std::string_view name)
{
    return activationNamed(attributes.text(name)).value_or(ActivationKind::Linear);
}

// As Keras names the variables of its cells.
const char* cellName(RecurrentCell cell)
{
    return cell == RecurrentCell::Simple ? "simple_rnn_cell"
        : cell == RecurrentCell::Lstm    ? "lstm_cell"
                                         : "gru_cell";
}
} // namespace

std::span<const Field> recurrentFields(RecurrentCell cell)
{
    static const std::vector<Field> simple = fieldsOf(RecurrentCell::Simple);
    static const std::vector<Field> lstm = fieldsOf(RecurrentCell::Lstm);
    static const std::vector<Field> gru = fieldsOf(RecurrentCell::Gru);
    return cell == RecurrentCell::Simple ? simple : cell == RecurrentCell::Lstm ? lstm : gru;
}

Result<Signature> recurrentSignature(RecurrentCell cell, const Attributes& attributes, const Shape& x)
{
    if (x.rank() != 2)
        return Fault{
            FaultKind::Input,
            Text(LAMINA_TEXT("layers", "Here a sequence is read step by step, and what comes in is %1"),
                 x.text()),
            {},
            LAMINA_TEXT("layers",
                        "give it steps of numbers (steps, numbers): from an Embedding, or by a Reshape")};
    const RecurrentGeometry g = recurrentGeometry(cell, attributes, x);
    const Index width = g.gates() * g.units;
    const std::string prefix = std::string(cellName(cell)) + "/";
    Signature result;
    result.outputs = {g.sequences ? Shape{g.steps, g.units} : Shape{g.units}};
    if (g.states)
        for (int state = 0; state < (cell == RecurrentCell::Lstm ? 2 : 1); ++state)
            result.outputs.push_back({g.units});
    const auto add = [&](const char* field, const char* name, Shape shape) {
        result.parameters.push_back(fields::parameter(attributes, field, std::move(shape)));
        result.parameters.back().name = prefix + name;
    };
    add("kernel", "kernel", {g.in, width});
    add("recurrent", "recurrent_kernel", {g.units, width});
    if (g.bias) {
        add("bias", "bias", cell == RecurrentCell::Gru && g.resetAfter ? Shape{2, width} : Shape{width});
        if (cell == RecurrentCell::Lstm && attributes.flag("unit_forget_bias"))
            result.parameters.back().initializer = {
                {"class_name", "unit_forget_bias"},
                {"config", {{"bias_initializer", attributes.value("bias_initializer")}}}};
    }
    result.flops =
        2.0 * static_cast<double>(g.steps) * static_cast<double>(g.in + g.units) * static_cast<double>(width);
    result.activityRegularizer = attributes.value("activity_regularizer");
    return result;
}

RecurrentGeometry recurrentGeometry(RecurrentCell cell, const Attributes& attributes, const Shape& x)
{
    RecurrentGeometry g;
    g.cell = cell;
    g.steps = x[0];
    g.in = x[1];
    g.units = attributes.whole("units");
    g.activation = kindOf(attributes, "activation");
    if (attributes.has("recurrent_activation"))
        g.recurrentActivation = kindOf(attributes, "recurrent_activation");
    g.bias = attributes.flag("use_bias");
    g.backwards = attributes.flag("go_backwards");
    g.sequences = attributes.flag("return_sequences");
    g.states = attributes.flag("return_state");
    g.resetAfter = !attributes.has("reset_after") || attributes.flag("reset_after");
    g.dropout = attributes.real("dropout");
    g.recurrentDropout = attributes.real("recurrent_dropout");
    return g;
}

std::unique_ptr<Kernel> compileRecurrent(RecurrentCell cell, const KernelRequest& request)
{
    return makeRecurrentKernel(recurrentGeometry(cell, request.attributes, request.inputs[0]), request);
}

int recurrentMaskedOutputs(const Attributes& attributes)
{
    return attributes.flag("return_sequences") ? 1 : 0;
}

std::optional<RecurrentCell> recurrentCellNamed(std::string_view className)
{
    if (className == "SimpleRNN")
        return RecurrentCell::Simple;
    if (className == "LSTM")
        return RecurrentCell::Lstm;
    if (className == "GRU")
        return RecurrentCell::Gru;
    return std::nullopt;
}

} // namespace lamina
