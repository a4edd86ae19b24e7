#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

/// What each call of the named function is, in the order of the code: "promise", "list", …
std::string result_of(const ProgramOfSources& sources, std::string_view name) {
  switch (sources.retention->promises().result_of(sources.function(name))) {
    case Promised::nothing:
      return "nothing";
    case Promised::promise:
      return "promise";
    case Promised::list:
      return "list";
    case Promised::promise_of_list:
      return "promise of list";
  }
  return {};
}

size_t unhandled(const ProgramOfSources& sources) {
  size_t count = 0;
  for (const PromiseFate& fate : sources.retention->promises().fates())
    count += !fate.is_handled() && !fate.is_caught;
  return count;
}

TEST(Promises, FollowsReturnsThroughModules) {
  const ProgramOfSources sources(
      {{"a.mjs", "export async function load() {}"},
       {"b.mjs", "import { load } from './a.mjs'; export function get() { return load(); }"},
       {"c.mjs", "import { get } from './b.mjs'; get();"}});
  EXPECT_EQ(result_of(sources, "load"), "promise");
  EXPECT_EQ(result_of(sources, "get"), "promise");
  EXPECT_EQ(unhandled(sources), 1u);
}

TEST(Promises, KnowsListsOfPromises) {
  const ProgramOfSources sources({{"a.mjs",
                                   "function all(list) { return list.map(async (x) => x); }"
                                   "async function later(list) { return all(list); }"
                                   "async function done(list) { return Promise.all(all(list)); }"
                                   "function plain(list) { return list.map((x) => x + 1); }"}});
  EXPECT_EQ(result_of(sources, "all"), "list");
  EXPECT_EQ(result_of(sources, "later"), "promise of list");
  EXPECT_EQ(result_of(sources, "done"), "promise");
  EXPECT_EQ(result_of(sources, "plain"), "nothing");
}

TEST(Promises, TellsAFunctionThatReturnsOneOnlySometimes) {
  const ProgramOfSources sources({{"a.mjs",
                                   "function either(x) { if (x) return x; return Promise.resolve(); }"
                                   "function always(x) { if (x) return; return Promise.resolve(); }"}});
  EXPECT_TRUE(sources.retention->promises().is_result_mixed(sources.function("either")));
  EXPECT_FALSE(sources.retention->promises().is_result_mixed(sources.function("always")));
}

TEST(Promises, HandledIsWhatIsAwaitedPassedOnOrKeptElsewhere) {
  for (const char* use : {"await f();", "void f();", "g(f());", "this.x = f();", "f().catch(g);", "g([f()]);",
                          "g({ x: f() });", "const p = f(); g(() => p);", "const [p] = [f()]; await p;",
                          "const o = { p: f() }; await o.p;", "const l = []; l.push(f()); g(l);"})
    EXPECT_EQ(
        unhandled(ProgramOfSources(
            {{"a.mjs", std::string("async function f() {}\nexport async function h(g) { ") + use + " }"}})),
        0u)
        << use;
  for (const char* use :
       {"f();", "g() && f();", "const p = f();", "if (f()) g();", "f().then(g);", "[f()];",
        "const o = { p: f(), q: 1 }; g(o.q);", "const l = []; l.push(f());", "console.log(f());"})
    EXPECT_EQ(
        unhandled(ProgramOfSources(
            {{"a.mjs", std::string("async function f() {}\nexport async function h(g) { ") + use + " }"}})),
        1u)
        << use;
}

TEST(Failures, AreWhatNoCatchClauseTakes) {
  const ProgramOfSources sources({{"a.mjs",
                                   "async function awaits(x) { await x(); }\n"
                                   "async function catches(x) { try { await x(); } catch {} }\n"
                                   "async function hands_on(x) { try { return load(x); } catch {} }\n"
                                   "async function sleeps() { await new Promise((r) => setTimeout(r, 1)); }\n"
                                   "async function relies(x) { await catches(x); await sleeps(); }\n"
                                   "async function depends(x) { await relies(x); await awaits(x); }\n"
                                   "function throws() { throw new Error(); }\n"
                                   "async function calls() { throws(); }\n"}});
  const Failures& failures = sources.retention->failures();
  for (const char* name : {"awaits", "hands_on", "depends", "calls"})
    EXPECT_TRUE(failures.may_reject(sources.function(name))) << name;
  for (const char* name : {"catches", "sleeps", "relies", "throws"})
    EXPECT_FALSE(failures.may_reject(sources.function(name))) << name;
  EXPECT_TRUE(failures.may_throw(sources.function("throws")));
  EXPECT_FALSE(failures.may_throw(sources.function("calls")));
}

}  // namespace
}  // namespace leaklint
