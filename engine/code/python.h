// Words of Python: values, names and calls as a person would write them.
#pragma once

#include "engine/core/json.h"
#include "engine/core/shape.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lamina::code::python {

std::string quote(std::string_view text); // "…", what needs it escaped
// 0.001, 1e-07, 1 / 255 where that is what was meant, float("inf"). Always reads back as a number.
std::string number(double value);
// null is None, lists are tuples (as Keras' sizes are written), objects dictionaries.
std::string value(const Json& json);
std::string list(const Json& json); // a list that stays one
std::string tuple(const std::vector<Index>& sizes); // "(28, 28, 1)", "(5,)"

// "f(a, b)" where that fits into `room` columns, else broken into lines after the bracket.
std::string call(const std::string& function, const std::vector<std::string>& arguments, int room);
// The same for what stands between any two brackets.
std::string bracketed(const std::string& open, const std::vector<std::string>& items,
                      const std::string& close, int room);
// A sentence for a docstring or a comment: broken between words.
std::vector<std::string> wrapped(const std::string& sentence, int room);

// Names that nothing else has: a layer's name as far as Python allows it.
class Names {
public:
    // `taken`: what the program uses itself.
    explicit Names(std::set<std::string> taken) : m_taken(std::move(taken)) { }
    // Always the same for the same key, whatever it would like to be called.
    const std::string& of(const std::string& key, const std::string& wish);
    std::string fresh(const std::string& wish);

private:
    std::set<std::string> m_taken;
    std::map<std::string, std::string> m_names;
};

// What a file or a model is called: letters, digits and '_' alone, never empty.
std::string slug(std::string_view name, std::string_view otherwise);

} // namespace lamina::code::python
