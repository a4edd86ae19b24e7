#include "semantics/lowering.h"

namespace leaklint {

void Lowering::bind(NodeId node, uint32_t raw) {
  const ValueId value(raw);
  switch (tree_.kind(node)) {
    case Kind::identifier:
    case Kind::shorthand_property_identifier_pattern:
    case Kind::undefined:
      store_name(node, value, 0);
      break;
    case Kind::object_pattern:
      bind_object_pattern(node, value);
      break;
    case Kind::array_pattern:
      bind_array_pattern(node, value);
      break;
    case Kind::assignment_pattern:
    case Kind::object_assignment_pattern:
      bind_default(node, value);
      break;
    case Kind::rest_pattern:
    case Kind::parenthesized_expression:
    case Kind::non_null_expression:
    case Kind::as_expression:
      if (const NodeId inner = named_child(node)) plan({{&Lowering::bind, inner, raw}});
      break;
    case Kind::member_expression:
    case Kind::subscript_expression:
      plan({{&Lowering::visit, tree_.child(node, Field::object)},
            {&Lowering::visit, tree_.child(node, Field::index)},
            {&Lowering::finish_store_member, node, raw}});
      break;
    case Kind::lexical_declaration:
    case Kind::variable_declaration:
      if (const NodeId declarator = tree_.child(node, Kind::variable_declarator))
        if (const NodeId name = tree_.child(declarator, Field::name)) plan({{&Lowering::bind, name, raw}});
      break;
    default:
      break;  // not a place: broken code
  }
}

void Lowering::store_name(NodeId node, ValueId value, uint8_t flags) {
  if (const BindingId binding = scopes_.binding_at(node)) {
    emit(Op::store, node, binding.raw, value.raw, none, flags);
    Variable& variable = facts_.variables[binding];
    if (loop_depth_ > 0 && variable.kind != BindingKind::var && (flags & Instruction::initializer))
      variable.is_in_loop = true;
    return;
  }
  emit(Op::store_global, node, name_of(node).raw, value.raw, none, flags);
}

void Lowering::finish_store_member(NodeId node, uint32_t value) {
  NodeId place = node;
  while (tree_.kind(place) == Kind::parenthesized_expression ||
         tree_.kind(place) == Kind::non_null_expression)
    place = named_child(place);
  const ValueId object = value_at(tree_.child(place, Field::object));
  if (!object) return;
  const NodeId at = tree_.kind(tree_.parent(node)) == Kind::assignment_expression ? tree_.parent(node) : node;
  if (tree_.kind(place) == Kind::member_expression) {
    const NodeId property = tree_.child(place, Field::property);
    if (property) emit(Op::store_member, at, object.raw, name_of(property).raw, value);
    return;
  }
  const ValueId key = value_or_undefined(tree_.child(place, Field::index));
  const Instruction& known = facts_.code[key];
  if (known.op == Op::constant && known.a == static_cast<uint32_t>(Constant::string)) {
    emit(Op::store_member, at, object.raw, known.b, value);
    return;
  }
  emit(Op::store_index, at, object.raw, key.raw, value);
}

void Lowering::bind_object_pattern(NodeId node, ValueId value) {
  std::vector<Step> steps;
  for (NodeId part : tree_.children(node)) {
    switch (tree_.kind(part)) {
      case Kind::shorthand_property_identifier_pattern:
        store_name(part, emit(Op::member, part, value.raw, name_of(part).raw), 0);
        break;
      case Kind::object_assignment_pattern: {
        const NodeId left = tree_.child(part, Field::left);
        if (!left) break;
        // The left side may itself be a pattern only in broken code; the name is the property's own.
        steps.push_back({&Lowering::bind, part, emit(Op::member, part, value.raw, name_of(left).raw).raw});
        break;
      }
      case Kind::pair_pattern: {
        const NodeId key = tree_.child(part, Field::key);
        if (!key) break;
        if (const NameId name = property_name(key)) {
          const ValueId member = emit(Op::member, part, value.raw, name.raw);
          steps.push_back({&Lowering::bind, tree_.child(part, Field::value), member.raw});
          break;
        }
        steps.push_back({&Lowering::visit, named_child(key)});
        steps.push_back({&Lowering::finish_bind_computed, part, value.raw});
        break;
      }
      case Kind::rest_pattern:
        steps.push_back({&Lowering::bind, part, emit(Op::rest, part, value.raw).raw});
        break;
      default:
        break;
    }
  }
  plan_in_order(steps);
}

void Lowering::finish_bind_computed(NodeId pair, uint32_t value) {
  const NodeId key = tree_.child(pair, Field::key);
  const ValueId member = emit(Op::index, pair, value, value_or_undefined(named_child(key)).raw);
  bind(tree_.child(pair, Field::value), member.raw);
}

void Lowering::bind_array_pattern(NodeId node, ValueId value) {
  std::vector<Step> steps;
  for (NodeId part : tree_.children(node)) {
    if (!is_named(tree_.kind(part)) || tree_.kind(part) == Kind::comment) continue;
    const Op op = tree_.kind(part) == Kind::rest_pattern ? Op::rest : Op::element;
    steps.push_back({&Lowering::bind, part, emit(op, part, value.raw).raw});
  }
  plan_in_order(steps);
}

void Lowering::bind_default(NodeId node, ValueId value) {
  plan({{&Lowering::visit, tree_.child(node, Field::right)}, {&Lowering::finish_default, node, value.raw}});
}

void Lowering::finish_default(NodeId node, uint32_t value) {
  const ValueId fallback = value_or_undefined(tree_.child(node, Field::right));
  const NodeId left = tree_.child(node, Field::left);
  if (left) bind(left, emit_list(Op::choose, node, {value, fallback.raw}).raw);
}

}  // namespace leaklint
