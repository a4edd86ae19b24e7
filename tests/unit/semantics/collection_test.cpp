#include "semantics/collection.h"

#include <gtest/gtest.h>

#include "unit/semantics/bound_source.h"

namespace leaklint {
namespace {

/// What the expression before `.x` is.
Collection kind_of(std::string text, std::string_view path = "a.ts") {
  const BoundSource bound(std::move(text), path);
  const NodeId member = bound.tree.parent(bound.at("x"));
  return collection_of(bound.tree, bound.scopes, bound.tree.child(member, Field::object));
}

TEST(Collection, IsProvenByLiteralsConstructorsAndCallsOfTheLanguage) {
  EXPECT_EQ(kind_of("[1].x"), Collection::array);
  EXPECT_EQ(kind_of("new Set().x"), Collection::iterable);
  EXPECT_EQ(kind_of("new Map<string, string>().x"), Collection::map);
  EXPECT_EQ(kind_of("Object.keys(o).x"), Collection::array);
  EXPECT_EQ(kind_of("text.split(',').filter(f).x"), Collection::array);
  EXPECT_EQ(kind_of("document.querySelectorAll('a').x"), Collection::iterable);
}

TEST(Collection, IsFollowedThroughVariablesAndTypes) {
  EXPECT_EQ(kind_of("const a = [], b = a as unknown; (b!).x"), Collection::array);
  EXPECT_EQ(kind_of("function f(a: string[]) { a.x; }"), Collection::array);
  EXPECT_EQ(kind_of("function f(a: readonly string[]) { a.x; }"), Collection::array);
  EXPECT_EQ(kind_of("function f(a?: ReadonlyMap<string, string>) { a.x; }"), Collection::map);
  EXPECT_EQ(kind_of("function f(...a) { a.x; }"), Collection::array);
  EXPECT_EQ(kind_of("const a: Set<string> = load(); a.x"), Collection::iterable);
}

TEST(Collection, IsUnknownWithoutProof) {
  EXPECT_EQ(kind_of("a.x"), Collection::unknown);
  EXPECT_EQ(kind_of("a.filter(f).x"), Collection::unknown);
  EXPECT_EQ(kind_of("let a = []; a = load(); a.x"), Collection::unknown);
  EXPECT_EQ(kind_of("class Map {} new Map().x"), Collection::unknown);
  EXPECT_EQ(kind_of("const Object = o; Object.keys(o).x"), Collection::unknown);
  EXPECT_EQ(kind_of("const a = b, b = a; a.x"), Collection::unknown);
}

bool has_own(std::string text) {
  const BoundSource bound(std::move(text), "a.ts");
  const NodeId member = bound.tree.parent(bound.at("x"));
  return has_own_method(bound.tree, bound.scopes, bound.tree.child(member, Field::object), "each");
}

TEST(Collection, AMethodOfOnesOwnIsFoundInClassesObjectsAndTypes) {
  EXPECT_TRUE(has_own("class A { each() {} f() { this.x; } }"));
  EXPECT_TRUE(has_own("class A { each() {} f() { g(() => this.x); } }"));
  EXPECT_TRUE(has_own("class A { each = () => 1; } new A().x"));
  EXPECT_TRUE(has_own("class A { static each() {} } A.x"));
  EXPECT_TRUE(has_own("const a = { each() {} }; a.x"));
  EXPECT_TRUE(has_own("interface A { each(): void } function f(a: A) { a.x; }"));
  EXPECT_FALSE(has_own("class A { f() { this.x; } }"));
  EXPECT_FALSE(has_own("class A { each() {} f() { g(function () { this.x; }); } }"));
  EXPECT_FALSE(has_own("class A { each() {} } a.x"));
}

}  // namespace
}  // namespace leaklint
