#include <gtest/gtest.h>

#include "unit/semantics/bound_source.h"

namespace leaklint {
namespace {

ModuleKind kind(std::string text, std::string_view path, std::string_view type = "",
                bool has_package = true) {
  return BoundSource(std::move(text), path, {{}, type, has_package}).scopes.module_kind;
}

TEST(ModuleKind, follows_the_extension) {
  EXPECT_EQ(kind("x;", "a.mjs"), ModuleKind::module);
  EXPECT_EQ(kind("x;", "a.mts", "commonjs"), ModuleKind::module);
  EXPECT_EQ(kind("x;", "a.cjs", "module"), ModuleKind::commonjs);
  EXPECT_EQ(kind("x;", "a.cts", "module"), ModuleKind::commonjs);
}

TEST(ModuleKind, follows_the_package) {
  EXPECT_EQ(kind("x;", "a.js", "module"), ModuleKind::module);
  EXPECT_EQ(kind("x;", "a.ts", "commonjs"), ModuleKind::commonjs);
  EXPECT_EQ(kind("x;", "a.js", ""), ModuleKind::commonjs);
}

TEST(ModuleKind, declarations_of_modules_decide) {
  EXPECT_EQ(kind("import 'a';", "a.js", "commonjs"), ModuleKind::module);
  EXPECT_EQ(kind("export {};", "a.js"), ModuleKind::module);
  EXPECT_EQ(kind("export * from 'a';", "a.js"), ModuleKind::module);
  EXPECT_EQ(kind("export default 1;", "a.js"), ModuleKind::module);
  EXPECT_EQ(kind("export type { A } from 'a';", "a.ts"), ModuleKind::module);
  EXPECT_EQ(kind("export const a = 1;", "a.tsx", "", false), ModuleKind::module);
  EXPECT_EQ(kind("export = 1;", "a.ts", "module"), ModuleKind::commonjs);
  EXPECT_EQ(kind("import a = require('a');", "a.ts", "", false), ModuleKind::commonjs);
}

TEST(ModuleKind, module_expressions_decide_without_a_type) {
  EXPECT_EQ(kind("f(import.meta.url);", "a.js"), ModuleKind::module);
  EXPECT_EQ(kind("await f();", "a.js"), ModuleKind::module);
  EXPECT_EQ(kind("for await (const x of y);", "a.js"), ModuleKind::module);
  EXPECT_EQ(kind("async () => { await f(); };", "a.js"), ModuleKind::commonjs);
  EXPECT_EQ(kind("import('a');", "a.js"), ModuleKind::commonjs);
}

TEST(ModuleKind, without_a_package_the_text_decides) {
  EXPECT_EQ(kind("var a = 1;", "a.js", "", false), ModuleKind::script);
  EXPECT_EQ(kind("const fs = require('fs');", "a.js", "", false), ModuleKind::commonjs);
  EXPECT_EQ(kind("module.exports = 1;", "a.js", "", false), ModuleKind::commonjs);
  EXPECT_EQ(kind("exports.a = 1;", "a.js", "", false), ModuleKind::commonjs);
  EXPECT_EQ(kind("<script>var a;</script>", "a.html", "module"), ModuleKind::script);
}

TEST(ModuleKind, only_scripts_declare_globals) {
  const BoundSource script("var a;", "a.js");
  EXPECT_EQ(script.scopes.scopes[script.declared("a").scope].kind, ScopeKind::global);
  const BoundSource commonjs("var a;", "a.cjs");
  EXPECT_EQ(commonjs.scopes.scopes[commonjs.declared("a").scope].kind, ScopeKind::module);
}

}  // namespace
}  // namespace leaklint
