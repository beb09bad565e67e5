// Projects whose programs are kept in tests/golden/code: all lessons, and models of the kinds that are easily
// written wrongly for PyTorch.
#pragma once

#include "engine/formats/lessons.h"
#include "engine/formats/project_file.h"
#include "engine/model/nested.h"

namespace lamina::test {

inline ModelSpec modelOf(const char* text)
{
    ModelSpec model;
    std::string before;
    for (const Json& each : Json::parse(text)) {
        LayerSpec layer{each.at(0), each.at(1), each.at(2), {}};
        if (each.size() > 3)
            for (const Json& input : each[3])
                layer.inputs.push_back(input.is_array() ? TensorRef{input[0], input[1]}
                                                        : TensorRef{input, 0});
        else if (!before.empty())
            layer.inputs = {{before, 0}};
        before = layer.name;
        model.layers.push_back(std::move(layer));
    }
    return model;
}

// Layers as [class, name, config], after the one before, or [class, name, config, inputs].
struct CodeModel {
    const char* name;
    const char* layers;
};

inline constexpr CodeModel codeModels[] = {
    {"vgg_like", R"([["InputLayer", "picture", {"shape": [16, 16, 3]}],
        ["Conv2D", "block1_conv1", {"filters": 4, "kernel_size": 3, "padding": "same", "activation": "relu"}],
        ["Conv2D", "block1_conv2", {"filters": 4, "kernel_size": 3, "padding": "same", "activation": "relu"}],
        ["MaxPooling2D", "block1_pool", {}],
        ["Conv2D", "block2_conv1", {"filters": 6, "kernel_size": 3, "padding": "same", "activation": "relu"}],
        ["MaxPooling2D", "block2_pool", {}],
        ["Flatten", "flatten", {}],
        ["Dense", "fc", {"units": 12, "activation": "relu"}],
        ["Dropout", "dropout", {"rate": 0.5}],
        ["Dense", "classes", {"units": 5, "activation": "softmax"}]])"},
    {"residual", R"([["InputLayer", "picture", {"shape": [9, 8, 3]}],
        ["Conv2D", "first", {"filters": 6, "kernel_size": 3, "strides": 2, "padding": "same", "use_bias": false}],
        ["BatchNormalization", "norm", {}],
        ["Activation", "relu", {"activation": "relu"}],
        ["Conv2D", "second", {"filters": 6, "kernel_size": 3, "padding": "same"}],
        ["Conv2D", "shortcut", {"filters": 6, "kernel_size": 1, "strides": 2, "padding": "same"}, ["picture"]],
        ["Add", "sum", {}, ["second", "shortcut"]],
        ["GlobalAveragePooling2D", "mean", {}],
        ["Dense", "classes", {"units": 3, "activation": "softmax"}]])"},
    {"inception", R"([["InputLayer", "picture", {"shape": [8, 8, 3]}],
        ["Conv2D", "one", {"filters": 2, "kernel_size": 1, "activation": "elu"}],
        ["Conv2D", "three", {"filters": 3, "kernel_size": 3, "padding": "same", "activation": "tanh"}, ["picture"]],
        ["AveragePooling2D", "pool", {"pool_size": 3, "strides": 1, "padding": "same"}, ["picture"]],
        ["Concatenate", "all", {}, ["one", "three", "pool"]],
        ["SpatialDropout2D", "drop", {"rate": 0.2}],
        ["Flatten", "flatten", {}],
        ["Dense", "classes", {"units": 4, "activation": "softmax"}]])"},
    {"odd_strides", R"([["InputLayer", "picture", {"shape": [10, 7, 2]}],
        ["Conv2D", "conv", {"filters": 3, "kernel_size": [2, 3], "strides": [3, 2], "padding": "same"}],
        ["Conv2D", "even", {"filters": 3, "kernel_size": 4, "padding": "same", "activation": "hard_sigmoid"}],
        ["MaxPooling2D", "largest", {"pool_size": 2, "padding": "same"}],
        ["AveragePooling2D", "mean", {"pool_size": [2, 1], "strides": 2, "padding": "same"}],
        ["Reshape", "rows", {"target_shape": [-1, 3]}],
        ["Dense", "each", {"units": 2, "activation": "swish"}]])"},
    {"xception_like", R"([["InputLayer", "picture", {"shape": [11, 12, 3]}],
        ["SeparableConv2D", "separable", {"filters": 5, "kernel_size": 3, "padding": "same", "use_bias": false}],
        ["BatchNormalization", "norm", {"epsilon": 0.01, "momentum": 0.9}],
        ["ReLU", "relu", {"max_value": 6}],
        ["DepthwiseConv2D", "depthwise", {"kernel_size": 3, "strides": 2, "padding": "same", "depth_multiplier": 2}],
        ["MaxPooling2D", "pool", {"pool_size": 3, "strides": 2, "padding": "same"}],
        ["GlobalMaxPooling2D", "largest", {}],
        ["Dense", "yes", {"units": 1, "activation": "sigmoid"}]])"},
    {"autoencoder", R"([["InputLayer", "picture", {"shape": [8, 6, 1]}],
        ["Conv2D", "narrow", {"filters": 4, "kernel_size": 3, "strides": 2, "padding": "same", "activation": "relu"}],
        ["Conv2DTranspose", "wide", {"filters": 3, "kernel_size": 3, "strides": 2, "padding": "same"}],
        ["LeakyReLU", "leaky", {"alpha": 0.2}],
        ["UpSampling2D", "double", {"interpolation": "bilinear"}],
        ["Cropping2D", "crop", {"cropping": [[4, 4], [2, 4]]}],
        ["Conv2DTranspose", "valid", {"filters": 1, "kernel_size": [3, 2], "activation": "sigmoid"}]])"},
    {"lstm", R"([["InputLayer", "words", {"shape": [7]}],
        ["Embedding", "embedding", {"input_dim": 12, "output_dim": 5, "mask_zero": true}],
        ["LSTM", "first", {"units": 4, "return_sequences": true}],
        ["LSTM", "second", {"units": 3}],
        ["Dense", "yes", {"units": 1, "activation": "sigmoid"}]])"},
    {"plain_recurrent", R"([["InputLayer", "steps", {"shape": [6, 3]}],
        ["LSTM", "first", {"units": 4, "return_sequences": true, "dropout": 0.2}],
        ["GRU", "second", {"units": 5, "return_sequences": true}],
        ["SimpleRNN", "third", {"units": 4, "activation": "relu", "return_sequences": true}],
        ["LayerNormalization", "norm", {}],
        ["Bidirectional", "both", {"layer": {"class_name": "LSTM", "config": {"units": 2}}}],
        ["Dense", "numbers", {"units": 2}]])"},
    {"gru", R"([["InputLayer", "steps", {"shape": [5, 3]}],
        ["Masking", "masking", {}],
        ["GRU", "first", {"units": 4, "return_sequences": true, "reset_after": false, "activation": "relu"}],
        ["Bidirectional", "both", {"layer": {"class_name": "GRU", "config":
            {"units": 3, "recurrent_activation": "hard_sigmoid", "return_sequences": true}}, "merge_mode": "sum"}],
        ["TimeDistributed", "each", {"layer": {"class_name": "Dense", "config": {"units": 2, "activation": "tanh"}}}],
        ["GlobalAveragePooling1D", "mean", {}]])"},
    {"sequence_convolution", R"([["InputLayer", "steps", {"shape": [12, 2]}],
        ["Conv1D", "causal", {"filters": 4, "kernel_size": 3, "padding": "causal", "dilation_rate": 2}],
        ["PReLU", "prelu", {"shared_axes": [1]}],
        ["Conv1D", "strided", {"filters": 4, "kernel_size": 4, "strides": 3, "padding": "same", "groups": 2}],
        ["BatchNormalization", "norm", {"scale": false}],
        ["UpSampling1D", "longer", {"size": 3}],
        ["MaxPooling1D", "pool", {"pool_size": 3, "strides": 2, "padding": "same"}],
        ["Permute", "turned", {"dims": [2, 1]}],
        ["Flatten", "flatten", {}],
        ["Dense", "numbers", {"units": 2, "kernel_regularizer": "l2"}]])"},
    {"two_in_two_out", R"([["InputLayer", "그림", {"shape": [6, 6, 2]}],
        ["InputLayer", "the numbers", {"shape": [3]}, []],
        ["Conv2D", "conv", {"filters": 3, "kernel_size": 3, "trainable": false}, ["그림"]],
        ["GlobalAveragePooling2D", "mean", {}],
        ["Dense", "class", {"units": 3, "activation": "gelu"}, ["the numbers"]],
        ["Multiply", "product", {}, ["mean", "class"]],
        ["Dot", "angle", {"axes": 1, "normalize": true}, ["mean", "class"]],
        ["Dense", "first", {"units": 2, "activation": "softmax"}, ["product"]],
        ["Concatenate", "second", {}, ["angle", "mean"]]])"},
    {"states", R"([["InputLayer", "steps", {"shape": [4, 3]}],
        ["LSTM", "reader", {"units": 3, "return_state": true, "go_backwards": true}],
        ["Subtract", "difference", {}, [["reader", 1], ["reader", 2]]],
        ["RepeatVector", "again", {"n": 2}],
        ["Activation", "bent", {"activation": "tanh"}]])"},
};

