#include "syntax/tree_builder.h"

#include <tree_sitter/api.h>

namespace leaklint {
namespace {

/// tree-sitter's own symbol for ERROR, the largest there is.
constexpr TSSymbol error_symbol = static_cast<TSSymbol>(-1);

}  // namespace

ParseResult TreeBuilder::flatten(const TSTree* source, const Grammar& grammar, Language language,
                                 std::string_view text) {
  ParseResult result;
  result.text = text;
  Tree& tree = result.tree;
  tree.source_ = text;
  tree.language_ = language;
  // Real code has about one kept node for each five bytes; one reservation then fits nearly every file.
  const size_t expected = text.size() / 5 + 16;
  tree.kinds_.reserve(expected);
  tree.fields_.reserve(expected);
  tree.flags_.reserve(expected);
  tree.parents_.reserve(expected);
  tree.ends_.reserve(expected);
  tree.spans_.reserve(expected);

  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(source));
  NodeId parent;
  uint32_t inside_error_until = 0;
  for (bool walking = true; walking;) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const TSSymbol symbol = ts_node_symbol(node);
    const bool is_error = symbol == error_symbol, is_missing = ts_node_is_missing(node);
    const TSFieldId field = ts_tree_cursor_current_field_id(&cursor);
    const bool is_kept = is_error || is_missing || field != 0 || !grammar.is_dropped_symbol[symbol];
    bool descended = false;
    if (is_kept) {
      const NodeId id(tree.size());
      const Span span{ts_node_start_byte(node), ts_node_end_byte(node)};
      tree.kinds_.push_back(is_error ? Kind::error : grammar.kind_of_symbol[symbol]);
      tree.fields_.push_back(grammar.field_of_id[field]);
      tree.parents_.push_back(parent.raw);
      tree.ends_.push_back(id.raw + 1);
      tree.spans_.push_back(span);
      const bool is_broken = is_error || is_missing;
      tree.flags_.push_back(static_cast<uint8_t>(
          (is_broken ? Tree::broken : 0) | (is_broken || ts_node_has_error(node) ? Tree::broken_inside : 0)));
      if (is_broken) {
        if (!result.first_error) result.first_error = span;
        if (is_missing) ++result.damage;
        if (is_error && span.end > inside_error_until) {
          result.damage += 1 + span.end - std::max(span.begin, inside_error_until);
          inside_error_until = span.end;
        }
      }
      if (ts_tree_cursor_goto_first_child(&cursor)) {
        parent = id;
        descended = true;
      }
    }
    while (!descended) {
      if (ts_tree_cursor_goto_next_sibling(&cursor)) break;
      if (!ts_tree_cursor_goto_parent(&cursor)) {
        walking = false;
        break;
      }
      tree.ends_[parent.raw] = tree.size();
      parent = tree.parent(parent);
    }
  }
  ts_tree_cursor_delete(&cursor);
  return result;
}

}  // namespace leaklint
