#pragma once

#include <compare>
#include <cstdint>

namespace leaklint {

/// A half-open range of byte offsets into one file's decoded UTF-8 text.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t length() const { return end - begin; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};
static_assert(sizeof(Span) == 8);

}  // namespace leaklint
