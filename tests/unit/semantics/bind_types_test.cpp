#include <gtest/gtest.h>

#include "unit/semantics/bound_source.h"

namespace leaklint {
namespace {

constexpr int read = Use::read, write = Use::write, init = Use::init, type = Use::type,
              type_query = Use::type_query;

BoundSource typescript(std::string text) {
  return BoundSource(std::move(text), "a.mts");
}

TEST(BindTypes, values_and_types_are_looked_up_apart) {
  const BoundSource file = typescript("const x = 1; { type x = typeof x; const y: x = x; }");
  EXPECT_FALSE(file.is_same("x", 1, 2));
  EXPECT_TRUE(file.is_same("x", 1, 3));
  EXPECT_TRUE(file.is_same("x", 2, 4));
  EXPECT_TRUE(file.is_same("x", 1, 5));
  EXPECT_EQ(file.mode("x", 3), type_query);
  EXPECT_EQ(file.mode("x", 4), type);
  EXPECT_EQ(file.mode("x", 5), read);
}

TEST(BindTypes, a_name_may_be_a_type_and_a_value) {
  const BoundSource file = typescript("type A = number; const A = 1; let b: A = A;");
  EXPECT_TRUE(file.is_same("A", 1, 2));
  EXPECT_TRUE(file.is_same("A", 1, 3));
  EXPECT_TRUE(file.is_same("A", 1, 4));
  const Binding& both = file.declared("A");
  EXPECT_EQ(both.kind, BindingKind::const_);
  EXPECT_EQ(both.declaration, file.at("A", 2));
  EXPECT_TRUE(both.is_type && both.is_value && !both.is_type_only);
}

TEST(BindTypes, declarations_merge) {
  const BoundSource file = typescript(
      "interface A {} class A {} namespace A {} function f(a: string): void; function f(a: any) {}");
  EXPECT_EQ(file.declared("A").kind, BindingKind::class_);
  EXPECT_EQ(file.declared("A").declaration, file.at("A", 2));
  EXPECT_TRUE(file.is_same("A", 1, 3));
  EXPECT_EQ(file.declared("f").declaration, file.at("f", 2));
  EXPECT_FALSE(file.declared("f").is_reassigned);
  EXPECT_EQ(file.scopes.redeclarations.size(), 3u);
}

TEST(BindTypes, type_parameters_belong_to_what_they_parameterise) {
  const BoundSource file = typescript(
      "type A<T> = T; T; interface B<U> { u: U } class C<V> { v: V; m<V>(v: V) {} } function f<W>(w: W) {} "
      "let w: W;");
  EXPECT_TRUE(file.is_same("T", 1, 2));
  EXPECT_FALSE(file.is_resolved("T", 3));
  EXPECT_TRUE(file.is_same("U", 1, 2));
  EXPECT_TRUE(file.is_same("V", 1, 2));
  EXPECT_TRUE(file.is_same("V", 3, 4));
  EXPECT_FALSE(file.is_same("V", 1, 3));
  EXPECT_TRUE(file.is_same("W", 1, 2));
  EXPECT_FALSE(file.is_resolved("W", 3));
  EXPECT_TRUE(file.declared("T").is_type_only);
}

TEST(BindTypes, infer_is_seen_in_the_true_branch) {
  const BoundSource file = typescript("type A<T> = T extends (x: infer U) => infer V ? [U, V] : U;");
  EXPECT_TRUE(file.is_same("U", 1, 2));
  EXPECT_TRUE(file.is_same("V", 1, 2));
  EXPECT_FALSE(file.is_resolved("U", 3));
}

TEST(BindTypes, mapped_types_have_a_key) {
  const BoundSource file = typescript("type A<T> = { readonly [K in keyof T as `a${K}`]?: T[K] }; let k: K;");
  EXPECT_TRUE(file.is_same("K", 1, 2));
  EXPECT_TRUE(file.is_same("K", 1, 3));
  EXPECT_FALSE(file.is_resolved("K", 4));
}

TEST(BindTypes, function_types_have_parameters) {
  const BoundSource file =
      typescript("type F = (a: string, b: typeof a) => typeof a; interface I { m(c): typeof c } a;");
  EXPECT_TRUE(file.is_same("a", 1, 2));
  EXPECT_TRUE(file.is_same("a", 1, 3));
  EXPECT_TRUE(file.is_same("c", 1, 2));
  EXPECT_FALSE(file.is_resolved("a", 4));
}

TEST(BindTypes, predicates_name_parameters) {
  const BoundSource file =
      typescript("function f(x, y): x is A {} function g(z): asserts z is B {} function h(w): asserts w {}");
  EXPECT_TRUE(file.is_same("x", 1, 2));
  EXPECT_TRUE(file.is_same("z", 1, 2));
  EXPECT_TRUE(file.is_same("w", 1, 2));
  EXPECT_EQ(file.mode("x", 2), type_query);
  EXPECT_FALSE(file.declared("x").is_captured);
}

TEST(BindTypes, labels_of_types_are_no_bindings) {
  const BoundSource file =
      typescript("type A = { [key: string]: [a: B, ...rest: C[], d?: D] }; function f(this: A) {}");
  for (const char* name : {"key", "a", "rest", "d", "this"}) {
    EXPECT_FALSE(file.is_resolved(name, 1)) << name;
    EXPECT_EQ(file.mode(name), 0) << name;
  }
}

TEST(BindTypes, type_only_imports) {
  const BoundSource file = typescript(
      "import type A from 'a'; import { type B, C } from 'b'; import type * as N from 'n'; let x: A<B, N.D, "
      "typeof B>; C;");
  for (const char* name : {"A", "B", "N"}) EXPECT_TRUE(file.declared(name).is_type_only) << name;
  EXPECT_FALSE(file.declared("C").is_type_only);
  EXPECT_TRUE(file.is_same("A", 1, 2));
  EXPECT_TRUE(file.is_same("B", 1, 2));
  EXPECT_TRUE(file.is_same("B", 1, 3));
  EXPECT_TRUE(file.is_same("N", 1, 2));
  EXPECT_EQ(file.mode("N", 2), type);
}

TEST(BindTypes, exports_may_mean_both) {
  const BoundSource file =
      typescript("type A = 1; const b = 1; export { A, b }; export type { A as C }; export default b;");
  EXPECT_EQ(file.mode("A", 2), read | type);
  EXPECT_TRUE(file.is_same("A", 1, 2));
  EXPECT_EQ(file.mode("A", 3), type);
  EXPECT_TRUE(file.declared("A").is_exported && file.declared("b").is_exported);
}

TEST(BindTypes, commonjs_imports_and_exports) {
  const BoundSource file("import fs = require('fs'); import a = fs.b.c; declare const x; export = a;",
                         "a.ts");
  EXPECT_EQ(file.scopes.module_kind, ModuleKind::commonjs);
  EXPECT_EQ(file.declared("fs").kind, BindingKind::import);
  EXPECT_TRUE(file.is_same("fs", 1, 3));
  EXPECT_TRUE(file.is_same("a", 1, 2));
  EXPECT_TRUE(file.declared("a").is_exported);
  EXPECT_TRUE(file.declared("x").is_ambient);
}

TEST(BindTypes, enums_and_their_members) {
  const BoundSource file = typescript("enum E { A = 1, 'B' = A, C = E.A } A; declare const enum F { G }");
  EXPECT_TRUE(file.is_same("A", 1, 2));
  EXPECT_FALSE(file.is_resolved("A", 4));
  EXPECT_TRUE(file.is_same("E", 1, 2));
  EXPECT_TRUE(file.declared("F").is_ambient);
  EXPECT_EQ(file.declared("A").kind, BindingKind::enum_member);
}

TEST(BindTypes, namespaces_have_variables_of_their_own) {
  const BoundSource file =
      typescript("namespace N.M { export var v = 1; function f() { v; } } v; N; declare global { var g; }");
  EXPECT_TRUE(file.is_same("v", 1, 2));
  EXPECT_FALSE(file.is_resolved("v", 3));
  EXPECT_TRUE(file.is_same("N", 1, 2));
  EXPECT_FALSE(file.is_resolved("M", 1));
  EXPECT_EQ(file.scopes.scopes[file.declared("g").scope].kind, ScopeKind::namespace_body);
}

TEST(BindTypes, parameter_properties_and_members) {
  const BoundSource file = typescript(
      "abstract class A<T> { constructor(private readonly a: T, public b?: typeof a) { a; } abstract m(c: "
      "T): void; n(d): void; }");
  EXPECT_TRUE(file.is_same("a", 1, 2));
  EXPECT_TRUE(file.is_same("a", 1, 3));
  EXPECT_TRUE(file.is_same("T", 1, 2));
  for (const char* name : {"c", "d"}) EXPECT_EQ(file.scope_around(name).kind, ScopeKind::function) << name;
}

TEST(BindTypes, decorators_are_reads) {
  const BoundSource file = typescript("import { d, e } from 'x'; @d() class A { @e.f g = 1; @d h() {} }");
  EXPECT_TRUE(file.is_same("d", 1, 2));
  EXPECT_TRUE(file.is_same("d", 1, 3));
  EXPECT_TRUE(file.is_same("e", 1, 2));
}

TEST(BindTypes, writes_through_assertions) {
  const BoundSource file = typescript("let x; (x as any) = 1; x! += 1; (<any>x)++; x satisfies A;");
  EXPECT_EQ(file.mode("x", 2), write);
  EXPECT_EQ(file.mode("x", 3), read | write);
  EXPECT_EQ(file.mode("x", 4), read | write);
  EXPECT_EQ(file.mode("x", 5), read);
}

TEST(BindTypes, types_do_not_capture) {
  const BoundSource file = typescript("const a = 1, b = 2; function f(x: typeof a) { return b; }");
  EXPECT_FALSE(file.declared("a").is_captured);
  EXPECT_TRUE(file.declared("b").is_captured);
}

TEST(BindTypes, using_declares) {
  const BoundSource file = typescript("using a = open(); { await using b = a; }");
  EXPECT_EQ(file.declared("a").kind, BindingKind::using_);
  EXPECT_EQ(file.declared("b").kind, BindingKind::using_);
  EXPECT_EQ(file.mode("a", 1), write | init);
  EXPECT_TRUE(file.is_same("a", 1, 2));
}

}  // namespace
}  // namespace leaklint
