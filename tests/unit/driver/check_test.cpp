#include "driver/check.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using testing::ElementsAre;

void report_text(FileContext& context, NodeId node) {
  const std::string_view text = context.tree.text(node);
  context.report(node, std::string(text), text == "perhaps" ? Confidence::low : Confidence::high);
}

constexpr Kind names[] = {Kind::identifier};
const Rule name_rule{
    .description = {"", Severity::note, Preset::recommended}, .kinds = names, .visit = report_text};
const Rule unused_rule{.description = {"", Severity::warning, Preset::recommended}};
const RegisteredRule table[] = {{&name_rule, "names", "hygiene", ""},
                                {&unused_rule, unused_suppression_id, "hygiene", ""}};

CheckResult check_texts(std::map<std::string, std::string> texts, unsigned threads = 1,
                        bool is_named = true) {
  CheckRequest request;
  for (const auto& [path, text] : texts) request.files.push_back({path, is_named});
  request.texts = std::move(texts);
  request.threads = threads;
  SettingsLookup lookup(table, {}, std::nullopt);
  auto result = check(request, lookup, table);
  EXPECT_TRUE(result);
  return std::move(*result);
}

std::vector<std::string> lines(const CheckResult& result) {
  std::vector<std::string> lines;
  for (const Finding& finding : result.findings) {
    const uint32_t file = finding.place.file.raw;
    lines.push_back(result.paths[file] + ":" +
                    std::to_string(result.sources[file]->position(finding.place.span.begin).line) + " " +
                    finding.message);
  }
  return lines;
}

TEST(Check, SortsByPathAndPlace) {
  const CheckResult result = check_texts({{"/x/a.js", "b;\na;"}, {"/x/b.js", "c"}, {"/x/c.js", "1"}});
  EXPECT_THAT(lines(result), ElementsAre("/x/a.js:1 b", "/x/a.js:2 a", "/x/b.js:1 c"));
  EXPECT_EQ(result.counts.analysed, 3u);
  EXPECT_EQ(result.counts.lines, 4u);
  EXPECT_FALSE(result.sources[2].has_value()) << "the text of a file without findings is not kept";
}

TEST(Check, IsTheSameForAnyNumberOfThreads) {
  std::map<std::string, std::string> texts;
  for (int file = 0; file < 100; ++file) {
    std::string text;
    for (int line = 0; line < file; ++line) text += "name" + std::to_string(line) + ";\n";
    texts["/x/" + std::to_string(file) + ".js"] = text;
  }
  EXPECT_EQ(lines(check_texts(texts, 1)), lines(check_texts(texts, 7)));
}

TEST(Check, SuppressedAndUnusedAreToldApart) {
  const CheckResult result = check_texts({{"/x/a.js",
                                           "a; // leaklint-disable-line names -- on purpose\n"
                                           "1; // leaklint-disable-line names\n"
                                           "perhaps; // leaklint-disable-line names\n"}});
  EXPECT_THAT(lines(result),
              ElementsAre("/x/a.js:2 Suppression of 'names' is unused: it covers no such finding"));
  ASSERT_EQ(result.suppressed.size(), 1u) << "without those that nobody asked for";
  EXPECT_EQ(result.suppressed[0].justification, "on purpose");
}

TEST(Check, UnusedSuppressionsCanBeSuppressed) {
  EXPECT_THAT(lines(check_texts({{"/x/a.js",
                                  "// leaklint-disable-file unused-suppression\n"
                                  "1; // leaklint-disable-line names\n"}})),
              ElementsAre());
}

TEST(Check, HidesWhatIsBelowTheConfidence) {
  const CheckResult result = check_texts({{"/x/a.js", "perhaps; surely"}});
  EXPECT_THAT(lines(result), ElementsAre("/x/a.js:1 surely"));
  EXPECT_EQ(result.counts.hidden, 1u);
}

TEST(Check, GoesOnAfterAFileThatCannotBeRead) {
  CheckRequest request;
  request.files = {{"/x/a.js", true}, {"/x/gone.js", true}};
  request.texts = {{"/x/a.js", "a"}};
  SettingsLookup lookup(table, {}, std::nullopt);
  const auto result = check(request, lookup, table);
  ASSERT_TRUE(result);
  EXPECT_THAT(lines(*result), ElementsAre("/x/a.js:1 a"));
  ASSERT_EQ(result->problems.size(), 1u);
  EXPECT_EQ(result->problems[0].path, "/x/gone.js");
  EXPECT_EQ(result->problems[0].message, "cannot be read: No such file or directory");
  EXPECT_EQ(result->problems[0].severity, Severity::error);
  EXPECT_EQ(result->counts.unreadable, 1u);
}

TEST(Check, SaysWhereAFileDoesNotParse) {
  const CheckResult result = check_texts({{"/x/a.js", "a;\nfunction f() { let = = 3; }\nb;"}});
  EXPECT_THAT(lines(result), ElementsAre("/x/a.js:1 a", "/x/a.js:3 b"));
  ASSERT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(result.problems[0].severity, Severity::warning);
  EXPECT_EQ(result.problems[0].position->line, 2u);
  EXPECT_EQ(result.counts.damaged, 1u);
}

TEST(Check, MinifiedFilesAreReadOnlyWhenNamed) {
  std::string text;
  while (text.size() < 5000) text += "function a(b){return c(b,1)}";
  EXPECT_EQ(check_texts({{"/x/a.js", text}}, 1, false).counts.minified, 1u);
  EXPECT_EQ(check_texts({{"/x/a.js", text}}, 1, true).counts.analysed, 1u);
}

}  // namespace
}  // namespace leaklint
