#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/file_id.h"
#include "base/span.h"

namespace leaklint {

/// How well an answer is established: high from resolved code or models, medium when one part of it rests on
/// a convention, low when two do.
enum class Confidence : uint8_t { low, medium, high };

/// A range of text in one file of the program.
struct Place {
  FileId file;
  Span span;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One link of a chain that a finding shows: "process", "_events.uncaughtException", "closure (log.js:12)",
/// "req".
struct PathStep {
  std::string text;
  Place place;  ///< none (no file) where the step has no source, as `process` itself
};

}  // namespace leaklint
