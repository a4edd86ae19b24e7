#include <gtest/gtest.h>

#include "base/display_width.h"
#include "report/source_excerpt.h"
#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

TEST(ReportText, ShowsAFindingWithItsLineAndItsPath) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak(), project.loose_equality()};
  EXPECT_EQ(report_text(project.input(findings)),
            R"(server/log.js:12:3  error  listener-leak  (high)
  `process` keeps one more 'uncaughtException' listener for every request
   12 │   process.on('uncaughtException', (err) => {
      │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  retained   process ▸ _events.uncaughtException ▸ closure (log.js:12) ▸ requestId, req
  grows      per request: app.use(middleware) at server/app.js:8
  release    none; nothing removes this listener when the response finishes
  fix        register it once at start-up, or remove it on res 'close'

src/page title.tsx:3:41  warning  loose-equality  (medium)
  `==` converts its operands before it compares
    3 │     const label = t('日本語 😀'); return kind == 'x' ? label : null;
      │                                               ^^
  fix        replace == with === (--fix does it)
  fix        compare with Object.is (suggestion)

1 error, 1 warning in 2 of 48 files
  leaklint explain listener-leak   what it means and how to mend it
  leaklint check --fix             mends 1 of them safely
)");
}

TEST(ReportText, IsOneQuietLineWhenClean) {
  const SampleProject project;
  EXPECT_EQ(report_text(project.input({})), "no findings in 48 files\n");
  ReportInput input = project.input({});
  input.statistics = {1, 1234, 0.5};
  EXPECT_EQ(report_text(input), "no findings in 1 file (1,234 lines, 0.50 s)\n");
}

TEST(ReportText, NamesTheFilesThatItCouldNotAnalyse) {
  const SampleProject project;
  ReportInput input = project.input({});
  input.problems = {{"a\x1b[2J.js", "cannot be read: permission denied", Severity::error},
                    {"b.js", "does not parse here", Severity::warning, LineColumn{3, 7, 7}}};
  EXPECT_EQ(report_text(input),
            "a␛[2J.js  error  cannot be read: permission denied\n"
            "b.js:3:7  warning  does not parse here\n"
            "\n"
            "no findings in 48 files; 1 file not analysed\n");
}

TEST(ReportText, ColorsOnlyWhenAsked) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak()};
  ReportInput input = project.input(findings);
  const std::string plain = report_text(input);
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  input.options.has_color = true;
  std::string colored = report_text(input);
  EXPECT_TRUE(
      colored.starts_with("\x1b[1mserver/log.js:12:3\x1b[0m  \x1b[1;31merror\x1b[0m  listener-leak  "));
  for (size_t at; (at = colored.find('\x1b')) != std::string::npos;)
    colored.erase(at, colored.find('m', at) - at + 1);
  EXPECT_EQ(colored, plain);
}

TEST(ReportText, JoinsTheStepsOfANoteWithoutText) {
  const SampleProject project;
  std::vector<Finding> findings = {project.listener_leak()};
  findings[0].notes[0].text.clear();
  EXPECT_NE(
      report_text(project.input(findings))
          .find("  retained   process ▸ _events.uncaughtException ▸ closure (log.js:12) ▸ requestId, req\n"),
      std::string::npos);
}

SourceExcerpt excerpt(const std::string& text, uint32_t begin, uint32_t end, uint32_t width) {
  return excerpt_at(SourceText::from_bytes("a.js", text).value(), {begin, end}, width);
}

TEST(SourceExcerpt, MarksOnlyTheFirstLineOfASpan) {
  const SourceExcerpt shown = excerpt("x\nlet a = {\n  b\n};\n", 6, 17, 80);
  EXPECT_EQ(shown.line_number, 2u);
  EXPECT_EQ(shown.line, "let a = {");
  EXPECT_EQ(shown.marks, "    ^^^^^");
}

TEST(SourceExcerpt, GivesASpanWithoutTextOneCaret) {
  EXPECT_EQ(excerpt("ab\n", 1, 1, 80).marks, " ^");
  EXPECT_EQ(excerpt("ab\n", 2, 2, 80).marks, "  ^");
  EXPECT_EQ(excerpt("", 0, 0, 80).marks, "^");
  EXPECT_EQ(excerpt("ab\r\nc", 3, 3, 80).marks, "  ^") << "inside a line ending";
}

TEST(SourceExcerpt, AlignsBelowTabsWideAndCombiningCharacters) {
  const SourceExcerpt shown = excerpt("\tq\té e\u0301 日本 x", 17, 18, 80);
  EXPECT_EQ(shown.line, "    q   é e\u0301 日本 x");
  EXPECT_EQ(shown.marks, "                 ^");
}

TEST(SourceExcerpt, ShowsControlCharactersInsteadOfObeyingThem) {
  const SourceExcerpt shown = excerpt("a\x1b[31m\u202Eb\x7f\u2066", 1, 2, 80);
  EXPECT_EQ(shown.line, "a␛[31m\uFFFDb␡\uFFFD");
  EXPECT_EQ(shown.marks, " ^");
}

TEST(SourceExcerpt, CutsALineAroundItsSpan) {
  std::string line;
  for (int number = 0; number < 100; ++number) line += "word" + std::to_string(number) + " ";
  const auto at = static_cast<uint32_t>(line.find("word50"));
  const SourceExcerpt middle = excerpt(line, at, at + 6, 40);
  EXPECT_EQ(middle.line, "…ord48 word49 word50 word51 word52 word…");
  EXPECT_EQ(middle.marks, "              ^^^^^^");
  const SourceExcerpt first = excerpt(line, 0, 5, 40);
  EXPECT_EQ(first.line, "word0 word1 word2 word3 word4 word5 wor…");
  EXPECT_EQ(first.marks, "^^^^^");
  const auto last_at = static_cast<uint32_t>(line.find("word99"));
  const SourceExcerpt last = excerpt(line, last_at, last_at + 6, 40);
  EXPECT_EQ(last.line, "…94 word95 word96 word97 word98 word99 ");
  EXPECT_EQ(last.marks, "                                ^^^^^^");
}

TEST(SourceExcerpt, KeepsWithinTheWidthWhateverTheLine) {
  const std::string text = "日\t語e\u0301x😀\x01;";
  std::string line;
  for (int number = 0; number < 400; ++number) line += text;
  const SourceText source = SourceText::from_bytes("a.js", line).value();
  for (uint32_t at = 0; at < source.size(); at += 7) {
    const SourceExcerpt shown = excerpt_at(source, {at, at + 30}, 50);
    EXPECT_LE(display_width(shown.line), 50u) << at;
    EXPECT_LE(shown.marks.size(), 50u) << at;
    EXPECT_NE(shown.marks.find('^'), std::string::npos) << at;
  }
}

}  // namespace
}  // namespace leaklint
