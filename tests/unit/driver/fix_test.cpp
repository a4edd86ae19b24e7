#include "driver/fix.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

/// Names that end in "2" lose it, one digit at a time: each round makes way for the next.
void shorten(FileContext& context, NodeId node) {
  if (!context.tree.text(node).ends_with('2')) return;
  const Span span = context.tree.span(node);
  context.report(node, "ends in 2").fixes = {{"Take it away", true, {{{span.end - 1, span.end}, ""}}}};
}

/// A fix that is a mistake: it does not parse.
void spoil(FileContext& context, NodeId node) {
  context.report(node, "is a number").fixes = {{"Spoil it", true, {{context.tree.span(node), "= ="}}}};
}

void suggest(FileContext& context, NodeId node) {
  context.report(node, "is a text").fixes = {{"Perhaps", false, {{context.tree.span(node), "0"}}}};
}

constexpr Kind names[] = {Kind::identifier};
constexpr Kind numbers[] = {Kind::number};
constexpr Kind texts[] = {Kind::string};
const Rule shorten_rule{
    .description = {"", Severity::note, Preset::recommended}, .kinds = names, .visit = shorten};
const Rule spoil_rule{
    .description = {"", Severity::note, Preset::recommended}, .kinds = numbers, .visit = spoil};
const Rule suggest_rule{
    .description = {"", Severity::note, Preset::recommended}, .kinds = texts, .visit = suggest};
const RegisteredRule table[] = {{&shorten_rule, "shorten", "hygiene", ""},
                                {&spoil_rule, "spoil", "hygiene", ""},
                                {&suggest_rule, "suggest", "hygiene", ""}};

FixResult fix(std::map<std::string, std::string> files) {
  CheckRequest request;
  for (const auto& [path, text] : files) request.files.push_back({path, true});
  request.texts = std::move(files);
  SettingsLookup lookup(table, {}, std::nullopt);
  auto result = check_and_fix(request, lookup, table);
  EXPECT_TRUE(result);
  return std::move(*result);
}

TEST(Fix, RepeatsUntilNothingChanges) {
  const FixResult result = fix({{"/x/a.js", "run222(a2);\n"}, {"/x/b.js", "stop();\n"}});
  ASSERT_EQ(result.files.size(), 1u);
  EXPECT_EQ(result.files[0].path, "/x/a.js");
  EXPECT_EQ(result.files[0].before, "run222(a2);\n");
  EXPECT_EQ(result.files[0].after, "run(a);\n");
  EXPECT_EQ(result.applied, 4u);
  EXPECT_TRUE(result.check.findings.empty());
}

TEST(Fix, AFileThatWouldNotParseAnyMoreIsLeftAsItWas) {
  const FixResult result = fix({{"/x/a.js", "a2(1);\n"}, {"/x/b.js", "b2();\n"}});
  ASSERT_EQ(result.files.size(), 1u);
  EXPECT_EQ(result.files[0].after, "b();\n");
  EXPECT_EQ(result.check.findings.size(), 2u);
}

TEST(Fix, SuggestionsAreNotApplied) {
  const FixResult result = fix({{"/x/a.js", "'text';\n"}});
  EXPECT_TRUE(result.files.empty());
  EXPECT_EQ(result.check.findings.size(), 1u);
}

TEST(Fix, SuppressedFindingsAreNotFixed) {
  EXPECT_TRUE(fix({{"/x/a.js", "a2(); // leaklint-disable-line shorten\n"}}).files.empty());
}

TEST(Fix, AByteOrderMarkStaysAndOtherEncodingsAreLeftAlone) {
  EXPECT_EQ(fix({{"/x/a.js",
                  "\xEF\xBB\xBF"
                  "a2();"}})
                .files.at(0)
                .after,
            "\xEF\xBB\xBF"
            "a();");
  EXPECT_TRUE(fix({{"/x/a.js", "a2(); // \xFF"}}).files.empty());
}

TEST(ApplyFixes, FixesThatMeetAnEarlierOneWait) {
  const Fix first{"", true, {{{0, 1}, "A"}, {{4, 5}, "E"}}};
  const Fix inside{"", true, {{{2, 3}, "C"}}};
  const Fix overlapping{"", true, {{{3, 5}, "?"}}};
  const Fix insertion{"", true, {{{5, 5}, "+"}}};
  const Fix same_insertion{"", true, {{{5, 5}, "-"}}};
  uint32_t applied = 0;
  EXPECT_EQ(apply_fixes("abcdef", {&first, &inside, &overlapping, &insertion, &same_insertion}, applied),
            "AbCdE+f");
  EXPECT_EQ(applied, 3u);
}

}  // namespace
}  // namespace leaklint
