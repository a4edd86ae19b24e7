#include "semantics/ways_out.h"

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

constexpr std::string_view kind_texts[] = {"end", "return", "throw", "await", "again"};

bool is_call_named(const FactsOfSource& file, ValueId at, std::string_view name) {
  if (file.facts.code[at].op != Op::call) return false;
  const ValueId callee(file.facts.code[at].a);
  return file.text_of(callee) == name || file.text_of(callee).ends_with("." + std::string(name)) ||
         file.text_of(callee).ends_with("?." + std::string(name));
}

/// The ways out of a function with this body, from its call of `open` on, that no call of `close` precedes
/// and no call of `give` hands over. "end" or the kind and the first word of what is there.
std::string ways(const std::string& body, bool calls_may_throw = false) {
  const FactsOfSource file("async function f(a, b, options) {" + body + "}");
  const ControlFlow flow(file.facts);
  WaysOutQuery query;
  for (ValueId call : file.calls("")) {
    if (!is_call_named(file, call, "open")) continue;
    query.from = call;
    break;
  }
  query.is_release = [&](ValueId at) { return is_call_named(file, at, "close"); };
  query.is_handoff = [&](ValueId at) { return is_call_named(file, at, "give"); };
  query.calls_may_throw = calls_may_throw;
  std::string out;
  for (const WayOut& way : ways_out(file.facts, file.uses, flow, query)) {
    if (!out.empty()) out += ", ";
    out += kind_texts[static_cast<size_t>(way.kind)];
    if (way.kind == WayOut::Kind::end || way.kind == WayOut::Kind::loop_again) continue;
    const std::string text = file.text_of(way.at);
    const size_t space = text.find(' ');
    out += space == std::string::npos ? "" : text.substr(space, text.find_first_of("(;", space) - space);
  }
  return out;
}

TEST(WaysOut, of_straight_code) {
  EXPECT_EQ(ways("open();"), "end");
  EXPECT_EQ(ways("open(); close();"), "");
  EXPECT_EQ(ways("close(); open();"), "end");
  EXPECT_EQ(ways("open(); return 1;"), "return 1");
  EXPECT_EQ(ways("open(); throw a;"), "throw a");
  EXPECT_EQ(ways("open(); give();"), "");
}

TEST(WaysOut, of_early_returns) {
  EXPECT_EQ(ways("open(); if (a) return 1; close();"), "return 1");
  EXPECT_EQ(ways("open(); if (a) { close(); return 1; } close();"), "");
  EXPECT_EQ(ways("if (a) return 1; open(); close();"), "");
  EXPECT_EQ(ways("open(); if (a) return 1; if (b) return 2; close();"), "return 1, return 2");
}

TEST(WaysOut, of_branches) {
  EXPECT_EQ(ways("open(); if (a) close();"), "end");
  EXPECT_EQ(ways("open(); if (a) close(); else close();"), "");
  EXPECT_EQ(ways("if (a) open(); close();"), "");
  EXPECT_EQ(ways("open(); a ? close() : b();"), "end");
  EXPECT_EQ(ways("open(); a && close();"), "end");
  EXPECT_EQ(ways("if (a) { open(); } else { return 1; } return 2;"), "return 2");
}

TEST(WaysOut, of_an_await_that_may_throw) {
  EXPECT_EQ(ways("open(); await a; close();"), "await a");
  EXPECT_EQ(ways("await a; open(); close(); await b;"), "");
  EXPECT_EQ(ways("open(); await close();"), "");
  EXPECT_EQ(ways("open(); for await (const x of a) {} close();"), "await await ");
  EXPECT_EQ(ways("open(); return await a();"), "await a, return await a");
}

TEST(WaysOut, of_an_await_that_cannot_throw) {
  EXPECT_EQ(ways("open(); await a.catch(() => {}); close();"), "");
  EXPECT_EQ(ways("open(); await new Promise((done) => setTimeout(done, 1)); close();"), "");
  EXPECT_EQ(ways("open(); await new Promise((yes, no) => b(yes, no)); close();"), "await new Promise");
  EXPECT_EQ(ways("open(); await Promise.allSettled(a); close();"), "");
  EXPECT_EQ(ways("open(); await a.then(b, b); close();"), "");
}

