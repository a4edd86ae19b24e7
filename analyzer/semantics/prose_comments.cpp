#include "semantics/prose_comments.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace leaklint {
namespace {

/// How comments for tools begin; "leak" is that of our own, the corpus's markers included.
constexpr std::string_view directives[] = {"eslint",   "leak",     "biome",   "oxlint",
                                           "tslint",   "istanbul", "c8",      "v8",
                                           "prettier", "@ts-",     "webpack", "sourceMapping"};
constexpr std::string_view postponements[] = {"todo", "fixme", "xxx", "hack", "later", "for now"};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
  });
  return result;
}

/// What is between the marks of the comment.
std::string_view inside(std::string_view comment) {
  constexpr std::string_view edge = " \t\r\n*/!#@<->";
  const size_t begin = comment.find_first_not_of(edge);
  if (begin == std::string_view::npos) return {};
  return comment.substr(begin, comment.find_last_not_of(" \t\r\n*/") - begin + 1);
}

bool is_prose(std::string_view comment) {
  const std::string_view text = inside(comment);
  if (text.empty()) return false;
  const bool has_reason = text.find(" -- ") != std::string_view::npos;
  for (std::string_view directive : directives)
    if (text.starts_with(directive) && !has_reason) return false;
  if (text.back() == ';' || text.back() == '{' || text.back() == '}' || text.ends_with(")")) {
    // `console.log(e)` was code; "not there (yet)" is prose.
    if (text.find(' ') == std::string_view::npos || text.back() != ')') return false;
    const size_t open = text.find('(');
    if (open != std::string_view::npos && open > 0 && text[open - 1] != ' ') return false;
  }
  const std::string small = lower(text);
  return std::none_of(std::begin(postponements), std::end(postponements),
                      [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Span> prose_comments(const Tree& tree) {
  std::vector<Span> comments;
  for (uint32_t raw = 0; raw < tree.size(); ++raw) {
    const NodeId node(raw);
    if (tree.kind(node) == Kind::comment && is_prose(tree.text(node))) comments.push_back(tree.span(node));
  }
  return comments;
}

bool has_lost_comments(const Tree& tree, const std::vector<Span>& prose) {
  const std::string_view text = tree.source();
  constexpr size_t head = 4096;  // helpers stand first
  for (std::string_view helper : {"var __defProp = Object.defineProperty", "var __create = Object.create"})
    if (text.substr(0, head).find(helper) != std::string_view::npos) return true;
  return prose.empty() && text.rfind("//# sourceMappingURL=") != std::string_view::npos;
}

}  // namespace leaklint
