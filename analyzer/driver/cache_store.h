#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace leaklint {

using CacheKey = std::array<uint8_t, 16>;

/// Bytes by key in a folder of the disk, which any number of processes may use at once. A crash loses at most
/// what was written last. When it is full, it begins anew.
class CacheStore {
 public:
  static constexpr size_t usual_size = size_t{1} << 28;

  /// Makes the folder when there is none. An error names it.
  static Result<CacheStore> open(const std::string& folder, size_t most_bytes = usual_size);

  CacheStore(CacheStore&&) noexcept;
  ~CacheStore();

  /// Nothing when it was never kept, or does not read as it was written.
  std::optional<std::string> find(const CacheKey& key) const;

  /// Whatever goes wrong, all that is lost is time.
  void keep(const CacheKey& key, std::string_view bytes);

 private:
  struct Environment;
  CacheStore(std::unique_ptr<Environment> environment, size_t most_bytes);

  std::unique_ptr<Environment> environment_;
  size_t most_bytes_;
};

/// Where the user's caches are, "" when that cannot be told: below XDG_CACHE_HOME, or .cache in the home
/// folder.
std::string usual_cache_folder();

}  // namespace leaklint