TEST(WaysOut, awaiting_the_acquisition_itself_is_none) {
  EXPECT_EQ(ways("const c = await open(); close(c);"), "");
  EXPECT_EQ(ways("const p = open(); const c = await p; close(c);"), "");
  EXPECT_EQ(ways("const c = await open(); await c.query(); close(c);"), "await c.query");
}

TEST(WaysOut, of_try_and_finally) {
  EXPECT_EQ(ways("open(); try { await a; } finally { close(); }"), "");
  EXPECT_EQ(ways("open(); try { if (a) return 1; } finally { close(); }"), "");
  EXPECT_EQ(ways("open(); try { await a; close(); } finally { b(); }"), "await a");
  EXPECT_EQ(ways("open(); try { return 1; } finally { b(); }"), "return 1");
  EXPECT_EQ(ways("try { open(); await a; } finally { close(); }"), "");
  EXPECT_EQ(ways("open(); await a; try { await b; } finally { close(); }"), "await a");
}

TEST(WaysOut, of_a_finally_that_releases_sometimes) {
  EXPECT_EQ(ways("open(); try { await a; } finally { if (b) close(); }"), "await a, end");
  EXPECT_EQ(ways("open(); try { await a; } finally { await b; close(); }"), "await b");
  EXPECT_EQ(ways("open(); try { await a; return 1; } finally { return 2; }"), "return 2");
}

TEST(WaysOut, of_nested_finally) {
  EXPECT_EQ(ways("open(); try { try { await a; } finally { b(); } } finally { close(); }"), "");
  EXPECT_EQ(ways("try { open(); try { return 1; } finally { close(); } } finally { b(); }"), "");
  EXPECT_EQ(ways("try { a(); } finally { open(); try { await b; } finally { close(); } }"), "");
  EXPECT_EQ(ways("try { if (a) return 1; } finally { open(); }"), "return 1, end");
}

TEST(WaysOut, of_catch) {
  EXPECT_EQ(ways("open(); try { await a; } catch { return 1; } close();"), "return 1");
  EXPECT_EQ(ways("open(); try { await a; close(); } catch { close(); }"), "");
  EXPECT_EQ(ways("open(); try { await a; close(); } catch (e) { b(e); }"), "end");
  EXPECT_EQ(ways("open(); try { a(); } catch (e) { throw e; } close();"), "throw e");
  EXPECT_EQ(ways("open(); try { await a; } catch {} close();"), "");
  EXPECT_EQ(ways("open(); try { throw a; } catch { close(); }"), "");
  EXPECT_EQ(ways("try { open(); } catch { return 1; } close();"), "");
  EXPECT_EQ(ways("try { open(); a(); } catch { return 1; } close();"), "return 1");
  EXPECT_EQ(ways("open(); try { await a; } catch (e) { close(); throw e; } close();"), "");
}

TEST(WaysOut, of_calls_that_throw_only_when_asked) {
  EXPECT_EQ(ways("open(); a(); close();"), "");
  EXPECT_EQ(ways("open(); new Thing(); close();", true), "throw Thing");
  EXPECT_EQ(ways("open(); try { new Thing(); } finally { close(); }", true), "");
}

TEST(WaysOut, of_loops) {
  EXPECT_EQ(ways("for (const x of a) { open(); close(); }"), "");
  EXPECT_EQ(ways("for (const x of a) { open(); }"), "again, end");
  EXPECT_EQ(ways("for (const x of a) { open(); if (x) continue; close(); }"), "again, end");
  EXPECT_EQ(ways("for (const x of a) { open(); if (x) break; close(); }"), "end");
  EXPECT_EQ(ways("for (const x of a) { open(); if (x) break; close(); } close();"), "");
  EXPECT_EQ(ways("open(); for (const x of a) { close(); }"), "end");
  EXPECT_EQ(ways("open(); for (const x of a) { if (x) return 1; } close();"), "return 1");
  EXPECT_EQ(ways("while (a) { close(); open(); } close();"), "");
  EXPECT_EQ(ways("while (a) { close(); open(); }"), "end");
  EXPECT_EQ(ways("for (;;) { open(); await a; close(); }"), "await a");
  EXPECT_EQ(ways("open(); while (true) { if (a) { close(); break; } }"), "");
  EXPECT_EQ(ways("open(); do { close(); } while (a);"), "");
}

