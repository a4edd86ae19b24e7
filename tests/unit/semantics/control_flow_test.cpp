#include "semantics/control_flow.h"

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

/// The guards of the first call of `at()`, nearest first, as written: "a, !b".
std::string guards(std::string text) {
  const FactsOfSource file(std::move(text));
  const ControlFlow flow(file.facts);
  std::string out;
  for (const Guard& guard : flow.guards_of(file.call("at("))) {
    if (!out.empty()) out += ", ";
    if (file.facts.code[guard.block].op == Op::case_) out += "case ";
    out += (guard.sense ? "" : "!") + file.text_of(guard.condition);
  }
  return out;
}

TEST(Guards, of_branches) {
  EXPECT_EQ(guards("if (a) at();"), "a");
  EXPECT_EQ(guards("if (a) {} else at();"), "!a");
  EXPECT_EQ(guards("if (a) { if (b) at(); }"), "b, a");
  EXPECT_EQ(guards("if (a) x(); else if (b) at();"), "b, !a");
  EXPECT_EQ(guards("if (a) x(); at();"), "");
  EXPECT_EQ(guards("a ? at() : x();"), "a");
}

TEST(Guards, are_taken_apart) {
  EXPECT_EQ(guards("if (a && !b) at();"), "a, !b");
  EXPECT_EQ(guards("if (a || b) x(); else at();"), "!a, !b");
  EXPECT_EQ(guards("if (!(a || !b)) at();"), "!a, b");
  EXPECT_EQ(guards("if (a || b) at();"), "a || b");
  EXPECT_EQ(guards("if (!!a) at();"), "a");
  EXPECT_EQ(guards("if (a && b && c) at();"), "a, b, c");
}

TEST(Guards, of_short_circuits) {
  EXPECT_EQ(guards("a && at();"), "a");
  EXPECT_EQ(guards("a || at();"), "!a");
  EXPECT_EQ(guards("a ?? at();"), "!a");
  EXPECT_EQ(guards("let x; x ?\?= at();"), "!x");
  EXPECT_EQ(guards("let x; x = x || at();"), "!x");
}

TEST(Guards, of_earlier_branches_that_leave) {
  EXPECT_EQ(guards("function f() { if (a) return; at(); }"), "!a");
  EXPECT_EQ(guards("function f() { if (!a) throw e; at(); }"), "a");
  EXPECT_EQ(guards("for (const x of l) { if (a) continue; at(); }"), "!a");
  EXPECT_EQ(guards("for (const x of l) { if (a) break; at(); }"), "!a");
  EXPECT_EQ(guards("function f() { if (a) { x(); } else { return; } at(); }"), "a");
  EXPECT_EQ(guards("function f() { if (a) return; if (b) return; at(); }"), "!b, !a");
  EXPECT_EQ(guards("function f() { if (a) { if (b) return; else throw e; } at(); }"), "!a");
  EXPECT_EQ(guards("function f() { if (a) { if (b) return; } at(); }"), "");
}

TEST(Guards, of_a_branch_that_leaves_end_with_the_block_around) {
  EXPECT_EQ(guards("for (const x of l) { if (a) continue; } at();"), "");
  EXPECT_EQ(guards("function f() { if (c) { if (a) return; b(); } at(); }"), "");
  EXPECT_EQ(guards("function f() { try { if (a) throw e; } catch {} at(); }"), "");
}

TEST(Guards, of_loops) {
  EXPECT_EQ(guards("while (a) at();"), "a");
  EXPECT_EQ(guards("for (let i = 0; a; i++) at();"), "a");
  EXPECT_EQ(guards("while (a) x(); at();"), "!a");
  EXPECT_EQ(guards("while (a) { if (b) break; } at();"), "");
  EXPECT_EQ(guards("do at(); while (a);"), "");
  EXPECT_EQ(guards("while (true) { if (a) break; } at();"), "a, true");
  EXPECT_EQ(guards("for (const x of l) at();"), "");
}

