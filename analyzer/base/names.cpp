#include "base/names.h"

namespace leaklint {
namespace {

constexpr uint32_t empty_slot = UINT32_MAX;

uint64_t hash_text(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}

}  // namespace

uint32_t Names::slot_of(std::string_view wanted, uint64_t hash) const {
  const uint32_t mask = static_cast<uint32_t>(slots_.size() - 1);
  uint32_t slot = static_cast<uint32_t>(hash) & mask;
  while (slots_[slot] != empty_slot && text(NameId(slots_[slot])) != wanted) slot = (slot + 1) & mask;
  return slot;
}

NameId Names::find(std::string_view wanted) const {
  if (slots_.empty()) return {};
  return NameId(slots_[slot_of(wanted, hash_text(wanted))]);
}

NameId Names::intern(std::string_view wanted) {
  if (slots_.size() < 2 * (size() + 1)) grow();
  const uint32_t slot = slot_of(wanted, hash_text(wanted));
  if (slots_[slot] != empty_slot) return NameId(slots_[slot]);
  const NameId id(size());
  buffer_ += wanted;
  starts_.push_back(static_cast<uint32_t>(buffer_.size()));
  slots_[slot] = id.raw;
  return id;
}

void Names::grow() {
  slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, empty_slot);
  for (uint32_t raw = 0; raw < size(); ++raw) {
    const std::string_view known = text(NameId(raw));
    slots_[slot_of(known, hash_text(known))] = raw;
  }
}

}  // namespace leaklint
