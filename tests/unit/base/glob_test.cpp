#include "base/glob.h"

#include <string>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

bool matches(std::string_view pattern, std::string_view path) {
  return Glob(pattern).matches(path);
}

// That globs mean what git takes them to mean is checked against git itself, in driver/git_ignore_test.cpp.
TEST(Glob, MatchesWholePaths) {
  EXPECT_TRUE(matches("src/a.js", "src/a.js"));
  EXPECT_FALSE(matches("src/a.js", "src/a.jsx"));
  EXPECT_FALSE(matches("a.js", "src/a.js"));
  EXPECT_TRUE(matches("", ""));
  EXPECT_FALSE(matches("", "a"));
}

TEST(Glob, KeepsStarsWithinAFolder) {
  EXPECT_TRUE(matches("src/*.js", "src/a.js"));
  EXPECT_TRUE(matches("src/*.js", "src/.js"));
  EXPECT_FALSE(matches("src/*.js", "src/a/b.js"));
  EXPECT_FALSE(matches("src?a.js", "src/a.js"));
  EXPECT_FALSE(matches("src[!x]a.js", "src/a.js"));
}

TEST(Glob, SpansFoldersWithTwoStars) {
  EXPECT_TRUE(matches("**/a.js", "a.js"));
  EXPECT_TRUE(matches("**/a.js", "x/y/a.js"));
  EXPECT_FALSE(matches("**/a.js", "x/ya.js"));
  EXPECT_TRUE(matches("src/**", "src/x/y"));
  EXPECT_FALSE(matches("src/**", "src"));
  EXPECT_TRUE(matches("**/test/**/*.js", "a/test/x/b.js"));
  EXPECT_TRUE(matches("**/x/*/z/**/y", "x/x/b/x/c/z/d/y"));
}

TEST(Glob, KnowsWhenTextIsAllThereIs) {
  EXPECT_TRUE(Glob("src/a.js").is_literal());
  EXPECT_EQ(Glob("src/a.js").literal_text(), "src/a.js");
  EXPECT_FALSE(Glob("src/*").is_literal());
  EXPECT_FALSE(Glob("src\\a").is_literal());
}

TEST(Glob, MatchesNothingWhenMalformed) {
  EXPECT_FALSE(matches("a\\", "a"));
  EXPECT_FALSE(matches("a\\", "a\\"));
  EXPECT_FALSE(matches("[ab", "a"));
  EXPECT_FALSE(matches("[ab", "[ab"));
  EXPECT_FALSE(matches("[[:nope:]]", "n"));
}

// git's own matcher takes minutes for the first of these.
TEST(Glob, TakesNoExponentialTime) {
  std::string stars, folders, path;
  for (int count = 0; count < 200; ++count) {
    stars += "*a";
    folders += "**/a*/";
    path += "aaaaaaaa/";
  }
  EXPECT_FALSE(matches(stars + "*b", std::string(4000, 'a')));
  EXPECT_TRUE(matches(stars + "*b", std::string(4000, 'a') + "b"));
  EXPECT_FALSE(matches(folders + "b?", path + "ca"));
  EXPECT_TRUE(matches(folders + "b?", path + "ba"));
}

TEST(Glob, HoldsAnyNumberOfSets) {
  std::string pattern, path;
  for (int count = 0; count < 70'000; ++count) {
    pattern += count % 2 == 0 ? "[a]" : "[b]";
    path += count % 2 == 0 ? "a" : "b";
  }
  EXPECT_TRUE(matches(pattern, path));
  path.back() = 'a';
  EXPECT_FALSE(matches(pattern, path));
}

}  // namespace
}  // namespace leaklint
