#include "lint/layout.h"

#include <algorithm>

#include "lint/comments.h"
#include "lint/structure.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

bool is_blank_letter(char letter) {
  return letter == ' ' || letter == '\t';
}

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9');
}

bool is_inside_template(const Tree& tree, uint32_t at) {
  for (NodeId node = node_at(tree, {at, at + 1}); node; node = tree.parent(node))
    if (tree.kind(node) == Kind::template_string) return true;
  return false;
}

}  // namespace

uint32_t Layout::line_begin(uint32_t at) const {
  while (at > 0 && text_[at - 1] != '\n') --at;
  return at;
}

uint32_t Layout::line_end(uint32_t at) const {
  const size_t end = text_.find('\n', at);
  auto stop = static_cast<uint32_t>(end == std::string_view::npos ? text_.size() : end);
  if (stop > at && text_[stop - 1] == '\r') --stop;
  return stop;
}

uint32_t Layout::after_line(uint32_t end) const {
  if (end < text_.size() && text_[end] == '\r') ++end;
  return end < text_.size() ? end + 1 : end;
}

bool Layout::is_blank(uint32_t begin, uint32_t end) const {
  return std::all_of(text_.begin() + begin, text_.begin() + end, is_space);
}

std::string Layout::new_line() const {
  return text_.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

std::string Layout::indentation(uint32_t at) const {
  const uint32_t begin = line_begin(at);
  uint32_t end = begin;
  while (end < text_.size() && is_blank_letter(text_[end])) ++end;
  return std::string(text_.substr(begin, end - begin));
}

std::string Layout::indentation_unit() const {
  for (size_t line = 0; line < text_.size();) {
    size_t end = line;
    while (end < text_.size() && is_blank_letter(text_[end])) ++end;
    const bool is_text = end < text_.size() && !is_space(text_[end]) && text_[end] != '*';
    if (end > line && is_text) return std::string(text_.substr(line, end - line));
    const size_t next = text_.find('\n', end);
    if (next == std::string_view::npos) break;
    line = next + 1;
  }
  return "  ";
}

uint32_t Layout::begin_with_comments(NodeId statement) const {
  uint32_t begin = tree_.span(statement).begin;
  std::vector<NodeId> before;
  for (NodeId child : tree_.children(tree_.parent(statement))) {
    if (child == statement) break;
    before.push_back(child);
  }
  while (!before.empty() && is_comment(tree_.kind(before.back()))) {
    const Span comment = tree_.span(before.back());
    const std::string_view gap = text_.substr(comment.end, begin - comment.end);
    const bool is_above = std::count(gap.begin(), gap.end(), '\n') == 1;
    if (!is_above || !begins_line(comment.begin)) break;
    begin = comment.begin;
    before.pop_back();
  }
  return begin;
}

uint32_t Layout::end_with_comment(NodeId statement) const {
  const uint32_t end = tree_.span(statement).end;
  const NodeId next = tree_.next_sibling(statement);
  const bool is_behind = next && is_comment(tree_.kind(next)) && tree_.span(next).end <= line_end(end);
  return is_behind ? tree_.span(next).end : end;
}

std::string Layout::indented(Span span, const std::string& more) const {
  std::string text;
  for (uint32_t at = span.begin; at < span.end; ++at) {
    text += text_[at];
    const bool begins_text = text_[at] == '\n' && at + 1 < span.end && !is_blank(at + 1, line_end(at + 1));
    if (begins_text && !is_inside_template(tree_, at)) text += more;
  }
  return text;
}

std::string Layout::laid_out(std::string_view lines, uint32_t at) const {
  const std::string line_break = new_line() + indentation(at);
  std::string text;
  for (char letter : lines) {
    if (letter == '\n')
      text += line_break;
    else
      text += letter;
  }
  return text;
}

bool holds_comment(const Tree& tree, Span span) {
  for (uint32_t raw = first_node_from(tree, span.begin); raw < tree.size(); ++raw) {
    if (tree.span(NodeId(raw)).begin >= span.end) return false;
    if (is_comment(tree.kind(NodeId(raw)))) return true;
  }
  return false;
}

bool is_statement_list(Kind kind) {
  return kind == Kind::program || kind == Kind::statement_block || kind == Kind::class_static_block ||
         kind == Kind::switch_case || kind == Kind::switch_default;
}

NodeId statement_around(const Tree& tree, NodeId node) {
  for (NodeId up = node; up; up = tree.parent(up)) {
    switch (tree.kind(up)) {
      case Kind::expression_statement:
      case Kind::lexical_declaration:
      case Kind::variable_declaration: {
        const Kind parent = tree.kind(tree.parent(up));
        if (parent == Kind::for_statement || parent == Kind::for_in_statement) return {};
        return parent == Kind::export_statement ? tree.parent(up) : up;
      }
      case Kind::return_statement:
      case Kind::throw_statement:
      case Kind::if_statement:
      case Kind::switch_statement:
        return up;
      default:
        if (is_function_with_body(tree.kind(up)) && up != node) return {};
        if (is_loop(tree.kind(up)) || is_statement_list(tree.kind(up))) return {};
        if (up != node && is_statement(tree.kind(up))) return {};
    }
  }
  return {};
}

std::vector<TextEdit> surround(const FileContext& context, NodeId statement, const StatementLines& lines) {
  const Tree& tree = context.tree;
  const Layout layout(tree);
  const Span span = tree.span(statement);
  const std::string new_line = layout.new_line();
  std::string indentation = layout.indentation(span.begin);
  std::vector<TextEdit> edits;
  if (is_statement_list(tree.kind(tree.parent(statement)))) {
    const uint32_t begin = layout.begin_with_comments(statement);
    const uint32_t end = layout.end_with_comment(statement);
    std::string before, after;
    for (const std::string& line : lines.before) before += line + new_line + indentation;
    for (const std::string& line : lines.after) after += new_line + indentation + line;
    if (!layout.is_blank(end, layout.line_end(end))) after += after.empty() ? "" : new_line + indentation;
    if (!before.empty()) edits.push_back({{begin, begin}, before});
    if (!after.empty()) edits.push_back({{end, end}, after});
    return edits;
  }
  uint32_t begin = span.begin;
  while (begin > 0 && is_space(tree.source()[begin - 1])) --begin;
  indentation = layout.indentation(begin > 0 ? begin - 1 : 0);
  const std::string inner = new_line + indentation + layout.indentation_unit();
  std::string before = " {", after;
  for (const std::string& line : lines.before) before += inner + line;
  for (const std::string& line : lines.after) after += inner + line;
  edits.push_back({{begin, span.begin}, before + inner});
  edits.push_back({{span.end, span.end}, after + new_line + indentation + '}'});
  return edits;
}

void put_in_order(std::vector<TextEdit>& edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const TextEdit& a, const TextEdit& b) { return a.span < b.span; });
}

