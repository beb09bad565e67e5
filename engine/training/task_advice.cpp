// What does not fit between the model's ends, its loss and the data.
#include "engine/training/advice.h"

#include "engine/kernels/activation.h"
#include "engine/model/loss_type.h"
#include "engine/training/model_end.h"

#include <algorithm>

namespace lamina {

namespace {
// Shapes are equal, or differ only in axes of size 1, as the batches take them.
bool feeds(const Shape& samples, const Shape& input)
{
    const auto essential = [](const Shape& shape) {
        std::vector<Index> sizes;
        std::ranges::copy_if(shape.sizes(), std::back_inserter(sizes), [](Index size) { return size != 1; });
        return sizes;
    };
    return essential(samples) == essential(input);
}

// What Keras' examples use for numbers.
constexpr const char* lossForNumbers = "mean_squared_error";

class TaskAdvisor {
public:
    TaskAdvisor(const Project& project, const ModelAnalysis& analysis, const TaskFacts* facts)
        : m_project(project), m_look(project.model, analysis), m_facts(facts)
    {
    }

    std::vector<Advice> run()
    {
        judgeInputs();
        const std::vector<TensorRef> outputs = m_project.model.effectiveOutputs();
        const PartSpec& loss = m_project.training.loss;
        const bool lossPerOutput = loss.className.empty() && !loss.config.empty();
        if (outputs.size() != 1 || outputs[0].index != 0 || lossPerOutput || !findEnd(outputs[0].layer))
            return std::move(m_advice);
        m_loss = losses::find(loss.className);
        if (m_facts && m_facts->targets.size() == 1)
            m_target = &m_facts->targets[0];
        if (learnsClasses())
            judgeClasses();
        else
            judgeNumbers();
        return std::move(m_advice);
    }

private:
    void add(std::size_t layer, Text what, Text remedy, bool blocks, std::vector<Fix> fixes)
    {
        m_advice.push_back({{FaultKind::Input,
                             std::move(what),
                             {.path = {}, .layer = m_look.layer(layer).name},
                             std::move(remedy)},
                            blocks,
                            std::move(fixes)});
    }

    void judgeInputs()
    {
        const std::vector<TensorRef> inputs = m_project.model.effectiveInputs();
        if (!m_facts || m_facts->inputs.size() != inputs.size())
            return;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const auto at = m_look.find(inputs[i].layer);
            const auto takes = at ? m_look.output(*at) : std::nullopt;
            const std::optional<Shape>& samples = m_facts->inputs[i].shape;
            if (!takes || !samples || feeds(*samples, *takes))
                continue;
            std::vector<Fix> fixes;
            if (const LayerType* type = m_look.type(*at))
                if (const Field* shape = shapeField(*type))
                    fixes.push_back({Text(LAMINA_TEXT("advice", "Give %1 the shape %2"),
                                          m_look.layer(*at).name, samples->text()),
                                     {SetField{m_look.layer(*at).name, shape->name, asJson(*samples)}}});
            add(*at,
                Text(LAMINA_TEXT("training", "Samples of '%1' are %2, and the input takes %3"),
                     m_facts->inputs[i].name, samples->text(), takes->text()),
                Text(LAMINA_TEXT("training", "set the input's shape to %1"), samples->text()), true,
                std::move(fixes));
        }
    }

    bool findEnd(const std::string& name)
    {
        const auto at = m_look.find(name);
        const auto shape = at ? m_look.output(*at) : std::nullopt;
        const auto activation = at ? m_look.activation(*at) : std::nullopt;
        if (!shape || !activation || shape->rank() == 0)
            return false;
        // Of what is only begun, loss and classes are not asked for yet.
        if (const LayerType* type = m_look.type(*at); type && type->maximumInputs == 0) {
            add(*at, LAMINA_TEXT("advice", "There is nothing to train yet"),
                LAMINA_TEXT("advice", "add layers behind the input"), false, {});
            return false;
        }
        m_end.emplace(m_look, *at);
        m_shape = *shape;
        m_width = m_shape[-1];
        m_activation = *activation;
        return true;
    }

