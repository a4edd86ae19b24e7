#include "lint/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "syntax/parse.h"

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Rule some_rule{.description = {"finds something", Severity::warning, Preset::recommended}};
const RegisteredRule table[] = {{&some_rule, "no-shouting", "hygiene", ""},
                                {&some_rule, "no-whispering", "hygiene", ""},
                                {&some_rule, unused_suppression_id, "hygiene", ""}};

/// A text, with a finding of no-shouting at every "LOUD" and one of no-whispering at every "quiet".
class Suppressed {
 public:
  explicit Suppressed(std::string text) : source_(*SourceText::from_bytes("a.ts", std::move(text))) {
    std::string blanked;
    const ParseResult parsed = Parser().parse(source_.path(), source_.text(), blanked);
    suppressions_ = read_suppressions(source_, parsed.tree, table);
    add_findings(0, "LOUD");
    add_findings(1, "quiet");
    silenced_ = apply_suppressions(suppressions_, findings_);
  }

  /// The lines of the findings that are left.
  std::vector<uint32_t> lines() const {
    std::vector<uint32_t> lines;
    for (const Finding& finding : findings_) lines.push_back(source_.position(finding.place.span.begin).line);
    return lines;
  }

  const std::vector<SuppressedFinding>& silenced() const { return silenced_; }

  std::vector<Finding> unused(SpanList unread = {}, Severity of_whispering = Severity::warning) const {
    const RuleStates states = {{Severity::warning, {}}, {of_whispering, {}}, {Severity::note, {}}};
    return find_unused(suppressions_, table, states, unread);
  }

  /// "LINE:MESSAGE" of each.
  std::vector<std::string> complaints() const {
    std::vector<std::string> texts;
    for (const Finding& finding : unused()) {
      texts.push_back(std::to_string(source_.position(finding.place.span.begin).line) + ":" +
                      finding.message);
    }
    return texts;
  }

  /// The text once the first unused suppression has been removed.
  std::string fixed() const {
    std::string text(source_.text());
    const TextEdit edit = unused().at(0).fixes.at(0).edits.at(0);
    return text.replace(edit.span.begin, edit.span.length(), edit.text);
  }

 private:
  void add_findings(uint16_t rule, std::string_view word) {
    for (size_t at = source_.text().find(word); at != std::string_view::npos;
         at = source_.text().find(word, at + 1)) {
      Finding finding;
      finding.rule = rule;
      finding.place.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())};
      findings_.push_back(finding);
    }
  }

  SourceText source_;
  Suppressions suppressions_;
  std::vector<Finding> findings_;
  std::vector<SuppressedFinding> silenced_;
};

TEST(Suppressions, NextLineSilencesOneRuleOnTheNextLine) {
  const Suppressed file(
      "LOUD;\n// leaklint-disable-next-line no-shouting -- the door is shut\nLOUD + quiet;\nLOUD;\n");
  EXPECT_THAT(file.lines(), ElementsAre(1, 4, 3));
  ASSERT_EQ(file.silenced().size(), 1u);
  EXPECT_EQ(file.silenced()[0].justification, "the door is shut");
  EXPECT_THAT(file.unused(), IsEmpty());
}

TEST(Suppressions, NextLineCoversTheStatementButNotTheStatementsInsideIt) {
  const Suppressed file(
      "// leaklint-disable-next-line no-shouting\n"
      "call(1,\n"
      "     LOUD,\n"
      "     () => {\n"
      "       LOUD;\n"
      "     },\n"
      "     LOUD);\n"
      "LOUD;\n");
  EXPECT_THAT(file.lines(), ElementsAre(5, 8));
}

TEST(Suppressions, NextLineIsTheNextLineOfCode) {
  const Suppressed file(
      "// leaklint-disable-next-line no-shouting\n"
      "// leaklint-disable-next-line no-whispering\n"
      "\n"
      "LOUD + quiet;\n");
  EXPECT_THAT(file.lines(), IsEmpty());
}

TEST(Suppressions, OneCommentMayNameSeveralRules) {
  const Suppressed file(
      "/* leaklint-disable-next-line no-shouting , no-whispering -- both */\nLOUD + quiet;");
  EXPECT_THAT(file.lines(), IsEmpty());
}

TEST(Suppressions, SameLineCoversItsLineAndTheStatementThatEndsThere) {
  const Suppressed file(
      "LOUD; // leaklint-disable-line no-shouting\n"
      "call(LOUD,\n"
      "     1); // leaklint-disable-line no-shouting\n"
      "LOUD;\n");
  EXPECT_THAT(file.lines(), ElementsAre(4));
}

