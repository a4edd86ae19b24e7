#include "semantics/lowering.h"

namespace leaklint {

void Lowering::visit_if(NodeId node) {
  const NodeId condition = tree_.child(node, Field::condition);
  const NodeId otherwise = tree_.child(node, Field::alternative);
  std::vector<Step> steps = {{&Lowering::visit, condition},
                             {&Lowering::open_if, node, condition.raw},
                             {&Lowering::visit, tree_.child(node, Field::consequence)}};
  if (otherwise) {
    steps.push_back({&Lowering::step_else, otherwise});
    steps.push_back({&Lowering::visit, otherwise});
  }
  steps.push_back({&Lowering::close_if, node});
  plan_in_order(steps);
}

void Lowering::open_if(NodeId node, uint32_t condition) {
  open_block(Op::if_begin, node, value_or_undefined(NodeId(condition)).raw);
}
void Lowering::step_else(NodeId node, uint32_t) {
  switch_block(Op::else_, node);
}
void Lowering::close_if(NodeId node, uint32_t) {
  close_block(Op::if_end, node);
}

void Lowering::open_loop(NodeId node, uint32_t kind) {
  ++loop_depth_;
  open_block(Op::loop_begin, node, none, static_cast<uint16_t>(kind));
}

void Lowering::close_loop(NodeId node, uint32_t) {
  --loop_depth_;
  close_block(Op::loop_end, node);
}

/// A loop's condition leaves it when false: `if (condition) {} else break`, inside the loop.
void Lowering::exit_loop_when(NodeId node, uint32_t condition) {
  const ValueId value = value_at(NodeId(condition));
  if (!value) return;
  open_block(Op::if_begin, node, value.raw);
  switch_block(Op::else_, node);
  emit(Op::break_, node);
  close_block(Op::if_end, node);
}

void Lowering::visit_for(NodeId node) {
  const NodeId condition = tree_.child(node, Field::condition);
  // `for (;;)` has no list to walk: it goes on like `while (true)`.
  const bool has_condition =
      condition && tree_.kind(condition) != Kind::empty_statement && is_named(tree_.kind(condition));
  const LoopKind kind = has_condition ? LoopKind::for_ : LoopKind::while_;
  plan({{&Lowering::visit, tree_.child(node, Field::initializer)},
        {&Lowering::open_loop, node, static_cast<uint32_t>(kind)},
        {&Lowering::visit, condition},
        {&Lowering::exit_loop_when, node, condition.raw == none ? node.raw : condition.raw},
        {&Lowering::visit, tree_.child(node, Field::body)},
        {&Lowering::visit, tree_.child(node, Field::increment)},
        {&Lowering::close_loop, node}});
}

void Lowering::visit_while(NodeId node) {
  const NodeId condition = tree_.child(node, Field::condition);
  plan({{&Lowering::open_loop, node, static_cast<uint32_t>(LoopKind::while_)},
        {&Lowering::visit, condition},
        {&Lowering::exit_loop_when, node, condition.raw},
        {&Lowering::visit, tree_.child(node, Field::body)},
        {&Lowering::close_loop, node}});
}

void Lowering::visit_do(NodeId node) {
  const NodeId condition = tree_.child(node, Field::condition);
  plan({{&Lowering::open_loop, node, static_cast<uint32_t>(LoopKind::do_)},
        {&Lowering::visit, tree_.child(node, Field::body)},
        {&Lowering::visit, condition},
        {&Lowering::exit_loop_when, node, condition.raw},
        {&Lowering::close_loop, node}});
}

void Lowering::visit_for_in(NodeId node) {
  const NodeId operator_node = tree_.child(node, Field::operator_);
  const bool is_of = operator_node && tree_.kind(operator_node) == Kind::token_of;
  const LoopKind kind = has_token(node, Kind::token_await) ? LoopKind::for_await
                        : is_of                            ? LoopKind::for_of
                                                           : LoopKind::for_in;
  const NodeId right = tree_.child(node, Field::right);
  plan({{&Lowering::visit, right},
        {&Lowering::open_loop, node, static_cast<uint32_t>(kind)},
        {&Lowering::bind_loop_variable, node, right.raw},
        {&Lowering::visit, tree_.child(node, Field::body)},
        {&Lowering::close_loop, node}});
}

void Lowering::bind_loop_variable(NodeId node, uint32_t right) {
  const ValueId list = value_or_undefined(NodeId(right));
  const bool is_in = facts_.code[open_blocks_.back()].aux == static_cast<uint16_t>(LoopKind::for_in);
  const NodeId left = tree_.child(node, Field::left);
  if (!left) return;
  bind(left, emit(is_in ? Op::key : Op::element, left, list.raw).raw);
}

void Lowering::visit_switch(NodeId node) {
  const NodeId value = tree_.child(node, Field::value);
  std::vector<Step> steps = {{&Lowering::visit, value}, {&Lowering::open_switch, node, value.raw}};
  const NodeId body = tree_.child(node, Field::body);
  if (!body) return;
  for (NodeId clause : tree_.children(body)) {
    if (tree_.kind(clause) != Kind::switch_case && tree_.kind(clause) != Kind::switch_default) continue;
    const NodeId test = tree_.child(clause, Field::value);
    if (test) steps.push_back({&Lowering::visit, test});
    steps.push_back({&Lowering::step_case, clause, test.raw});
    for (NodeId statement : tree_.children(clause))
      if (tree_.field(statement) == Field::body) steps.push_back({&Lowering::visit, statement});
  }
  steps.push_back({&Lowering::close_switch, node});
  plan_in_order(steps);
}

void Lowering::open_switch(NodeId node, uint32_t value) {
  open_block(Op::switch_begin, node, value_or_undefined(NodeId(value)).raw);
}

void Lowering::step_case(NodeId node, uint32_t value) {
  switch_block(Op::case_, node, value == none ? none : value_at(NodeId(value)).raw);
}

void Lowering::close_switch(NodeId node, uint32_t) {
  close_block(Op::switch_end, node);
}

void Lowering::visit_try(NodeId node) {
  std::vector<Step> steps = {{&Lowering::step_try, node, static_cast<uint32_t>(Op::try_begin)},
                             {&Lowering::visit, tree_.child(node, Field::body)}};
  if (const NodeId handler = tree_.child(node, Field::handler)) {
    steps.push_back({&Lowering::step_try, handler, static_cast<uint32_t>(Op::catch_)});
    if (const NodeId parameter = tree_.child(handler, Field::parameter))
      steps.push_back({&Lowering::bind_caught, parameter});
    steps.push_back({&Lowering::visit, tree_.child(handler, Field::body)});
  }
  if (const NodeId finalizer = tree_.child(node, Field::finalizer)) {
    steps.push_back({&Lowering::step_try, finalizer, static_cast<uint32_t>(Op::finally_)});
    steps.push_back({&Lowering::visit, tree_.child(finalizer, Field::body)});
  }
  steps.push_back({&Lowering::step_try, node, static_cast<uint32_t>(Op::try_end)});
  plan_in_order(steps);
}

void Lowering::step_try(NodeId node, uint32_t op) {
  switch (static_cast<Op>(op)) {
    case Op::try_begin:
      open_block(Op::try_begin, node);
      break;
    case Op::try_end:
      close_block(Op::try_end, node);
      break;
    default:
      switch_block(static_cast<Op>(op), node);
      break;
  }
}

void Lowering::bind_caught(NodeId node, uint32_t) {
  bind(node, emit(Op::caught, node).raw);
}

void Lowering::visit_labeled(NodeId node) {
  const NodeId label = tree_.child(node, Field::label);
  open_block(Op::label_begin, node, label ? name_of(label).raw : none);
  plan({{&Lowering::visit, tree_.child(node, Field::body)}, {&Lowering::close_label, node}});
}

void Lowering::close_label(NodeId node, uint32_t) {
  close_block(Op::label_end, node);
}

void Lowering::visit_jump(NodeId node) {
  const NodeId label = tree_.child(node, Field::label);
  emit(tree_.kind(node) == Kind::break_statement ? Op::break_ : Op::continue_, node,
       label ? name_of(label).raw : none);
}

void Lowering::visit_return(NodeId node) {
  const NodeId value = named_child(node);
  plan({{&Lowering::visit, value}, {&Lowering::finish_jump, node, value.raw}});
}

void Lowering::finish_jump(NodeId node, uint32_t value) {
  const bool is_return = tree_.kind(node) == Kind::return_statement;
  emit(is_return ? Op::return_ : Op::throw_, node, value == none ? none : value_at(NodeId(value)).raw);
}

void Lowering::visit_expression_statement(NodeId node) {
  const NodeId expression = named_child(node);
  plan({{&Lowering::visit, expression}, {&Lowering::mark_discarded, node, expression.raw}});
}

void Lowering::mark_discarded(NodeId, uint32_t value) {
  if (value == none) return;
  if (const ValueId made = value_at(NodeId(value))) facts_.code[made].flags |= Instruction::discarded;
}

void Lowering::visit_declarator(NodeId node) {
  const NodeId value = tree_.child(node, Field::value);
  if (!value) return;
  plan({{&Lowering::visit, value}, {&Lowering::finish_declarator, node, value.raw}});
}

void Lowering::finish_declarator(NodeId node, uint32_t value) {
  const ValueId made = value_or_undefined(NodeId(value));
  const NodeId name = tree_.child(node, Field::name);
  if (!name) return;
  if (tree_.kind(name) == Kind::identifier) {
    store_name(name, made, Instruction::initializer);
    return;
  }
  bind(name, made.raw);
}

}  // namespace leaklint