    bool learnsClasses() const
    {
        if (m_target && m_target->classes)
            // Classes called by their numbers may be learnt as these.
            return !(m_target->ordered && m_width == 1 && isPlain(m_activation)
                     && (!m_loss || !wantsProbabilities(*m_loss)));
        if (m_target)
            return false;
        return m_activation == ActivationKind::Softmax
            || (m_activation == ActivationKind::Sigmoid && m_width == 1)
            || (m_loss && wantsProbabilities(*m_loss));
    }

    static bool isPlain(ActivationKind kind)
    {
        return kind != ActivationKind::Softmax && kind != ActivationKind::Sigmoid;
    }
    static bool wantsProbabilities(const LossType& loss) { return loss.logitsOf != ActivationKind::Linear; }

    // The loss computes the activation itself.
    bool fromLogits() const
    {
        const Json& config = m_project.training.loss.config;
        return config.is_object() && config.value("from_logits", Json(false)) == Json(true);
    }

    // A loss that can be had without a setting, for outputs that end so.
    const LossType* lossFor(ActivationKind activation, bool sparse) const
    {
        const LossType* second = nullptr;
        for (const LossType* type : losses::all()) {
            const bool complete =
                std::ranges::all_of(type->fields, [](const Field& field) { return field.defaultJson; });
            if (!complete || type->logitsOf != activation)
                continue;
            if (type->sparseTarget == sparse)
                return type;
            second = type;
        }
        return second;
    }

    // One way to learn classes.
    struct Way {
        Index width;
        ActivationKind activation;
        const LossType* loss;
        bool keepsLoss;
        int changed = 0; // how much of it
    };

    Way way(Index width, ActivationKind activation) const
    {
        Way found{.width = width, .activation = activation, .loss = m_loss, .keepsLoss = true};
        if (!m_loss || m_loss->logitsOf != activation) {
            found.loss = lossFor(activation, true);
            found.keepsLoss = false;
            ++found.changed;
        }
        const bool computed = found.keepsLoss && fromLogits() && isPlain(m_activation);
        if (activation != m_activation && !computed)
            ++found.changed;
        else
            found.activation = m_activation;
        if (width != m_width)
            ++found.changed;
        return found;
    }

    void judgeClasses()
    {
        const Index classes = m_target ? m_target->count : 0;
        if (m_target && m_shape.elements() != m_width)
            return judgePlaces();
        // A yes or no for each class.
        if (classes == m_width && m_activation == ActivationKind::Sigmoid && m_loss
            && m_loss->logitsOf == m_activation)
            return;
        std::vector<Way> ways;
        if (classes != 1 && (classes > 0 || m_width > 1))
            ways.push_back(way(classes > 0 ? classes : m_width, ActivationKind::Softmax));
        if (classes == 2 || (classes == 0 && m_width == 1))
            ways.push_back(way(1, ActivationKind::Sigmoid));
        // Several yes or no at a time, as far as is known.
        if (classes == 0 && m_width > 1 && m_activation == ActivationKind::Sigmoid)
            ways.push_back(way(m_width, ActivationKind::Sigmoid));
        if (ways.empty())
            return;
        const Way best = *std::ranges::min_element(ways, {}, &Way::changed);
        if (best.changed == 0)
            return;
        const std::vector<Fix> fixes =
            fixesFor(best, m_width != best.width || m_activation != best.activation);
        const bool activationDiffers = best.activation != m_activation;
        if (best.width != m_width) {
            // One number and the classes as numbers, or classes that are never seen: it can be done so.
            const bool refused =
                m_width > 1 ? classes > m_width : !isPlain(m_activation) || !m_loss || m_loss->sparseTarget;
            if (m_width > 1 && classes < m_width && m_loss && !m_loss->sparseTarget
                && m_loss->logitsOf == ActivationKind::Linear)
                return;
            add(m_end->layer(),
                m_width == 1
                    ? Text(LAMINA_TEXT("training", "There are %1 classes and a single output"), classes)
                    : Text(LAMINA_TEXT("training", "There are %1 classes and %2 outputs"), classes, m_width),
                best.width == 1 ? Text(LAMINA_TEXT("advice", "give the layer a single unit with sigmoid"))
                                : Text(LAMINA_TEXT("training", "give the layer %1 units"), best.width),
                refused, fixes);
        } else if (activationDiffers && m_width == 1 && m_activation == ActivationKind::Softmax) {
            add(m_end->layer(), LAMINA_TEXT("advice", "A softmax of a single number is always 1"),
                LAMINA_TEXT("advice", "choose sigmoid for one probability, or linear for any number"), true,
                fixes);
        } else if (activationDiffers) {
            add(m_end->layer(),
                m_loss && wantsProbabilities(*m_loss)
                    ? Text(LAMINA_TEXT("advice", "The loss %1 wants probabilities, and the layer ends in %2"),
                           m_loss->className, activationName(m_activation))
                    : Text(LAMINA_TEXT("advice", "There are %1 classes, and the layer ends in %2"), classes,
                           activationName(m_activation)),
                chooseActivation(best.activation), false, fixes);
        } else {
            judgeLoss(best, fixes);
        }
    }

