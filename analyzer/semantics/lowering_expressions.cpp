#include "semantics/lowering.h"

namespace leaklint {

/// Inside of a class its name is a binding of its own, which nothing writes: what it holds is stored to the
/// one around the class.
BindingId Lowering::variable_at(NodeId node) const {
  const BindingId binding = scopes_.binding_at(node);
  if (!binding || scopes_.bindings[binding].kind != BindingKind::class_) return binding;
  const NodeId declaration = scopes_.bindings[binding].declaration;
  return declaration ? scopes_.binding_at(declaration) : binding;
}

void Lowering::visit_identifier(NodeId node) {
  if (const BindingId binding = variable_at(node)) {
    set_value(node, emit(Op::load, node, binding.raw));
    return;
  }
  const NameId name = name_of(node);
  // A method of the global object that is called without naming it.
  if (const auto text = names_.text(name); text == "addEventListener" || text == "removeEventListener") {
    const ValueId object = emit(Op::load_global, node, names_.intern("self").raw);
    set_value(node, emit(Op::member, node, object.raw, name.raw));
    return;
  }
  set_value(node, emit(Op::load_global, node, name.raw));
}

void Lowering::visit_literal(NodeId node) {
  if (tree_.kind(node) == Kind::regex) {
    set_value(node, emit(Op::regexp, node, none, name_of(node).raw));
    return;
  }
  Constant constant = Constant::undefined;
  NameId text;
  switch (tree_.kind(node)) {
    case Kind::string:
      constant = Constant::string;
      text = property_name(node);
      break;
    case Kind::number:
      constant = tree_.text(node).ends_with('n') ? Constant::bigint : Constant::number;
      text = name_of(node);
      break;
    case Kind::true_:
    case Kind::false_:
      constant = Constant::boolean;
      text = name_of(node);
      break;
    case Kind::null:
      constant = Constant::null;
      break;
    default:
      break;
  }
  set_value(node, emit(Op::constant, node, static_cast<uint32_t>(constant), text.raw));
}

void Lowering::visit_simple(NodeId node) {
  const Kind kind = tree_.kind(node);
  set_value(node, emit(kind == Kind::this_   ? Op::this_
                       : kind == Kind::super ? Op::super_
                                             : Op::import_meta,
                       node));
}

/// Parentheses, casts and `!` evaluate to what they wrap.
void Lowering::visit_wrapper(NodeId node) {
  // A type assertion `<T>x` names its type first; the value is the last named child there.
  NodeId inner = named_child(node);
  if (tree_.kind(node) == Kind::type_assertion && named_child(node, 1)) inner = named_child(node, 1);
  if (!inner) return;
  plan({{&Lowering::visit, inner},
        {&Lowering::take_value_of, node, inner.raw},
        {&Lowering::note_asserted_type, node, inner.raw}});
}

void Lowering::visit_sequence(NodeId node) {
  std::vector<Step> steps;
  NodeId last;
  for (NodeId child : tree_.children(node)) {
    if (!is_named(tree_.kind(child))) continue;
    if (last) steps.push_back({&Lowering::mark_discarded, node, last.raw});
    steps.push_back({&Lowering::visit, child});
    last = child;
  }
  if (last) steps.push_back({&Lowering::take_value_of, node, last.raw});
  plan_in_order(steps);
}

void Lowering::visit_template(NodeId node) {
  std::vector<Step> steps;
  for (NodeId child : tree_.children(node))
    if (tree_.kind(child) == Kind::template_substitution)
      steps.push_back({&Lowering::visit, named_child(child)});
  if (steps.empty()) {
    const std::string_view text = tree_.text(node);
    const NameId name = names_.intern(text.size() >= 2 ? text.substr(1, text.size() - 2) : text);
    set_value(node, emit(Op::constant, node, static_cast<uint32_t>(Constant::string), name.raw));
    return;
  }
  steps.push_back({&Lowering::finish_list, node, static_cast<uint32_t>(Op::primitive)});
  plan_in_order(steps);
}

/// Gathers the values of a node's operand children into one list instruction.
void Lowering::finish_list(NodeId node, uint32_t op) {
  std::vector<uint32_t> operands;
  const bool is_template = tree_.kind(node) == Kind::template_string;
  for (NodeId child : tree_.children(node)) {
    NodeId operand = child;
    if (is_template)
      operand = tree_.kind(child) == Kind::template_substitution ? named_child(child) : NodeId();
    if (const ValueId value = value_at(operand)) operands.push_back(value.raw);
  }
  set_value(node, emit_list(static_cast<Op>(op), node, operands, none,
                            static_cast<uint16_t>(is_template ? Operator::template_text : Operator::other)));
}

void Lowering::visit_member(NodeId node) {
  plan({{&Lowering::visit, tree_.child(node, Field::object)}, {&Lowering::finish_member, node}});
}

void Lowering::finish_member(NodeId node, uint32_t) {
  const ValueId object = value_or_undefined(tree_.child(node, Field::object));
  const NodeId property = tree_.child(node, Field::property);
  const uint8_t flags = tree_.child(node, Field::optional_chain) ? Instruction::optional : 0;
  const NameId name = property ? name_of(property) : names_.intern("");
  set_value(node, emit(Op::member, node, object.raw, name.raw, none, flags));
}

void Lowering::visit_subscript(NodeId node) {
  plan({{&Lowering::visit, tree_.child(node, Field::object)},
        {&Lowering::visit, tree_.child(node, Field::index)},
        {&Lowering::finish_subscript, node}});
}

void Lowering::finish_subscript(NodeId node, uint32_t) {
  const ValueId object = value_or_undefined(tree_.child(node, Field::object));
  const ValueId key = value_or_undefined(tree_.child(node, Field::index));
  const uint8_t flags = tree_.child(node, Field::optional_chain) ? Instruction::optional : 0;
  const Instruction& known = facts_.code[key];
  if (known.op == Op::constant && known.a == static_cast<uint32_t>(Constant::string)) {
    set_value(node, emit(Op::member, node, object.raw, known.b, none, flags));
    return;
  }
  set_value(node, emit(Op::index, node, object.raw, key.raw, none, flags));
}

void Lowering::visit_arguments(std::vector<Step>& steps, NodeId arguments) {
  if (!arguments) return;
  if (tree_.kind(arguments) == Kind::template_string) {
    steps.push_back({&Lowering::visit, arguments});
    return;
  }
  for (NodeId argument : tree_.children(arguments)) steps.push_back({&Lowering::visit, argument});
}

void Lowering::visit_call(NodeId node) {
  if (is_misread_await(node)) return visit_misread_await(node);
  std::vector<Step> steps = {{&Lowering::visit, tree_.child(node, Field::function)}};
  visit_arguments(steps, tree_.child(node, Field::arguments));
  steps.push_back({&Lowering::finish_call, node});
  plan_in_order(steps);
}

void Lowering::visit_new(NodeId node) {
  std::vector<Step> steps = {{&Lowering::visit, tree_.child(node, Field::constructor)}};
  visit_arguments(steps, tree_.child(node, Field::arguments));
  steps.push_back({&Lowering::finish_call, node});
  plan_in_order(steps);
}

void Lowering::finish_call(NodeId node, uint32_t) {
  const bool is_new = tree_.kind(node) == Kind::new_expression;
  const NodeId callee = tree_.child(node, is_new ? Field::constructor : Field::function);
  const NodeId arguments = tree_.child(node, Field::arguments);
  std::vector<uint32_t> operands;
  if (arguments && tree_.kind(arguments) == Kind::template_string) {
    operands.push_back(value_or_undefined(arguments).raw);
  } else if (arguments) {
    for (NodeId argument : tree_.children(arguments))
      if (tree_.kind(argument) != Kind::comment) operands.push_back(value_or_undefined(argument).raw);
  }
  if (callee && tree_.kind(callee) == Kind::import) {
    set_value(node, emit(Op::import_call, node, operands.empty() ? none : operands.front()));
    return;
  }
  const ValueId value =
      emit_list(is_new ? Op::new_ : Op::call, node, operands, value_or_undefined(callee).raw);
  if (tree_.child(node, Field::optional_chain) || tree_.child(node, Kind::optional_chain))
    facts_.code[value].flags |= Instruction::optional;
  set_value(node, value);
}

Operator Lowering::operator_of(NodeId node) const {
  const NodeId token = tree_.child(node, Field::operator_);
  if (!token) return Operator::other;
  switch (tree_.kind(token)) {
    case Kind::token_plus:
      return Operator::add;
    case Kind::token_star:
      return Operator::multiply;
    case Kind::token_plus_plus:
    case Kind::token_plus_equal:
      return Operator::increase;
    case Kind::token_percent:
    case Kind::token_percent_equal:
    case Kind::token_ampersand:
    case Kind::token_ampersand_equal:
      return Operator::remainder;
    case Kind::token_bang:
      return Operator::not_;
    case Kind::token_typeof:
      return Operator::typeof_;
    case Kind::token_void:
      return Operator::void_;
    case Kind::token_equal_equal:
    case Kind::token_equal_equal_equal:
      return Operator::equal;
    case Kind::token_bang_equal:
    case Kind::token_bang_equal_equal:
      return Operator::not_equal;
    case Kind::token_less:
    case Kind::token_less_equal:
      return Operator::less;
    case Kind::token_greater:
    case Kind::token_greater_equal:
      return Operator::greater;
    case Kind::token_in:
      return Operator::in;
    case Kind::token_instanceof:
      return Operator::instance_of;
    default:
      return Operator::other;
  }
}

void Lowering::visit_binary(NodeId node) {
  const NodeId left = tree_.child(node, Field::left), right = tree_.child(node, Field::right);
  const NodeId token = tree_.child(node, Field::operator_);
  const Kind kind = token ? tree_.kind(token) : Kind::unknown;
  if (kind == Kind::token_ampersand_ampersand) {
    plan({{&Lowering::visit, left},
          {&Lowering::open_if, node, left.raw},
          {&Lowering::visit, right},
          {&Lowering::close_if, node},
          {&Lowering::finish_logical, node}});
    return;
  }
  if (kind == Kind::token_pipe_pipe || kind == Kind::token_question_question) {
    plan({{&Lowering::visit, left},
          {&Lowering::open_if, node, left.raw},
          {&Lowering::step_else, node},
          {&Lowering::visit, right},
          {&Lowering::close_if, node},
          {&Lowering::finish_logical, node}});
    return;
  }
  plan({{&Lowering::visit, left}, {&Lowering::visit, right}, {&Lowering::finish_binary, node}});
}

void Lowering::finish_binary(NodeId node, uint32_t) {
  const ValueId left = value_or_undefined(tree_.child(node, Field::left));
  const ValueId right = value_or_undefined(tree_.child(node, Field::right));
  set_value(node, emit_list(Op::primitive, node, {left.raw, right.raw}, none,
                            static_cast<uint16_t>(operator_of(node))));
}

void Lowering::finish_logical(NodeId node, uint32_t) {
  const ValueId left = value_or_undefined(tree_.child(node, Field::left));
  const ValueId right = value_or_undefined(tree_.child(node, Field::right));
  const NodeId token = tree_.child(node, Field::operator_);
  // `a && b` as a condition: a later stage that asks what holds inside `if` reads both operands.
  const bool is_and = tree_.kind(token) == Kind::token_ampersand_ampersand;
  set_value(node, emit_list(Op::choose, node, {left.raw, right.raw}, none, is_and ? 1 : 2));
}

void Lowering::visit_unary(NodeId node) {
  NodeId argument = tree_.child(node, Field::argument);
  const NodeId token = tree_.child(node, Field::operator_);
  while (argument && tree_.kind(argument) == Kind::parenthesized_expression && named_child(argument))
    argument = named_child(argument);
  if (token && tree_.kind(token) == Kind::token_delete && argument) {
    const Kind kind = tree_.kind(argument);
    if (kind == Kind::member_expression || kind == Kind::subscript_expression) {
      plan({{&Lowering::visit, tree_.child(argument, Field::object)},
            {&Lowering::visit, tree_.child(argument, Field::index)},
            {&Lowering::finish_unary, node, argument.raw}});
      return;
    }
  }
  plan({{&Lowering::visit, argument}, {&Lowering::finish_unary, node, argument.raw}});
}

void Lowering::finish_unary(NodeId node, uint32_t argument_raw) {
  const NodeId argument(argument_raw);
  const NodeId token = tree_.child(node, Field::operator_);
  if (token && tree_.kind(token) == Kind::token_delete && argument) {
    const ValueId object = value_at(tree_.child(argument, Field::object));
    if (tree_.kind(argument) == Kind::member_expression && object) {
      set_value(node, emit(Op::delete_member, node, object.raw,
                           name_of(tree_.child(argument, Field::property)).raw));
      return;
    }
    if (tree_.kind(argument) == Kind::subscript_expression && object) {
      const ValueId key = value_or_undefined(tree_.child(argument, Field::index));
      set_value(node, emit(Op::delete_index, node, object.raw, key.raw));
      return;
    }
  }
  const ValueId value = value_or_undefined(argument);
  if (operator_of(node) == Operator::void_) facts_.code[value].flags |= Instruction::voided;
  set_value(node,
            emit_list(Op::primitive, node, {value.raw}, none, static_cast<uint16_t>(operator_of(node))));
}

void Lowering::visit_update(NodeId node) {
  plan({{&Lowering::visit, tree_.child(node, Field::argument)}, {&Lowering::finish_update, node}});
}

void Lowering::finish_update(NodeId node, uint32_t) {
  const NodeId argument = tree_.child(node, Field::argument);
  const ValueId value = emit_list(Op::primitive, node, {value_or_undefined(argument).raw}, none,
                                  static_cast<uint16_t>(operator_of(node)));
  set_value(node, value);
  if (tree_.kind(argument) == Kind::identifier)
    store_name(argument, value, Instruction::compound);
  else
    finish_store_member(argument, value.raw);
}

void Lowering::visit_ternary(NodeId node) {
  const NodeId condition = tree_.child(node, Field::condition);
  plan({{&Lowering::visit, condition},
        {&Lowering::open_if, node, condition.raw},
        {&Lowering::visit, tree_.child(node, Field::consequence)},
        {&Lowering::step_else, node},
        {&Lowering::visit, tree_.child(node, Field::alternative)},
        {&Lowering::close_if, node},
        {&Lowering::finish_ternary, node}});
}

void Lowering::finish_ternary(NodeId node, uint32_t) {
  const ValueId first = value_or_undefined(tree_.child(node, Field::consequence));
  const ValueId second = value_or_undefined(tree_.child(node, Field::alternative));
  set_value(node, emit_list(Op::choose, node, {first.raw, second.raw}));
}

void Lowering::visit_assignment(NodeId node) {
  const NodeId left = tree_.child(node, Field::left);
  const Kind kind = left ? tree_.kind(left) : Kind::unknown;
  const bool is_place = kind == Kind::member_expression || kind == Kind::subscript_expression;
  plan({{&Lowering::visit, is_place ? tree_.child(left, Field::object) : NodeId()},
        {&Lowering::visit, is_place ? tree_.child(left, Field::index) : NodeId()},
        {&Lowering::visit, tree_.child(node, Field::right)},
        {&Lowering::finish_assignment, node}});
}

void Lowering::finish_assignment(NodeId node, uint32_t) {
  const NodeId left = tree_.child(node, Field::left);
  const ValueId value = value_or_undefined(tree_.child(node, Field::right));
  set_value(node, value);
  if (!left) return;
  if (const NameId type = documented_type(node)) facts_.typed_values.push_back({value, type});
  const Kind kind = tree_.kind(left);
  if (kind == Kind::member_expression || kind == Kind::subscript_expression)
    finish_store_member(left, value.raw);
  else
    bind(left, value.raw);
}

void Lowering::visit_augmented(NodeId node) {
  const NodeId left = tree_.child(node, Field::left), right = tree_.child(node, Field::right);
  const NodeId token = tree_.child(node, Field::operator_);
  const Kind kind = token ? tree_.kind(token) : Kind::unknown;
  if (kind == Kind::token_pipe_pipe_equal || kind == Kind::token_question_question_equal) {
    plan({{&Lowering::visit, left},
          {&Lowering::open_if, node, left.raw},
          {&Lowering::step_else, node},
          {&Lowering::visit, right},
          {&Lowering::finish_augmented, node, Instruction::compound | Instruction::logical_assign},
          {&Lowering::close_if, node}});
    return;
  }
  plan({{&Lowering::visit, left},
        {&Lowering::visit, right},
        {&Lowering::finish_augmented, node, Instruction::compound}});
}

void Lowering::finish_augmented(NodeId node, uint32_t flags) {
  const NodeId left = tree_.child(node, Field::left);
  if (!left) return;
  const ValueId old = value_or_undefined(left);
  const ValueId right = value_or_undefined(tree_.child(node, Field::right));
  const bool is_logical = flags & Instruction::logical_assign;
  const ValueId value = emit_list(is_logical ? Op::choose : Op::primitive, node, {old.raw, right.raw}, none,
                                  is_logical ? 2 : static_cast<uint16_t>(operator_of(node)));
  set_value(node, value);
  if (tree_.kind(left) == Kind::identifier) {
    store_name(left, value, static_cast<uint8_t>(flags));
    return;
  }
  finish_store_member(left, is_logical ? right.raw : value.raw);
  facts_.code[ValueId(facts_.code.size() - 1)].flags |= static_cast<uint8_t>(flags);
}

void Lowering::visit_await(NodeId node) {
  plan({{&Lowering::visit, named_child(node)},
        {&Lowering::finish_unary_op, node, static_cast<uint32_t>(Op::await_)}});
}

void Lowering::visit_yield(NodeId node) {
  plan({{&Lowering::visit, named_child(node)},
        {&Lowering::finish_unary_op, node, static_cast<uint32_t>(Op::yield_)}});
}

void Lowering::visit_spread(NodeId node) {
  plan({{&Lowering::visit, named_child(node)},
        {&Lowering::finish_unary_op, node, static_cast<uint32_t>(Op::spread)}});
}

void Lowering::finish_unary_op(NodeId node, uint32_t op) {
  const NodeId inner = named_child(node);
  set_value(node, emit(static_cast<Op>(op), node, inner ? value_or_undefined(inner).raw : none));
}

void Lowering::visit_array(NodeId node) {
  std::vector<Step> steps;
  for (NodeId child : tree_.children(node)) steps.push_back({&Lowering::visit, child});
  steps.push_back({&Lowering::finish_list, node, static_cast<uint32_t>(Op::array)});
  plan_in_order(steps);
}

void Lowering::visit_object(NodeId node) {
  std::vector<Step> steps;
  for (NodeId child : tree_.children(node)) {
    switch (tree_.kind(child)) {
      case Kind::pair:
        if (const NodeId key = tree_.child(child, Field::key);
            key && tree_.kind(key) == Kind::computed_property_name)
          steps.push_back({&Lowering::visit, named_child(key)});
        steps.push_back({&Lowering::visit, tree_.child(child, Field::value)});
        break;
      case Kind::method_definition:
        steps.push_back({&Lowering::visit_method_of_object, child});
        break;
      default:
        steps.push_back({&Lowering::visit, child});
        break;
    }
  }
  steps.push_back({&Lowering::finish_object, node});
  plan_in_order(steps);
}

void Lowering::finish_object(NodeId node, uint32_t) {
  std::vector<uint32_t> operands;
  for (NodeId child : tree_.children(node)) {
    NameId key;
    NodeId holder = child;
    switch (tree_.kind(child)) {
      case Kind::pair:
        if (const NodeId name = tree_.child(child, Field::key)) key = property_name(name);
        holder = tree_.child(child, Field::value);
        break;
      case Kind::method_definition:
        if (const NodeId name = tree_.child(child, Field::name)) key = property_name(name);
        break;
      case Kind::shorthand_property_identifier:
        key = name_of(child);
        break;
      default:
        break;
    }
    const ValueId value = value_at(holder);
    if (!value) continue;
    operands.push_back(key.raw);
    operands.push_back(value.raw);
  }
  set_value(node, emit_list(Op::object, node, operands));
}

void Lowering::visit_jsx(NodeId node) {
  const NodeId open = tree_.kind(node) == Kind::jsx_element ? tree_.child(node, Field::open_tag) : node;
  std::vector<Step> steps;
  const NodeId name = open ? tree_.child(open, Field::name) : NodeId();
  if (name) steps.push_back({&Lowering::visit, name});
  for (NodeId child : tree_.children(open ? open : node)) {
    if (tree_.field(child) != Field::attribute) continue;
    const bool is_attribute = tree_.kind(child) == Kind::jsx_attribute;
    steps.push_back({&Lowering::visit, is_attribute ? named_child(child, 1) : child});
  }
  if (open != node)
    for (NodeId child : tree_.children(node))
      if (tree_.field(child) == Field::none) steps.push_back({&Lowering::visit, child});
  steps.push_back({&Lowering::finish_jsx, node});
  plan_in_order(steps);
}

void Lowering::finish_jsx(NodeId node, uint32_t) {
  const NodeId open = tree_.kind(node) == Kind::jsx_element ? tree_.child(node, Field::open_tag) : node;
  std::vector<uint32_t> properties, operands;
  for (NodeId child : tree_.children(open ? open : node)) {
    if (tree_.field(child) != Field::attribute) continue;
    const bool is_attribute = tree_.kind(child) == Kind::jsx_attribute;
    const NodeId value = is_attribute ? named_child(child, 1) : child;
    if (!value_at(value)) continue;
    properties.push_back(is_attribute ? name_of(named_child(child)).raw : none);
    properties.push_back(value_at(value).raw);
  }
  operands.push_back(emit_list(Op::object, node, properties).raw);
  if (open != node)
    for (NodeId child : tree_.children(node))
      if (tree_.field(child) == Field::none && value_at(child)) operands.push_back(value_at(child).raw);
  const NodeId name = open ? tree_.child(open, Field::name) : NodeId();
  set_value(node, emit_list(Op::jsx, node, operands, value_or_undefined(name).raw));
}

}  // namespace leaklint
