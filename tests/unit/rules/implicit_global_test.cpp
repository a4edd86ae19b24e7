#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/linted_source.h"

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

LintedSource lint(std::string text, GlobalNames globals = {}, std::string path = "a.cjs") {
  return LintedSource("implicit-global", std::move(text), std::move(path), {}, std::move(globals));
}

TEST(ImplicitGlobal, TheConfigurationDeclaresAndForgetsNames) {
  EXPECT_THAT(lint("total = 1;", {{"total", GlobalAccess::writable}}).findings(), IsEmpty());
  EXPECT_THAT(lint("total = 1;", {{"total", GlobalAccess::readonly}}).findings(), IsEmpty());
  EXPECT_THAT(lint("total = 1;", {{"total", GlobalAccess::off}}).findings(), SizeIs(1));
  EXPECT_THAT(lint("process = 1;").findings(), IsEmpty());
  EXPECT_THAT(lint("process = 1;", {{"process", GlobalAccess::off}}).findings(), SizeIs(1));
}

TEST(ImplicitGlobal, ConfidenceTellsHowMuchIsKnown) {
  const auto confidence = [](std::string text, std::string path) {
    return lint(std::move(text), {}, std::move(path)).findings().at(0).confidence;
  };
  EXPECT_EQ(confidence("total = 1;", "a.cjs"), Confidence::high);
  EXPECT_EQ(confidence("total = 1;", "a.js"), Confidence::medium);
  EXPECT_EQ(confidence("require('x'); name = 1;", "a.cjs"), Confidence::medium);
  EXPECT_EQ(confidence("if (typeof total === 'undefined') total = 1;", "a.cjs"), Confidence::low);
}

TEST(ImplicitGlobal, NamesOfPagesAreKnownWhereAPageIsLikely) {
  EXPECT_THAT(lint("name = 1; status = 2;", {}, "a.js").findings(), IsEmpty());
  EXPECT_THAT(lint("require('x'); document.title = name = 1;").findings(), IsEmpty());
  EXPECT_THAT(lint("exports.go = () => {\nname = 1; location = 2; onload = 3; };").lines(), ElementsAre(2));
}

TEST(ImplicitGlobal, TellsHowLongItLives) {
  EXPECT_THAT(lint("total = 1;").findings().at(0).message, HasSubstr("as long as the process."));
  EXPECT_THAT(lint("total = window.x;", {}, "a.js").findings().at(0).message,
              HasSubstr("as long as the page."));
}

/// The text with the one suggestion applied, or what stands in its place.
std::string suggestion(std::string text) {
  const LintedSource linted = lint(std::move(text));
  if (linted.findings().empty()) return "no finding";
  if (linted.findings()[0].fixes.empty()) return "none";
  EXPECT_FALSE(linted.findings()[0].fixes[0].is_safe);
  return linted.with(linted.findings()[0].fixes[0]);
}

TEST(ImplicitGlobal, SuggestsADeclarationWhereAllUsesSeeIt) {
  EXPECT_EQ(suggestion("function f() { total = 0; total += 1; return total; }"),
            "function f() { let total = 0; total += 1; return total; }");
  EXPECT_EQ(suggestion("for (key in object) use(key);"), "for (let key in object) use(key);");
  EXPECT_EQ(suggestion("for (item of items) use(item);"), "for (let item of items) use(item);");
}

TEST(ImplicitGlobal, SuggestsNothingWhereADeclarationWouldChangeMore) {
  EXPECT_EQ(suggestion("function f() { total = 0; } f(total);"), "none");
  EXPECT_EQ(suggestion("use(total); total = 0;"), "none");
  EXPECT_EQ(suggestion("total = total || {};"), "none");
  EXPECT_EQ(suggestion("if (a) total = 0;"), "none");
  EXPECT_EQ(suggestion("call(total = 0);"), "none");
  EXPECT_EQ(suggestion("[total] = list;"), "none");
  EXPECT_EQ(suggestion("for (key in object) use(key); use(key);"), "none");
  EXPECT_EQ(suggestion("for (key in key) use(key);"), "none");
}

}  // namespace
}  // namespace leaklint
