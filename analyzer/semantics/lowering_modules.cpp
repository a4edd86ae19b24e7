#include "semantics/lowering.h"

namespace leaklint {

NameId Lowering::module_name(NodeId string) {
  return string ? property_name(string) : NameId();
}

void Lowering::add_import(NodeId module, NameId imported, NodeId local, bool is_type_only) {
  Import row{.module = module_name(module), .imported = imported, .binding = {}, .span = tree_.span(module)};
  row.is_type_only = is_type_only;
  if (local) {
    row.binding = scopes_.binding_at(local);
    row.span = tree_.span(local);
  }
  facts_.imports.add(row);
}

void Lowering::visit_import(NodeId node) {
  const bool is_type_only = has_token(node, Kind::token_type) || has_token(node, Kind::token_typeof);
  if (const NodeId require = tree_.child(node, Kind::import_require_clause)) {
    add_import(tree_.child(require, Field::source), names_.intern("export="), named_child(require),
               is_type_only);
    return;
  }
  const NodeId source = tree_.child(node, Field::source);
  if (!source) return;
  const NodeId clause = tree_.child(node, Kind::import_clause);
  if (!clause) {
    add_import(source, {}, {}, is_type_only);
    return;
  }
  for (NodeId part : tree_.children(clause)) {
    switch (tree_.kind(part)) {
      case Kind::identifier:
        add_import(source, names_.intern("default"), part, is_type_only);
        break;
      case Kind::namespace_import:
        add_import(source, {}, named_child(part), is_type_only);
        break;
      case Kind::named_imports:
        for (NodeId specifier : tree_.children(part)) {
          if (tree_.kind(specifier) != Kind::import_specifier) continue;
          const NodeId name = tree_.child(specifier, Field::name),
                       alias = tree_.child(specifier, Field::alias);
          if (!name) continue;
          const bool is_type = is_type_only || has_token(specifier, Kind::token_type);
          add_import(source, property_name(name), alias ? alias : name, is_type);
        }
        break;
      default:
        break;
    }
  }
}

/// `import a = b.c` inside namespaces: an alias; its value flows like an assignment.
void Lowering::visit_import_alias(NodeId) {}

void Lowering::visit_export(NodeId node) {
  const bool is_top_level = tree_.parent(node) == tree_.root();
  const NodeId declaration = tree_.child(node, Field::declaration);
  const NodeId value = tree_.child(node, Field::value);
  const NodeId source = tree_.child(node, Field::source);
  const bool is_default = has_token(node, Kind::token_default);
  if (declaration) {
    if (is_top_level) {
      if (is_default) {
        const NodeId name = tree_.child(declaration, Field::name);
        if (name)
          facts_.exports.add({.name = names_.intern("default"),
                              .binding = scopes_.binding_at(name),
                              .value = {},
                              .module = {},
                              .imported = {}});
      } else {
        export_declared(declaration);
      }
    }
    plan({{&Lowering::visit, declaration}});
    return;
  }
  if (value) {
    plan({{&Lowering::visit, value}, {&Lowering::finish_export_value, node, value.raw}});
    return;
  }
  const bool is_type_only = has_token(node, Kind::token_type);
  if (is_type_only && !source) return;
  if (const NodeId clause = tree_.child(node, Kind::export_clause)) {
    if (is_top_level) add_export_clause(clause, source, is_type_only);
    return;
  }
  if (source) {
    NameId name;
    if (const NodeId space = tree_.child(node, Kind::namespace_export))
      name = property_name(named_child(space));
    facts_.exports.add({.name = name,
                        .binding = {},
                        .value = {},
                        .module = module_name(source),
                        .imported = {},
                        .is_type_only = is_type_only});
    return;
  }
  // `export = value`
  const NodeId assigned = named_child(node);
  if (assigned && !has_token(node, Kind::token_namespace) && !has_token(node, Kind::token_import))
    plan({{&Lowering::visit, assigned}, {&Lowering::finish_export_value, node, assigned.raw}});
}

void Lowering::finish_export_value(NodeId node, uint32_t value) {
  const NameId name = names_.intern(has_token(node, Kind::token_default) ? "default" : "export=");
  facts_.exports.add({.name = name,
                      .binding = {},
                      .value = value_or_undefined(NodeId(value)),
                      .module = {},
                      .imported = {}});
}

void Lowering::add_export_clause(NodeId clause, NodeId source, bool is_type_only) {
  for (NodeId specifier : tree_.children(clause)) {
    if (tree_.kind(specifier) != Kind::export_specifier) continue;
    const bool is_type = is_type_only || has_token(specifier, Kind::token_type);
    if (is_type && !source) continue;
    const NodeId name = tree_.child(specifier, Field::name), alias = tree_.child(specifier, Field::alias);
    if (!name) continue;
    Export row{.name = property_name(alias ? alias : name),
               .binding = {},
               .value = {},
               .module = {},
               .imported = {},
               .is_type_only = is_type};
    if (source) {
      row.module = module_name(source);
      row.imported = property_name(name);
    } else {
      row.binding = scopes_.binding_at(name);
    }
    facts_.exports.add(row);
  }
}

void Lowering::export_declared(NodeId declaration) {
  if (const NodeId name = tree_.child(declaration, Field::name)) {
    facts_.exports.add({.name = name_of(name),
                        .binding = scopes_.binding_at(name),
                        .value = {},
                        .module = {},
                        .imported = {}});
    return;
  }
  for (NodeId child : tree_.children(declaration))
    if (tree_.kind(child) == Kind::variable_declarator) export_pattern(tree_.child(child, Field::name));
}

/// Exports every name that a declared pattern binds. Patterns are contiguous in the flat tree, so a scan over
/// the ids below suffices; a default value's own identifiers are no declarations and have no such binding.
void Lowering::export_pattern(NodeId pattern) {
  if (!pattern) return;
  for (uint32_t raw = pattern.raw; raw < tree_.end(pattern); ++raw) {
    const NodeId node(raw);
    const Kind kind = tree_.kind(node);
    if (kind != Kind::identifier && kind != Kind::shorthand_property_identifier_pattern) continue;
    const BindingId binding = scopes_.binding_at(node);
    if (binding && scopes_.bindings[binding].declaration == node)
      facts_.exports.add(
          {.name = name_of(node), .binding = binding, .value = {}, .module = {}, .imported = {}});
  }
}

}  // namespace leaklint
