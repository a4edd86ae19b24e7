#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace leaklint {

/// Whether a text is one of a few others, given as any list or in braces. Linear: for lists that are written
/// out.
template <class Texts = std::initializer_list<std::string_view>>
bool is_one_of(std::string_view text, const Texts& texts) {
  return std::find(std::begin(texts), std::end(texts), text) != std::end(texts);
}

}  // namespace leaklint
