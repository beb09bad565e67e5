#include "engine/training/layer_bench.h"

#include <algorithm>
#include <cstdio>

namespace lamina {

namespace {
double elements(const std::vector<Shape>& shapes)
{
    double sum = 0;
    for (const Shape& shape : shapes)
        sum += static_cast<double>(shape.elements());
    return sum;
}

struct Need {
    double flops = 0;
    double floats = 0; // read and written
};

double seconds(const Need& need, const MachineLimits& limits)
{
    return std::max(need.flops / limits.flops, sizeof(float) * need.floats / limits.bytes);
}

// Which layers' inputs want a gradient: something trained lies before them.
std::vector<bool> gradientsWanted(const Network& network)
{
    std::vector<bool> trains(network.layers().size());
    std::vector<bool> wanted(network.layers().size());
    for (std::size_t l = 0; l < trains.size(); ++l) {
        const NetworkLayer& layer = network.layers()[l];
        for (const int input : layer.inputLayers)
            wanted[l] = wanted[l] || trains[static_cast<std::size_t>(input)];
        trains[l] = wanted[l];
        for (const int variable : layer.variables)
            trains[l] = trains[l] || network.variables()[static_cast<std::size_t>(variable)].trainable;
    }
    return wanted;
}

std::string line(const char* name, const char* type, const double (&numbers)[6])
{
    char text[160];
    std::snprintf(text, sizeof text, "%-24.24s %-20.20s %9.3f %9.3f %9.3f %9.1f %6.0f %% %9.3f\n", name, type,
                  numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    return text;
}
} // namespace

std::vector<LayerBench> benchLayers(const Network& network, const Plan& plan, bool training, Index steps,
                                    int threads, const MachineLimits& limits)
{
    const std::vector<LayerTime> times = plan.layerTimes();
    const std::vector<bool> wanted = gradientsWanted(network);
    const auto batch = static_cast<double>(plan.batch());
    const double each = 1000.0 / static_cast<double>(steps) / threads;
    std::vector<LayerBench> rows;
    for (std::size_t l = 0; l < network.layers().size(); ++l) {
        const NetworkLayer& layer = network.layers()[l];
        if (!layer.type->compile)
            continue;
        double parameters = 0;
        bool trained = false;
        for (const int index : layer.variables) {
            const Variable& variable = network.variables()[static_cast<std::size_t>(index)];
            parameters += static_cast<double>(variable.count);
            trained = trained || variable.trainable;
        }
        const double in = elements(layer.inputs) * batch;
        const double out = elements(layer.signature.outputs) * batch;
        const double flops = layer.signature.flops * batch;
        const Need forward{.flops = flops, .floats = in + out + parameters};
        Need backward;
        if (training && wanted[l])
            backward = {.flops = flops, .floats = out + in + parameters};
        if (training && trained)
            backward = {.flops = backward.flops + flops, .floats = backward.floats + in + parameters};
        if (training && trained && !wanted[l])
            backward.floats += out;
        rows.push_back({.name = layer.spec.name,
                        .className = layer.spec.className,
                        .milliseconds = each * (times[l].pack + times[l].forward + times[l].backward),
                        .forward = each * (times[l].pack + times[l].forward),
                        .backward = each * times[l].backward,
                        .flops = forward.flops + backward.flops,
                        .bound = 1000 * (seconds(forward, limits) + seconds(backward, limits))});
    }
    return rows;
}

std::string layerTable(const std::vector<LayerBench>& layers, double stepMilliseconds,
                       const MachineLimits& limits)
{
    char text[200];
    std::snprintf(text, sizeof text,
                  "Peak of this machine: %.0f GFLOP/s in a float32 product, %.1f GB/s from and to memory.\n"
                  "%-24s %-20s %9s %9s %9s %9s %8s %9s\n",
                  limits.flops / 1e9, limits.bytes / 1e9, "Layer", "Type", "ms", "forward", "backward",
                  "GFLOP/s", "of peak", "least ms");
    std::string table = text;
    LayerBench all;
    const auto add = [&](const char* name, const char* type, const LayerBench& row) {
        const double rate = row.milliseconds > 0 ? row.flops / row.milliseconds / 1e6 : 0;
        table +=
            line(name, type,
                 {row.milliseconds, row.forward, row.backward, rate, 1e11 * rate / limits.flops, row.bound});
    };
    for (const LayerBench& row : layers) {
        add(row.name.c_str(), row.className.c_str(), row);
        all.milliseconds += row.milliseconds;
        all.forward += row.forward;
        all.backward += row.backward;
        all.flops += row.flops;
        all.bound += row.bound;
    }
    add("all layers", "", all);
    std::snprintf(text, sizeof text, "%-24s %-20s %9.3f\n", "whole step", "", stepMilliseconds);
    return table + text;
}

} // namespace lamina
