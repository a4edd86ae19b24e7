#include <gtest/gtest.h>

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

/// The text that each await waits for, in the order of the code.
std::string awaited(const char* text, std::string_view path = "a.mjs") {
  const FactsOfSource source(text, path);
  std::string result;
  for (ValueId id : ids(source.facts.code))
    if (source.facts.code[id].op == Op::await_)
      result += source.text_of(ValueId(source.facts.code[id].a)) + "; ";
  return result;
}

TEST(MisreadAwait, IsAnAwaitOfTheWholeChain) {
  EXPECT_EQ(awaited("async function f(x) { await (0, x.g)(1); }"), "await (0, x.g)(1); ");
  EXPECT_EQ(awaited("async function f(x) { return await (0, x.g)(1).h.i(2)[3]; }"),
            "await (0, x.g)(1).h.i(2)[3]; ");
  EXPECT_EQ(awaited("await (0, x.g)(1);"), "await (0, x.g)(1); ");
  EXPECT_EQ(awaited("async function f(x) { await (await x.g()).h(); }"), "x.g(); await (await x.g()).h(); ");
}

TEST(MisreadAwait, CallsWhatStandsInTheParentheses) {
  const FactsOfSource source("async function f(x) { await (0, x.g)(1); }");
  const ValueId call = source.call("await (0, x.g)(1)");
  EXPECT_EQ(source.text_of(ValueId(source.facts.code[call].a)), "x.g");
}

TEST(MisreadAwait, IsACallWhereAwaitIsAName) {
  EXPECT_EQ(awaited("function f() { await (0, g)(1); }", "a.cjs"), "");
  EXPECT_EQ(awaited("async function f(await_) { function await() {} }", "a.cjs"), "");
}

}  // namespace
}  // namespace leaklint
