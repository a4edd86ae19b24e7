#include "lint/span_list.h"

#include <algorithm>

namespace leaklint {

SpanList joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  SpanList list;
  for (const Span span : spans) {
    if (span.begin >= span.end) continue;
    if (!list.empty() && span.begin <= list.back().end) {
      list.back().end = std::max(list.back().end, span.end);
    } else {
      list.push_back(span);
    }
  }
  return list;
}

bool covers(const SpanList& spans, uint32_t offset) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), offset,
                                      [](uint32_t wanted, Span span) { return wanted < span.begin; });
  return after != spans.begin() && offset < std::prev(after)->end;
}

bool overlaps(const SpanList& left, const SpanList& right) {
  auto one = left.begin();
  auto other = right.begin();
  while (one != left.end() && other != right.end()) {
    if (one->end <= other->begin) {
      ++one;
    } else if (other->end <= one->begin) {
      ++other;
    } else {
      return true;
    }
  }
  return false;
}

}  // namespace leaklint
