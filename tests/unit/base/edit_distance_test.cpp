#include "base/edit_distance.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

const std::vector<std::string_view> rules = {"listener-leak", "timer-leak", "loose-equality", "no-var",
                                             "async-foreach"};

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(edit_distance("", "", 9), 0u);
  EXPECT_EQ(edit_distance("", "abc", 9), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3u);
  EXPECT_EQ(edit_distance("form", "from", 9), 1u) << "neighbours swapped";
  EXPECT_EQ(edit_distance("ca", "abc", 9), 3u) << "no part is edited twice";
  EXPECT_EQ(edit_distance("No-Var", "no-var", 9), 0u) << "case does not count";
}

TEST(EditDistance, StopsAboveTheLimit) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3u);
  EXPECT_EQ(edit_distance("abcdefgh", "zyxwvuts", 2), 3u);
  EXPECT_EQ(edit_distance("a", "abcdefgh", 2), 3u);
  EXPECT_EQ(edit_distance("xxab", "xxba", 1), 1u);
}

// Against the definition, filled in cell by cell without rows, limits or shortcuts.
size_t plain_distance(const std::string& left, const std::string& right) {
  std::vector<std::vector<size_t>> table(left.size() + 1, std::vector<size_t>(right.size() + 1));
  for (size_t row = 0; row <= left.size(); ++row) {
    for (size_t column = 0; column <= right.size(); ++column) {
      size_t& cell = table[row][column];
      cell = row + column;
      if (row > 0) cell = std::min(cell, table[row - 1][column] + 1);
      if (column > 0) cell = std::min(cell, table[row][column - 1] + 1);
      if (row == 0 || column == 0) continue;
      cell = std::min(cell, table[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1));
      bool swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
      if (swapped) cell = std::min(cell, table[row - 2][column - 2] + 1);
    }
  }
  return table[left.size()][right.size()];
}

TEST(EditDistance, AgreesWithItsDefinitionOnAllShortWords) {
  std::vector<std::string> words = {""};
  for (size_t at = 0; at < words.size() && words[at].size() < 4; ++at)
    for (char letter : {'a', 'b', 'c'}) words.push_back(words[at] + letter);
  for (const std::string& left : words)
    for (const std::string& right : words)
      for (size_t limit = 0; limit < 5; ++limit)
        ASSERT_EQ(edit_distance(left, right, limit), std::min(plain_distance(left, right), limit + 1));
}

TEST(NearestSpelling, FindsWhatWasMeant) {
  EXPECT_EQ(nearest_spelling("timer-laek", rules), "timer-leak");
  EXPECT_EQ(nearest_spelling("looseEquality", rules), "loose-equality");
  EXPECT_EQ(nearest_spelling("NO_VAR", rules), "no-var");
  EXPECT_EQ(nearest_spelling("no-vars", rules), "no-var");
  EXPECT_EQ(nearest_spelling("asyncforeach", rules), "async-foreach");
}

TEST(NearestSpelling, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(nearest_spelling("quotes", rules), std::nullopt);
  EXPECT_EQ(nearest_spelling("", rules), std::nullopt);
  EXPECT_EQ(nearest_spelling("x", std::vector<std::string_view>{"y"}), std::nullopt);
  EXPECT_EQ(nearest_spelling("no-var", {}), std::nullopt);
}

TEST(NearestSpelling, PrefersTheNearerAndThenTheFirst) {
  const std::vector<std::string_view> words = {"inclode", "include", "exclude"};
  EXPECT_EQ(nearest_spelling("includ", words), "include");
  EXPECT_EQ(nearest_spelling("inclxde", words), "inclode");
}

}  // namespace
}  // namespace leaklint
