#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/linted_source.h"

namespace leaklint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

LintedSource lint(std::string text) {
  return LintedSource("async-foreach", std::move(text), "a.mjs");
}

/// The first suggestion whose description has the word, applied; or what stands in its place.
std::string suggestion(const std::string& text, std::string_view word) {
  const LintedSource linted = lint(text);
  if (linted.findings().empty()) return "no finding";
  for (const Fix& fix : linted.findings()[0].fixes) {
    EXPECT_FALSE(fix.is_safe);
    if (fix.description.find(word) != std::string::npos) return linted.with(fix);
  }
  return "none";
}

std::string as_loop(const std::string& text) {
  return suggestion(text, "for…of");
}
std::string as_map(const std::string& text) {
  return suggestion(text, "Promise.all");
}

TEST(AsyncForeach, SuggestsALoop) {
  EXPECT_EQ(as_loop("list.forEach(async (x) => { await f(x); });"), "for (const x of list) { await f(x); }");
  EXPECT_EQ(as_loop("list.forEach(async x => await f(x));"), "for (const x of list) await f(x);");
  EXPECT_EQ(as_loop("list.forEach(async x => f(x));"), "for (const x of list) await f(x);");
  EXPECT_EQ(as_loop("list.forEach(async x => x ? f(x) : 0)"), "for (const x of list) await (x ? f(x) : 0);");
  EXPECT_EQ(as_loop("list.forEach(async function ({ id }) { await f(id); });"),
            "for (const { id } of list) { await f(id); }");
  EXPECT_EQ(as_loop("list.forEach(async (x) => { x = await f(x); });"),
            "for (let x of list) { x = await f(x); }");
  EXPECT_EQ(as_loop("list.forEach(async (x) => { if (!x) return; await f(x); });"),
            "for (const x of list) { if (!x) continue; await f(x); }");
}

TEST(AsyncForeach, SuggestsALoopOnlyWhereTheBodyMayMove) {
  EXPECT_EQ(as_loop("list.forEach(async (x, i) => { await f(x, i); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async (x = 1) => { await f(x); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async (x) => { return f(x); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async (x) => { for (;;) { if (x) return; } });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async (x) => { var y = x; await f(y); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async function (x) { await this.f(x); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async function g(x) { await f(x); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async (x) => { await f(x); }, self);"), "none");
  EXPECT_EQ(as_loop("list?.forEach(async (x) => { await f(x); });"), "none");
  EXPECT_EQ(as_loop("x.items.forEach(async (x) => { await f(x); });"), "none");
  EXPECT_EQ(as_loop("list.forEach(async (x /* why */) => { await f(x); });"), "none");
  EXPECT_EQ(as_loop("new Map().forEach(async (x) => { await f(x); });"), "none");
  EXPECT_EQ(as_loop("async function f() {} list.forEach(f);"), "none");
}

TEST(AsyncForeach, SuggestsNothingWhereAwaitMayNotStand) {
  EXPECT_EQ(as_loop("function g() { list.forEach(async (x) => { await f(x); }); }"), "none");
  EXPECT_EQ(as_map("function g() { list.forEach(async (x) => { await f(x); }); }"), "none");
  EXPECT_EQ(as_loop("async function g() { list.forEach(async (x) => { await f(x); }); }"),
            "async function g() { for (const x of list) { await f(x); } }");
}

TEST(AsyncForeach, SuggestsPromiseAll) {
  EXPECT_EQ(as_map("list.forEach(async (x) => { await f(x); });"),
            "await Promise.all(list.map(async (x) => { await f(x); }));");
  EXPECT_EQ(as_map("async function f() {} list.forEach(f);"),
            "async function f() {} await Promise.all(list.map(f));");
  EXPECT_EQ(as_map("new Set().forEach(async (x) => { await f(x); });"), "none");
}

