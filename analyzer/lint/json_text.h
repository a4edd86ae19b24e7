#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace leaklint {

/// JSON as people write it by hand: comments and trailing commas are allowed, a key given twice is an error.
/// Knows where each value was written, which nlohmann's parser does not keep, so that every complaint can
/// name its place.
class JsonText {
 public:
  /// An error reads "NAME:LINE:COLUMN: not valid JSON: …".
  static Result<JsonText> parse(std::string name, std::string text);

  const nlohmann::json& value() const { return value_; }

  /// An error about a value, or about an object's key, that a JSON pointer ("/rules/no-var/0") names.
  Error error_at(const std::string& pointer, std::string_view message) const;
  Error error_at_key(const std::string& pointer, std::string_view message) const;

 private:
  JsonText() = default;
  Error error_at_offset(size_t offset, std::string_view message) const;
  /// The key that some object has twice, if any, else fills the two tables.
  Result<bool> locate();

  std::string name_;
  std::string text_;
  nlohmann::json value_;
  std::map<std::string, size_t> values_;  ///< pointer -> offset of the value
  std::map<std::string, size_t> keys_;    ///< pointer -> offset of the member's key
};

}  // namespace leaklint
