#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/linted_source.h"

namespace leaklint {
namespace {

using testing::Each;
using testing::IsEmpty;

LintedSource lint(std::string text, std::string path = "a.cjs") {
  return LintedSource("no-var", std::move(text), std::move(path));
}

std::string fixed(std::string text, std::string path = "a.cjs") {
  return lint(std::move(text), std::move(path)).with_safe_fixes();
}

/// As a function's body: most hazards are the same everywhere.
std::string fixed_body(const std::string& body) {
  const std::string head = "function f(p) { ", tail = " }";
  const std::string text = fixed(head + body + tail);
  return text.substr(head.size(), text.size() - head.size() - tail.size());
}

void expect_kept(const std::string& body) {
  EXPECT_EQ(fixed_body(body), body);
}

TEST(NoVar, ChoosesConstUnlessTheNameIsAssignedAgain) {
  EXPECT_EQ(fixed_body("var a = 1; use(a);"), "const a = 1; use(a);");
  EXPECT_EQ(fixed_body("var a = 1; a++;"), "let a = 1; a++;");
  EXPECT_EQ(fixed_body("var a; a = 1;"), "let a; a = 1;");
  EXPECT_EQ(fixed_body("var a = 1, b = 2; b = a;"), "let a = 1, b = 2; b = a;");
  EXPECT_EQ(fixed_body("var { a, b: [c] } = p;"), "const { a, b: [c] } = p;");
  EXPECT_EQ(fixed_body("for (var a of p) use(a);"), "for (const a of p) use(a);");
  EXPECT_EQ(fixed_body("for (var a in p) a = 1;"), "for (let a in p) a = 1;");
  EXPECT_EQ(fixed_body("for (var i = 0; i < 3; i++) use(i);"), "for (let i = 0; i < 3; i++) use(i);");
}

TEST(NoVar, KeepsWhatIsUsedOutsideOfItsBlock) {
  expect_kept("if (p) { var a = 1; } use(a);");
  expect_kept("for (var i = 0; i < 3; i++) {} use(i);");
  expect_kept("for (var a of p) {} use(a);");
  expect_kept("{ function g() { return a; } { var a = 1; } }");
}

TEST(NoVar, KeepsWhatIsUsedBeforeItIsDeclared) {
  expect_kept("use(a); var a = 1;");
  expect_kept("a = 1; var a;");
  expect_kept("var a = a;");
  expect_kept("var { a = a } = p;");
  expect_kept("var a = b, b = 1;");
  expect_kept("var a = call(function () { return a; });");
  expect_kept("for (var a of a) use(a);");
  expect_kept("const g = () => a; g(); var a = 1;");
  expect_kept("class C { static x = a; } var a = 1;");
}

TEST(NoVar, FixesWhatRunsAfterTheDeclaration) {
  EXPECT_EQ(fixed_body("var a = () => a();"), "const a = () => a();");
  EXPECT_EQ(fixed_body("var a = 1, b = a;"), "const a = 1, b = a;");
  EXPECT_EQ(fixed_body("var a = 1; call(() => a);"), "const a = 1; call(() => a);");
  EXPECT_EQ(fixed_body("var a = 1; g(); function g() { return a; }"),
            "const a = 1; g(); function g() { return a; }");
}

TEST(NoVar, KeepsWhatAHoistedFunctionMayReadTooEarly) {
  expect_kept("g(); var a = 1; function g() { return a; }");
  expect_kept("h(); var a = 1; function g() { return a; } function h() { g(); }");
  expect_kept("var b = g(), a = 1; function g() { return a; }");
  expect_kept("var a = g(); function g() { return a; }");
  expect_kept("call(g); var a = 1; function g() { return a; }");
}

TEST(NoVar, KeepsWhatALoopCarriesFromTurnToTurn) {
  expect_kept("while (p) { var a; use(a); a = 1; }");
  expect_kept("for (var i = 0; i < 3; i++) call(() => i);");
  expect_kept("for (var a of p) call(function () { return a; });");
  expect_kept("do { var a = 1; call(() => a); } while (p);");
  EXPECT_EQ(fixed_body("while (p) { var a = 1; use(a); }"), "while (p) { const a = 1; use(a); }");
  EXPECT_EQ(fixed_body("while (p) { call(() => { var a; a = 1; }); }"),
            "while (p) { call(() => { let a; a = 1; }); }");
}

TEST(NoVar, KeepsWhatIsDeclaredTwice) {
  expect_kept("var a = 1; var a = 2;");
  expect_kept("var a = 1, a = 2;");
  expect_kept("var p = 1;");
  expect_kept("var a = 1; function a() {}");
  expect_kept("var a; { function a() {} }");
}

TEST(NoVar, KeepsWhereNoLetMayStand) {
  expect_kept("if (p) var a = 1;");
  expect_kept("label: var a = 1;");
  expect_kept("switch (p) { case 1: var a = 1; }");
  expect_kept("var let = 1;");
  expect_kept("var arguments;");
  expect_kept("try {} catch (e) { var e = 1; }");
  expect_kept("try {} catch (e) { for (var e of p) {} }");
}

TEST(NoVar, KeepsWhatMayBeSeenByNameAlone) {
  expect_kept("var a = 1; eval(p);");
  expect_kept("with (p) { var a = 1; }");
}

TEST(NoVar, AtTheTopOnlyModulesAreFixed) {
  EXPECT_EQ(fixed("var a = 1;", "a.mjs"), "const a = 1;");
  EXPECT_EQ(fixed("var a = require('a');", "a.js"), "const a = require('a');");
  EXPECT_EQ(fixed("var a = 1;", "a.js"), "var a = 1;");
  EXPECT_EQ(fixed("var module = require('a');"), "var module = require('a');");
  EXPECT_EQ(fixed("<script>var a = 1;</script>", "a.html"), "<script>var a = 1;</script>");
  EXPECT_EQ(fixed("<script>var a = 1;</script>{{ a }}", "a.svelte"), "<script>var a = 1;</script>{{ a }}");
}

TEST(NoVar, ASecondRoundFindsNothingToFix) {
  const std::string once = fixed("function f() { var a = 1; if (a) { var b = a; } return b; }");
  EXPECT_EQ(once, "function f() { const a = 1; if (a) { var b = a; } return b; }");
  EXPECT_EQ(fixed(once), once);
}

TEST(NoVar, WhatIsExportedIsOnlySuggested) {
  const LintedSource linted = lint("export var a = 1;", "a.mjs");
  ASSERT_EQ(linted.findings().at(0).fixes.size(), 1u);
  EXPECT_FALSE(linted.findings()[0].fixes[0].is_safe);
  EXPECT_EQ(linted.with(linted.findings()[0].fixes[0]), "export const a = 1;");
  EXPECT_FALSE(
      lint("var a = 1; export function g() { return a; }", "a.mjs").findings().at(0).fixes.at(0).is_safe);
}

TEST(NoVar, ABrokenFileIsNotFixed) {
  EXPECT_EQ(fixed("function f() { var a = 1; }\nlet = ;"), "function f() { var a = 1; }\nlet = ;");
}

TEST(NoVar, DeclareGlobalNeedsVar) {
  EXPECT_THAT(lint("declare global { var a: string; }\nexport {};", "a.ts").findings(), IsEmpty());
  EXPECT_EQ(fixed("declare var a: string;", "a.ts"), "declare var a: string;");
}

}  // namespace
}  // namespace leaklint