TEST(Guards, of_cases) {
  EXPECT_EQ(guards("switch (k) { case 1: at(); }"), "case 1");
  EXPECT_EQ(guards("switch (k) { case 1: x(); break; case 2: at(); }"), "case 2");
  EXPECT_EQ(guards("switch (k) { case 1: x(); case 2: at(); }"), "");
  EXPECT_EQ(guards("switch (k) { case 1: x(); break; default: at(); }"), "");
  EXPECT_EQ(guards("switch (true) { case a && b: at(); }"), "a, b");
  EXPECT_EQ(guards("function f() { switch (k) { case 1: break; default: return; } at(); }"), "case 1");
}

TEST(Guards, of_try) {
  EXPECT_EQ(guards("function f() { try { if (a) return; at(); } catch {} }"), "!a");
  EXPECT_EQ(guards("function f() { try { if (a) return; } finally { x(); } at(); }"), "!a");
  EXPECT_EQ(guards("function f() { try { if (a) return; } catch { throw e; } at(); }"), "!a");
  EXPECT_EQ(guards("function f() { try { if (a) return; } finally { at(); } }"), "");
}

TEST(Guards, of_labels) {
  EXPECT_EQ(guards("out: { if (a) break out; at(); }"), "!a");
  EXPECT_EQ(guards("out: { if (a) break out; x(); } at();"), "");
  EXPECT_EQ(guards("out: for (;;) { for (;;) { if (a) break out; } } at();"), "a");
}

TEST(Guards, of_another_function_do_not_count) {
  EXPECT_EQ(guards("if (a) { const f = () => { at(); }; }"), "");
}

struct Asked {
  explicit Asked(std::string text) : file(std::move(text)), flow(file.facts) {}
  FactsOfSource file;
  ControlFlow flow;
};

bool dominates(std::string text) {
  const Asked asked(std::move(text));
  return asked.flow.dominates(asked.file.call("a("), asked.file.call("b("));
}

TEST(Dominates, what_always_ran_before) {
  EXPECT_TRUE(dominates("a(); b();"));
  EXPECT_FALSE(dominates("b(); a();"));
  EXPECT_TRUE(dominates("a(); if (x) b();"));
  EXPECT_FALSE(dominates("if (x) a(); b();"));
  EXPECT_TRUE(dominates("function f() { if (x) a(); else return; b(); }"));
  EXPECT_FALSE(dominates("if (x) a(); else b();"));
  EXPECT_TRUE(dominates("a(); for (const x of l) b();"));
  EXPECT_FALSE(dominates("for (const x of l) a(); b();"));
  EXPECT_TRUE(dominates("do { a(); } while (x); b();"));
  EXPECT_TRUE(dominates("while (a()) {} b();"));
  EXPECT_FALSE(dominates("try { a(); } catch {} b();"));
  EXPECT_TRUE(dominates("try { a(); } finally {} b();"));
  EXPECT_TRUE(dominates("try { x(); } finally { a(); } b();"));
  EXPECT_FALSE(dominates("try { a(); } finally { b(); }"));
  EXPECT_FALSE(dominates("switch (k) { case 1: a(); } b();"));
  EXPECT_FALSE(dominates("x && a(); b();"));
  EXPECT_FALSE(dominates("a(); function f() { b(); }"));
  EXPECT_TRUE(dominates("out: { if (x) break out; a(); b(); }"));
  EXPECT_FALSE(dominates("out: { if (x) break out; a(); } b();"));
}

bool runs_with(std::string text) {
  const Asked asked(std::move(text));
  return asked.flow.always_runs_with(asked.file.call("at("), asked.file.call("b("));
}

TEST(AlwaysRunsWith, before_and_after) {
  EXPECT_TRUE(runs_with("at(); b();"));
  EXPECT_TRUE(runs_with("if (x) at(); b();"));
  EXPECT_FALSE(runs_with("at(); if (x) b();"));
  EXPECT_FALSE(runs_with("function f() { at(); if (x) return; b(); }"));
  EXPECT_FALSE(runs_with("function f() { if (y) { at(); if (x) return; } b(); }"));
  EXPECT_TRUE(runs_with("for (const x of l) at(); b();"));
  EXPECT_TRUE(runs_with("at(); while (x) {} b();"));
  EXPECT_FALSE(runs_with("function f() { for (const x of l) { at(); if (x) return; } b(); }"));
  EXPECT_TRUE(runs_with("function f() { try { at(); if (x) return; } finally { b(); } }"));
  EXPECT_FALSE(runs_with("for (const x of l) { at(); if (x) continue; b(); }"));
}