TEST(AsyncForeach, SuggestsPromiseAllOnlyWhereNothingLimitsIsNeeded) {
  EXPECT_EQ(as_map("list.forEach(async (x) => { await fetch(x); });"), "none");
  EXPECT_EQ(as_map("list.forEach(async (x) => { await x.save(); });"), "none");
  EXPECT_EQ(as_map("import { save } from './save.mjs'; list.forEach(async (x) => { await save(x); });"),
            "none");
  EXPECT_EQ(as_map("let sum = 0; list.forEach(async (x) => { sum += await f(x); });"), "none");
  EXPECT_EQ(as_map("list.forEach(async (x) => { done.push(await f(x)); });"), "none");
}

TEST(AsyncForeach, SuggestsALimiterThatIsThere) {
  const std::string limiter = "import pLimit from 'p-limit'; const limit = pLimit(8); ";
  EXPECT_EQ(as_map(limiter + "list.forEach(async (x) => { await fetch(x); });"),
            limiter + "await Promise.all(list.map((x) => limit(async () => { await fetch(x); })));");
  EXPECT_EQ(as_map(limiter + "list.forEach(async ({ id }) => fetch(id));"),
            limiter + "await Promise.all(list.map(({ id }) => limit(async () => fetch(id))));");
  EXPECT_EQ(as_map(limiter + "list.forEach(async (x) => { done.push(await fetch(x)); });"), "none");
  EXPECT_EQ(as_map("import pLimit from 'p-limit'; { const limit = pLimit(8); } "
                   "list.forEach(async (x) => { await fetch(x); });"),
            "none");
}

TEST(AsyncForeach, IsSilentAfterASuggestion) {
  for (const char* text : {"list.forEach(async (x) => { await f(x); });", "[1].forEach(async x => f(x));"}) {
    EXPECT_THAT(lint(as_loop(text)).findings(), IsEmpty());
    EXPECT_THAT(lint(as_map(text)).findings(), IsEmpty());
  }
}

TEST(AsyncForeach, ConfidenceIsHighForACollectionOfTheLanguage) {
  EXPECT_EQ(lint("[1].forEach(async () => { await 1; });").findings().at(0).confidence, Confidence::high);
  EXPECT_EQ(lint("const m = new Map(); m.forEach(async () => { await 1; });").findings().at(0).confidence,
            Confidence::high);
  EXPECT_EQ(lint("_.forEach(list, async () => { await 1; });").findings().at(0).confidence,
            Confidence::medium);
  EXPECT_EQ(lint("list.forEach(async () => { await 1; });").findings().at(0).confidence, Confidence::medium);
  EXPECT_EQ(lint("list.forEach(async () => {});").findings().at(0).confidence, Confidence::low);
}

TEST(AsyncForeach, PointsAtTheHeadOfTheCallback) {
  const LintedSource linted = lint("list.forEach(\n  async (x) => {\n    await x;\n  });");
  EXPECT_EQ(linted.findings().at(0).place.span, (Span{16, 28}));
}

TEST(AsyncForeach, AResultThatIsUsedMayBeWaitedFor) {
  EXPECT_THAT(lint("const done = cursor.forEach(async () => {});").findings(), IsEmpty());
  EXPECT_THAT(lint("wait(cursor.forEach(async () => {}));").findings(), IsEmpty());
  EXPECT_THAT(lint("cursor.forEach(async () => {}).then(done);").findings(), IsEmpty());
  EXPECT_THAT(lint("wait([1].forEach(async () => {}));").findings(), SizeIs(1));
}

TEST(AsyncForeach, AsksNothingOfArgumentsWhichNothingDeclares) {
  EXPECT_THAT(lint("function f() { arguments.forEach(arguments); _.each(arguments, arguments); }").findings(),
              IsEmpty());
  EXPECT_THAT(lint("function f() { arguments(1); arguments.x = arguments; }").findings(), IsEmpty());
}

TEST(AsyncForeach, NamesTheFunctionThatIsPassed) {
  EXPECT_THAT(lint("const save = async () => {}; list.forEach(save);").findings().at(0).message,
              HasSubstr("the async function `save`"));
}

}  // namespace
}  // namespace leaklint