    void judgeLoss(const Way& best, const std::vector<Fix>& fixes)
    {
        if (m_loss && !m_target && !wantsProbabilities(*m_loss) && isPlain(m_activation))
            return;
        const bool chosen = !m_project.training.loss.className.empty();
        add(m_end->layer(),
            !chosen ? Text(LAMINA_TEXT("model", "No loss is chosen"))
                : best.activation == ActivationKind::Softmax
                ? Text(LAMINA_TEXT("advice", "The layer gives a probability for each of %1 classes"), m_width)
                : Text(LAMINA_TEXT("advice", "The layer gives a probability of yes")),
            Text(LAMINA_TEXT("advice", "the loss %1 fits"), best.loss->className),
            !m_loss || (m_loss->sparseTarget && m_width == 1), fixes);
    }

    // A sample has one class, and the output many places.
    void judgePlaces()
    {
        std::vector<Fix> fixes;
        if (auto fix = m_end->withOnePlace())
            fixes.push_back(std::move(*fix));
        add(m_end->layer(),
            Text(LAMINA_TEXT("training", "The output is %1, and a sample has one class"), m_shape.text()),
            LAMINA_TEXT("training", "put a Flatten or pooling layer before the last Dense layer"), true,
            std::move(fixes));
    }

    void judgeNumbers()
    {
        const Index wanted = m_target && !m_target->classes ? m_target->count : 0;
        if (wanted > 0 && !(m_loss && m_loss->sparseTarget) && wanted != m_shape.elements()) {
            const bool flat = m_shape.elements() == m_width && m_target->shape.elements() == wanted;
            Way best{.width = wanted, .activation = m_activation, .loss = m_loss, .keepsLoss = true};
            if (!m_target->named && m_activation == ActivationKind::Softmax) {
                best.activation = ActivationKind::Linear;
                best.loss = losses::find(lossForNumbers);
                best.keepsLoss = m_loss && !wantsProbabilities(*m_loss);
            }
            add(m_end->layer(),
                Text(LAMINA_TEXT("training", "The target '%1' is %2, and the output %3"), m_target->name,
                     m_target->shape.text(), m_shape.text()),
                LAMINA_TEXT("training", "give the last layer as many units as the target has numbers"), true,
                flat ? fixesFor(best, true) : std::vector<Fix>());
            return;
        }
        if (m_width == 1 && m_activation == ActivationKind::Softmax) {
            add(m_end->layer(), LAMINA_TEXT("advice", "A softmax of a single number is always 1"),
                LAMINA_TEXT("advice", "choose sigmoid for one probability, or linear for any number"), true,
                fixesFor(
                    {.width = 1,
                     .activation = ActivationKind::Linear,
                     .loss = m_loss && !wantsProbabilities(*m_loss) ? m_loss : losses::find(lossForNumbers),
                     .keepsLoss = m_loss && !wantsProbabilities(*m_loss)},
                    true));
            return;
        }
        if (m_project.training.loss.className.empty()) {
            const LossType* fits =
                isPlain(m_activation) ? losses::find(lossForNumbers) : lossFor(m_activation, false);
            add(m_end->layer(), LAMINA_TEXT("model", "No loss is chosen"),
                Text(LAMINA_TEXT("advice", "the loss %1 fits"), fits->className), true,
                fixesFor({.width = m_width, .activation = m_activation, .loss = fits, .keepsLoss = false},
                         false));
            return;
        }
        if (m_loss && wantsProbabilities(*m_loss) && !fromLogits() && isPlain(m_activation)) {
            // Rows with a 1 are classes; other numbers want another loss.
            Way best{.width = m_width, .activation = m_activation, .loss = m_loss, .keepsLoss = true};
            const bool number = m_loss->sparseTarget && m_width == 1; // one number is no row of chances
            if (!number && (m_loss->sparseTarget || (m_target && m_target->named))) {
                best.activation = m_loss->logitsOf;
            } else {
                best.loss = losses::find(lossForNumbers);
                best.keepsLoss = false;
            }
            add(m_end->layer(),
                Text(LAMINA_TEXT("advice", "The loss %1 wants probabilities, and the layer ends in %2"),
                     m_loss->className, activationName(m_activation)),
                best.keepsLoss ? chooseActivation(best.activation)
                               : Text(LAMINA_TEXT("advice", "the loss %1 fits"), best.loss->className),
                number, fixesFor(best, best.keepsLoss));
        }
    }

