// Layers that change pictures at random in training, and let them through as they are otherwise.
#include "engine/code/torch_form.h"

namespace lamina::torch {

using namespace code;

namespace {
// Each sample by itself; pictures as Keras has them.
TorchForm flip(const TorchLayer& layer)
{
    const std::string mode = layer.attributes.text("mode");
    const std::string seen = layer.self.substr(5) + "_seen";
    TorchForm form = forms::plain(seen);
    form.before = {seen + " = {0}", "if self.training:"};
    const auto line = [&](int axis) {
        form.before.push_back("    chosen = torch.rand(len({0}), 1, 1, 1, device={0}.device) < 0.5");
        form.before.push_back("    " + seen + " = torch.where(chosen, " + seen + ", " + seen + ".flip("
                              + std::to_string(axis) + "))");
    };
    if (mode.find("horizontal") != std::string::npos)
        line(2);
    if (mode.find("vertical") != std::string::npos)
        line(1);
    return form;
}

TorchForm onlyInEvaluation(const TorchLayer& layer)
{
    TorchForm form = forms::anyAxes(layer, "{0}");
    form.before = {"if self.training:",
                   "    raise NotImplementedError(\"" + std::string(layer.type.className)
                       + " has no like in PyTorch itself: change the pictures before they come in\")"};
    return form;
}
} // namespace

const TorchFamily& augmentation()
{
    static const TorchFamily family{{{"RandomFlip", flip},
                                     {"RandomRotation", onlyInEvaluation},
                                     {"RandomTranslation", onlyInEvaluation},
                                     {"RandomZoom", onlyInEvaluation},
                                     {"RandomContrast", onlyInEvaluation},
                                     {"RandomBrightness", onlyInEvaluation}}};
    return family;
}

} // namespace lamina::torch
