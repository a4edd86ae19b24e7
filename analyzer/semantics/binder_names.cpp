#include <string>

#include "semantics/binder.h"
#include "semantics/identifier_text.h"

namespace leaklint {
namespace {

/// Wrappers that an assignment sees through: `(x) = 1`, `x! = 1`, `(x as any) = 1`.
bool is_transparent(Kind kind) {
  switch (kind) {
    case Kind::parenthesized_expression:
    case Kind::non_null_expression:
    case Kind::as_expression:
    case Kind::satisfies_expression:
    case Kind::type_assertion:
      return true;
    default:
      return false;
  }
}

bool is_pattern(Kind kind) {
  switch (kind) {
    case Kind::object_pattern:
    case Kind::array_pattern:
    case Kind::rest_pattern:
    case Kind::assignment_pattern:
    case Kind::object_assignment_pattern:
    case Kind::pair_pattern:
      return true;
    default:
      return false;
  }
}

}  // namespace

NameId Binder::name_of(NodeId node) const {
  const std::string_view text = tree_.text(node);
  if (tree_.kind(node) == Kind::string) {
    const std::string_view quoted = text.size() >= 2 ? text.substr(1, text.size() - 2) : text;
    return names_.intern(quoted);
  }
  if (text.find('\\') == std::string_view::npos) return names_.intern(text);
  return names_.intern(without_escapes(text));
}

void Binder::use(NodeId node, NameId name, uint8_t mode) {
  if (name == arguments_name_) {
    if (const ScopeId function = scope_work_[scope_.raw].arguments_of)
      table_.declare_arguments(function, name);
  }
  scopes_.uses.add({node, name, scope_, {}, mode});
}

BindingId Binder::declare(NodeId node, BindingKind kind, ScopeId scope, bool is_exported) {
  Declaration declaration{node, name_of(node), scope, kind};
  declaration.is_exported = is_exported;
  declaration.is_ambient = node.raw < ambient_end_;
  const Kind owner = tree_.kind(tree_.parent(node));
  declaration.is_signature = kind == BindingKind::function && owner == Kind::function_signature;
  return table_.declare(declaration);
}

BindingId Binder::declare_name_of(NodeId owner, BindingKind kind) {
  const NodeId name = tree_.child(owner, Field::name);
  return name ? declare(name, kind, scope_, is_exported(owner)) : BindingId();
}

bool Binder::is_exported(NodeId declaration) const {
  NodeId parent = tree_.parent(declaration);
  if (parent && tree_.kind(parent) == Kind::ambient_declaration) parent = tree_.parent(parent);
  return parent && tree_.kind(parent) == Kind::export_statement;
}

Binder::Target Binder::assigned(uint8_t mode) const {
  Target target;
  target.role = Target::Role::assign;
  target.mode = mode;
  return target;
}

Binder::Target Binder::declared(BindingKind kind, bool is_initialised, bool is_exported) const {
  Target target;
  target.role = Target::Role::declare;
  target.kind = kind;
  target.is_initialised = is_initialised;
  target.is_exported = is_exported;
  target.scope = kind == BindingKind::var ? scopes_.scopes[scope_].variable_scope : scope_;
  return target;
}

Binder::Target Binder::variable_target(NodeId declarator) {
  const NodeId statement = tree_.parent(declarator);
  const bool is_initialised = static_cast<bool>(tree_.child(declarator, Field::value));
  BindingKind kind = BindingKind::var;
  if (tree_.kind(statement) == Kind::using_declaration) kind = BindingKind::using_;
  if (tree_.kind(statement) == Kind::lexical_declaration) {
    const NodeId keyword = tree_.child(statement, Field::kind);
    const bool is_const = keyword && tree_.kind(keyword) == Kind::token_const;
    kind = is_const ? BindingKind::const_ : BindingKind::let;
  }
  return declared(kind, is_initialised, is_exported(statement));
}

Binder::Target Binder::for_head_target(NodeId statement) {
  const NodeId keyword = tree_.child(statement, Field::kind);
  if (!keyword) return assigned(Use::write);
  switch (tree_.kind(keyword)) {
    case Kind::token_var:
      return declared(BindingKind::var, true);
    case Kind::token_let:
      return declared(BindingKind::let, true);
    case Kind::token_const:
      return declared(BindingKind::const_, true);
    default:
      return declared(BindingKind::using_, true);
  }
}

Binder::Target Binder::inherited_target() {
  while (!patterns_.empty() && patterns_.back().end <= raw_) patterns_.pop_back();
  return patterns_.empty() ? Target() : patterns_.back().target;
}

/// What the identifier or pattern `node` stands for, by its place in its parent.
Binder::Target Binder::target_at(NodeId node) {
  NodeId parent = tree_.parent(node);
  while (is_transparent(tree_.kind(parent))) {
    node = parent;
    parent = tree_.parent(node);
  }
  const Field field = tree_.field(node);
  switch (tree_.kind(parent)) {
    case Kind::variable_declarator:
      return field == Field::name ? variable_target(parent) : Target();
    case Kind::formal_parameters:
      return declared(BindingKind::parameter, false);
    case Kind::required_parameter:
    case Kind::optional_parameter:
      if (field == Field::pattern)
        return declared(BindingKind::parameter, static_cast<bool>(tree_.child(parent, Field::value)));
      if (field == Field::name) break;  // the label of a tuple's member
      return {};
    case Kind::arrow_function:
      return field == Field::parameter ? declared(BindingKind::parameter, false) : Target();
    case Kind::catch_clause:
      return field == Field::parameter ? declared(BindingKind::catch_parameter, false) : Target();
    case Kind::for_in_statement:
      return field == Field::left ? for_head_target(parent) : Target();
    case Kind::assignment_expression:
      if (field != Field::left) return {};
      // How the TypeScript grammar reads `using x = ...`.
      return tree_.child(parent, Kind::token_using) ? declared(BindingKind::using_, true)
                                                    : assigned(Use::write);
    case Kind::augmented_assignment_expression:
      return field == Field::left ? assigned(Use::read | Use::write) : Target();
    case Kind::update_expression:
      return assigned(Use::read | Use::write);
    case Kind::object_pattern:
    case Kind::array_pattern:
    case Kind::rest_pattern:
      return inherited_target();
    case Kind::pair_pattern:
      return field == Field::value ? inherited_target() : Target();
    case Kind::assignment_pattern:
    case Kind::object_assignment_pattern:
      return field == Field::left ? inherited_target() : Target();
    default:
      return {};
  }
  Target nothing;
  nothing.role = Target::Role::nothing;
  return nothing;
}

void Binder::enter_pattern(NodeId node) {
  const Kind kind = tree_.kind(node);
  const bool has_default = kind == Kind::assignment_pattern || kind == Kind::object_assignment_pattern;
  const bool is_inside_pattern = is_pattern(tree_.kind(tree_.parent(node)));
  if (is_inside_pattern && !has_default && tree_.field(node) != Field::right) return;
  Target target = target_at(node);
  target.is_initialised |= has_default;
  patterns_.push_back({tree_.end(node), target});
}

void Binder::apply(const Target& target, NodeId node) {
  switch (target.role) {
    case Target::Role::read:
      return use(node, Use::read);
    case Target::Role::assign:
      return use(node, target.mode);
    case Target::Role::nothing:
      return;
    case Target::Role::declare:
      break;
  }
  const BindingId binding = declare(node, target.kind, target.scope, target.is_exported);
  if (target.is_initialised) use(node, scopes_.bindings[binding].name, Use::write | Use::init);
}

void Binder::visit_name(NodeId node) {
  if (tree_.span(node).length() == 0) return;  // invented by the parser
  const NodeId parent = tree_.parent(node);
  const Field field = tree_.field(node);
  switch (tree_.kind(parent)) {
    case Kind::function_declaration:
    case Kind::function_expression:
    case Kind::generator_function:
    case Kind::generator_function_declaration:
    case Kind::function_signature:
    case Kind::class_:
    case Kind::class_declaration:
    case Kind::abstract_class_declaration:
    case Kind::enum_declaration:
    case Kind::module:
    case Kind::internal_module:
    case Kind::index_signature:
      if (field == Field::name) return;  // declared where its owner was visited
      return visit_plain_name(node, parent);
    case Kind::import_clause:
    case Kind::namespace_import:
    case Kind::import_specifier:
    case Kind::import_require_clause:
    case Kind::import_alias:
      return visit_import_name(node, parent);
    case Kind::export_specifier:
    case Kind::namespace_export:
    case Kind::export_statement:
      return visit_export_name(node, parent);
    case Kind::jsx_opening_element:
    case Kind::jsx_self_closing_element:
      return visit_tag_name(node);
    case Kind::jsx_namespace_name:
    case Kind::literal_type:  // the type `undefined`
      return;
    case Kind::type_predicate:
    case Kind::asserts:
      return use(node, Use::type_query);
    default:
      break;
  }
  const Target target = target_at(node);
  if (target.role == Target::Role::read) return visit_plain_name(node, parent);
  apply(target, node);
}

void Binder::visit_plain_name(NodeId node, NodeId parent) {
  const NameId name = name_of(node);
  if (name == this_name_) return;  // <this.tag />
  const uint8_t mode = node.raw < chain_end_ ? chain_mode_ : uint8_t{Use::read};
  if (mode == not_a_use) return;
  use(node, name, mode);
  if (name == eval_name_ && tree_.kind(parent) == Kind::call_expression &&
      tree_.field(node) == Field::function && !tree_.child(parent, Kind::optional_chain) &&
      !tree_.child(parent, Kind::token_question_dot))
    note_direct_eval();
}

void Binder::note_direct_eval() {
  for (ScopeId scope = scope_; scope && !scopes_.scopes[scope].has_direct_eval;
       scope = scopes_.scopes[scope].parent)
    scopes_.scopes[scope].has_direct_eval = true;
}

void Binder::visit_import_name(NodeId node, NodeId specifier) {
  const Kind kind = tree_.kind(specifier);
  bool is_type_only = is_import_type_;
  if (kind == Kind::import_specifier) {
    if (tree_.field(node) != Field::alias && tree_.child(specifier, Field::alias)) return;
    is_type_only |= static_cast<bool>(tree_.child(specifier, Kind::token_type));
  }
  // `import a = b`: the second identifier is the one that is aliased.
  if (kind == Kind::import_alias && tree_.child(specifier, Kind::identifier) != node)
    return use(node, Use::read | Use::type);
  Declaration declaration{node, name_of(node), scope_, BindingKind::import};
  declaration.is_type_only = is_type_only;
  declaration.is_ambient = node.raw < ambient_end_;
  declaration.is_exported = kind == Kind::import_alias && is_exported(specifier);
  table_.declare(declaration);
}

void Binder::visit_tag_name(NodeId node) {
  if (tree_.field(node) != Field::name) return visit_plain_name(node, tree_.parent(node));
  const char first = tree_.text(node).front();
  const bool is_element = first >= 'a' && first <= 'z';
  if (!is_element) use(node, Use::read);
}

void Binder::visit_export_name(NodeId node, NodeId parent) {
  if (tree_.kind(parent) == Kind::namespace_export) return;
  uint8_t mode = tree_.language() == Language::javascript ? Use::read : Use::read | Use::type;
  if (tree_.kind(parent) == Kind::export_specifier) {
    if (is_export_from_ || tree_.field(node) != Field::name) return;
    if (is_export_type_ || tree_.child(parent, Kind::token_type)) mode = Use::type;
  } else if (tree_.child(parent, Kind::token_namespace)) {
    return;  // `export as namespace name` names a global for scripts
  }
  exporting_uses_.push_back(scopes_.uses.next_id());
  use(node, mode);
}

void Binder::visit_type_name(NodeId node) {
  if (tree_.span(node).length() == 0) return;
  const NodeId parent = tree_.parent(node);
  const bool is_name = tree_.field(node) == Field::name;
  switch (tree_.kind(parent)) {
    case Kind::class_:
    case Kind::class_declaration:
    case Kind::abstract_class_declaration:
    case Kind::interface_declaration:
    case Kind::type_alias_declaration:
    case Kind::nested_type_identifier:
      if (is_name) return;
      break;
    case Kind::type_parameter:
    case Kind::mapped_type_clause:
      if (!is_name) break;
      declare(node, BindingKind::type_parameter, scope_, false);
      return;
    case Kind::infer_type: {
      if (tree_.child(parent, Kind::type_identifier) != node) break;
      const ScopeId conditional = scope_work_[scope_.raw].infer_scope;
      declare(node, BindingKind::type_parameter, conditional ? conditional : scope_, false);
      return;
    }
    default:
      break;
  }
  // The grammar has no kind of its own for this predefined type.
  if (const NameId name = name_of(node); name != bigint_name_) use(node, name, Use::type);
}

}  // namespace leaklint
