// Many test classes in one program: far fewer links than a program for each. The first argument says which
// class runs, by the name of its file; the rest is Qt Test's.
#pragma once

#include <QObject>

namespace lamina::test {

// Keeps the class until main asks for it. `file`: __FILE__ of where it stands.
bool offer(const char* file, QObject* (*make)());

} // namespace lamina::test

// NOLINTBEGIN(bugprone-macro-parentheses): a type
#define LAMINA_TEST(Class)                                                                                   \
    static const bool offered = lamina::test::offer(__FILE__, []() -> QObject* { return new Class; });
// NOLINTEND(bugprone-macro-parentheses)
