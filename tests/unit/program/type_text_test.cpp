#include "program/type_text.h"

#include <string>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

std::string written(const TypeText& type, uint32_t index) {
  const TypePart& part = type[index];
  std::string text;
  for (uint32_t child : part.children) text += (text.empty() ? "" : ", ") + written(type, child);
  switch (part.kind) {
    case TypePart::Kind::unknown:
      return "?";
    case TypePart::Kind::name:
      return std::string(part.name) + (text.empty() ? "" : "<" + text + ">");
    case TypePart::Kind::imported:
      return std::string(part.module) + "#" + std::string(part.name);
    case TypePart::Kind::list:
      return "[" + text + "]";
    case TypePart::Kind::object:
      return "{" + text + "}";
    case TypePart::Kind::member:
      return std::string(part.name) + ": " + text;
    case TypePart::Kind::any_of:
      return "(" + text + ")";
  }
  return {};
}

std::string read(std::string_view text) {
  const TypeText type = parse_type(text);
  return written(type, type.root);
}

TEST(TypeText, ReadsTypeScript) {
  EXPECT_EQ(read("Foo"), "Foo");
  EXPECT_EQ(read("| express.Request | null"), "(express.Request, null)");
  EXPECT_EQ(read("Map<string, Foo[]>"), "Map<string, [Foo]>");
  EXPECT_EQ(read("readonly (Foo | Bar)[]"), "[(Foo, Bar)]");
  EXPECT_EQ(read("[first: Foo, Bar?]"), "[Foo, Bar]");
  EXPECT_EQ(read("import('./foo').a.Foo<string>"), "./foo#a.Foo");
  EXPECT_EQ(read("{ readonly a?: Foo; b(): Bar, [key: string]: Baz; 'c': import(\"x\") }"),
            "{a: Foo, c: x#}");
  EXPECT_EQ(read("(event: Event) => Foo"), "?");
  EXPECT_EQ(read("{ a: (x: { y: Z }) => void; /* or */ b: Foo }"), "{a: ?, b: Foo}");
  EXPECT_EQ(read("Foo['bar']"), "?");
  EXPECT_EQ(read("typeof foo | 'a' | Foo"), "(?, ?, Foo)");
}

TEST(TypeText, ReadsJsdoc) {
  EXPECT_EQ(read("?Foo"), "Foo");
  EXPECT_EQ(read("!Foo="), "Foo");
  EXPECT_EQ(read("...Foo"), "Foo");
  EXPECT_EQ(read("Array.<Foo>"), "Array<Foo>");
  EXPECT_EQ(read("Object.<string, Foo>"), "Object<string, Foo>");
  EXPECT_EQ(read("function(Foo): Bar"), "?");
  EXPECT_EQ(read("*"), "?");
}

TEST(TypeText, EndsWhateverItReads) {
  for (const char* text : {"", "<", "{", "{a", "{a:", "Foo<", "Foo<,", "[", "[a,", "(", "import(", "a |",
                           "=>", "{ ) }", "'x", "{}}}", "a.b.", "\\", "{ # : ; }"})
    EXPECT_FALSE(read(text).empty()) << text;
  EXPECT_FALSE(read(std::string(100000, '(')).empty());
  EXPECT_FALSE(read(std::string(100000, '{')).empty());
  EXPECT_FALSE(read(std::string(100000, '<')).empty());
}

}  // namespace
}  // namespace leaklint
