#pragma once

#include <string_view>

namespace leaklint {

bool is_space(char character);
std::string_view trimmed(std::string_view text);

/// What a comment says: without its delimiters, the asterisks of a doc block and the space around.
std::string_view comment_body(std::string_view comment);

/// Takes the first word, up to white space, off `text`, and the white space after it.
std::string_view take_word(std::string_view& text);

}  // namespace leaklint
