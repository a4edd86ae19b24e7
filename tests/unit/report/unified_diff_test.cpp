#include "report/unified_diff.h"

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(UnifiedDiff, EqualTextsHaveNone) {
  EXPECT_EQ(unified_diff("a.js", "a\nb\n", "a\nb\n"), "");
}

TEST(UnifiedDiff, ShowsAChangeWithItsContext) {
  EXPECT_EQ(unified_diff("a.js", "1\n2\n3\n4\nold\n6\n7\n8\n9\n", "1\n2\n3\n4\nnew\n6\n7\n8\n9\n"),
            "--- a/a.js\n+++ b/a.js\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, FarChangesAreHunksOfTheirOwn) {
  EXPECT_EQ(unified_diff("a", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\n"),
            "--- a/a\n+++ b/a\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,3 @@\n 5\n 6\n 7\n-b\n");
}

TEST(UnifiedDiff, NearChangesShareAHunk) {
  EXPECT_EQ(unified_diff("a", "a\n1\n2\nb\n", "1\n2\nB\n"),
            "--- a/a\n+++ b/a\n@@ -1,4 +1,3 @@\n-a\n 1\n 2\n-b\n+B\n");
}

TEST(UnifiedDiff, SaysWhereTheLastLineDoesNotEnd) {
  EXPECT_EQ(unified_diff("a", "x", "x\n"),
            "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
  EXPECT_EQ(unified_diff("a", "", "x\n"), "--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+x\n");
}

/// Applies a diff that was made of lines that all end.
std::string patched(std::string_view before, std::string_view diff) {
  std::vector<std::string> old_lines;
  for (size_t at = 0; at < before.size();) {
    const size_t end = before.find('\n', at) + 1;
    old_lines.emplace_back(before.substr(at, end - at));
    at = end;
  }
  std::string after;
  size_t next = 0;
  while (!diff.empty()) {
    const std::string line(diff.substr(0, diff.find('\n') + 1));
    diff.remove_prefix(line.size());
    if (line.starts_with("---") || line.starts_with("+++")) continue;
    if (line.starts_with("@@")) {
      const size_t begin = std::stoul(line.substr(4));
      const bool is_empty = line.find(",0 ") != std::string::npos && line.find(",0 ") < line.find('+');
      while (next + (is_empty ? 0 : 1) < begin) after += old_lines.at(next++);
    } else if (line[0] == '+') {
      after += line.substr(1);
    } else {
      EXPECT_EQ(line.substr(1), old_lines.at(next));
      if (line[0] == ' ') after += old_lines.at(next);
      ++next;
    }
  }
  while (next < old_lines.size()) after += old_lines[next++];
  return after;
}

TEST(UnifiedDiff, LeadsFromOneTextToTheOther) {
  std::mt19937 random(7);
  const auto text = [&] {
    std::string lines;
    for (size_t count = random() % 30; count > 0; --count)
      lines += std::string(1, "abc"[random() % 3]) + "\n";
    return lines;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string before = text();
    const std::string after = text();
    ASSERT_EQ(patched(before, unified_diff("x", before, after)), after) << before << "--\n" << after;
  }
}

}  // namespace
}  // namespace leaklint
