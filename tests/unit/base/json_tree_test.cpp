#include "base/json_tree.h"

#include <string>

#include <gtest/gtest.h>

#include "base/strict_json.h"

namespace leaklint {
namespace {

/// One line that shows the structure, the order and the nesting of all values.
std::string shown(JsonValue value) {
  switch (value.kind()) {
    case JsonValue::Kind::absent:
      return "absent";
    case JsonValue::Kind::null:
      return "null";
    case JsonValue::Kind::boolean:
      return value.is_true() ? "true" : "false";
    case JsonValue::Kind::number:
      return "number";
    case JsonValue::Kind::text:
      return "'" + std::string(value.text()) + "'";
    case JsonValue::Kind::list:
    case JsonValue::Kind::object:
      break;
  }
  std::string out = value.is_list() ? "[" : "{";
  for (const JsonValue inner : value) {
    if (value.is_object()) out.append(inner.key()).append(":");
    out.append(shown(inner)).append(" ");
  }
  return out + (value.is_list() ? "]" : "}");
}

std::string parsed(std::string_view text) {
  const auto tree = JsonTree::parse(text);
  return tree ? shown(tree->root()) : tree.error().text;
}

TEST(JsonTree, KeepsTheOrderOfMembers) {
  EXPECT_EQ(parsed(R"({"b": 1, "a": {"z": [true, null, "x"], "y": {}}, "c": []})"),
            "{b:number a:{z:[true null 'x' ] y:{} } c:[] }");
  EXPECT_EQ(parsed("\"x\""), "'x'");
}

TEST(JsonTree, AllowsCommentsTrailingCommasAndAByteOrderMark) {
  EXPECT_EQ(parsed("\xEF\xBB\xBF// a\n{\"a\": [1, /* , */ 2, ], // ]\n \"b//\": \"/*,]*/\",\r\n}"),
            "{a:[number number ] b//:'/*,]*/' }");
  EXPECT_EQ(strict_json("[1,//,\n]"), "[1    \n]");
  EXPECT_EQ(strict_json("\"\\\",]\" /* open"), "\"\\\",]\"        ");
}

TEST(JsonTree, SaysWhereTheTextIsNoJson) {
  EXPECT_TRUE(parsed("{\n \"a\": ]}").starts_with("2:7: not valid JSON: unexpected ']'"))
      << parsed("{\n \"a\": ]}");
  EXPECT_TRUE(parsed("").starts_with("1:1: not valid JSON: unexpected end of input")) << parsed("");
  EXPECT_TRUE(parsed("[1,,]").starts_with("1:4: ")) << parsed("[1,,]");
  EXPECT_TRUE(parsed("[,1]").starts_with("1:2: not valid JSON: unexpected ','")) << parsed("[,1]");
  EXPECT_TRUE(parsed("{} x").starts_with("1:4: ")) << parsed("{} x");
}

TEST(JsonTree, LastOfSeveralMembersWithOneKeyCounts) {
  const auto tree = JsonTree::parse(R"({"a": 1, "a": {"b": "x"}})");
  EXPECT_EQ(tree->root().member("a").member("b").text(), "x");
  EXPECT_EQ(tree->root().member("a").member("b").parent().key(), "a");
}

TEST(JsonTree, AsksAbsentValuesInPeace) {
  const auto tree = JsonTree::parse("[1]");
  const JsonValue absent = tree->root().member("x").member("y");
  EXPECT_FALSE(absent);
  EXPECT_EQ(absent.text(), "");
  EXPECT_EQ(absent.key(), "");
  EXPECT_FALSE(absent.parent());
  for (const JsonValue inner : absent) ADD_FAILURE() << inner.key();
  EXPECT_FALSE(JsonTree().root());
}

TEST(JsonTree, TakesDeepAndWideTexts) {
  constexpr size_t count = 200'000;
  EXPECT_TRUE(JsonTree::parse(std::string(count, '[') + std::string(count, ']')).ok());
  EXPECT_FALSE(JsonTree::parse(std::string(count, '[')).ok());
  std::string wide = "{";
  for (size_t key = 0; key < count; ++key) wide += "\"" + std::to_string(key) + "\": {},";
  const auto tree = JsonTree::parse(wide + "}");
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree->size(), count + 1);
}

}  // namespace
}  // namespace leaklint
