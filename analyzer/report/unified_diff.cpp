#include "report/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace leaklint {
namespace {

constexpr int context = 3;
/// Beyond so many changed lines the search gives up, and what differs is shown as one replacement.
constexpr int most_changes = 2000;

using Lines = std::vector<std::string_view>;

Lines split_lines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A run of lines that were replaced by others; either may be empty.
struct Change {
  int before_begin, before_end;
  int after_begin, after_end;
};

/// Myers' greedy search for the shortest edit script, between `first` equal and `last` equal lines.
class Search {
 public:
  Search(const Lines& before, const Lines& after) : before_(before), after_(after) {
    const auto most = static_cast<int>(std::min(before.size(), after.size()));
    while (first_ < most && before[first_] == after[first_]) ++first_;
    int last = 0;
    while (last < most - first_ && before[before.size() - 1 - last] == after[after.size() - 1 - last]) ++last;
    before_end_ = static_cast<int>(before.size()) - last;
    after_end_ = static_cast<int>(after.size()) - last;
  }

  std::vector<Change> changes() {
    if (first_ == before_end_ && first_ == after_end_) return {};
    if (!explore()) return {{first_, before_end_, first_, after_end_}};
    return walk_back();
  }

 private:
  /// Fills `reached_`: for each number of edits, how far each diagonal gets.
  bool explore() {
    const int most = std::min(most_changes, before_end_ - first_ + after_end_ - first_);
    std::vector<int> furthest(2 * most + 3, first_);
    for (int edits = 0; edits <= most; ++edits) {
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        const int slot = diagonal + most + 1;
        const bool goes_down =
            diagonal == -edits || (diagonal != edits && furthest[slot - 1] < furthest[slot + 1]);
        int x = goes_down ? furthest[slot + 1] : furthest[slot - 1] + 1;
        if (edits == 0) x = first_;
        int y = x - diagonal;
        while (x < before_end_ && y < after_end_ && before_[x] == after_[y]) {
          ++x;
          ++y;
        }
        furthest[slot] = x;
        if (x >= before_end_ && y >= after_end_) {
          reached_.emplace_back(furthest.begin() + (most + 1 - edits), furthest.begin() + (most + 2 + edits));
          return true;
        }
      }
      reached_.emplace_back(furthest.begin() + (most + 1 - edits), furthest.begin() + (most + 2 + edits));
    }
    return false;
  }

  /// How far `diagonal` got with so many edits; diagonals beyond them were not reached.
  int reached(int edits, int diagonal) const {
    if (diagonal < -edits || diagonal > edits) return -1;
    return reached_[edits][diagonal + edits];
  }

  std::vector<Change> walk_back() const {
    std::vector<Change> found;
    int x = before_end_;
    int y = after_end_;
    for (int edits = static_cast<int>(reached_.size()) - 1; edits > 0; --edits) {
      const int diagonal = x - y;
      const bool goes_down =
          diagonal == -edits ||
          (diagonal != edits && reached(edits - 1, diagonal - 1) < reached(edits - 1, diagonal + 1));
      const int from = goes_down ? diagonal + 1 : diagonal - 1;
      x = reached(edits - 1, from);
      y = x - from;
      const Change one{x, x + (goes_down ? 0 : 1), y, y + (goes_down ? 1 : 0)};
      const bool joins = !found.empty() && found.back().before_begin == one.before_end &&
                         found.back().after_begin == one.after_end;
      if (joins) {
        found.back().before_begin = one.before_begin;
        found.back().after_begin = one.after_begin;
      } else {
        found.push_back(one);
      }
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

  const Lines& before_;
  const Lines& after_;
  int first_ = 0;
  int before_end_ = 0;
  int after_end_ = 0;
  std::vector<std::vector<int>> reached_;
};

void write_line(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string range(int begin, int end) {
  const int count = end - begin;
  return std::to_string(count == 0 ? begin : begin + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

/// The changes [first, last) with the lines around and between them.
void write_hunk(std::string& out, const Lines& before, const Lines& after, const Change* first,
                const Change* last) {
  const int before_begin = std::max(0, first->before_begin - context);
  const int after_begin = first->after_begin - (first->before_begin - before_begin);
  const int before_end = std::min(static_cast<int>(before.size()), (last - 1)->before_end + context);
  const int after_end = (last - 1)->after_end + (before_end - (last - 1)->before_end);
  out += "@@ -" + range(before_begin, before_end) + " +" + range(after_begin, after_end) + " @@\n";
  int at = before_begin;
  for (const Change* change = first; change != last; ++change) {
    for (; at < change->before_begin; ++at) write_line(out, ' ', before[at]);
    for (; at < change->before_end; ++at) write_line(out, '-', before[at]);
    for (int added = change->after_begin; added < change->after_end; ++added)
      write_line(out, '+', after[added]);
  }
  for (; at < before_end; ++at) write_line(out, ' ', before[at]);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  const Lines before_lines = split_lines(before);
  const Lines after_lines = split_lines(after);
  const std::vector<Change> changes = Search(before_lines, after_lines).changes();
  if (changes.empty()) return "";
  std::string out = "--- a/" + std::string(path) + "\n+++ b/" + std::string(path) + "\n";
  const Change* const end = changes.data() + changes.size();
  for (const Change* first = changes.data(); first != end;) {
    const Change* last = first + 1;
    while (last != end && last->before_begin - (last - 1)->before_end <= 2 * context) ++last;
    write_hunk(out, before_lines, after_lines, first, last);
    first = last;
  }
  return out;
}

}  // namespace leaklint
