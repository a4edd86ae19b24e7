#pragma once

#include <cstdint>
#include <string>

#include "lsp/json.h"
#include "lsp/positions.h"

namespace leaklint {

/// A text that the client has open.
struct Document {
  std::string path;  ///< as the analysis shows it
  std::string text;
  Json version;           ///< a number, or null
  uint64_t sequence = 0;  ///< the change of the project that brought this text

  /// Applies the `contentChanges` of a notification, in order. Throws Json::exception where they are none;
  /// then the changes before have been applied.
  void apply(const Json& changes, PositionEncoding encoding);
};

}  // namespace leaklint
