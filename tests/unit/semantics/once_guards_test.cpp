#include "semantics/once_guards.h"

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

constexpr std::string_view kind_texts[] = {"flag", "own value", "counter", "per key", "listener count"};

/// What keeps the first call of `at(…)` from running again: the kind, the place and, where there are any, the
/// key, "reset", "self", "race". "none" when it may run on every call.
std::string guard(std::string text) {
  const FactsOfSource file(std::move(text), "a.ts");
  const ControlFlow flow(file.facts);
  const auto found = once_guard_of(file.facts, file.uses, flow, file.call("at("));
  if (!found) return "none";
  std::string out =
      std::string(kind_texts[static_cast<size_t>(found->kind)]) + ' ' + to_text(file.facts, found->place);
  if (found->key) out += " key " + file.text_of(found->key);
  if (found->reset_at) out += found->resets_itself ? ", resets itself" : ", reset";
  if (found->may_race) out += ", may race";
  EXPECT_TRUE(found->set_at);
  EXPECT_TRUE(found->condition);
  return out;
}

std::string in_function(const std::string& body, const std::string& before = "let started = false, timer;") {
  return guard(before + "function f(x, key) {" + body + "}");
}

std::string in_method(const std::string& body, const std::string& others = "") {
  return guard("class A { m(x, key) {" + body + "}" + others + "}");
}

TEST(OnceGuard, a_flag_tested_and_set) {
  EXPECT_EQ(in_function("if (started) return; started = true; at();"), "flag started");
  EXPECT_EQ(in_function("if (!started) { started = true; at(); }"), "flag started");
  EXPECT_EQ(in_function("if (!started) { at(); started = true; }"), "flag started");
  EXPECT_EQ(in_function("if (started) return; at(); x(); started = true;"), "flag started");
  EXPECT_EQ(in_method("if (this.started) return; this.started = true; at();"), "flag this.started");
  EXPECT_EQ(in_function("if (x.patched) return; x.patched = true; at();"), "flag x.patched");
  EXPECT_EQ(in_function("if (started && x) return; started = true; at();"), "none");
  EXPECT_EQ(in_function("if (x || started) return; started = true; at();"), "flag started");
}

TEST(OnceGuard, a_flag_that_is_not_set_is_none) {
  EXPECT_EQ(in_function("if (started) return; at();"), "none");
  EXPECT_EQ(in_function("if (started) return; started = false; at();"), "none");
  EXPECT_EQ(in_function("if (started) return; if (x) started = true; at();"), "none");
  EXPECT_EQ(in_function("if (started) return; at(); if (x) return; started = true;"), "none");
  EXPECT_EQ(in_function("if (x) return; started = true; at();"), "none");
  EXPECT_EQ(in_function("if (started) return; x(() => { started = true; }); at();"), "none");
  EXPECT_EQ(in_function("started = true; if (started) return; at();"), "none");
  EXPECT_EQ(in_method("if (this.started) return; x.started = true; at();"), "none");
}

TEST(OnceGuard, a_flag_that_is_taken_down) {
  EXPECT_EQ(guard("let fresh = true; function f() { if (!fresh) return; fresh = false; at(); }"),
            "flag fresh");
  EXPECT_EQ(guard("let fresh = true; function f() { if (fresh) { fresh = false; at(); } }"), "flag fresh");
}

TEST(OnceGuard, a_state_with_more_than_two_values) {
  EXPECT_EQ(in_method("if (this.state !== 'idle') return; this.state = 'open'; at();"), "flag this.state");
  EXPECT_EQ(in_method("if (this.state === 'open') return; this.state = 'open'; at();"), "flag this.state");
  EXPECT_EQ(in_method("if (this.state !== State.idle) return; this.state = State.open; at();"),
            "flag this.state");
  EXPECT_EQ(in_method("if (this.state !== 'idle') return; this.state = 'idle'; at();"), "none");
}

TEST(OnceGuard, the_value_made_is_the_flag) {
  EXPECT_EQ(in_function("if (!timer) timer = at();"), "own value timer");
  EXPECT_EQ(in_function("timer ?\?= at();"), "own value timer");
  EXPECT_EQ(in_function("timer ||= at();"), "own value timer");
  EXPECT_EQ(in_function("timer = timer || at();"), "own value timer");
  EXPECT_EQ(in_function("timer || (timer = at());"), "own value timer");
  EXPECT_EQ(in_function("if (timer === null) timer = at();"), "own value timer");
  EXPECT_EQ(in_function("if (timer == undefined) timer = at();"), "own value timer");
  EXPECT_EQ(in_function("if (typeof timer === 'undefined') timer = at();"), "own value timer");
  EXPECT_EQ(in_function("if (timer) return timer; timer = at(); return timer;"), "own value timer");
  EXPECT_EQ(in_function("if (timer) return timer; const t = at(); timer = t;"), "own value timer");
  EXPECT_EQ(in_method("this.timer ?\?= at();"), "own value this.timer");
  EXPECT_EQ(in_method("return this.timer || (this.timer = at());"), "own value this.timer");
  EXPECT_EQ(in_function("if (timer) timer = at();"), "none");
}

