#include "engine/model/free_name.h"

#include <cctype>

namespace lamina {

std::string freeName(const ModelSpec& model, const std::string& className)
{
    // Conv2D → conv2d, MaxPooling2D → max_pooling2d, InputLayer → input_layer.
    std::string base;
    for (std::size_t i = 0; i < className.size(); ++i) {
        const auto letter = static_cast<unsigned char>(className[i]);
        const bool startsWord = std::isupper(letter) && i + 1 < className.size()
            && std::islower(static_cast<unsigned char>(className[i + 1]));
        if (startsWord && i > 0)
            base += '_';
        base += static_cast<char>(std::tolower(letter));
    }
    return unusedName(model, base);
}

std::string unusedName(const ModelSpec& model, const std::string& base)
{
    for (int number = 0;; ++number) {
        std::string name = number == 0 ? base : base + "_" + std::to_string(number);
        if (!model.find(name))
            return name;
    }
}

} // namespace lamina
