#include "semantics/lowering.h"

namespace leaklint {
namespace {

FunctionKind function_kind(Kind kind) {
  switch (kind) {
    case Kind::arrow_function:
      return FunctionKind::arrow;
    case Kind::function_declaration:
    case Kind::generator_function_declaration:
      return FunctionKind::declaration;
    case Kind::method_definition:
      return FunctionKind::method;
    default:
      return FunctionKind::expression;
  }
}

}  // namespace

/// The name of what a function or class expression is given to: a variable, a property, a field.
NameId Lowering::name_from_context(NodeId node) {
  NodeId inner = node, holder = tree_.parent(node);
  while (holder &&
         (tree_.kind(holder) == Kind::parenthesized_expression || tree_.kind(holder) == Kind::as_expression ||
          tree_.kind(holder) == Kind::assignment_pattern)) {
    inner = holder;
    holder = tree_.parent(holder);
  }
  if (!holder) return {};
  NodeId name;
  switch (tree_.kind(holder)) {
    case Kind::variable_declarator:
      name = tree_.child(holder, Field::name);
      break;
    case Kind::pair:
      name = tree_.child(holder, Field::key);
      break;
    case Kind::field_definition:
      name = tree_.child(holder, Field::property);
      break;
    case Kind::public_field_definition:
      name = tree_.child(holder, Field::name);
      break;
    case Kind::assignment_expression:
      name = tree_.child(holder, Field::left);
      // `module.exports = function` says nothing about what it is called.
      if (name && tree_.text(name) == "module.exports") return {};
      if (name && tree_.kind(name) == Kind::member_expression) name = tree_.child(name, Field::property);
      break;
    default:
      return {};
  }
  if (!name || name == inner) return {};
  const Kind kind = tree_.kind(name);
  const bool is_plain = kind == Kind::identifier || kind == Kind::property_identifier ||
                        kind == Kind::string || kind == Kind::private_property_identifier;
  return is_plain ? property_name(name) : NameId();
}

FunctionId Lowering::declare_function(NodeId node, FunctionKind kind, NameId name) {
  Function function;
  function.kind = kind;
  function.name = name;
  function.is_async = has_token(node, Kind::token_async);
  function.is_generator = has_token(node, Kind::token_star) || tree_.kind(node) == Kind::generator_function ||
                          tree_.kind(node) == Kind::generator_function_declaration;
  function.is_static = has_token(node, Kind::token_static);
  function.is_broken = tree_.has_broken_inside(node);
  function.parent = current_;
  function.span = tree_.span(node);
  const NodeId body = tree_.child(node, Field::body);
  function.head = {function.span.begin, body ? tree_.span(body).begin : function.span.end};
  while (function.head.end > function.head.begin && tree_.source()[function.head.end - 1] <= ' ')
    --function.head.end;
  function.result_type = type_of(node, Field::return_type);
  const FunctionId id = facts_.functions.add(function);
  function_of_node_[node.raw] = id;
  queue_.push_back({id, node});
  return id;
}

ValueId Lowering::make_function(NodeId node, FunctionKind kind, NameId name) {
  const FunctionId id = declare_function(node, kind, name);
  const ValueId value = emit(Op::function, node, id.raw);
  facts_.functions[id].value = value;
  set_value(node, value);
  return value;
}

void Lowering::visit_function(NodeId node) {
  const NodeId own_name = tree_.child(node, Field::name);
  const ValueId value = make_function(node, function_kind(tree_.kind(node)),
                                      own_name ? name_of(own_name) : name_from_context(node));
  if (own_name && scopes_.binding_at(own_name)) store_name(own_name, value, Instruction::initializer);
}

void Lowering::visit_function_declaration(NodeId node) {
  const NodeId name = tree_.child(node, Field::name);
  const ValueId value = make_function(node, FunctionKind::declaration, name ? name_of(name) : NameId());
  if (name) store_name(name, value, Instruction::initializer);
}

void Lowering::visit_method_of_object(NodeId node, uint32_t) {
  const NodeId name = tree_.child(node, Field::name);
  const FunctionKind kind = has_token(node, Kind::token_get)   ? FunctionKind::getter
                            : has_token(node, Kind::token_set) ? FunctionKind::setter
                                                               : FunctionKind::method;
  make_function(node, kind, name ? property_name(name) : NameId());
}

void Lowering::lower_queued() {
  const QueuedFunction next = queue_.front();
  queue_.pop_front();
  current_ = next.function;
  loop_depth_ = 0;
  open_blocks_.clear();
  const FunctionKind kind = facts_.functions[current_].kind;
  facts_.functions[current_].code_begin = facts_.code.next_id();
  if (kind == FunctionKind::module) {
    visit_children(next.node);
  } else if (kind == FunctionKind::field_initializers) {
    lower_initializers(current_, next.node);
  } else {
    lower_parameters(current_, next.node);
    note_documented_signature(current_, next.node);
    const NodeId body = tree_.child(next.node, Field::body);
    if (body && tree_.kind(body) != Kind::statement_block) {
      // The parameters' own steps come first: plan the body beneath them.
      std::vector<Step> below = {{&Lowering::visit, body}, {&Lowering::finish_expression_body, body}};
      steps_.insert(steps_.begin(), below.rbegin(), below.rend());
    } else if (body) {
      steps_.insert(steps_.begin(), Step{&Lowering::visit, body});
    }
  }
  run_steps();
  facts_.functions[current_].code_end = facts_.code.next_id();
}

void Lowering::finish_expression_body(NodeId node, uint32_t) {
  emit(Op::return_, node, value_or_undefined(node).raw);
}

void Lowering::lower_parameters(FunctionId function, NodeId node) {
  facts_.functions[function].first_parameter = static_cast<uint32_t>(facts_.parameters.size());
  uint32_t index = 0;
  if (const NodeId single = tree_.child(node, Field::parameter)) {
    lower_parameter(function, single, index++);
  } else if (const NodeId list = tree_.child(node, Field::parameters)) {
    for (NodeId parameter : tree_.children(list)) {
      const Kind kind = tree_.kind(parameter);
      if (!is_named(kind) || kind == Kind::comment || kind == Kind::decorator) continue;
      const NodeId pattern = tree_.child(parameter, Field::pattern);
      if (pattern && tree_.kind(pattern) == Kind::this_)
        continue;  // TypeScript's `this` parameter is no argument
      lower_parameter(function, parameter, index++);
    }
  }
  facts_.functions[function].parameter_count = index;
}

void Lowering::lower_parameter(FunctionId, NodeId node, uint32_t index) {
  NodeId pattern = node;
  const Kind kind = tree_.kind(node);
  const bool is_typed = kind == Kind::required_parameter || kind == Kind::optional_parameter;
  const NodeId fallback = is_typed ? tree_.child(node, Field::value) : NodeId();
  if (is_typed) pattern = tree_.child(node, Field::pattern);
  const bool is_rest = pattern && tree_.kind(pattern) == Kind::rest_pattern;
  const ValueId value = emit(is_rest ? Op::rest_param : Op::param, node, index);

  Parameter parameter;
  parameter.value = value;
  if (is_typed) parameter.type = type_of(node, Field::type);
  NodeId named = pattern;
  if (named && tree_.kind(named) == Kind::assignment_pattern) named = tree_.child(named, Field::left);
  if (named && tree_.kind(named) == Kind::identifier) {
    parameter.name = name_of(named);
    parameter.binding = scopes_.binding_at(named);
  }
  facts_.parameters.push_back(parameter);
  if (!pattern) return;
  const bool is_property =
      is_typed && (tree_.child(node, Kind::accessibility_modifier) || has_token(node, Kind::token_readonly) ||
                   tree_.child(node, Kind::override_modifier));
  if (is_property && parameter.name)
    emit(Op::store_member, node, emit(Op::this_, node).raw, parameter.name.raw, value.raw);
  if (fallback) {
    // `pattern = fallback` spelled with TypeScript's own fields.
    steps_.insert(steps_.begin(),
                  {Step{&Lowering::finish_typed_default, node, value.raw}, Step{&Lowering::visit, fallback}});
    return;
  }
  steps_.insert(steps_.begin(), Step{&Lowering::bind, pattern, value.raw});
}

void Lowering::finish_typed_default(NodeId node, uint32_t value) {
  const ValueId fallback = value_or_undefined(tree_.child(node, Field::value));
  const NodeId pattern = tree_.child(node, Field::pattern);
  bind(pattern, emit_list(Op::choose, node, {value, fallback.raw}).raw);
}

void Lowering::visit_class(NodeId node) {
  const NodeId heritage = tree_.child(node, Kind::class_heritage);
  NodeId base;
  if (heritage) {
    const NodeId clause = tree_.child(heritage, Kind::extends_clause);
    base = clause ? tree_.child(clause, Field::value) : named_child(heritage);
    if (base && tree_.kind(base) == Kind::implements_clause) base = NodeId();
  }
  plan({{&Lowering::visit, base}, {&Lowering::finish_class, node, base.raw}});
}

void Lowering::finish_class(NodeId node, uint32_t base) {
  Class row;
  const NodeId name = tree_.child(node, Field::name);
  row.name = name ? name_of(name) : name_from_context(node);
  row.span = tree_.span(node);
  if (base != none) row.heritage = value_at(NodeId(base));
  const ClassId id = facts_.classes.add(row);
  const ValueId value = emit(Op::class_, node, id.raw);
  facts_.classes[id].value = value;
  set_value(node, value);
  add_members(node, id, value);
  // The class's own inner name and, for a declaration, the outer one are one binding or two: store to both.
  if (name && scopes_.binding_at(name)) store_name(name, value, Instruction::initializer);
}

void Lowering::add_members(NodeId class_node, ClassId id, ValueId class_value) {
  const NodeId body = tree_.child(class_node, Field::body);
  if (!body) return;
  std::vector<Step> steps;
  std::vector<ClassMember> members;
  std::swap(members, members_);
  bool has_fields = false;
  std::vector<NodeId> decorators;
  for (NodeId member : tree_.children(body)) {
    const Kind kind = tree_.kind(member);
    // TypeScript's grammar puts the decorators of a method before it, JavaScript's inside it.
    if (kind == Kind::decorator) decorators.push_back(member);
    if (!is_named(kind) || kind == Kind::decorator || kind == Kind::comment) continue;
    const bool is_field = kind == Kind::field_definition || kind == Kind::public_field_definition;
    if (is_field && !has_token(member, Kind::token_static) && tree_.child(member, Field::value))
      has_fields = true;
    if (is_field) note_field_type(member, id);
    const FunctionId method = add_member(member, id, class_value, steps);
    add_decorators_of(member, decorators);
    if (method) decorate(decorators, id, method, steps);
    decorators.clear();
  }
  add_decorators_of(class_node, decorators);
  if (const NodeId parent = tree_.parent(class_node); tree_.kind(parent) == Kind::export_statement)
    add_decorators_of(parent, decorators);
  decorate(decorators, id, {}, steps);
  if (has_fields) {
    const FunctionId initializers = declare_function(body, FunctionKind::field_initializers, {});
    facts_.functions[initializers].class_ = id;
    facts_.classes[id].initializers = initializers;
  }
  facts_.classes[id].first_member = static_cast<uint32_t>(facts_.members.size());
  facts_.classes[id].member_count = static_cast<uint32_t>(members_.size());
  facts_.members.insert(facts_.members.end(), members_.begin(), members_.end());
  std::swap(members, members_);
  plan_in_order(steps);
}

/// Plans what a member does when the class is made. The function, if it is a method.
FunctionId Lowering::add_member(NodeId member, ClassId id, ValueId class_value, std::vector<Step>& steps) {
  const bool is_static = has_token(member, Kind::token_static);
  const Kind kind = tree_.kind(member);
  if (kind == Kind::method_definition) {
    const NodeId name_node = tree_.child(member, Field::name);
    const NameId name = name_node ? property_name(name_node) : NameId();
    const bool is_constructor = !is_static && name && names_.text(name) == "constructor";
    const FunctionKind function_kind = is_constructor                       ? FunctionKind::constructor
                                       : has_token(member, Kind::token_get) ? FunctionKind::getter
                                       : has_token(member, Kind::token_set) ? FunctionKind::setter
                                                                            : FunctionKind::method;
    const ValueId value = make_function(member, function_kind, name);
    const FunctionId function(facts_.code[value].a);
    facts_.functions[function].class_ = id;
    if (is_constructor)
      facts_.classes[id].constructor = function;
    else
      members_.push_back({name, function, is_static});
    return function;
  }
  if (kind == Kind::class_static_block) {
    steps.push_back({&Lowering::visit, tree_.child(member, Field::body)});
    return {};
  }
  const bool is_field = kind == Kind::field_definition || kind == Kind::public_field_definition;
  if (is_field && is_static && tree_.child(member, Field::value)) {
    steps.push_back({&Lowering::visit, tree_.child(member, Field::value)});
    steps.push_back({&Lowering::finish_static_field, member, class_value.raw});
  }
  return {};
}

void Lowering::add_decorators_of(NodeId holder, std::vector<NodeId>& decorators) const {
  for (NodeId child : tree_.children(holder))
    if (tree_.kind(child) == Kind::decorator) decorators.push_back(child);
}

void Lowering::decorate(const std::vector<NodeId>& decorators, ClassId id, FunctionId member,
                        std::vector<Step>& steps) {
  for (NodeId decorator : decorators) {
    const NodeId expression = named_child(decorator);
    if (!expression) continue;
    decorated_.push_back({id, member});
    steps.push_back({&Lowering::visit, expression});
    steps.push_back({&Lowering::finish_decorator, expression, static_cast<uint32_t>(decorated_.size() - 1)});
  }
}

void Lowering::finish_decorator(NodeId node, uint32_t target) {
  const auto [id, member] = decorated_[target];
  emit(Op::decorate, node, value_or_undefined(node).raw, id.raw, member.raw);
}

NodeId Lowering::field_name(NodeId member) const {
  const NodeId name = tree_.child(member, Field::name);
  return name ? name : tree_.child(member, Field::property);
}

void Lowering::finish_static_field(NodeId member, uint32_t class_value) {
  const NodeId name = field_name(member);
  const NameId key = name ? property_name(name) : NameId();
  if (key)
    emit(Op::store_member, member, class_value, key.raw,
         value_or_undefined(tree_.child(member, Field::value)).raw, Instruction::initializer);
}

void Lowering::lower_initializers(FunctionId, NodeId class_body) {
  std::vector<Step> steps;
  for (NodeId member : tree_.children(class_body)) {
    const Kind kind = tree_.kind(member);
    if (kind != Kind::field_definition && kind != Kind::public_field_definition) continue;
    const NodeId value = tree_.child(member, Field::value);
    if (!value || has_token(member, Kind::token_static)) continue;
    steps.push_back({&Lowering::visit, value});
    steps.push_back({&Lowering::finish_field, member});
  }
  plan_in_order(steps);
}

void Lowering::finish_field(NodeId member, uint32_t) {
  const NodeId name = field_name(member);
  const NameId key = name ? property_name(name) : NameId();
  if (!key) return;
  const ValueId value = value_or_undefined(tree_.child(member, Field::value));
  emit(Op::store_member, member, emit(Op::this_, member).raw, key.raw, value.raw, Instruction::initializer);
}

/// An enum is an object with its members; their initialisers are evaluated in order.
void Lowering::visit_enum(NodeId node) {
  std::vector<Step> steps;
  if (const NodeId body = tree_.child(node, Field::body))
    for (NodeId member : tree_.children(body))
      if (const NodeId value = tree_.child(member, Field::value)) steps.push_back({&Lowering::visit, value});
  steps.push_back({&Lowering::finish_enum, node});
  plan_in_order(steps);
}

void Lowering::finish_enum(NodeId node, uint32_t) {
  std::vector<uint32_t> operands;
  if (const NodeId body = tree_.child(node, Field::body)) {
    for (NodeId member : tree_.children(body)) {
      if (!is_named(tree_.kind(member)) || tree_.kind(member) == Kind::comment) continue;
      const bool is_assigned = tree_.kind(member) == Kind::enum_assignment;
      const NodeId name = is_assigned ? tree_.child(member, Field::name) : member;
      const ValueId value = is_assigned ? value_at(tree_.child(member, Field::value)) : ValueId();
      if (!name) continue;
      operands.push_back(property_name(name).raw);
      operands.push_back(value ? value.raw
                               : emit(Op::constant, member, static_cast<uint32_t>(Constant::number)).raw);
    }
  }
  const ValueId object = emit_list(Op::object, node, operands);
  if (const NodeId name = tree_.child(node, Field::name)) store_name(name, object, Instruction::initializer);
}

/// A namespace's body runs once, where it stands.
void Lowering::visit_namespace(NodeId node) {
  visit(tree_.child(node, Field::body));
}

}  // namespace leaklint
