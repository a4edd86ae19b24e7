#include "lint/list_fix.h"

#include "lint/await_edits.h"
#include "lint/chunk_edits.h"
#include "lint/loop_edits.h"
#include "semantics/callback_effects.h"
#include "semantics/iteration_call.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

std::optional<Fix> fix_of(std::string description, std::optional<std::vector<TextEdit>> edits) {
  if (!edits) return std::nullopt;
  return Fix{std::move(description), /*is_safe=*/false, std::move(*edits)};
}

}  // namespace

bool is_mapped_list(const FileContext& context, NodeId node) {
  const auto call = iteration_call_at(context.tree, context.scopes, node);
  return call && call->method->outcome == Outcome::collected;
}

std::optional<Fix> list_fix_of(const FileContext& context, NodeId list, bool is_returned) {
  const Tree& tree = context.tree;
  const auto call = iteration_call_at(tree, context.scopes, list);
  if (!call || call->library != Library::none || !call->function) return std::nullopt;
  const Span span = tree.span(list);
  if (!may_leave_process(tree, context.scopes, call->function)) {
    if (!is_returned)
      return fix_of("Wait for all of them with `Promise.all`", await_all_edits(context, list));
    return Fix{"Return `Promise.all` of them",
               /*is_safe=*/false,
               {{{span.begin, span.begin}, "Promise.all("}, {{span.end, span.end}, ")"}}};
  }
  const NodeId callback = without_parentheses(tree, call->argument), statement = statement_of(tree, list);
  if (statement && callback == call->function && can_await_at(context, list))
    if (auto fix = fix_of("Loop with `for…of`, one element after the other",
                          loop_edits(context, {call->collection, callback}, statement)))
      return fix;
  return fix_of("Wait for them, ten at a time", chunk_edits(context, list, call->collection));
}

}  // namespace leaklint