TEST(OnceGuard, something_else_made_under_the_same_test) {
  EXPECT_EQ(in_method("if (!this.catcher) { this.catcher = () => {}; at(this.catcher); }"),
            "flag this.catcher");
  EXPECT_EQ(in_method("if (this.socket) return; this.socket = x; at();"), "flag this.socket");
  EXPECT_EQ(in_method("if (!this.map) { this.map = new Map(); at(); }"), "flag this.map");
  EXPECT_EQ(in_method("if (!this.a) { this.b = 1; at(); }"), "none");
}

TEST(OnceGuard, a_global_or_static_flag) {
  EXPECT_EQ(guard("function f() { if (globalThis.patched) return; globalThis.patched = true; at(); }"),
            "flag patched");
  EXPECT_EQ(guard("class A { static on = false; m() { if (A.on) return; A.on = true; at(); } }"),
            "flag A.on");
  EXPECT_EQ(guard("function f() { if (f.done) return; f.done = true; at(); }"), "flag f.done");
  EXPECT_EQ(guard("function f() { if (!('patched' in global)) { global.patched = 1; at(); } }").substr(0, 4),
            "flag");
}

TEST(OnceGuard, a_condition_kept_in_a_variable) {
  EXPECT_EQ(in_function("const first = !started; started = true; if (first) at();"), "flag started");
  EXPECT_EQ(in_method("const { started } = this; if (started) return; this.started = true; at();"),
            "flag this.started");
  EXPECT_EQ(in_method("const self = this; if (self.on) return; self.on = true; at();"), "flag this.on");
}

TEST(OnceGuard, state_that_every_call_makes_anew_is_none) {
  EXPECT_EQ(in_function("let timer; if (!timer) timer = at();"), "none");
  EXPECT_EQ(in_function("const s = {}; if (!s.on) { s.on = true; at(); }"), "none");
  EXPECT_EQ(in_function("let on = false; for (const y of x) { if (!on) { on = true; at(); } }"), "flag on");
  EXPECT_EQ(in_function("for (const y of x) { let on; if (!on) { on = true; at(); } }"), "none");
}

TEST(OnceGuard, a_counter) {
  EXPECT_EQ(guard("let users = 0; function f() { if (++users === 1) at(); }"), "counter users");
  EXPECT_EQ(guard("let users = 0; function f() { if (users++ === 0) at(); }"), "counter users");
  EXPECT_EQ(guard("let users = 0; function f() { if (users === 0) at(); users++; }"), "counter users");
  EXPECT_EQ(guard("let users = 0; function f() { if (!users) at(); users += 1; }"), "counter users");
  EXPECT_EQ(guard("let users = 0; function f() { if (users++) return; at(); }"), "counter users");
  EXPECT_EQ(guard("let n = 0; function f() { if (++n === 1) at(); } function g() { if (--n === 0) off(); }"),
            "counter n, reset");
  EXPECT_EQ(in_method("if (this.users === 0) at(); this.users++;", "release() { this.users--; }"),
            "counter this.users, reset");
}

TEST(OnceGuard, a_count_that_lets_many_through_is_none) {
  EXPECT_EQ(guard("let n = 0; function f() { if (n++ === 10) return; at(); }"), "none");
  EXPECT_EQ(guard("let n = 9; function f() { while (n--) at(); }"), "none");
  EXPECT_EQ(guard("let n = 9; function f() { if (n !== 10) { n++; at(); } }"), "none");
  EXPECT_EQ(guard("let n = 9; function f() { if (n) { n--; at(); } }"), "none");
  EXPECT_EQ(guard("let n = 0; function f() { if (n++ < 1) at(); }"), "counter n");
}

TEST(OnceGuard, an_empty_collection_that_is_filled) {
  EXPECT_EQ(in_method("if (!this.subs.size) at(); this.subs.add(x);"), "counter this.subs");
  EXPECT_EQ(in_method("if (this.subs.length === 0) at(); this.subs.push(x);"), "counter this.subs");
  EXPECT_EQ(in_method("if (this.subs.size > 0) return; at(); this.subs.set(key, x);"), "counter this.subs");
  EXPECT_EQ(in_method("if (this.subs.size < 1) { this.subs.add(x); at(); }"), "counter this.subs");
  EXPECT_EQ(in_method("if (!this.subs.size) at();"), "none");
  EXPECT_EQ(in_method("if (!this.subs.size) at(); this.others.add(x);"), "none");
}

