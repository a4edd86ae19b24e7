#include "semantics/imported_name.h"

#include <gtest/gtest.h>

#include "unit/semantics/bound_source.h"

namespace leaklint {
namespace {

/// "module#name" of what `x` stands for, or "".
std::string imported(std::string text, std::string_view path = "a.ts") {
  const BoundSource bound(std::move(text), path);
  const auto found = imported_name(bound.tree, bound.scopes, bound.binding("x"));
  return found ? std::string(found->module) + "#" + std::string(found->name) : "";
}

TEST(ImportedName, IsReadOffImports) {
  EXPECT_EQ(imported("import x from 'm';"), "m#");
  EXPECT_EQ(imported("import * as x from 'm';"), "m#");
  EXPECT_EQ(imported("import { x } from 'm';"), "m#x");
  EXPECT_EQ(imported("import { y as x } from 'm';"), "m#y");
  EXPECT_EQ(imported("import { default as x } from 'm';"), "m#");
  EXPECT_EQ(imported("import x = require('m');"), "m#");
}

TEST(ImportedName, IsReadOffRequire) {
  EXPECT_EQ(imported("const x = require('m');"), "m#");
  EXPECT_EQ(imported("const x = require('m').y;"), "m#y");
  EXPECT_EQ(imported("const { x } = require('m');"), "m#x");
  EXPECT_EQ(imported("const { y: x } = require('m');"), "m#y");
}

TEST(ImportedName, IsNothingElse) {
  EXPECT_EQ(imported("const x = 1;"), "");
  EXPECT_EQ(imported("let x = require('m'); x = 1;"), "");
  EXPECT_EQ(imported("const { y: { x } } = require('m');"), "");
  EXPECT_EQ(imported("const x = require(m);"), "");
  EXPECT_EQ(imported("function require() {} const x = require('m');"), "");
  EXPECT_EQ(imported("function x() {}"), "");
}

}  // namespace
}  // namespace leaklint
