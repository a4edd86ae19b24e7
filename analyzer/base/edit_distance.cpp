#include "base/edit_distance.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace leaklint {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool are_same(char left, char right) {
  return lower(left) == lower(right);
}

using Row = std::vector<size_t>;

// The distances of left[0..row) to every prefix of `right`, from those of the two rows before.
void fill_row(std::string_view left, std::string_view right, size_t row, const Row& before,
              const Row& twice_before, Row& current) {
  current[0] = row;
  for (size_t column = 1; column <= right.size(); ++column) {
    bool same = are_same(left[row - 1], right[column - 1]);
    size_t replaced = before[column - 1] + (same ? 0 : 1);
    size_t edited = std::min({before[column] + 1, current[column - 1] + 1, replaced});
    bool swapped = row > 1 && column > 1 && are_same(left[row - 1], right[column - 2]) &&
                   are_same(left[row - 2], right[column - 1]);
    current[column] = swapped ? std::min(edited, twice_before[column - 2] + 1) : edited;
  }
}

}  // namespace

size_t edit_distance(std::string_view left, std::string_view right, size_t limit) {
  size_t difference = left.size() < right.size() ? right.size() - left.size() : left.size() - right.size();
  if (difference > limit) return limit + 1;
  std::array<Row, 3> rows;  // current, before, twice before
  rows.fill(Row(right.size() + 1));
  std::iota(rows[0].begin(), rows[0].end(), size_t{0});
  for (size_t row = 1; row <= left.size(); ++row) {
    std::rotate(rows.begin(), rows.end() - 1, rows.end());
    fill_row(left, right, row, rows[1], rows[2], rows[0]);
    // A swap reaches back two rows, so a lower number may still come from either of the last two.
    size_t least = std::min(*std::min_element(rows[0].begin(), rows[0].end()),
                            *std::min_element(rows[1].begin(), rows[1].end()));
    if (least > limit) return limit + 1;
  }
  return std::min(rows[0][right.size()], limit + 1);
}

std::optional<std::string_view> nearest_spelling(std::string_view word,
                                                 std::span<const std::string_view> candidates) {
  std::optional<std::string_view> nearest;
  size_t nearest_distance = 0;
  for (std::string_view candidate : candidates) {
    size_t longer = std::max(word.size(), candidate.size());
    size_t limit = (longer + 2) / 3;
    if (nearest) limit = std::min(limit, nearest_distance);
    size_t distance = edit_distance(word, candidate, limit);
    if (distance > limit || distance >= longer || (nearest && distance >= nearest_distance)) continue;
    nearest = candidate;
    nearest_distance = distance;
  }
  return nearest;
}

}  // namespace leaklint
