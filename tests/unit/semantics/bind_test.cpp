#include <gtest/gtest.h>

#include "unit/semantics/bound_source.h"

namespace leaklint {
namespace {

constexpr int read = Use::read, write = Use::write, init = Use::init;

TEST(Bind, hoists_var_to_the_function_and_let_to_the_block) {
  const BoundSource file("function f() { { var a = 1; let b = 2; } a; b; }");
  EXPECT_TRUE(file.is_same("a", 1, 2));
  EXPECT_EQ(file.scopes.scopes[file.declared("a").scope].kind, ScopeKind::function);
  EXPECT_FALSE(file.is_resolved("b", 2));
}

TEST(Bind, resolves_uses_before_their_declaration) {
  const BoundSource file("later(); function later() {} x; let x;");
  EXPECT_TRUE(file.is_same("later", 1, 2));
  EXPECT_TRUE(file.is_same("x", 1, 2));
}

TEST(Bind, block_functions_belong_to_their_block) {
  const BoundSource file("{ function f() {} f(); } f();", "a.cjs");
  EXPECT_TRUE(file.is_same("f", 1, 2));
  EXPECT_FALSE(file.is_resolved("f", 3));
}

TEST(Bind, default_values_do_not_see_the_body) {
  const BoundSource file("let x; function f(a = x, b = a) { var x; x; a; }");
  EXPECT_TRUE(file.is_same("x", 1, 2));
  EXPECT_TRUE(file.is_same("x", 3, 4));
  EXPECT_FALSE(file.is_same("x", 1, 3));
  EXPECT_TRUE(file.is_same("a", 1, 2));
  EXPECT_TRUE(file.is_same("a", 1, 3));
}

TEST(Bind, a_var_that_repeats_a_parameter_is_that_parameter) {
  const BoundSource file("function f(a, b = () => a) { var a; return a; }");
  EXPECT_TRUE(file.is_same("a", 1, 2));
  EXPECT_TRUE(file.is_same("a", 1, 3));
  EXPECT_TRUE(file.is_same("a", 1, 4));
  EXPECT_EQ(file.declared("a").kind, BindingKind::parameter);
  EXPECT_EQ(file.scopes.redeclarations.size(), 1u);
}

TEST(Bind, catch_parameters_shadow_and_var_escapes_the_catch) {
  const BoundSource file("function f() { try {} catch ({ e, m = e }) { var v; let e2; e; } v; e; }");
  EXPECT_TRUE(file.is_same("e", 1, 2));
  EXPECT_TRUE(file.is_same("e", 1, 3));
  EXPECT_FALSE(file.is_resolved("e", 4));
  EXPECT_TRUE(file.is_same("v", 1, 2));
  EXPECT_EQ(file.declared("e").kind, BindingKind::catch_parameter);
}

TEST(Bind, names_of_function_expressions_are_seen_inside_only) {
  const BoundSource file("const g = function f() { f; }; f; const h = function k(k) { k; };");
  EXPECT_TRUE(file.is_same("f", 1, 2));
  EXPECT_FALSE(file.is_resolved("f", 3));
  EXPECT_EQ(file.declared("f").kind, BindingKind::function_expression_name);
  EXPECT_FALSE(file.is_same("k", 1, 2));
  EXPECT_TRUE(file.is_same("k", 2, 3));
}

TEST(Bind, a_class_has_a_name_inside_and_one_outside) {
  const BoundSource file(
      "class A extends A { static x = A; m() { A; } } A; const b = class B { m() { B; } }; B;");
  EXPECT_TRUE(file.is_same("A", 1, 5));
  EXPECT_TRUE(file.is_same("A", 2, 3));
  EXPECT_TRUE(file.is_same("A", 3, 4));
  EXPECT_FALSE(file.is_same("A", 1, 3));
  const Binding& inner = file.declared("A", 3);
  EXPECT_EQ(file.scopes.binding_at(inner.declaration), file.binding("A", 1));
  EXPECT_TRUE(file.is_same("B", 1, 2));
  EXPECT_FALSE(file.is_resolved("B", 3));
}

TEST(Bind, fields_and_static_blocks_have_scopes_of_their_own) {
  const BoundSource file("let x; class A { [x] = x; static { var x; x; } m() { x; } }");
  EXPECT_TRUE(file.is_same("x", 1, 2));
  EXPECT_TRUE(file.is_same("x", 1, 3));
  EXPECT_TRUE(file.is_same("x", 4, 5));
  EXPECT_TRUE(file.is_same("x", 1, 6));
  EXPECT_EQ(file.scope_around("x", 2).kind, ScopeKind::class_body);
  EXPECT_EQ(file.scope_around("x", 3).kind, ScopeKind::class_field_initializer);
  EXPECT_EQ(file.scope_around("x", 5).kind, ScopeKind::class_static_block);
  EXPECT_TRUE(file.declared("x", 1).is_captured);
  EXPECT_FALSE(file.declared("x", 5).is_captured);
}

TEST(Bind, property_names_labels_and_private_names_are_no_uses) {
  const BoundSource file(
      "a: for (;;) { break a; } o.p; ({ q: 1, r() {} }); class C { #s; m() { this.#s; } }");
  for (const char* name : {"a", "p", "q", "r", "#s", "m"}) EXPECT_EQ(file.mode(name), 0) << name;
  EXPECT_EQ(file.mode("o"), read);
}

TEST(Bind, for_heads_have_scopes_and_write) {
  const BoundSource file(
      "for (let i = 0; i < 1; i++) { i; } i; for (const k of k) k; for (o.p of z); for (n in z);");
  EXPECT_TRUE(file.is_same("i", 1, 4));
  EXPECT_FALSE(file.is_resolved("i", 5));
  EXPECT_EQ(file.mode("i", 3), read | write);
  EXPECT_TRUE(file.is_same("k", 1, 2));
  EXPECT_EQ(file.mode("k", 1), write | init);
  EXPECT_EQ(file.mode("o"), read);
  EXPECT_EQ(file.mode("n"), write);
}

TEST(Bind, switch_bodies_are_one_scope) {
  const BoundSource file("switch (x) { case 1: let x; break; default: x; }");
  EXPECT_FALSE(file.is_resolved("x", 1));
  EXPECT_TRUE(file.is_same("x", 2, 3));
}

TEST(Bind, destructuring_declares_and_writes) {
  const BoundSource file(
      "let { a, b: c, d = a, ...e } = o, [f, , [g = 1], ...h] = o;\n"
      "({ a, b: c, d = 2, ...e } = o); [f, [g = 1], ...h] = o; [o.x, o[a]] = 1;");
  for (const char* name : {"c", "d", "e", "f", "g", "h"}) {
    EXPECT_TRUE(file.is_same(name, 1, 2)) << name;
    EXPECT_EQ(file.mode(name, 1), write | init) << name;
    EXPECT_EQ(file.mode(name, 2), write) << name;
    EXPECT_TRUE(file.declared(name).is_reassigned) << name;
  }
  EXPECT_EQ(file.mode("a", 2), read);
  EXPECT_EQ(file.mode("a", 3), write);
  EXPECT_EQ(file.mode("a", 4), read);
  EXPECT_EQ(file.mode("b"), 0);
}

TEST(Bind, tells_reads_from_writes) {
  const BoundSource file("let x; x; x = 1; x += 1; x++; (x) = 2; ({ x }); ({ x } = 1); x ?\?= 1; let y = 1;");
  const int expected[] = {0, read, write, read | write, read | write, write, read, write, read | write};
  int nth = 0;
  for (int mode : expected) EXPECT_EQ(file.mode("x", ++nth), mode) << nth;
  EXPECT_TRUE(file.declared("x").is_reassigned);
  EXPECT_FALSE(file.declared("y").is_reassigned);
}

TEST(Bind, knows_what_is_captured) {
  const BoundSource file("function f(a, b) { let c; { c; } return () => { a; let d; d; }; }");
  EXPECT_TRUE(file.declared("a").is_captured);
  for (const char* name : {"b", "c", "d"}) EXPECT_FALSE(file.declared(name).is_captured) << name;
}

TEST(Bind, functions_have_arguments_and_arrows_do_not) {
  const BoundSource file(
      "function f() { arguments; () => arguments; } arguments; function g(arguments) { arguments; }",
      "a.mjs");
  EXPECT_TRUE(file.is_same("arguments", 1, 2));
  EXPECT_EQ(file.declared("arguments", 1).kind, BindingKind::implicit_arguments);
  EXPECT_TRUE(file.declared("arguments", 1).is_captured);
  EXPECT_FALSE(file.is_resolved("arguments", 3));
  EXPECT_TRUE(file.is_same("arguments", 4, 5));
  const BoundSource commonjs("arguments;", "a.cjs");
  EXPECT_TRUE(commonjs.is_resolved("arguments", 1));
}

TEST(Bind, marks_with_and_direct_eval) {
  const BoundSource file(
      "with (o) { x; } function f() { g(() => eval('x')); } function h() { (0, eval)('x'); eval?.(''); }",
      "a.cjs");
  EXPECT_FALSE(file.scope_around("o").is_inside_with);
  EXPECT_TRUE(file.scope_around("x").is_inside_with);
  EXPECT_TRUE(file.scope_around("g").has_direct_eval);
  EXPECT_TRUE(file.scope_around("f").has_direct_eval);
  EXPECT_FALSE(file.scope_around("eval", 2).has_direct_eval);
}

TEST(Bind, knows_strict_code) {
  const BoundSource file("'a'; /* b */ 'use strict'; x;", "a.cjs");
  EXPECT_TRUE(file.scope_around("x").is_strict);
  const BoundSource sloppy(
      "x; 'use strict'; function f() { 'use strict'; y; } class A { m() { z; } } k('use strict');", "a.cjs");
  EXPECT_FALSE(sloppy.scope_around("x").is_strict);
  EXPECT_TRUE(sloppy.scope_around("y").is_strict);
  EXPECT_TRUE(sloppy.scope_around("z").is_strict);
  EXPECT_FALSE(sloppy.scope_around("k").is_strict);
  EXPECT_TRUE(BoundSource("x;", "a.mjs").scope_around("x").is_strict);
}

TEST(Bind, imports_and_exports) {
  const BoundSource file(
      "import d, * as n from 'm'; import { a, b as c } from 'm';\n"
      "export { a, c as e, default as z } from 'm'; export { d, n as q }; export default c;\n"
      "export const v = 1; export function f() {} export * as w from 'm';");
  for (const char* name : {"d", "n", "c", "v", "f"}) EXPECT_TRUE(file.declared(name).is_exported) << name;
  EXPECT_EQ(file.declared("d").kind, BindingKind::import);
  EXPECT_FALSE(file.declared("a").is_exported);
  EXPECT_EQ(file.mode("a", 2), 0);
  EXPECT_FALSE(file.is_resolved("b", 1));
  EXPECT_TRUE(file.is_same("d", 1, 2));
  EXPECT_TRUE(file.is_same("c", 1, 3));
  EXPECT_FALSE(file.is_resolved("w", 1));
}

TEST(Bind, tags_that_name_components_are_uses) {
  const BoundSource file("import { A, b } from 'm'; <A x={1}><div /><b.C /><a:b /></A>;", "a.jsx");
  EXPECT_TRUE(file.is_same("A", 1, 2));
  EXPECT_TRUE(file.is_same("b", 1, 2));
  EXPECT_EQ(file.mode("div"), 0);
  EXPECT_EQ(file.mode("A", 3), 0);
  EXPECT_EQ(file.mode("C"), 0);
}

TEST(Bind, an_escaped_name_is_the_same_name) {
  const BoundSource file("let abc; \\u0061b\\u{63};");
  EXPECT_TRUE(file.scopes.binding_at(file.at("\\u0061b\\u{63}")) == file.binding("abc"));
}

TEST(Bind, a_second_definition_reassigns) {
  const BoundSource file(
      "function f() {} function f() {} var a = 1; var a = 2; var b; var b; var c = 1; var c;");
  EXPECT_TRUE(file.declared("f").is_reassigned);
  EXPECT_TRUE(file.declared("a").is_reassigned);
  EXPECT_FALSE(file.declared("b").is_reassigned);
  EXPECT_FALSE(file.declared("c").is_reassigned);
}

TEST(Bind, survives_broken_code) {
  for (const char* text :
       {"", "function", "function f(", "class {", "let [a, = 1; a", "for (let", "({ a = ", "export {",
        "import {", "catch (e) {}", "x => {", "`${", "with (", "class A { x ="}) {
    const BoundSource file(text, "a.ts");
    EXPECT_FALSE(file.dump().empty()) << text;
  }
}

}  // namespace
}  // namespace leaklint
