#include "semantics/binder.h"
#include "semantics/scopes.h"

namespace leaklint {
namespace {

bool is_module_declaration(const Tree& tree, NodeId statement) {
  const Kind kind = tree.kind(statement);
  if (kind == Kind::import_statement) return !tree.child(statement, Kind::import_require_clause);
  if (kind != Kind::export_statement) return false;
  // `export = value` has neither of what the others have one of; `export as namespace` goes with either kind.
  for (NodeId child : tree.children(statement)) {
    switch (tree.kind(child)) {
      case Kind::token_as:
        return false;
      case Kind::export_clause:
      case Kind::namespace_export:
      case Kind::token_star:
      case Kind::token_default:
        return true;
      default:
        if (tree.field(child) == Field::declaration) return true;
    }
  }
  return false;
}

bool is_commonjs_declaration(const Tree& tree, NodeId statement) {
  const Kind kind = tree.kind(statement);
  if (kind == Kind::import_statement)
    return static_cast<bool>(tree.child(statement, Kind::import_require_clause));
  return kind == Kind::export_statement && !is_module_declaration(tree, statement) &&
         !tree.child(statement, Kind::token_as);
}

/// import.meta, or `await` outside of every function.
bool has_module_expression(const Tree& tree) {
  uint32_t function_end = 0;
  for (uint32_t raw = 0; raw < tree.size(); ++raw) {
    const NodeId node(raw);
    const Kind kind = tree.kind(node);
    if (kind == Kind::meta_property && tree.text(node).starts_with("import")) return true;
    if (raw < function_end) continue;
    if (kind == Kind::await_expression || kind == Kind::token_await) return true;
    if (is_function(kind) || kind == Kind::class_body) function_end = tree.end(node);
  }
  return false;
}

/// require(...), module.exports or exports.name, wherever they stand.
bool speaks_commonjs(const Tree& tree) {
  for (uint32_t raw = 1; raw < tree.size(); ++raw) {
    const NodeId node(raw);
    if (tree.kind(node) != Kind::identifier) continue;
    const Kind parent = tree.kind(tree.parent(node));
    const Field field = tree.field(node);
    const std::string_view text = tree.text(node);
    if (parent == Kind::call_expression && field == Field::function && text == "require") return true;
    if (parent != Kind::member_expression || field != Field::object) continue;
    if (text == "exports") return true;
    if (text != "module") continue;
    const NodeId property = tree.child(tree.parent(node), Field::property);
    if (property && tree.text(property) == "exports") return true;
  }
  return false;
}

}  // namespace

ModuleKind module_kind_of(const Tree& tree, const ModuleHints& hints) {
  const std::string_view extension = hints.extension;
  if (extension == ".mjs" || extension == ".mts") return ModuleKind::module;
  if (extension == ".cjs" || extension == ".cts") return ModuleKind::commonjs;
  if (extension == ".vue" || extension == ".svelte") return ModuleKind::module;
  bool is_commonjs = false;
  for (NodeId statement : tree.children(tree.root())) {
    if (is_module_declaration(tree, statement)) return ModuleKind::module;
    is_commonjs |= is_commonjs_declaration(tree, statement);
  }
  if (is_commonjs) return ModuleKind::commonjs;
  if (extension == ".html" || extension == ".htm") return ModuleKind::script;
  if (hints.package_type == "module") return ModuleKind::module;
  if (hints.package_type.empty() && has_module_expression(tree)) return ModuleKind::module;
  return hints.has_package || speaks_commonjs(tree) ? ModuleKind::commonjs : ModuleKind::script;
}

}  // namespace leaklint
