#pragma once

#include <span>
#include <string_view>

namespace leaklint {

/// A name that an environment defines before any of the program's own code runs.
struct EnvironmentGlobal {
  std::string_view name;
  std::string_view environment;  ///< "browser", "node", "es2025", …
  bool is_writable;
};

/// Every global of every environment that the pinned npm package `globals` knows, sorted by name and then by
/// environment, so that one name's environments lie side by side. Generated at build time.
std::span<const EnvironmentGlobal> environment_globals();

}  // namespace leaklint