TEST(Suppressions, ARangeEndsWhereItsRuleIsEnabled) {
  const Suppressed file(
      "/* leaklint-disable no-shouting, no-whispering */\n"
      "LOUD + quiet;\n"
      "/* leaklint-enable no-shouting */\n"
      "LOUD + quiet;\n"
      "// leaklint-enable\n"
      "LOUD + quiet;\n");
  EXPECT_THAT(file.lines(), ElementsAre(4, 6, 6));
  EXPECT_THAT(file.complaints(), IsEmpty());
}

TEST(Suppressions, ARangeThatIsNeverEndedReachesTheEndOfTheFile) {
  const Suppressed file("LOUD;\n/* leaklint-disable no-shouting */\nLOUD;\nLOUD");
  EXPECT_THAT(file.lines(), ElementsAre(1));
}

TEST(Suppressions, AFileSuppressionMayStandAnywhere) {
  const Suppressed file("LOUD;\nquiet;\n// leaklint-disable-file no-shouting -- generated\nLOUD;");
  EXPECT_THAT(file.lines(), ElementsAre(2));
}

TEST(Suppressions, TheNarrowestOneIsUsed) {
  const Suppressed file("// leaklint-disable-file no-shouting\nLOUD; // leaklint-disable-line no-shouting\n");
  EXPECT_THAT(file.complaints(),
              ElementsAre("1:Suppression of 'no-shouting' is unused: it covers no such finding"));
}

TEST(Suppressions, OfARuleThatDidNotRunNothingIsSaid) {
  const Suppressed file("// leaklint-disable-file no-whispering\n");
  EXPECT_THAT(file.unused({}, Severity::off), IsEmpty());
  EXPECT_EQ(file.unused({}, Severity::note).size(), 1u);
}

TEST(Suppressions, OfTextThatDoesNotParseNothingIsSaid) {
  const Suppressed file("// leaklint-disable-next-line no-shouting\ncode;");
  EXPECT_THAT(file.unused({{44, 46}}), IsEmpty());
}

TEST(Suppressions, MistakesNameTheNearestSpelling) {
  EXPECT_THAT(Suppressed("LOUD; // leaklint-disable-line no-shoutign\n").complaints(),
              ElementsAre("1:Unknown rule 'no-shoutign', did you mean 'no-shouting'?"));
  EXPECT_THAT(Suppressed("\n// leaklint-disable-nextline no-shouting\nLOUD;").complaints(),
              ElementsAre("2:Unknown suppression 'leaklint-disable-nextline', did you mean "
                          "'leaklint-disable-next-line'?"));
  EXPECT_THAT(Suppressed("// leaklint-disable-next-line\nLOUD;").complaints(),
              ElementsAre("1:'leaklint-disable-next-line' names no rule, so it silences nothing"));
  EXPECT_THAT(Suppressed("LOUD; // leaklint-disable-line no-shouting because\n").complaints(),
              ElementsAre(HasSubstr("Text after the rule")));
  EXPECT_THAT(Suppressed("/* leaklint-enable no-shouting */").complaints(),
              ElementsAre("1:This 'leaklint-enable' follows no 'leaklint-disable'"));
}

TEST(Suppressions, ProseIsNoSuppression) {
  EXPECT_THAT(Suppressed("// see leaklint-disable-file no-shouting\n'leaklint-disable-file x'; LOUD").lines(),
              ElementsAre(2));
}

TEST(Suppressions, RemovalTakesALineOfItsOwnAway) {
  EXPECT_EQ(Suppressed("a;\n  // leaklint-disable-next-line no-shouting\nb;\n").fixed(), "a;\nb;\n");
  EXPECT_EQ(Suppressed("a; // leaklint-disable-line no-shouting\nb;\n").fixed(), "a;\nb;\n");
  EXPECT_EQ(Suppressed("return/* leaklint-disable-line no-shouting */x").fixed(), "return x");
  EXPECT_EQ(Suppressed("// leaklint-disable-file no-shouting").fixed(), "");
}

TEST(Suppressions, RemovalKeepsTheOtherRulesOfTheComment) {
  EXPECT_EQ(Suppressed("quiet; // leaklint-disable-line no-shouting, no-whispering -- why\n").fixed(),
            "quiet; // leaklint-disable-line no-whispering -- why\n");
  EXPECT_EQ(Suppressed("LOUD; // leaklint-disable-line no-shouting, no-whispering\n").fixed(),
            "LOUD; // leaklint-disable-line no-shouting\n");
}

}  // namespace
}  // namespace leaklint
