#include "lint/finally_fix.h"

#include <algorithm>

#include "lint/layout.h"
#include "lint/structure.h"

namespace leaklint {
namespace {

class FinallyWriter {
 public:
  explicit FinallyWriter(const FileContext& context)
      : context_(context), tree_(context.tree), layout_(context.tree) {}

  std::optional<std::vector<TextEdit>> write(Span acquire, Span release) {
    const NodeId opened = statement_of(acquire), closed = statement_of(release);
    if (!opened || !closed || opened == closed || tree_.parent(opened) != tree_.parent(closed))
      return std::nullopt;
    if (!is_declaration(opened) || tree_.kind(closed) != Kind::expression_statement) return std::nullopt;
    if (tree_.kind(tree_.parent(opened)) != Kind::statement_block) return std::nullopt;
    split(opened, closed);
    if (between_.empty() || is_used_in(closed) || has_declared_functions()) return std::nullopt;
    return edits(opened, closed);
  }

 private:
  NodeId statement_of(Span span) const {
    const NodeId node = node_at(tree_, span);
    return node ? statement_around(tree_, node) : NodeId();
  }

  bool is_declaration(NodeId statement) const {
    const Kind kind = tree_.kind(statement);
    return kind == Kind::lexical_declaration || kind == Kind::variable_declaration;
  }

  void split(NodeId opened, NodeId closed) {
    for (NodeId child : tree_.children(tree_.parent(opened))) {
      if (child <= opened || child == closed) continue;
      (child < closed ? between_ : after_).push_back(child);
    }
    drop_comment_behind(opened, between_);
    drop_comment_behind(closed, after_);
  }

  /// A comment on the last line of a statement stays with it.
  void drop_comment_behind(NodeId statement, std::vector<NodeId>& list) const {
    const bool is_behind =
        !list.empty() && tree_.span(list.front()).end == layout_.end_with_comment(statement);
    if (is_behind) list.erase(list.begin());
  }

  bool is_declared_between(NodeId declaration) const {
    return std::any_of(between_.begin(), between_.end(),
                       [&](NodeId statement) { return tree_.contains(statement, declaration); });
  }

  /// Whether a statement uses a name that is declared in between, and would not be seen outside of `try`.
  bool is_used_in(NodeId statement) const {
    for (uint32_t raw = statement.raw; raw < tree_.end(statement); ++raw) {
      const BindingId binding = context_.scopes.binding_at(NodeId(raw));
      if (!binding) continue;
      const Binding& row = context_.scopes.bindings[binding];
      if (row.kind != BindingKind::var && is_declared_between(row.declaration)) return true;
    }
    return false;
  }

  bool has_declared_functions() const {
    return std::any_of(between_.begin(), between_.end(), [&](NodeId statement) {
      return tree_.kind(statement) == Kind::function_declaration ||
             tree_.kind(statement) == Kind::generator_function_declaration;
    });
  }

  std::vector<TextEdit> edits(NodeId opened, NodeId closed) const {
    const std::string unit = layout_.indentation_unit();
    const std::string line = layout_.new_line() + layout_.indentation(tree_.span(opened).begin);
    const bool takes_all =
        std::any_of(after_.begin(), after_.end(), [&](NodeId statement) { return is_used_in(statement); });
    std::string body = text_of(between_);
    if (takes_all) body += line + unit + text_of(after_);
    const uint32_t begin = layout_.end_with_comment(opened);
    const uint32_t end = takes_all ? tree_.span(after_.back()).end : layout_.end_with_comment(closed);
    const std::string release =
        layout_.indented({tree_.span(closed).begin, layout_.end_with_comment(closed)}, unit);
    return {
        {{begin, end},
         line + "try {" + line + unit + body + line + "} finally {" + line + unit + release + line + "}"}};
  }

  std::string text_of(const std::vector<NodeId>& statements) const {
    const Span span{tree_.span(statements.front()).begin, tree_.span(statements.back()).end};
    return layout_.indented(span, layout_.indentation_unit());
  }

  const FileContext& context_;
  const Tree& tree_;
  const Layout layout_;
  std::vector<NodeId> between_;
  std::vector<NodeId> after_;
};

}  // namespace

std::optional<std::vector<TextEdit>> close_in_finally(const FileContext& context, Span acquire,
                                                      Span release) {
  return FinallyWriter(context).write(acquire, release);
}

}  // namespace leaklint
