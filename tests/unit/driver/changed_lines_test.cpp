#include "driver/changed_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::Pair;

ChangedLines lines_of(std::string_view diff) {
  ChangedLines changed;
  read_diff(diff, "/top", changed);
  return changed;
}

TEST(ChangedLines, AreThoseOfTheNewSide) {
  EXPECT_THAT(lines_of("diff --git a/x.js b/x.js\nindex 1..2 100644\n--- a/x.js\n+++ b/x.js\n"
                       "@@ -3 +3,2 @@ function f() {\n-old\n+new\n+newer\n"
                       "@@ -9,2 +9,0 @@\n-gone\n-gone\n"
                       "@@ -20,0 +19 @@\n+added\n"),
              ElementsAre(Pair("/top/x.js", ElementsAre(LineRange{3, 4}, LineRange{19, 19}))));
}

TEST(ChangedLines, AreNotMisledByWhatTheLinesSay) {
  EXPECT_THAT(lines_of("--- a/x.js\n+++ b/x.js\n@@ -1 +1 @@\n-old\n\\ No newline at end of file\n"
                       "+++ b/y.js\n\\ No newline at end of file\n@@ -7,0 +8 @@\n+@@ -1 +50 @@\n"),
              ElementsAre(Pair("/top/x.js", ElementsAre(LineRange{1, 1}, LineRange{8, 8}))));
}

TEST(ChangedLines, KnowPathsHoweverTheyAreWritten) {
  const std::string_view hunk = "@@ -0,0 +1 @@\n+x\n";
  const auto path = [&](const std::string& written) {
    return lines_of("+++ " + written + "\n" + std::string(hunk)).begin()->first;
  };
  EXPECT_EQ(path("b/with blank.js\t"), "/top/with blank.js");
  EXPECT_EQ(path("\"b/tab\\tquote\\\"back\\\\\\303\\251.js\""), "/top/tab\tquote\"back\\é.js");
  EXPECT_TRUE(lines_of("+++ /dev/null\n@@ -1 +0,0 @@\n-x\n").empty());
}

}  // namespace
}  // namespace leaklint
