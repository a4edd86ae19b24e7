#include "syntax/dump_tree.h"

#include <algorithm>
#include <vector>

namespace leaklint {
namespace {

constexpr size_t longest_text = 60;

std::string at_text(LineColumn at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// A text on one line, cut short.
std::string excerpt(std::string_view text) {
  std::string shown = " \"";
  for (const char character : text.substr(0, longest_text)) {
    if (character == '\n')
      shown += "\\n";
    else if (character == '\r')
      shown += "\\r";
    else if (character == '\t')
      shown += "\\t";
    else
      shown += character;
  }
  return shown + (text.size() > longest_text ? "…\"" : "\"");
}

std::string_view mark(const Tree& tree, NodeId node) {
  if (!tree.is_broken(node)) return "";
  return tree.kind(node) == Kind::error ? "!ERROR" : "!MISSING ";
}

}  // namespace

std::string dump_tree(const SourceText& source, const Tree& tree) {
  std::string out;
  std::vector<uint32_t> open_ends;
  for (uint32_t raw = 0; raw < tree.size(); ++raw) {
    const NodeId node(raw);
    while (!open_ends.empty() && open_ends.back() <= raw) open_ends.pop_back();
    out.append(2 * open_ends.size(), ' ');
    if (tree.field(node) != Field::none) out += std::string(field_text(tree.field(node))) + ": ";
    out += mark(tree, node);
    if (tree.kind(node) != Kind::error) out += kind_text(tree.kind(node));
    const Span span = tree.span(node);
    out += " " + at_text(source.position(span.begin)) + "-" + at_text(source.position(span.end));
    const bool is_leaf = tree.end(node) == raw + 1;
    if (is_leaf && is_named(tree.kind(node))) out += excerpt(tree.text(node));
    out += '\n';
    open_ends.push_back(tree.end(node));
  }
  return out;
}

}  // namespace leaklint
