#pragma once

#include <span>
#include <vector>

#include "base/id.h"

namespace leaklint {

/// One small set of u32 for each vertex, capped. A set of one lives in its slot; larger ones in a shared
/// pool, in blocks of doubling size. Most vertices hold nothing or one object, so this is eight bytes a
/// vertex.
class FlowSets {
 public:
  explicit FlowSets(uint32_t limit) : limit_(limit) {}

  void resize(size_t count) { slots_.resize(count); }
  size_t size() const { return slots_.size(); }

  /// Adds and says whether it was new. A full set turns open and takes no more.
  bool add(uint32_t vertex, uint32_t object) {
    Slot& slot = slots_[vertex];
    const std::span<const uint32_t> known = at(vertex);
    for (uint32_t member : known)
      if (member == object) return false;
    if (slot.count >= limit_) {
      slot.is_open = true;
      return false;
    }
    if (slot.count == 0) {
      slot.where = object;
    } else {
      if ((slot.count & (slot.count - 1)) == 0) grow(slot);
      pool_[slot.where + slot.count] = object;
    }
    ++slot.count;
    return true;
  }
  std::span<const uint32_t> at(uint32_t vertex) const {
    const Slot& slot = slots_[vertex];
    if (slot.count == 0) return {};
    return slot.count == 1 ? std::span<const uint32_t>(&slot.where, 1)
                           : std::span<const uint32_t>(&pool_[slot.where], slot.count);
  }
  bool is_open(uint32_t vertex) const { return slots_[vertex].is_open; }

 private:
  struct Slot {
    uint32_t where = 0;
    uint16_t count = 0;
    bool is_open = false;
  };
  static_assert(sizeof(Slot) == 8);

  /// Called when `count` is a power of two, that is when the block of that size is full.
  void grow(Slot& slot) {
    const uint32_t begin = static_cast<uint32_t>(pool_.size());
    pool_.resize(pool_.size() + 2 * slot.count);
    if (slot.count == 1) {
      pool_[begin] = slot.where;
    } else {
      for (uint32_t at = 0; at < slot.count; ++at) pool_[begin + at] = pool_[slot.where + at];
    }
    slot.where = begin;
  }

  uint32_t limit_;
  std::vector<Slot> slots_;
  std::vector<uint32_t> pool_;
};

}  // namespace leaklint
