#include "driver/ignore_rules.h"

#include <string>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

// The syntax is checked against git itself, in git_ignore_test.cpp.
TEST(IgnoreRules, LetTheLastLineThatMatchesDecide) {
  IgnoreRules rules("*.js\n!a.js\n/b/\n");
  EXPECT_EQ(rules.verdict("x/c.js", false), Verdict::ignored);
  EXPECT_EQ(rules.verdict("x/a.js", false), Verdict::kept);
  EXPECT_EQ(rules.verdict("x/c.ts", false), Verdict::says_nothing);
  EXPECT_EQ(rules.verdict("b", true), Verdict::ignored);
  EXPECT_EQ(rules.verdict("b", false), Verdict::says_nothing);
}

TEST(IgnoreRules, OrderNamesPathsAndPatternsByTheirLines) {
  EXPECT_EQ(IgnoreRules("a.js\n!*.js").verdict("a.js", false), Verdict::kept);
  EXPECT_EQ(IgnoreRules("!*.js\na.js").verdict("a.js", false), Verdict::ignored);
  EXPECT_EQ(IgnoreRules("a.js\n!/a.js").verdict("a.js", false), Verdict::kept);
  EXPECT_EQ(IgnoreRules("!/a.js\na.js").verdict("a.js", false), Verdict::ignored);
  EXPECT_EQ(IgnoreRules("a\n!a/").verdict("a", true), Verdict::kept);
  EXPECT_EQ(IgnoreRules("a\n!a/").verdict("a", false), Verdict::ignored);
}

TEST(IgnoreRules, AreEmptyWithoutRules) {
  EXPECT_TRUE(IgnoreRules("").is_empty());
  EXPECT_TRUE(IgnoreRules("# nothing\n\n   \n/\n!\n").is_empty());
  EXPECT_FALSE(IgnoreRules("a").is_empty());
}

}  // namespace
}  // namespace leaklint
