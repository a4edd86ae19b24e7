#include "lint/fingerprint.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

constexpr Rule rule{{"a rule", Severity::warning, Preset::recommended}, {}, nullptr, nullptr};
constexpr RegisteredRule rules[] = {{&rule, "first", "leak", ""}, {&rule, "second", "leak", ""}};

std::vector<Fingerprint> fingerprints_in(const std::string& text, const std::vector<Finding>& findings) {
  const SourceText source = SourceText::from_bytes("a.js", text).value();
  Fingerprinter fingerprinter(rules, [&source](FileId) -> const SourceText& { return source; });
  std::vector<Fingerprint> found;
  for (const Finding& finding : findings) found.push_back(fingerprinter.next(finding));
  return found;
}

Finding finding_at(const std::string& text, std::string_view words, uint16_t rule_index = 0) {
  Finding finding;
  finding.rule = rule_index;
  const auto at = static_cast<uint32_t>(text.find(words));
  finding.place = {FileId(0), {at, at + static_cast<uint32_t>(words.size())}};
  return finding;
}

Fingerprint fingerprint_at(const std::string& text, std::string_view words) {
  return fingerprints_in(text, {finding_at(text, words)})[0];
}

TEST(Fingerprint, StaysWhenCodeElsewhereChangesAndWhenTheLineIsIndented) {
  const Fingerprint before = fingerprint_at("let a;\non(x, y);\n", "on(");
  EXPECT_EQ(fingerprint_at("let a, b;\n\n\nif (a) {\n\t  on(x,y);\r\n}", "on("), before);
  EXPECT_NE(fingerprint_at("let a;\non(x, z);\n", "on("), before);
}

TEST(Fingerprint, TellsRulesAndFunctionsApart) {
  const std::string text = "on(x, y);";
  std::vector<Finding> findings(3, finding_at(text, "on("));
  findings[1].enclosing_function = "start";
  findings[2].rule = 1;
  const std::vector<Fingerprint> found = fingerprints_in(text, findings);
  EXPECT_NE(found[0].content, found[1].content);
  EXPECT_NE(found[0].content, found[2].content);
  EXPECT_NE(content_fingerprint("a", "bc", ""), content_fingerprint("ab", "c", ""));
}

TEST(Fingerprint, NumbersEqualOnesWithinAFile) {
  const std::string text = "on(x);\non(x);\n";
  Finding second = finding_at(text, "on(");
  second.place.span = {7, 10};
  Finding elsewhere = finding_at(text, "on(");
  elsewhere.place.file = FileId(1);
  const std::vector<Fingerprint> found = fingerprints_in(text, {finding_at(text, "on("), second, elsewhere});
  EXPECT_EQ(found[0].occurrence, 1u);
  EXPECT_EQ(found[1].occurrence, 2u);
  EXPECT_EQ(found[2].occurrence, 1u);
  EXPECT_EQ(found[1].content, found[2].content);
}

TEST(Fingerprint, LooksOnlyNearTheFindingInALongLine) {
  const std::string filler(5000, 'a');
  const Fingerprint before = fingerprint_at(filler + ";on(x);" + filler, "on(");
  EXPECT_EQ(fingerprint_at("let z;" + filler + ";on(x);" + filler + "!", "on("), before);
}

TEST(Fingerprint, IsWrittenAsItAlwaysWas) {
  EXPECT_EQ((Fingerprint{0x1a2b, 3}.text()), "0000000000001a2b:3");
  EXPECT_EQ(content_fingerprint("listener-leak", "middleware", "  process.on('exit', f);"),
            0x5eadf86fd09acbdeu);
}

}  // namespace
}  // namespace leaklint
