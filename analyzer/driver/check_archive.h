#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "driver/check.h"

namespace leaklint {

/// What the link read besides the sources: by path the hash of its bytes, or 0 for no such file.
using Dependencies = std::map<std::string, uint64_t>;

/// What a check found and what that depends on, but for the sources, as bytes.
std::string pack(const CheckResult& result, const Dependencies& dependencies);

struct Unpacked {
  CheckResult result;  ///< without sources
  Dependencies dependencies;
};

/// Nothing when the bytes are not what `pack` writes.
std::optional<Unpacked> unpack(std::string_view bytes);

}  // namespace leaklint
