#include "runners/markers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Observed found(uint32_t line, std::string rule = "r", std::string message = "some message") {
  return {std::move(rule), std::move(message), {"a.js", line}, {}};
}

std::vector<std::string> compare(std::string_view text, std::vector<Observed> findings) {
  return differences(read_markers("a.js", text), std::move(findings));
}

TEST(Markers, NameTheRuleTheWordsAndTheStatus) {
  const auto markers = read_markers("a.js",
                                    "x // leak: some-rule\n"
                                    "\n"
                                    "/* leak: b \"two words\" (false alarm) */ y // leak: c (missed)\r\n"
                                    "z // because: b\n");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_EQ(markers[0].rule, "some-rule");
  EXPECT_EQ(markers[0].line, 1u);
  EXPECT_EQ(markers[1].words, "two words");
  EXPECT_EQ(markers[1].status, Marker::Status::false_alarm);
  EXPECT_EQ(markers[2].line, 3u);
  EXPECT_EQ(markers[2].status, Marker::Status::missed);
  EXPECT_EQ(markers[3].kind, Marker::Kind::because);
}

TEST(Markers, ProseIsNone) {
  EXPECT_THAT(read_markers("a.js", "// leak of memory\n// leaks: x\n'http://leak' // a leak: no\n// leak"),
              IsEmpty());
}

TEST(Markers, NeedNoRuleInAPage) {
  const auto markers =
      read_markers("a.js", "a // leak\nb // leak \"w\"\nc // leaks everywhere\nd // leak: other", "mine");
  ASSERT_EQ(markers.size(), 3u);
  EXPECT_EQ(markers[0].rule, "mine");
  EXPECT_EQ(markers[1].words, "w");
  EXPECT_EQ(markers[2].rule, "other");
}

TEST(Markers, FindingsAndMarkersMustMeet) {
  EXPECT_THAT(compare("x // leak: r\n", {found(1)}), IsEmpty());
  EXPECT_THAT(compare("x // leak: r \"some\"\n", {found(1)}), IsEmpty());
  EXPECT_THAT(compare("x // leak: r\n", {}), ElementsAre("a.js:1: not found: r"));
  EXPECT_THAT(
      compare("x // leak: r \"other\"\n", {found(1)}),
      ElementsAre("a.js:1: not found: r with \"other\"", "a.js:1: found without a marker: r: some message"));
  EXPECT_THAT(compare("x\n", {found(1)}), ElementsAre("a.js:1: found without a marker: r: some message"));
  EXPECT_THAT(compare("x // leak: r\n", {found(1), found(1)}),
              ElementsAre("a.js:1: found without a marker: r: some message"));
}

TEST(Markers, WhatIsKnownToBeWrongMustStayWrong) {
  EXPECT_THAT(compare("x // leak: r (missed)\n", {}), IsEmpty());
  EXPECT_THAT(compare("x // leak: r (missed)\n", {found(1)}), ElementsAre("a.js:1: no longer missed: r"));
  EXPECT_THAT(compare("x // leak: r (false alarm)\n", {found(1)}), IsEmpty());
  EXPECT_THAT(compare("x // leak: r (false alarm)\n", {}), ElementsAre("a.js:1: no longer a false alarm: r"));
}

TEST(Markers, WhatIsDoubtfulMustStayDoubtful) {
  Observed doubtful = found(1);
  doubtful.is_low = true;
  EXPECT_THAT(compare("x // leak: r (low)\n", {doubtful}), IsEmpty());
  EXPECT_THAT(compare("x // leak: r (low)\n", {found(1)}),
              ElementsAre("a.js:1: no longer of low confidence: r"));
  EXPECT_THAT(compare("x // leak: r (low)\n", {}), ElementsAre("a.js:1: not found: r"));
}

TEST(Markers, PathsMustPassWhereTheyAreSaidTo) {
  Observed finding = found(2);
  EXPECT_THAT(compare("x // because: r\ny // leak: r\n", {finding}),
              ElementsAre("a.js:1: the path of r does not pass here"));
  finding.passes = {{"a.js", 1}};
  EXPECT_THAT(compare("x // because: r\ny // leak: r\n", {finding}), IsEmpty());
}

}  // namespace
}  // namespace leaklint
