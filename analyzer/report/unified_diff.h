#pragma once

#include <string>
#include <string_view>

namespace leaklint {

/// The difference of two texts as `diff -u` and git write it, with three lines of context; "" when they are
/// equal.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace leaklint
