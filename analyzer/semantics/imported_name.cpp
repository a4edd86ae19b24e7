#include "semantics/imported_name.h"

#include "semantics/value_type.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// The module of a `require('x')`, or nothing.
std::optional<std::string_view> required_module(const Tree& tree, const Scopes& scopes, NodeId expression) {
  const NodeId call = without_types(tree, expression);
  if (!call || tree.kind(call) != Kind::call_expression) return std::nullopt;
  const NodeId callee = tree.child(call, Field::function), module = argument(tree, call, 0);
  if (!callee || !is_unresolved_name(tree, scopes, callee, "require")) return std::nullopt;
  if (!module || tree.kind(module) != Kind::string) return std::nullopt;
  return string_content(tree, module);
}

std::optional<ImportedName> import_at(const Tree& tree, NodeId declaration) {
  const NodeId statement = tree.ancestor(declaration, Kind::import_statement);
  if (!statement) return std::nullopt;
  const NodeId specifier = tree.parent(declaration);
  if (tree.kind(specifier) == Kind::import_require_clause) {
    const NodeId source = tree.child(specifier, Kind::string);
    return source ? std::optional(ImportedName{string_content(tree, source), {}}) : std::nullopt;
  }
  const NodeId source = tree.child(statement, Field::source);
  if (!source) return std::nullopt;
  ImportedName imported{string_content(tree, source), {}};
  if (tree.kind(specifier) != Kind::import_specifier) return imported;
  const NodeId name = tree.child(specifier, Field::name);
  if (name) imported.name = tree.kind(name) == Kind::string ? string_content(tree, name) : tree.text(name);
  if (imported.name == "default") imported.name = {};
  return imported;
}

/// The property that a name of `{ name }` or `{ key: name }` is taken from, or empty.
std::string_view destructured_key(const Tree& tree, NodeId name) {
  if (tree.kind(name) == Kind::shorthand_property_identifier_pattern) return tree.text(name);
  const NodeId pair = tree.parent(name);
  if (tree.kind(pair) != Kind::pair_pattern) return {};
  const NodeId key = tree.child(pair, Field::key);
  return key && tree.kind(key) == Kind::property_identifier ? tree.text(key) : std::string_view();
}

std::optional<ImportedName> require_at(const Tree& tree, const Scopes& scopes, NodeId declaration) {
  const NodeId declarator = tree.ancestor(declaration, Kind::variable_declarator);
  if (!declarator) return std::nullopt;
  const NodeId target = tree.child(declarator, Field::name), value = tree.child(declarator, Field::value);
  if (!target || !value || !tree.contains(target, declaration)) return std::nullopt;
  const NodeId wanted = without_types(tree, value);
  if (target != declaration) {
    const auto module = required_module(tree, scopes, wanted);
    const std::string_view key = destructured_key(tree, declaration);
    const bool is_direct =
        tree.kind(target) == Kind::object_pattern && !key.empty() &&
        (tree.parent(declaration) == target || tree.parent(tree.parent(declaration)) == target);
    return module && is_direct ? std::optional(ImportedName{*module, key}) : std::nullopt;
  }
  if (wanted && tree.kind(wanted) == Kind::member_expression) {
    const auto module = required_module(tree, scopes, tree.child(wanted, Field::object));
    const NodeId key = tree.child(wanted, Field::property);
    return module && key ? std::optional(ImportedName{*module, tree.text(key)}) : std::nullopt;
  }
  const auto module = required_module(tree, scopes, wanted);
  return module ? std::optional(ImportedName{*module, {}}) : std::nullopt;
}

}  // namespace

std::optional<ImportedName> imported_name(const Tree& tree, const Scopes& scopes, BindingId binding) {
  if (!binding) return std::nullopt;
  const Binding& row = scopes.bindings[binding];
  if (!row.declaration) return std::nullopt;
  if (row.kind == BindingKind::import) return import_at(tree, row.declaration);
  if (row.is_reassigned || row.kind > BindingKind::const_) return std::nullopt;
  return require_at(tree, scopes, row.declaration);
}

std::string_view string_content(const Tree& tree, NodeId string) {
  const std::string_view text = tree.text(string);
  return text.size() >= 2 ? text.substr(1, text.size() - 2) : std::string_view();
}

}  // namespace leaklint
