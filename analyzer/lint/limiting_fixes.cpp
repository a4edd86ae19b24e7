#include "lint/limiting_fixes.h"

#include "lint/await_edits.h"
#include "lint/chunk_edits.h"
#include "lint/loop_edits.h"
#include "lint/structure.h"
#include "semantics/callback_effects.h"
#include "semantics/iteration_call.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

bool is_combinator(std::string_view name) {
  return name == "all" || name == "allSettled" || name == "any" || name == "race";
}

/// Makes the fixes for `Promise.all(list.map(f))`. One element after the other is offered only where nobody
/// wants the results.
class Limiting {
 public:
  Limiting(const FileContext& context, NodeId all, std::vector<Fix>& fixes)
      : context_(context), tree_(context.tree), all_(all), fixes_(fixes) {}

  void add_fixes() {
    const NodeId list = without_parentheses(tree_, argument(tree_, all_, 0));
    if (!list || !is_combinator(called_method())) return;
    if (tree_.kind(list) == Kind::identifier) return add_awaited_pushes(list);
    const auto call = iteration_call_at(tree_, context_.scopes, list);
    if (!call || call->library != Library::none || call->method->outcome != Outcome::collected) return;
    const std::string_view method = called_method();
    const NodeId callback = without_parentheses(tree_, call->argument);
    const std::string_view limiter = limiter_in_scope(tree_, context_.scopes, context_.names, all_);
    if (!limiter.empty() && callback == call->function)
      add("Let `" + std::string(limiter) + "` decide how many run at a time",
          limited_callback_edits(context_, {call->collection, callback}, limiter));
    const NodeId awaited = tree_.parent(all_);
    const bool is_awaited = tree_.kind(awaited) == Kind::await_expression;
    if (method == "all" && is_awaited && statement_of(tree_, awaited) && callback == call->function)
      add("Loop with `for…of`, one element after the other",
          loop_edits(context_, {call->collection, callback}, statement_of(tree_, awaited)));
    if (method == "all" || method == "allSettled")
      add("Start ten at a time", chunk_edits(context_, all_, call->collection));
  }

 private:
  std::string_view called_method() const {
    const NodeId callee = tree_.child(all_, Field::function);
    const NodeId name = tree_.child(callee, Field::property);
    return name ? tree_.text(name) : std::string_view();
  }

  void add(std::string description, std::optional<std::vector<TextEdit>> edits) {
    if (edits) fixes_.push_back({std::move(description), false, std::move(*edits)});
  }

  /// `tasks.push(await work(x))`: what is pushed is done, and `Promise.all` gives it back as it is.
  void add_awaited_pushes(NodeId tasks) {
    const BindingId binding = context_.scopes.binding_at(tasks);
    std::vector<TextEdit> edits;
    for (uint32_t raw = 0; binding && raw < tasks.raw; ++raw) {
      if (context_.scopes.binding_at(NodeId(raw)) != binding) continue;
      const NodeId call = tree_.parent(tree_.parent(NodeId(raw)));
      const NodeId pushed = tree_.kind(call) == Kind::call_expression ? argument(tree_, call, 0) : NodeId();
      if (!pushed || tree_.kind(pushed) != Kind::call_expression) continue;
      if (!can_await_at(context_, pushed)) return;
      edits.push_back({{tree_.span(pushed).begin, tree_.span(pushed).begin}, "await "});
    }
    if (!edits.empty()) add("Start each when the one before is done", std::move(edits));
  }

  const FileContext& context_;
  const Tree& tree_;
  NodeId all_;
  std::vector<Fix>& fixes_;
};

}  // namespace

std::vector<Fix> limiting_fixes(const FileContext& context, Span span) {
  std::vector<Fix> fixes;
  const NodeId all = node_at(context.tree, span);
  if (all && context.tree.span(all) == span) Limiting(context, all, fixes).add_fixes();
  return fixes;
}

}  // namespace leaklint
