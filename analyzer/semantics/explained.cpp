#include "semantics/explained.h"

#include <algorithm>

namespace leaklint {

bool is_explained(const FileFacts& facts, Span span) {
  const auto& lines = facts.line_starts;
  auto first = std::upper_bound(lines.begin(), lines.end(), span.begin);
  const auto behind = std::upper_bound(lines.begin(), lines.end(), span.end);
  for (int back = 0; back < 2 && first != lines.begin(); ++back) --first;
  const uint32_t begin = first == lines.end() ? 0 : *first;
  const uint32_t end = behind == lines.end() ? UINT32_MAX : *behind;
  const auto comment = std::lower_bound(facts.comments.begin(), facts.comments.end(), begin,
                                        [](Span row, uint32_t offset) { return row.begin < offset; });
  return comment != facts.comments.end() && comment->begin < end;
}

}  // namespace leaklint