TEST(WaysOut, of_a_loop_that_acquires_late) {
  // The second turn comes to the return with what the first one acquired.
  EXPECT_EQ(ways("for (const x of a) { if (x) return 1; open(); } close();"), "return 1, again");
  EXPECT_EQ(ways("do { if (a) continue; open(); } while (b); close();"), "again");
  EXPECT_EQ(ways("do { open(); if (a) continue; close(); } while (b);"), "again, end");
}

TEST(WaysOut, of_nested_loops) {
  EXPECT_EQ(ways("for (const x of a) { for (const y of x) { open(); close(); } }"), "");
  EXPECT_EQ(ways("for (const x of a) { open(); for (const y of x) { if (y) return 1; } close(); }"),
            "return 1");
  EXPECT_EQ(ways("out: for (const x of a) { open(); for (const y of x) { if (y) continue out; } close(); }"),
            "again, end");
  EXPECT_EQ(ways("out: for (const x of a) { open(); for (const y of x) { if (y) break out; } close(); } "
                 "close();"),
            "");
}

TEST(WaysOut, of_loops_and_finally) {
  EXPECT_EQ(ways("for (const x of a) { open(); try { if (x) continue; await b; } finally { close(); } }"),
            "");
  EXPECT_EQ(ways("for (const x of a) { try { open(); if (x) break; } finally { b(); } close(); }"), "end");
  EXPECT_EQ(ways("for (const x of a) { try { open(); continue; } finally { b(); } }"), "again, end");
}

TEST(WaysOut, of_switches) {
  EXPECT_EQ(ways("open(); switch (a) { case 1: close(); break; default: close(); }"), "");
  EXPECT_EQ(ways("open(); switch (a) { case 1: close(); break; }"), "end");
  EXPECT_EQ(ways("open(); switch (a) { case 1: case 2: close(); break; default: return 1; }"), "return 1");
  EXPECT_EQ(ways("open(); switch (a) { case 1: b(); default: close(); }"), "");
  EXPECT_EQ(ways("switch (a) { case 1: open(); break; case 2: close(); } "), "end");
}

TEST(WaysOut, of_labels) {
  EXPECT_EQ(ways("open(); out: { if (a) break out; close(); }"), "end");
  EXPECT_EQ(ways("open(); out: { if (a) break out; } close();"), "");
}

TEST(WaysOut, testing_the_handle_is_no_condition) {
  EXPECT_EQ(ways("const t = open(); await a.catch(b); if (t) close(t);"), "");
  EXPECT_EQ(ways("const t = open(); t && close(t);"), "");
  EXPECT_EQ(ways("const t = open(); t?.close();"), "");
  EXPECT_EQ(ways("const t = open(); if (t !== null) close(t);"), "");
  EXPECT_EQ(ways("const t = open(); if (t == undefined) return 1; close(t);"), "");
  EXPECT_EQ(ways("const t = open(); if (typeof t !== 'undefined') close(t);"), "");
  EXPECT_EQ(ways("const t = open(); if (!t) return 1; close(t);"), "");
  EXPECT_EQ(ways("this.t = open(); if (this.t) { close(this.t); this.t = null; }"), "");
  EXPECT_EQ(ways("let t; if (a) t = open(); if (t) close(t);"), "");
  EXPECT_EQ(ways("let t; try { t = open(); await a; } finally { if (t) close(t); }"), "");
  EXPECT_EQ(ways("const c = await open(); try { await a; } finally { if (c) c.close(); }"), "");
  EXPECT_EQ(ways("const t = open(); if (t && a) close(t);"), "end");
  EXPECT_EQ(ways("const t = open(), u = a; if (u) close(t);"), "end");
}

