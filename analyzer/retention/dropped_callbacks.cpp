#include "retention/dropped_callbacks.h"

#include "base/is_one_of.h"

namespace leaklint {
namespace {

/// How sure it is that nobody waits for the callbacks of a modelled call, or nothing when somebody may.
std::optional<Confidence> drops_callbacks(const Models& models, const ModelledCall& call) {
  for (const EffectRow& effect : call.row->effects) {
    switch (effect.kind) {
      case EffectRow::Kind::start_interval:
      case EffectRow::Kind::start_timeout:
        return Confidence::high;
      case EffectRow::Kind::add_listener: {
        if (effect.awaits) return std::nullopt;
        if (call.member && models.is_a(call.member->owner, models.type("EventTarget")))
          return Confidence::low;  // a browser reports the rejection and goes on
        return call.is_spelled ? Confidence::medium : Confidence::high;
      }
      default:
        break;
    }
  }
  return std::nullopt;
}

/// Whether a function is given a context, as middleware is: who runs a chain of these awaits each, be it
/// called `bot.on('text', …)`.
bool takes_context(const Program& program, GlobalFunction function) {
  const Function& row = program.function(function);
  if (row.parameter_count == 0) return false;
  const FileFacts& facts = program.file(program.file_of(function)).facts;
  const NameId name = facts.parameters[row.first_parameter].name;
  return name && is_one_of(facts.names.text(name), {"ctx", "context"});
}

}  // namespace

std::vector<DroppedCallback> callbacks_that_nobody_hears(const Retention& retention) {
  std::vector<DroppedCallback> dropped;
  for (const ModelledCall& call : retention.flow.modelled_calls()) {
    const auto confidence = drops_callbacks(retention.models, call);
    for (const CallEdge& edge : retention.flow.callees_of(call.call)) {
      if (edge.kind != CallEdge::Kind::callback) continue;
      if (call.is_spelled && takes_context(retention.program, edge.callee)) continue;
      if (confidence || (edge.callback && edge.callback->drops_promise && !call.is_spelled))
        dropped.push_back({call.call, edge.callee, confidence.value_or(Confidence::high)});
    }
  }
  return dropped;
}

}  // namespace leaklint
