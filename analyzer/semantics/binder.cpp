#include "semantics/binder.h"

#include <algorithm>

namespace leaklint {
namespace {

bool has_own_variables(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::global:
    case ScopeKind::module:
    case ScopeKind::function:
    case ScopeKind::class_field_initializer:
    case ScopeKind::class_static_block:
    case ScopeKind::namespace_body:
      return true;
    default:
      return false;
  }
}

bool runs_on_its_own(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::global:
    case ScopeKind::module:
    case ScopeKind::function:
    case ScopeKind::class_field_initializer:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_function(Kind kind) {
  switch (kind) {
    case Kind::function_declaration:
    case Kind::function_expression:
    case Kind::generator_function:
    case Kind::generator_function_declaration:
    case Kind::arrow_function:
    case Kind::method_definition:
    case Kind::function_signature:
    case Kind::abstract_method_signature:
      return true;
    default:
      return false;
  }
}

bool is_class(Kind kind) {
  return kind == Kind::class_ || kind == Kind::class_declaration || kind == Kind::abstract_class_declaration;
}

Binder::Binder(const Tree& tree, Names& names, Scopes& scopes)
    : tree_(tree),
      names_(names),
      scopes_(scopes),
      table_(scopes),
      arguments_name_(names.intern("arguments")),
      eval_name_(names.intern("eval")),
      this_name_(names.intern("this")),
      bigint_name_(names.intern("bigint")) {}

void Binder::run() {
  begin_file();
  for (raw_ = 1; raw_ < tree_.size(); ++raw_) {
    while (raw_ >= scope_end_) close_scope();
    while (!steps_.empty() && steps_.back().first <= raw_) take_step();
    visit(NodeId(raw_));
  }
}

void Binder::begin_file() {
  scopes_.binding_of_node.assign(tree_.size(), {});
  scopes_.scope_of_node.assign(tree_.size(), {});
  scopes_.uses.reserve(tree_.size() / 6);
  const NodeId root = tree_.root();
  const ScopeId global = open_scope(ScopeKind::global, root, 0, tree_.size());
  if (scopes_.module_kind == ModuleKind::script) {
    scopes_.scopes[global].is_strict = has_use_strict(root);
    return;
  }
  const bool is_commonjs = scopes_.module_kind == ModuleKind::commonjs;
  const ScopeId module = open_scope(ScopeKind::module, root, 0, tree_.size());
  scopes_.scopes[module].is_strict = !is_commonjs || has_use_strict(root);
  if (is_commonjs) scope_work_[module.raw].arguments_of = module;
}

ScopeId Binder::open_scope(ScopeKind kind, NodeId node, uint32_t first, uint32_t end) {
  const ScopeId id = scopes_.scopes.next_id(), parent = scope_;
  Scope scope{};
  scope.kind = kind;
  scope.parent = parent;
  scope.node = node;
  scope.first = NodeId(first);
  scope.end = end;
  scope.variable_scope = scope.function_scope = id;
  ScopeWork work;
  if (parent) {
    const Scope& outer = scopes_.scopes[parent];
    const ScopeWork& outer_work = scope_work_[parent.raw];
    scope.is_strict = outer.is_strict || kind == ScopeKind::class_body;
    scope.is_inside_with = outer.is_inside_with || kind == ScopeKind::with_body;
    if (!has_own_variables(kind)) scope.variable_scope = outer.variable_scope;
    if (!runs_on_its_own(kind)) scope.function_scope = outer.function_scope;
    work.arguments_of = outer_work.arguments_of;
    if (kind == ScopeKind::function_type || kind == ScopeKind::mapped_type)
      work.infer_scope = outer_work.infer_scope;
  }
  if (kind == ScopeKind::conditional_type) work.infer_scope = id;
  if (kind == ScopeKind::class_field_initializer || kind == ScopeKind::class_static_block)
    work.arguments_of = {};
  scopes_.scopes.add(scope);
  scope_work_.push_back(work);
  table_.open_frame(id, first, end);
  scopes_.scope_of_node[node.raw] = id;
  scope_ = id;
  scope_end_ = end;
  return id;
}

void Binder::close_scope() {
  scope_ = scopes_.scopes[scope_].parent;
  scope_end_ = scopes_.scopes[scope_].end;
}

void Binder::plan(Step::Kind kind, NodeId owner, NodeId first) {
  if (first) steps_.push_back({first.raw, kind, owner});
}

void Binder::take_step() {
  const Step step = steps_.back();
  steps_.pop_back();
  const auto open = [&](ScopeKind kind) { open_scope(kind, step.owner, step.first, tree_.end(step.owner)); };
  switch (step.kind) {
    case Step::Kind::function:
      return begin_function(step.owner, step.first);
    case Step::Kind::function_body:
      return table_.open_frame(scopes_.scope_of_node[step.owner.raw], step.first, tree_.end(step.owner));
    case Step::Kind::function_type:
      return open(ScopeKind::function_type);
    case Step::Kind::class_:
      return begin_class(step.owner, step.first);
    case Step::Kind::field:
      return open(ScopeKind::class_field_initializer);
    case Step::Kind::with_body:
      return open(ScopeKind::with_body);
    case Step::Kind::types:
      return open(ScopeKind::type_parameters);
  }
}

void Binder::begin_function(NodeId function, uint32_t first) {
  const ScopeId scope = open_scope(ScopeKind::function, function, first, tree_.end(function));
  if (tree_.kind(function) != Kind::arrow_function) scope_work_[scope.raw].arguments_of = scope;
  if (scopes_.scopes[scope].is_strict) return;
  const NodeId body = tree_.child(function, Field::body);
  if (body && tree_.kind(body) == Kind::statement_block)
    scopes_.scopes[scope].is_strict = has_use_strict(body);
}

void Binder::begin_class(NodeId node, uint32_t first) {
  const ScopeId scope = open_scope(ScopeKind::class_body, node, first, tree_.end(node));
  if (const NodeId name = tree_.child(node, Field::name)) declare(name, BindingKind::class_, scope, false);
}

bool Binder::has_use_strict(NodeId body) const {
  for (NodeId statement : tree_.children(body)) {
    const Kind kind = tree_.kind(statement);
    if (kind == Kind::comment || kind == Kind::hash_bang_line || kind == Kind::html_comment) continue;
    const NodeId literal = tree_.first_child(statement);
    if (kind != Kind::expression_statement || !literal || tree_.kind(literal) != Kind::string) return false;
    const std::string_view text = tree_.text(literal);
    if (text == "'use strict'" || text == "\"use strict\"") return true;
  }
  return false;
}

void Binder::visit(NodeId node) {
  switch (tree_.kind(node)) {
    case Kind::identifier:
    case Kind::undefined:
      return visit_name(node);
    case Kind::shorthand_property_identifier:
      return use(node, Use::read);
    case Kind::shorthand_property_identifier_pattern:
      return apply(inherited_target(), node);
    case Kind::type_identifier:
      return visit_type_name(node);
    case Kind::object_pattern:
    case Kind::array_pattern:
    case Kind::rest_pattern:
    case Kind::assignment_pattern:
    case Kind::object_assignment_pattern:
      return enter_pattern(node);
    case Kind::function_declaration:
    case Kind::function_expression:
    case Kind::generator_function:
    case Kind::generator_function_declaration:
    case Kind::arrow_function:
    case Kind::method_definition:
    case Kind::function_signature:
    case Kind::abstract_method_signature:
      return visit_function(node);
    case Kind::method_signature:
    case Kind::call_signature:
    case Kind::construct_signature:
    case Kind::function_type:
    case Kind::constructor_type:
      return visit_signature(node);
    case Kind::class_:
    case Kind::class_declaration:
    case Kind::abstract_class_declaration:
      return visit_class(node);
    case Kind::field_definition:
    case Kind::public_field_definition:
      return plan(Step::Kind::field, node, tree_.child(node, Field::value));
    case Kind::class_static_block:
      open_scope(ScopeKind::class_static_block, node, raw_, tree_.end(node));
      return;
    case Kind::statement_block:
      return visit_block(node);
    case Kind::switch_body:
      open_scope(ScopeKind::switch_body, tree_.parent(node), raw_, tree_.end(node));
      return;
    case Kind::catch_clause:
      open_scope(ScopeKind::catch_clause, node, raw_, tree_.end(node));
      return;
    case Kind::for_statement:
      return visit_for(node);
    case Kind::for_in_statement:
      return visit_for_in(node);
    case Kind::with_statement:
      return plan(Step::Kind::with_body, node, tree_.child(node, Field::body));
    case Kind::import_statement:
      return visit_import(node);
    case Kind::export_statement:
      return visit_export(node);
    case Kind::jsx_closing_element:
      raw_ = tree_.end(node) - 1;
      return;
    case Kind::interface_declaration:
      return declare_type_with_parameters(node, BindingKind::interface);
    case Kind::type_alias_declaration:
      return declare_type_with_parameters(node, BindingKind::type_alias);
    case Kind::enum_declaration:
      declare_name_of(node, BindingKind::enum_);
      return;
    case Kind::enum_body:
      return visit_enum_body(node);
    case Kind::module:
    case Kind::internal_module:
      return visit_module(node);
    case Kind::ambient_declaration:
      ambient_end_ = std::max(ambient_end_, tree_.end(node));
      return;
    case Kind::conditional_type:
      return visit_conditional_type(node);
    case Kind::mapped_type_clause:
      return visit_mapped_type(node);
    case Kind::type_query:
      return begin_chain(node, Use::type_query);
    case Kind::nested_type_identifier:
      return begin_chain(node, Use::type);
    case Kind::import_alias:
      return begin_chain(node, Use::read | Use::type);
    default:
      return;
  }
}

void Binder::visit_function(NodeId node) {
  NodeId name, first, body;
  for (NodeId child : tree_.children(node)) {
    switch (tree_.field(child)) {
      case Field::name:
        name = child;
        break;
      case Field::type_parameters:
      case Field::parameters:
      case Field::parameter:
        if (!first) first = child;
        break;
      case Field::body:
        body = child;
        break;
      default:
        break;
    }
  }
  const Kind kind = tree_.kind(node);
  const bool is_declaration = kind == Kind::function_declaration ||
                              kind == Kind::generator_function_declaration ||
                              kind == Kind::function_signature;
  if (name && is_declaration) declare(name, BindingKind::function, scope_, is_exported(node));
  if (name && (kind == Kind::function_expression || kind == Kind::generator_function)) {
    open_scope(ScopeKind::function_expression_name, node, raw_, tree_.end(node));
    declare(name, BindingKind::function_expression_name, scope_, false);
  }
  if (body && first && tree_.kind(body) == Kind::statement_block) plan(Step::Kind::function_body, node, body);
  plan(Step::Kind::function, node, first ? first : body);
}

void Binder::visit_class(NodeId node) {
  NodeId first;
  for (NodeId child : tree_.children(node)) {
    const bool is_inside = tree_.kind(child) == Kind::class_heritage || tree_.field(child) == Field::body ||
                           tree_.field(child) == Field::type_parameters;
    if (is_inside && !first) first = child;
  }
  if (tree_.kind(node) != Kind::class_) declare_name_of(node, BindingKind::class_);
  plan(Step::Kind::class_, node, first);
}

void Binder::visit_block(NodeId node) {
  const NodeId owner = tree_.parent(node);
  const Kind kind = owner ? tree_.kind(owner) : Kind::error;
  if (is_function(kind) || kind == Kind::class_static_block) return;
  if (kind == Kind::module || kind == Kind::internal_module || kind == Kind::ambient_declaration)
    open_scope(ScopeKind::namespace_body, owner, raw_, tree_.end(owner));
  else
    open_scope(ScopeKind::block, node, raw_, tree_.end(node));
}

void Binder::visit_for(NodeId node) {
  const NodeId initializer = tree_.child(node, Field::initializer);
  if (!initializer) return;
  const Kind kind = tree_.kind(initializer);
  if (kind == Kind::lexical_declaration || kind == Kind::using_declaration)
    open_scope(ScopeKind::for_head, node, raw_, tree_.end(node));
}

void Binder::visit_for_in(NodeId node) {
  const NodeId kind = tree_.child(node, Field::kind);
  if (kind && tree_.kind(kind) != Kind::token_var)
    open_scope(ScopeKind::for_head, node, raw_, tree_.end(node));
}

/// In `a.b.c` the leftmost name is the one that is used, in a way that only the whole chain shows.
void Binder::begin_chain(NodeId node, uint8_t mode) {
  chain_end_ = tree_.end(node);
  chain_mode_ = mode;
}

void Binder::visit_import(NodeId node) {
  is_import_type_ = static_cast<bool>(tree_.child(node, Kind::token_type));
}

void Binder::visit_export(NodeId node) {
  is_export_from_ = static_cast<bool>(tree_.child(node, Field::source));
  is_export_type_ = static_cast<bool>(tree_.child(node, Kind::token_type));
}

}  // namespace leaklint
