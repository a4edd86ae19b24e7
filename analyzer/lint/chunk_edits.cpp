#include "lint/chunk_edits.h"

#include <string>

#include "lint/await_edits.h"
#include "semantics/collection.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// `orders`, `this.orders`, `request.body.orders`: what may be written three times.
bool is_plain_path(const Tree& tree, NodeId expression) {
  while (tree.kind(expression) == Kind::member_expression) {
    if (tree.child(expression, Field::optional_chain)) return false;
    expression = tree.child(expression, Field::object);
  }
  return tree.kind(expression) == Kind::identifier || tree.kind(expression) == Kind::this_;
}

/// Whether a name is written anywhere in a part of the tree.
bool has_name(const Tree& tree, NodeId part, std::string_view name) {
  for (uint32_t raw = part.raw; raw < tree.end(part); ++raw) {
    const Kind kind = tree.kind(NodeId(raw));
    const bool is_name = kind == Kind::identifier || kind == Kind::shorthand_property_identifier ||
                         kind == Kind::shorthand_property_identifier_pattern;
    if (is_name && tree.text(NodeId(raw)) == name) return true;
  }
  return false;
}

std::string_view free_name(const Tree& tree, NodeId part, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names)
    if (!has_name(tree, part, name)) return name;
  return {};
}

std::string indent_at(std::string_view source, uint32_t offset) {
  const size_t line = source.rfind('\n', offset == 0 ? 0 : offset - 1);
  const size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::string_view before = source.substr(begin, offset - begin);
  return before.find_first_not_of(" \t") == std::string_view::npos ? std::string(before) : std::string();
}

class Chunker {
 public:
  Chunker(const FileContext& context, NodeId promises, NodeId list)
      : context_(context), tree_(context.tree), promises_(promises), list_(list) {}

  std::optional<std::vector<TextEdit>> edits() {
    if (!is_plain_path(tree_, list_) || !can_await_at(context_, promises_)) return std::nullopt;
    const Collection collection = collection_of(tree_, context_.scopes, list_);
    if (collection != Collection::array && collection != Collection::unknown) return std::nullopt;
    NodeId whole = promises_;
    if (tree_.kind(tree_.parent(whole)) == Kind::await_expression) whole = tree_.parent(whole);
    const NodeId parent = tree_.parent(whole);
    at_ = free_name(tree_, enclosing(whole), {"start", "from", "offset", "position"});
    if (at_.empty()) return std::nullopt;
    switch (tree_.kind(parent)) {
      case Kind::expression_statement:
        return of_statement(parent);
      case Kind::variable_declarator:
        return of_variable(parent);
      case Kind::return_statement:
        return of_return(parent);
      default:
        return std::nullopt;
    }
  }

 private:
  NodeId enclosing(NodeId node) const {
    const NodeId function = enclosing_function(tree_, node);
    return function ? function : tree_.root();
  }

  bool is_in_block(NodeId statement) const {
    const Kind kind = tree_.kind(tree_.parent(statement));
    return kind == Kind::statement_block || kind == Kind::program;
  }

  std::string loop_head() const {
    const std::string at(at_);
    return "for (let " + at + " = 0; " + at + " < " + std::string(tree_.text(list_)) + ".length; " + at +
           " += 10)";
  }

  /// What is between the statement's beginning and the list of promises, and behind that, written anew.
  std::vector<TextEdit> replaced(NodeId statement, std::string head, std::string tail) const {
    const Span whole = tree_.span(statement), kept = tree_.span(promises_), list = tree_.span(list_);
    if (is_bare_list()) {
      head += "Promise.all(";
      tail.insert(0, ")");
    }
    const std::string at(at_);
    return {{{whole.begin, kept.begin}, head},
            {{list.end, list.end}, ".slice(" + at + ", " + at + " + 10)"},
            {{kept.end, whole.end}, tail}};
  }

  /// `list.map(…)` itself, not yet in `Promise.all`.
  bool is_bare_list() const {
    const NodeId callee = tree_.child(promises_, Field::function);
    return tree_.child(callee, Field::object) == list_;
  }

  std::vector<TextEdit> of_statement(NodeId statement) const {
    const std::string indent = indent_at(tree_.source(), tree_.span(statement).begin);
    return replaced(statement, loop_head() + "\n" + indent + "  await ", ";");
  }

  std::string filled(const std::string& results, const std::string& indent) const {
    return loop_head() + " {\n" + indent + "  " + results + ".push(...(await ";
  }

  std::optional<std::vector<TextEdit>> of_variable(NodeId declarator) const {
    const NodeId declaration = tree_.parent(declarator), name = tree_.child(declarator, Field::name);
    if (tree_.kind(declaration) != Kind::lexical_declaration || !is_in_block(declaration) ||
        tree_.kind(name) != Kind::identifier ||
        context_.scopes.bindings[context_.scopes.binding_at(name)].is_reassigned)
      return std::nullopt;
    for (NodeId child : tree_.children(declaration))
      if (tree_.kind(child) == Kind::variable_declarator && child != declarator) return std::nullopt;
    const NodeId type = tree_.child(declarator, Field::type);
    const std::string indent = indent_at(tree_.source(), tree_.span(declaration).begin);
    const std::string results(tree_.text(name));
    const std::string head = "const " + results + (type ? std::string(tree_.text(type)) : "") + " = [];\n";
    return replaced(declaration, head + indent + filled(results, indent), "));\n" + indent + "}");
  }

  std::optional<std::vector<TextEdit>> of_return(NodeId statement) const {
    if (!is_in_block(statement)) return std::nullopt;
    const std::string results(free_name(tree_, enclosing(statement), {"results", "all", "collected"}));
    if (results.empty()) return std::nullopt;
    const std::string indent = indent_at(tree_.source(), tree_.span(statement).begin);
    return replaced(statement, "const " + results + " = [];\n" + indent + filled(results, indent),
                    "));\n" + indent + "}\n" + indent + "return " + results + ";");
  }

  const FileContext& context_;
  const Tree& tree_;
  NodeId promises_, list_;
  std::string_view at_;
};

}  // namespace

std::optional<std::vector<TextEdit>> chunk_edits(const FileContext& context, NodeId promises, NodeId list) {
  return Chunker(context, promises, list).edits();
}

}  // namespace leaklint
