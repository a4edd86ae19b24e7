#pragma once

#include <string>
#include <string_view>

#include "base/id.h"

namespace leaklint {

using NameId = Id<struct NameTag>;

/// Interned strings: equal text, equal id. One pool per file while facts are made, and one per program after
/// the link, which maps each file's ids onto its own. Texts live in one buffer, so a pool is two flat arrays.
class Names {
 public:
  /// The id of `text`, added when new.
  NameId intern(std::string_view text);
  /// The id of `text`, or none when it was never interned.
  NameId find(std::string_view text) const;
  std::string_view text(NameId id) const {
    return id ? std::string_view(buffer_).substr(starts_[id.raw], starts_[id.raw + 1] - starts_[id.raw])
              : std::string_view();
  }
  uint32_t size() const { return static_cast<uint32_t>(starts_.size() - 1); }

 private:
  void grow();
  uint32_t slot_of(std::string_view text, uint64_t hash) const;

  std::string buffer_;
  std::vector<uint32_t> starts_{0};
  std::vector<uint32_t> slots_;  // open addressing over name ids; size a power of two
};

}  // namespace leaklint
