#include "semantics/value_uses.h"

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

bool is_used(const FactsOfSource& file, ValueId value, UseRole role, uint32_t index = 0) {
  for (const ValueUse& use : file.uses.uses_of(value))
    if (use.is(role, index)) return true;
  return false;
}

TEST(ValueUses, tells_callee_receiver_and_arguments_apart) {
  const FactsOfSource file("emitter.on('data', handler); new Thing(emitter.other);");
  const ValueId receiver = file.find(Op::load_global, "emitter");
  EXPECT_TRUE(is_used(file, receiver, UseRole::receiver));
  EXPECT_TRUE(is_used(file, file.find(Op::member, "emitter.on"), UseRole::callee));
  EXPECT_TRUE(is_used(file, file.find(Op::constant, "'data'"), UseRole::argument, 0));
  EXPECT_TRUE(is_used(file, file.find(Op::load_global, "handler"), UseRole::argument, 1));
  EXPECT_TRUE(is_used(file, file.find(Op::load_global, "emitter", 2), UseRole::object));
  EXPECT_TRUE(is_used(file, file.find(Op::load_global, "Thing"), UseRole::callee));
  EXPECT_TRUE(is_used(file, file.find(Op::member, "emitter.other"), UseRole::argument, 0));
}

TEST(ValueUses, knows_where_a_value_ends_up) {
  const FactsOfSource file(
      "async function f(p) { const a = p.a; this.b = p.b; p.list[p.c] = p.d; await p.e; throw p.f; }\n"
      "const g = (p) => p.g; h({ x: 1, y: p.h }, [0, p.i, ...p.j], p.k ? 1 : 2, !p.l);");
  const auto member = [&](std::string_view text) { return file.find(Op::member, text); };
  EXPECT_TRUE(is_used(file, member("p.a"), UseRole::stored));
  EXPECT_TRUE(is_used(file, member("p.b"), UseRole::stored_in));
  EXPECT_TRUE(is_used(file, member("p.list"), UseRole::target));
  EXPECT_TRUE(is_used(file, member("p.c"), UseRole::key));
  EXPECT_TRUE(is_used(file, member("p.d"), UseRole::stored_in));
  EXPECT_TRUE(is_used(file, member("p.e"), UseRole::awaited));
  EXPECT_TRUE(is_used(file, member("p.f"), UseRole::thrown));
  EXPECT_TRUE(is_used(file, member("p.g"), UseRole::returned));
  EXPECT_TRUE(is_used(file, member("p.h"), UseRole::property, 1));
  EXPECT_TRUE(is_used(file, member("p.i"), UseRole::element, 1));
  EXPECT_TRUE(is_used(file, member("p.j"), UseRole::spread));
  EXPECT_TRUE(is_used(file, member("p.k"), UseRole::condition));
  EXPECT_TRUE(is_used(file, member("p.l"), UseRole::operand));
}

TEST(ValueUses, reports_exports_and_base_classes) {
  const FactsOfSource file("export default make(); class A extends Base {}");
  EXPECT_TRUE(is_used(file, file.call("make"), UseRole::exported));
  EXPECT_FALSE(file.uses.uses_of(file.call("make")).front().user);
  EXPECT_TRUE(is_used(file, file.find(Op::load_global, "Base"), UseRole::heritage));
}

TEST(ValueUses, lists_stores_and_loads_of_nested_functions_too) {
  const FactsOfSource file("let n = 0; const once = 1; function f() { n = 2; return () => n + once; } n;");
  const BindingId n(file.facts.code[file.find(Op::store, "n")].a);
  EXPECT_EQ(file.uses.stores_of(n).size(), 2u);
  EXPECT_EQ(file.uses.loads_of(n).size(), 2u);
  EXPECT_FALSE(file.uses.only_store_of(n));
  const BindingId once(file.facts.code[file.find(Op::store, "once")].a);
  EXPECT_TRUE(file.uses.only_store_of(once));
}

TEST(ValueUses, lists_properties_by_name) {
  const FactsOfSource file("a.x = 1; delete b.x; use(c.x, d['x']); e.y = 1; total = 1; total = 2;");
  const NameId x = file.facts.names.find("x");
  EXPECT_EQ(file.uses.member_writes_of(x).size(), 2u);
  EXPECT_EQ(file.uses.member_reads_of(x).size(), 2u);
  EXPECT_EQ(file.uses.global_stores_of(file.facts.names.find("total")).size(), 2u);
  EXPECT_TRUE(file.uses.member_writes_of(NameId()).empty());
}

TEST(ValueUses, follows_a_value_back_to_where_it_was_made) {
  const FactsOfSource file(
      "async function f() { const p = open(); const c = await p; return c; } let a = b, b = a; a;");
  EXPECT_EQ(origin_of(file.facts, file.uses, file.load("c")), file.call("open"));
  origin_of(file.facts, file.uses, file.load("a"));  // ends, though a and b go in a circle
}

TEST(ValueUses, finds_the_call_of_a_member) {
  const FactsOfSource file("x.on(1); const f = y.on;");
  EXPECT_EQ(file.uses.call_of(file.find(Op::member, "x.on")), file.call("x.on"));
  EXPECT_FALSE(file.uses.call_of(file.find(Op::member, "y.on")));
}

}  // namespace
}  // namespace leaklint
