#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace leaklint {

using Json = nlohmann::ordered_json;

/// On one line. Text that is not UTF-8, as paths can be, comes out with U+FFFD in place of what is wrong with
/// it.
inline std::string json_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An array with each element on its own line: reports stay small, yet can be read, searched and compared by
/// line.
inline std::string json_array(const std::vector<std::string>& elements) {
  std::string text = "[";
  for (const std::string& element : elements) text += (text.size() == 1 ? "\n" : ",\n") + element;
  return text + "]";
}

}  // namespace leaklint