inline Project projectOf(const char* name, ModelSpec model)
{
    Project project;
    project.name = name;
    project.data.source.clear();
    project.model = std::move(model);
    return project;
}

// By the name of their files.
inline std::vector<std::pair<std::string, Project>> codeProjects()
{
    std::vector<std::pair<std::string, Project>> projects;
    for (const Lesson& lesson : lessons::all()) {
        std::string name = std::string("lesson_") + lesson.id;
        std::ranges::replace(name, '-', '_');
        projects.emplace_back(name, *parseProject(lesson.projectText, name));
    }
    for (const CodeModel& each : codeModels)
        projects.emplace_back(each.name, projectOf(each.name, modelOf(each.layers)));
    LayerSpec backbone{"Functional",
                       "backbone",
                       nestedConfig(modelOf(R"(
        [["InputLayer", "inside", {"shape": [6, 6, 2]}],
         ["Conv2D", "a", {"filters": 3, "kernel_size": 3, "trainable": false}],
         ["BatchNormalization", "b", {}],
         ["Conv2D", "c", {"filters": 2, "kernel_size": 2}]])")),
                       {{"picture", 0}}};
    ModelSpec nested = modelOf(R"([["InputLayer", "picture", {"shape": [6, 6, 2]}]])");
    nested.layers.push_back(backbone);
    nested.layers.push_back({"Flatten", "flatten", Json::object(), {{"backbone", 0}}});
    nested.layers.push_back(
        {"Dense", "classes", {{"units", 2}, {"activation", "softmax"}}, {{"flatten", 0}}});
    projects.emplace_back("nested", projectOf("nested", nested));
    return projects;
}

} // namespace lamina::test
