#include "engine/code/code.h"

#include "engine/code/keras_code.h"
#include "engine/code/torch_code.h"

#include <array>

namespace lamina {

std::span<const CodeDialect> codeDialects()
{
    static constexpr std::array all{CodeDialect{"keras-code", "Keras", code::kerasCode},
                                    CodeDialect{"pytorch-code", "PyTorch", code::torchCode}};
    return all;
}

} // namespace lamina
