#include "semantics/lowering.h"
#include "syntax/expressions.h"

namespace leaklint {

/// The grammar takes `await (0, f)(x).y` for a call of a function named await, `await(0, f)`, whose result is
/// called. Compiled TypeScript is full of such calls.
bool Lowering::is_misread_await(NodeId call) const {
  const NodeId callee = tree_.child(call, Field::function);
  if (!callee || tree_.kind(callee) != Kind::identifier || tree_.text(callee) != "await" ||
      scopes_.binding_at(callee))
    return false;
  const NodeId function = enclosing_function(tree_, call);
  return function ? is_async_function(tree_, function) : scopes_.module_kind == ModuleKind::module;
}

/// What is awaited is the whole chain of calls and properties that begins with the parentheses.
void Lowering::visit_misread_await(NodeId call) {
  NodeId top = call;
  for (NodeId up = tree_.parent(top); up; top = up, up = tree_.parent(up)) {
    const Kind kind = tree_.kind(up);
    const Field field = tree_.field(top);
    const bool is_called = kind == Kind::call_expression && field == Field::function;
    const bool is_read =
        (kind == Kind::member_expression || kind == Kind::subscript_expression) && field == Field::object;
    if (!is_called && !is_read && kind != Kind::non_null_expression) break;
  }
  misread_awaits_.push_back(top);
  std::vector<Step> steps;
  NodeId last;
  const NodeId arguments = tree_.child(call, Field::arguments);
  for (NodeId argument : tree_.children(arguments)) {
    if (!is_named(tree_.kind(argument)) || tree_.kind(argument) == Kind::comment) continue;
    steps.push_back({&Lowering::visit, argument});
    last = argument;
  }
  steps.push_back({&Lowering::finish_misread_await, call, last.raw});
  plan_in_order(steps);
}

void Lowering::finish_misread_await(NodeId call, uint32_t last) {
  set_value(call, last == none ? value_or_undefined(NodeId()) : value_or_undefined(NodeId(last)));
}

}  // namespace leaklint