TEST(WaysOut, repeating_the_condition_is_none) {
  EXPECT_EQ(ways("if (options.poll) open(); if (options.poll) close();"), "");
  EXPECT_EQ(ways("const { signal } = options; if (signal) open(); signal && close();"), "");
  EXPECT_EQ(ways("if (a === 'x') open(); if (a === 'x') close();"), "");
  EXPECT_EQ(ways("if (a === 'x') open(); if (a !== 'x') return 1; close();"), "");
  EXPECT_EQ(ways("if (a && b) open(); if (a && b) close();"), "");
  EXPECT_EQ(ways("if (a || b) open(); if (a || b) close();"), "");
  EXPECT_EQ(ways("if (a) open(); if (a != null) close();"), "");
  EXPECT_EQ(ways("if (a) open(); if (b) close();"), "end");
  EXPECT_EQ(ways("if (a === 'x') open(); if (a === 'y') close();"), "end");
  EXPECT_EQ(ways("if (a()) open(); if (a()) close();"), "end");
}

TEST(WaysOut, repeating_a_condition_that_changed_is_one) {
  EXPECT_EQ(ways("if (a) { open(); a = b; } if (a) close();"), "end");
  EXPECT_EQ(ways("if (this.on) { open(); this.on = b; } if (this.on) close();"), "end");
}

TEST(WaysOut, repeating_a_condition_in_another_turn_is_one) {
  EXPECT_EQ(ways("for (const x of a) { if (x) close(); if (x) open(); }"), "again, end");
  EXPECT_EQ(ways("for (const x of a) { if (b) close(); if (b) open(); } if (b) close();"), "");
}

TEST(WaysOut, an_optional_receiver_is_known_to_exist) {
  const std::string add = "options.signal?.open();";
  EXPECT_EQ(ways(add + "if (options.signal) { options.signal.close(); }"), "");
  EXPECT_EQ(ways(add + "options.signal?.close();"), "");
  EXPECT_EQ(ways(add + "if (options.other) { options.signal.close(); }"), "end");
}

TEST(WaysOut, takes_the_callers_own_test_of_the_handle) {
  const FactsOfSource file("function f() { open(); if (hasOpen) close(); }");
  const ControlFlow flow(file.facts);
  WaysOutQuery query;
  query.from = file.call("open");
  query.is_release = [&](ValueId at) { return is_call_named(file, at, "close"); };
  query.is_handle_test = [&](ValueId at) { return file.text_of(at) == "hasOpen"; };
  EXPECT_TRUE(ways_out(file.facts, file.uses, flow, query).empty());
}

TEST(WaysOut, asks_only_about_code_that_runs_while_held) {
  const FactsOfSource file("function f() { close(1); open(); close(2); close(3); }");
  const ControlFlow flow(file.facts);
  std::vector<ValueId> asked;
  WaysOutQuery query;
  query.from = file.call("open");
  query.is_release = [&](ValueId at) {
    asked.push_back(at);
    return is_call_named(file, at, "close");
  };
  EXPECT_TRUE(ways_out(file.facts, file.uses, flow, query).empty());
  for (ValueId at : asked) {
    EXPECT_GT(at, file.call("open"));
    EXPECT_LE(at, file.call("close(2)"));
  }
}

TEST(WaysOut, always_runs_after) {
  const auto always = [](std::string body) {
    const FactsOfSource file("async function f(a) {" + body + "}");
    const ControlFlow flow(file.facts);
    return always_runs_after(file.facts, file.uses, flow, file.call("open"), file.call("close"));
  };
  EXPECT_TRUE(always("open(); close();"));
  EXPECT_TRUE(always("open(); try { await a; } finally { close(); }"));
  EXPECT_FALSE(always("open(); await a; close();"));
  EXPECT_FALSE(always("open(); return () => close();"));
}

TEST(WaysOut, takes_deep_and_long_code_in_linear_time) {
  std::string deep = "open();";
  for (int level = 0; level < 5000; ++level) deep += "for (const x of a) { try { if (x) return 1; ";
  for (int level = 0; level < 5000; ++level) deep += "} finally { if (b) continue; } }";
  EXPECT_NE(ways(deep), "");
  std::string returns = "for (const x of a) { open();";
  for (int line = 0; line < 20000; ++line) returns += "if (x) return 1;";
  EXPECT_NE(ways(returns + "}"), "");
}

}  // namespace
}  // namespace leaklint
