#include "lint/global_names.h"

#include <gtest/gtest.h>

#include "syntax/parse.h"

namespace leaklint {
namespace {

CommentedGlobals read(std::string_view text) {
  std::string blanked;
  return read_commented_globals(Parser().parse("a.js", text, blanked).tree);
}

TEST(GlobalNames, ReadsListsAsESLintDoes) {
  const CommentedGlobals globals =
      read("/* global a, b:writable c : true, d:off */ /*globals e: readonly -- note f*/");
  EXPECT_EQ(globals.find("a"), GlobalAccess::readonly);
  EXPECT_EQ(globals.find("b"), GlobalAccess::writable);
  EXPECT_EQ(globals.find("c"), GlobalAccess::writable);
  EXPECT_EQ(globals.find("d"), GlobalAccess::off);
  EXPECT_EQ(globals.find("e"), GlobalAccess::readonly);
  EXPECT_EQ(globals.find("note"), std::nullopt);
  EXPECT_EQ(globals.find("f"), std::nullopt);
}

TEST(GlobalNames, LineCommentsAreProse) {
  EXPECT_EQ(read("// global a").find("a"), std::nullopt);
}

TEST(GlobalNames, KnowsEnvironments) {
  const CommentedGlobals globals = read("/* eslint-env mocha, jquery */");
  EXPECT_EQ(globals.find("describe"), GlobalAccess::readonly);
  EXPECT_EQ(globals.find("$"), GlobalAccess::readonly);
  EXPECT_EQ(globals.find("angular"), std::nullopt);
}

}  // namespace
}  // namespace leaklint
