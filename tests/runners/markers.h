#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leaklint {

/// A comment of a test case that says what must be found on its line; corpus/README.md has the grammar.
struct Marker {
  enum class Kind : uint8_t { leak, because };
  enum class Status : uint8_t { expected, low, missed, false_alarm };
  Kind kind = Kind::leak;
  Status status = Status::expected;
  std::string rule;
  std::string words;  ///< what the message must contain
  std::string file;
  uint32_t line = 0;
};

/// A finding, as far as markers can speak of it.
struct Observed {
  struct Place {
    std::string file;
    uint32_t line;
    friend bool operator==(const Place&, const Place&) = default;
  };
  std::string rule;
  std::string message;
  Place place;
  std::vector<Place> passes;  ///< the places of its notes' steps
  bool is_low = false;        ///< its confidence
};

/// With a `default_rule`, which pages have, a marker need not name its rule.
std::vector<Marker> read_markers(std::string_view file, std::string_view text,
                                 std::string_view default_rule = "");

/// What is wrong, one line each: markers without their finding, and findings without a marker.
std::vector<std::string> differences(const std::vector<Marker>& markers, std::vector<Observed> findings);

}  // namespace leaklint
