#include "semantics/doc_comment.h"

#include <algorithm>

namespace leaklint {
namespace {

constexpr std::string_view space = " \t\r\n";

bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '_' || letter == '$' || letter == '.' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

/// A type without the asterisks that begin the lines it spans.
std::string joined_lines(std::string_view text) {
  std::string joined;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') {
      joined += text[at];
      continue;
    }
    size_t next = text.find_first_not_of(" \t\r", at + 1);
    if (next != std::string_view::npos && text[next] == '*') ++next;
    joined += ' ';
    at = (next == std::string_view::npos ? text.size() : next) - 1;
  }
  return joined;
}

/// Whether an @ begins a tag there: behind the stars or the blanks of its line, or the mark that opens the
/// comment.
bool begins_tag(std::string_view comment, size_t at) {
  const size_t before = at == 0 ? std::string_view::npos : comment.find_last_not_of(" \t", at - 1);
  return before != std::string_view::npos && (comment[before] == '*' || comment[before] == '\n');
}

}  // namespace

bool is_doc_comment(std::string_view comment) {
  return comment.size() > 5 && comment.starts_with("/**") && comment[3] != '*' && comment[3] != '/';
}

std::vector<DocTag> tags_of(std::string_view comment) {
  std::vector<DocTag> tags;
  for (size_t at = comment.find('@'); at != std::string_view::npos; at = comment.find('@', at)) {
    const size_t begin = ++at;
    if (!begins_tag(comment, begin - 1)) continue;
    while (at < comment.size() && is_name_letter(comment[at])) ++at;
    DocTag tag{.tag = comment.substr(begin, at - begin), .type = {}, .name = {}};
    at = std::min(comment.find_first_not_of(" \t", at), comment.size());
    if (at < comment.size() && comment[at] == '{') {
      const size_t open = at;
      int depth = 0;
      do {
        depth += comment[at] == '{' ? 1 : comment[at] == '}' ? -1 : 0;
        ++at;
      } while (depth > 0 && at < comment.size());
      if (depth > 0) break;
      tag.type = joined_lines(comment.substr(open + 1, at - open - 2));
      at = std::min(comment.find_first_not_of(space, at), comment.size());
    }
    if (at < comment.size() && comment[at] == '[')
      at = std::min(comment.find_first_not_of(space, at + 1), comment.size());
    const size_t name = at;
    while (at < comment.size() && is_name_letter(comment[at])) ++at;
    tag.name = comment.substr(name, at - name);
    tags.push_back(std::move(tag));
  }
  return tags;
}

}  // namespace leaklint
