#include "lint/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const BaselineEntry in_server = {"a.js", "names", "Server.listen", "go(\"x\");", 0xabcdef0123456789, 2};
const BaselineEntry at_top = {"b/é.js", "names", "", "", 7, 1};

std::string error_of(const std::string& text) {
  const auto read = parse_baseline("known.json", text);
  return read ? "none" : read.error().text;
}

TEST(Baseline, IsReadAsItWasWritten) {
  const std::string text = baseline_text({at_top, in_server});
  EXPECT_EQ(text, R"({
  "version": 1,
  "findings": [
    {"path":"a.js","rule":"names","function":"Server.listen","line":"go(\"x\");","fingerprint":"abcdef0123456789","count":2},
    {"path":"b/é.js","rule":"names","line":"","fingerprint":"0000000000000007"}
  ]
}
)");
  const auto read = parse_baseline("known.json", text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->path, "known.json");
  EXPECT_THAT(read->entries, ElementsAre(in_server, at_top));
  EXPECT_TRUE(parse_baseline("known.json", baseline_text({})));
}

TEST(Baseline, CountsEqualEntriesTogether) {
  BaselineEntry again = in_server;
  again.count = 1;
  std::vector<BaselineEntry> entries = {in_server, at_top, again};
  merge_equal(entries);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].count, 3u);
}

TEST(Baseline, ErrorsNameThePlace) {
  EXPECT_EQ(error_of("[]"), "known.json:1:1: a baseline is an object: { … }");
  EXPECT_EQ(error_of("{\"version\": 2}"),
            "known.json:1:13: a baseline has \"version\": 1; write it anew with 'leaklint baseline'");
  EXPECT_EQ(error_of("{\"version\": 1}"), "known.json:1:1: a baseline has \"findings\": [ … ]");
  EXPECT_THAT(error_of("{\"version\": 1, \"findings\": [{\n\"rule\": \"x\"}]}"),
              HasSubstr("known.json:1:29: a finding needs 'path'"));
  EXPECT_THAT(
      error_of(
          "{\"version\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"x\",\n \"fingerprint\": \"12\"}]}"),
      HasSubstr("known.json:2:17: a fingerprint has 16 hexadecimal digits"));
  EXPECT_THAT(error_of("<<<<<<< HEAD"), HasSubstr("known.json:1:1: not valid JSON"));
}

}  // namespace
}  // namespace leaklint
