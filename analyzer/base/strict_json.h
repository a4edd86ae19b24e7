#pragma once

#include <string>
#include <string_view>

namespace leaklint {

/// JSON as people write it by hand → JSON: comments and the commas before a closing bracket become blanks, so
/// that every offset and line stays as it was.
std::string strict_json(std::string_view text);

}  // namespace leaklint
