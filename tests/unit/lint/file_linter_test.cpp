#include "lint/file_linter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "syntax/parse.h"

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

void report_text(FileContext& context, NodeId node) {
  context.report(node, std::string(context.tree.text(node)));
}

void report_every_identifier(FileContext& context, NodeId) {
  for (uint32_t raw = 0; raw < context.tree.size(); ++raw) {
    if (context.tree.kind(NodeId(raw)) == Kind::identifier)
      context.report(context.tree.span(NodeId(raw)), "from the top");
  }
}

constexpr Kind names[] = {Kind::identifier, Kind::property_identifier};
constexpr Kind numbers[] = {Kind::number};
constexpr Kind whole[] = {Kind::program};
const Rule name_rule{
    .description = {"", Severity::note, Preset::recommended}, .kinds = names, .visit = report_text};
const Rule number_rule{
    .description = {"", Severity::error, Preset::recommended}, .kinds = numbers, .visit = report_text};
const Rule whole_rule{
    .description = {"", Severity::warning, Preset::all}, .kinds = whole, .visit = report_every_identifier};
const Rule own_rule{.description = {"", Severity::warning, Preset::recommended}};
const RegisteredRule table[] = {{&name_rule, "names", "hygiene", ""},
                                {&number_rule, "numbers", "hygiene", ""},
                                {&whole_rule, "whole", "hygiene", ""},
                                {&own_rule, "own", "hygiene", ""}};

std::vector<Finding> lint(std::string text, std::vector<Severity> severities) {
  const SourceText source = *SourceText::from_bytes("a.js", std::move(text));
  std::string blanked;
  const ParseResult parsed = Parser().parse(source.path(), source.text(), blanked);
  RuleStates states;
  for (const Severity severity : severities) states.push_back({severity, {}});
  const Scopes scopes;
  const Names interned;
  const GlobalNames globals;
  FileContext context(source, parsed.tree, scopes, interned, globals);
  return FileLinter(table, states).run(context, broken_regions(parsed.tree));
}

std::vector<std::string> messages(std::string text) {
  std::vector<std::string> texts;
  for (const Finding& finding :
       lint(std::move(text), {Severity::note, Severity::error, Severity::off, Severity::off})) {
    texts.push_back(finding.message);
  }
  return texts;
}

TEST(FileLinter, CallsEachRuleForTheNodesOfItsKinds) {
  const auto findings =
      lint("a.b = 1", {Severity::warning, Severity::error, Severity::off, Severity::warning});
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].message, "a");
  EXPECT_EQ(findings[0].rule, 0);
  EXPECT_EQ(findings[0].severity, Severity::warning);
  EXPECT_EQ(findings[1].message, "b");
  EXPECT_EQ(findings[2].message, "1");
  EXPECT_EQ(findings[2].rule, 1);
  EXPECT_EQ(findings[2].place.span, (Span{6, 7}));
}

TEST(FileLinter, RulesThatAreOffAreNotCalled) {
  EXPECT_THAT(lint("a.b = 1", {Severity::off, Severity::off, Severity::off, Severity::off}), IsEmpty());
}

TEST(FileLinter, FindingsKnowTheFunctionsAroundThem) {
  const auto findings = lint("class A { start() { this.on = () => { use(1) } } }",
                             {Severity::off, Severity::error, Severity::off, Severity::off});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].enclosing_function, "A.start.on");
}

TEST(FileLinter, AFunctionWithASyntaxErrorIsNotLookedAt) {
  EXPECT_THAT(messages("before; function f() { inner; let = = 3; } function g() { after }"),
              ElementsAre("before", "g", "after"));
}

TEST(FileLinter, OnlyTheInnermostFunctionAroundASyntaxErrorIsSkipped) {
  EXPECT_THAT(messages("function outer() { one; call(() => { two; let = = 3; }); three }"),
              UnorderedElementsAre("outer", "one", "call", "three"));
}

TEST(FileLinter, ATopLevelStatementWithASyntaxErrorIsNotLookedAt) {
  EXPECT_THAT(messages("before;\nif (x) { inner; let = = 3; }\nafter;"), ElementsAre("before", "after"));
}

TEST(FileLinter, ReportsThatReachIntoBrokenCodeAreDropped) {
  const auto findings = lint("before; function f() { inner; let = = 3; }",
                             {Severity::off, Severity::off, Severity::warning, Severity::off});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].place.span.begin, 0u);
}

}  // namespace
}  // namespace leaklint
