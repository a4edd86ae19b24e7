#include "lint/comments.h"

namespace leaklint {

bool is_space(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r' ||
         character == '\f' || character == '\v';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view comment_body(std::string_view comment) {
  if (comment.starts_with("//") || comment.starts_with("/*")) {
    if (comment[1] == '*' && comment.ends_with("*/") && comment.size() >= 4) comment.remove_suffix(2);
    comment.remove_prefix(2);
  } else if (comment.starts_with("<!--")) {
    comment.remove_prefix(4);
    if (comment.ends_with("-->")) comment.remove_suffix(3);
  }
  while (!comment.empty() && (is_space(comment.front()) || comment.front() == '*')) comment.remove_prefix(1);
  return trimmed(comment);
}

std::string_view take_word(std::string_view& text) {
  size_t length = 0;
  while (length < text.size() && !is_space(text[length])) ++length;
  const std::string_view word = text.substr(0, length);
  text.remove_prefix(length);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return word;
}

}  // namespace leaklint