bool after_await(std::string text) {
  const Asked asked("async function f() {" + text + "}");
  return asked.flow.may_run_after_await(asked.file.call("at("));
}

TEST(MayRunAfterAwait, on_some_way) {
  EXPECT_FALSE(after_await("at(); await x;"));
  EXPECT_TRUE(after_await("await x; at();"));
  EXPECT_FALSE(after_await("await at();"));
  EXPECT_TRUE(after_await("if (c) await x; at();"));
  EXPECT_FALSE(after_await("if (c) await x; else at();"));
  EXPECT_FALSE(after_await("if (c) { await x; return; } at();"));
  EXPECT_TRUE(after_await("for (const i of l) { at(); await i; }"));
  EXPECT_TRUE(after_await("for await (const i of l) at();"));
  EXPECT_TRUE(after_await("try { await x; return; } catch { at(); }"));
  EXPECT_TRUE(after_await("try { await x; return; } finally { at(); }"));
  EXPECT_FALSE(after_await("const g = async () => { await x; }; at();"));
  EXPECT_TRUE(after_await("switch (k) { case 1: await x; case 2: at(); }"));
  EXPECT_FALSE(after_await("switch (k) { case 1: await x; break; case 2: at(); }"));
}

TEST(Reachable, unless_every_way_left) {
  const auto is_reachable = [](std::string text) {
    const Asked asked("function f() {" + text + "}");
    return asked.flow.is_reachable(asked.file.call("at("));
  };
  EXPECT_FALSE(is_reachable("return; at();"));
  EXPECT_FALSE(is_reachable("if (x) return; else throw y; at();"));
  EXPECT_FALSE(is_reachable("while (true) {} at();"));
  EXPECT_FALSE(is_reachable("for (;;) {} at();"));
  EXPECT_TRUE(is_reachable("while (true) { if (x) break; } at();"));
  EXPECT_FALSE(is_reachable("if (false) at();"));
  EXPECT_TRUE(is_reachable("do { if (x) continue; return; } while (y); at();"));
  EXPECT_TRUE(is_reachable("try { return; } catch {} at();"));
  EXPECT_FALSE(is_reachable("try { x(); } finally { return; } at();"));
  EXPECT_FALSE(is_reachable("switch (k) { case 1: return; default: throw e; } at();"));
}

TEST(Surroundings, are_the_innermost_of_their_kind) {
  const Asked asked(
      "for (;;) { while (x) { a(); } try { b(); } catch { c(); } finally { d(); for (;;) e(); } } f();");
  const auto& [file, flow] = asked;
  EXPECT_EQ(flow.loop_around(file.call("a(")), file.find(Op::loop_begin, "while"));
  EXPECT_EQ(flow.loop_around(file.call("b(")), file.find(Op::loop_begin, "for"));
  EXPECT_FALSE(flow.loop_around(file.call("f(")));
  EXPECT_EQ(flow.try_around(file.call("b("))->part, TryAround::Part::body);
  EXPECT_EQ(flow.try_around(file.call("c("))->part, TryAround::Part::catch_);
  EXPECT_EQ(flow.try_around(file.call("d("))->part, TryAround::Part::finally_);
  EXPECT_TRUE(flow.try_around(file.call("b("))->catch_);
  EXPECT_FALSE(flow.try_around(file.call("a(")));
  EXPECT_TRUE(flow.finally_around(file.call("e(")));
  EXPECT_FALSE(flow.finally_around(file.call("c(")));
}

TEST(ControlFlow, takes_broken_and_deep_code) {
  Asked("break; continue; function f() { break x; } switch (");
  std::string deep;
  for (int level = 0; level < 20000; ++level) deep += "if (a) {";
  deep += "at();";
  for (int level = 0; level < 20000; ++level) deep += "}";
  const Asked asked(deep);
  EXPECT_EQ(asked.flow.guards_of(asked.file.call("at(")).size(), 20000u);
}

}  // namespace
}  // namespace leaklint
