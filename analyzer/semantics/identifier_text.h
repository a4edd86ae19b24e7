#pragma once

#include <string>
#include <string_view>

namespace leaklint {

/// An identifier's text with its \uXXXX and \u{X...} escapes replaced by what they stand for, in UTF-8.
std::string without_escapes(std::string_view identifier);

}  // namespace leaklint
