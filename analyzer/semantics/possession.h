#pragma once

#include <cstdint>

namespace leaklint {

/// How far one acquired thing has come, as a relation: for each state before a stretch of code, the states
/// possible after it. The states are: not acquired yet, held, released. Nine bits.
///
/// Because a relation says what a stretch does from any state, the body of a loop or a `finally` is walked
/// once, from an unknown state, and the result applied to what comes in: in one pass without going round. For
/// a loop that is enough: its turns, any number of them, are the relation's reflexive transitive closure, and
/// over three states a way that repeats no state has at most two steps. So the closure is I ∪ B ∪ B∘B.
class Possession {
 public:
  static constexpr Possession unreachable() { return Possession(0); }
  /// At the beginning of a function: not acquired, and no other state to start from.
  static constexpr Possession not_yet() { return Possession(0b001); }
  static constexpr Possession unchanged() { return Possession(0b100'010'001); }

  constexpr bool is_unreachable() const { return bits_ == 0; }
  /// Whether it may be held, given that it was not acquired before.
  constexpr bool may_be_held() const { return bits_ & held; }
  /// Whether it may be held, whatever was before.
  constexpr bool may_be_held_somehow() const { return bits_ & (held | held << 3 | held << 6); }

  constexpr Possession acquired() const {
    return each_row([](unsigned row) { return row ? held : 0u; });
  }
  constexpr Possession released() const {
    return each_row([](unsigned row) { return row & held ? (row & ~held) | gone : row; });
  }
  /// Acquiring failed after all: as if it had not been tried.
  constexpr Possession not_acquired() const {
    return each_row([](unsigned row) { return row & held ? (row & ~held) | nothing : row; });
  }
  /// Only the ways on which it is not held.
  constexpr Possession unless_held() const {
    return each_row([](unsigned row) { return row & ~held; });
  }

  constexpr Possession or_else(Possession other) const { return Possession(bits_ | other.bits_); }
  constexpr void add(Possession other) { bits_ |= other.bits_; }
  /// This, and then `next`.
  constexpr Possession then(Possession next) const {
    return each_row([next](unsigned row) {
      return (row & nothing ? next.row(0) : 0u) | (row & held ? next.row(1) : 0u) |
             (row & gone ? next.row(2) : 0u);
    });
  }
  constexpr Possession repeated() const { return unchanged().or_else(*this).or_else(then(*this)); }
  friend constexpr bool operator==(Possession, Possession) = default;

 private:
  static constexpr unsigned nothing = 1, held = 2, gone = 4;

  explicit constexpr Possession(unsigned bits) : bits_(static_cast<uint16_t>(bits)) {}
  constexpr unsigned row(int from) const { return (bits_ >> (3 * from)) & 7u; }
  template <class Change>
  constexpr Possession each_row(Change change) const {
    return Possession(change(row(0)) | change(row(1)) << 3 | change(row(2)) << 6);
  }

  uint16_t bits_;
};

}  // namespace leaklint
