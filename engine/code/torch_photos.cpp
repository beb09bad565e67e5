#include "engine/code/torch_photos.h"

#include "engine/code/python.h"
#include "engine/data/source_type.h"

namespace lamina::code {

DataCode torchPhotos(const Project& project)
{
    DataCode code;
    code.imports = {"import numpy as np", "from torchvision import datasets, transforms"};
    Lines& lines = code.lines;
    lines.add("def load_data():");
    lines.indent();
    const Attributes options(sources::find(project.data.source)->fields, project.data.options);
    const bool grey = options.text("color_mode") != "rgb";
    std::string picture = grey ? "torch.from_numpy(np.array(picture, \"float32\"))[..., None]"
                               : "torch.from_numpy(np.array(picture, \"float32\"))";
    const auto leftOut = [&](const Text& note) {
        code.notes.push_back(note);
        lines.add("raise NotImplementedError(" + python::quote(render(note)) + ")");
    };
    for (const PartSpec& step : project.data.preprocess)
        if (step.className == "Rescaling")
            picture = rescaled(picture, step.config);
        else
            leftOut({LAMINA_TEXT("code",
                                 "The program has yet to be told what the step %1 does: write load_data()"),
                     step.className});
    if (project.data.target == "input")
        leftOut(LAMINA_TEXT("code",
                            "The program has yet to be told that pictures are their own targets: write "
                            "load_data()"));
    if (!project.data.augment.empty())
        leftOut(LAMINA_TEXT("code", "How pictures are changed at random has not been written in PyTorch"));
    if (project.data.validationSplit > 0 && options.text("validation").empty())
        leftOut(LAMINA_TEXT("code",
                            "The program has yet to be told which pictures are kept for validation: "
                            "write load_data()"));
    std::vector<std::string> steps;
    if (grey)
        steps.emplace_back("transforms.Grayscale()");
    steps.push_back("transforms.Resize(" + python::tuple(options.wholes("target_size"))
                    + ", transforms.InterpolationMode."
                    + (options.text("interpolation") == "nearest" ? "NEAREST)" : "BILINEAR)"));
    steps.push_back("transforms.Lambda(lambda picture: " + picture + ")");
    lines.add("prepare = transforms.Compose(" + python::bracketed("[", steps, "]", 40) + ")");
    std::vector<std::string> parts;
    for (const char* part : {"train", "validation", "test"}) {
        const std::string folder = options.text(part);
        parts.push_back(folder.empty() ? "None"
                                       : "datasets.ImageFolder(" + python::quote(folder) + ", prepare)");
    }
    lines.add("return " + python::bracketed("(", parts, ")", lines.room() - 7));
    return code;
}

} // namespace lamina::code