TEST(OnceGuard, a_key_that_is_missing) {
  EXPECT_EQ(in_function("if (!map.has(key)) map.set(key, at());", "const map = new Map();"),
            "per key map key key");
  EXPECT_EQ(in_function("if (seen.has(x)) return; seen.add(x); at();", "const seen = new WeakSet();"),
            "per key seen key x");
  EXPECT_EQ(in_function("let e = map.get(key); if (e) return e; e = at(); map.set(key, e);"), "none");
  EXPECT_EQ(in_function("const e = map.get(key); if (e) return e; const n = at(); map.set(key, n);"),
            "per key map key key");
  EXPECT_EQ(in_method("if (!this.all[key]) this.all[key] = at();"), "per key this.all key key");
  EXPECT_EQ(in_method("this.all[key] ?\?= at();"), "per key this.all key key");
  EXPECT_EQ(in_method("if (!(key in this.all)) { this.all[key] = at(); }"), "per key this.all key key");
  EXPECT_EQ(in_method("if (!this.all.includes(x)) { this.all.push(x); at(); }"), "per key this.all key x");
  EXPECT_EQ(in_method("if (this.all.indexOf(x) === -1) { this.all.push(x); at(); }"),
            "per key this.all key x");
  EXPECT_EQ(in_method("if (!this.all.some((y) => y.id === x.id)) { this.all.push(x); at(); }"),
            "per key this.all");
  EXPECT_EQ(in_method("if (!this.all.has(key)) { this.all.set(x, 1); at(); }"), "none");
  EXPECT_EQ(in_method("if (!this.all.has(key)) at();"), "none");
  EXPECT_EQ(in_method("if (!this.all.has('a')) { this.all.set('a', 1); at(); }"), "flag this.all key 'a'");
}

TEST(OnceGuard, a_count_of_listeners) {
  EXPECT_EQ(in_function("if (x.listenerCount('e') === 0) at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (x.listenerCount('e') < 1) at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (!x.listenerCount('e')) at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (x.listenerCount('e') > 0) return; at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (!x.listeners('e').length) at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (process.listeners('e').includes(h)) return; at();"),
            "listener count process key 'e'");
  EXPECT_EQ(in_function("if (x.listeners('e').indexOf(h) === -1) at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (EventEmitter.listenerCount(x, 'e') === 0) at();"), "listener count x key 'e'");
  EXPECT_EQ(in_function("if (x.listenerCount('e') > 10) at();"), "none");
}

TEST(OnceGuard, a_reset_elsewhere_is_reported) {
  EXPECT_EQ(in_method("if (this.on) return; this.on = true; at();", "stop() { this.on = false; }"),
            "flag this.on, reset");
  EXPECT_EQ(in_method("if (!this.t) this.t = at();", "stop() { clear(this.t); this.t = null; }"),
            "own value this.t, reset");
  EXPECT_EQ(in_method("if (!this.t) this.t = at();", "stop() { delete this.t; }"), "own value this.t, reset");
  EXPECT_EQ(in_function("if (started) return; started = true; at(); } function stop() { started = false;"),
            "flag started, reset");
  EXPECT_EQ(in_method("if (this.on) { this.on = false; off(); } else { this.on = true; at(); }"),
            "flag this.on, reset");
}

TEST(OnceGuard, a_first_value_is_no_reset) {
  EXPECT_EQ(in_method("if (this.on) return; this.on = true; at();", "on = false;"), "flag this.on");
  EXPECT_EQ(in_method("if (this.on) return; this.on = true; at();", "constructor() { this.on = false; }"),
            "flag this.on");
  EXPECT_EQ(
      guard("function A() { this.on = false; } A.prototype.m = function () { if (this.on) return; this.on "
            "= true; at(); };"),
      "flag this.on");
}

TEST(OnceGuard, a_flag_that_the_same_call_resets_is_none) {
  EXPECT_EQ(in_function("if (started) return; started = true; at(); started = false;"), "none");
  EXPECT_EQ(in_function("if (started) return; started = true; try { at(); } finally { started = false; }"),
            "none");
  EXPECT_EQ(in_function("if (started) return; started = true; try { at(); } catch (e) { started = false; }"),
            "flag started, reset");
}

TEST(OnceGuard, a_reset_in_a_callback_is_told_apart) {
  EXPECT_EQ(in_function("if (!timer) timer = at(() => { timer = null; });"),
            "own value timer, resets itself");
  EXPECT_EQ(
      in_method("if (this.on) return; this.on = true; at(); x.once('end', () => { this.on = false; });"),
      "flag this.on, resets itself");
}

TEST(OnceGuard, an_await_between_test_and_set_may_race) {
  EXPECT_EQ(guard("let c; async function f() { if (!c) c = await at(); return c; }"),
            "own value c, may race");
  EXPECT_EQ(guard("let c; async function f() { if (!c) c = at(); return await c; }"), "own value c");
  EXPECT_EQ(guard("let on; async function f() { if (on) return; on = true; await x(); at(); }"), "flag on");
}

TEST(OnceGuard, one_for_all_keys_comes_before_one_for_each) {
  EXPECT_EQ(
      in_method("if (this.on) return; this.on = true; if (!this.all.has(x)) { this.all.add(x); at(); }"),
      "flag this.on");
}

}  // namespace
}  // namespace leaklint