std::string free_name(const FileContext& context, const std::string& wanted,
                      const std::vector<std::string>& taken, std::string_view separator) {
  std::string name = wanted;
  const auto is_used = [&] {
    return context.names.find(name) || std::find(taken.begin(), taken.end(), name) != taken.end();
  };
  for (int number = 2; is_used(); ++number) {
    if (number > 99) return {};
    name = wanted + std::string(separator) + std::to_string(number);
  }
  return name;
}

std::string constant_case(std::string_view name) {
  std::string text;
  for (size_t at = 0; at < name.size(); ++at) {
    const char letter = name[at];
    const bool is_upper = letter >= 'A' && letter <= 'Z';
    const bool follows_lower = at > 0 && ((name[at - 1] >= 'a' && name[at - 1] <= 'z') ||
                                          (name[at - 1] >= '0' && name[at - 1] <= '9'));
    if (is_upper && follows_lower) text += '_';
    const bool is_lower = letter >= 'a' && letter <= 'z';
    text += is_lower ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return text;
}

bool is_plain_place(const Tree& tree, NodeId expression) {
  for (NodeId node = expression; node; node = tree.child(node, Field::object)) {
    switch (tree.kind(node)) {
      case Kind::identifier:
      case Kind::this_:
        return true;
      case Kind::member_expression:
        if (tree.child(node, Kind::optional_chain)) return false;
        break;
      default:
        return false;
    }
  }
  return false;
}

char quote_of(const Tree& tree) {
  for (uint32_t raw = 0; raw < tree.size(); ++raw)
    if (tree.kind(NodeId(raw)) == Kind::string) return tree.text(NodeId(raw)).front() == '"' ? '"' : '\'';
  return '\'';
}

std::string camel_case(const std::vector<std::string>& words) {
  std::string name;
  bool begins_word = false;
  for (const std::string& word : words) {
    begins_word = !name.empty();
    for (char letter : word) {
      if (!is_letter_or_digit(letter)) {
        begins_word = !name.empty();
        continue;
      }
      const bool is_lower = letter >= 'a' && letter <= 'z';
      name += begins_word && is_lower ? static_cast<char>(letter - 'a' + 'A') : letter;
      begins_word = false;
    }
  }
  return name;
}

}  // namespace leaklint