    Text chooseActivation(ActivationKind kind) const
    {
        return m_look.type(m_end->layer())->activationField
            ? Text(LAMINA_TEXT("advice", "choose the activation %1"), activationName(kind))
            : Text(LAMINA_TEXT("advice", "let the last layer be a Dense one with the activation %1"),
                   activationName(kind));
    }

    // All that the way changes; nothing if a part of it is not ours to change.
    std::vector<Fix> fixesFor(const Way& way, bool namesLayer) const
    {
        Fix fix;
        std::vector<std::string> said;
        if (way.width != m_width) {
            const auto field = m_end->widthField(way.width);
            if (!field)
                return {};
            fix.edits.push_back(SetField{m_look.layer(field->first).name, field->second, way.width});
            said.push_back(field->second + " " + std::to_string(way.width));
        }
        if (way.activation != m_activation) {
            const LayerType* type = m_look.type(m_end->layer());
            if (!type->activationField)
                return {};
            fix.edits.push_back(SetField{m_look.layer(m_end->layer()).name, type->activationField,
                                         activationName(way.activation)});
            said.emplace_back(activationName(way.activation));
        }
        if (!way.keepsLoss) {
            fix.edits.push_back(ChooseLoss{{way.loss->className, Json::object()}});
            said.emplace_back(way.loss->className);
        }
        std::string all;
        for (const std::string& each : said)
            all += (all.empty() ? "" : ", ") + each;
        const bool lossAlone = !namesLayer && said.size() == 1;
        fix.label = lossAlone ? Text(LAMINA_TEXT("advice", "Use the loss %1"), all)
                              : Text(LAMINA_TEXT("advice", "Change to %1"), all);
        return {std::move(fix)};
    }

    const Project& m_project;
    ModelLook m_look;
    const TaskFacts* m_facts;
    const TaskFacts::Target* m_target = nullptr;
    std::optional<ModelEnd> m_end;
    Shape m_shape;
    Index m_width = 1;
    ActivationKind m_activation = ActivationKind::Linear;
    const LossType* m_loss = nullptr; // null: none chosen, or an unknown one
    std::vector<Advice> m_advice;
};
} // namespace

std::vector<Advice> adviseTask(const Project& project, const ModelAnalysis& analysis, const TaskFacts* facts)
{
    if (project.model.layers.empty() || !analysis.faults.empty())
        return {};
    return TaskAdvisor(project, analysis, facts).run();
}

} // namespace lamina
