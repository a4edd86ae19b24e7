#include "retention/effects.h"

#include <algorithm>

#include "program/given_argument.h"

namespace leaklint {
Effects::Effects(const Program& program, const Models& models, const Flow& flow)
    : program_(program), models_(models), flow_(flow) {
  by_kind_.resize(EffectRow::kind_count);
  for (const ModelledCall& call : flow.modelled_calls())
    for (const EffectRow& row : call.row->effects) add_modelled(call, row);
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = program.file(file).facts;
    for (FunctionId function : ids(facts.functions)) {
      const Function& row = facts.functions[function];
      for (uint32_t at = row.code_begin.raw; at < row.code_end.raw; ++at)
        add_language(file, function, ValueId(at), facts.code[ValueId(at)]);
    }
  }
  add_relayed();
  std::stable_sort(effects_.rows().begin(), effects_.rows().end(),
                   [](const Effect& a, const Effect& b) { return a.at < b.at; });
  // One call may resolve to the same effect by several objects; the first resolved one stands for all.
  auto& rows = effects_.rows();
  rows.erase(std::unique(rows.begin(), rows.end(),
                         [](const Effect& a, const Effect& b) {
                           return a.at == b.at && a.kind == b.kind && a.handle == b.handle;
                         }),
             rows.end());
  for (EffectId id : ids(effects_)) by_kind_[static_cast<size_t>(effects_[id].kind)].push_back(id);
}

void Effects::add(Effect effect) {
  effect.function = program_.function_of(effect.at);
  effects_.add(effect);
}

bool Effects::is_of(GlobalValue value, TypeId type) const {
  if (!value) return false;
  const auto objects = flow_.objects_of(value);
  return std::any_of(objects.begin(), objects.end(), [&](ObjectId id) {
    const Object& object = flow_.object(id);
    return object.kind == ObjectKind::external && object.type && models_.is_a(object.type, type);
  });
}

/// Older libraries give to a callback what they would return without one.
bool Effects::is_given_to_callback(const ModelledCall& call) const {
  const auto& rows = call.row->effects;
  const bool can_be = std::any_of(rows.begin(), rows.end(), [](const EffectRow& row) {
    return row.kind == EffectRow::Kind::acquire && row.handle_from.starts_with("callback:");
  });
  const auto callees = flow_.callees_of(call.call);
  return can_be && std::any_of(callees.begin(), callees.end(),
                               [](const CallEdge& edge) { return edge.kind == CallEdge::Kind::callback; });
}

std::optional<EffectId> Effects::at(GlobalValue instruction, EffectRow::Kind kind) const {
  const auto& of_kind = this->of_kind(kind);
  const auto found = std::lower_bound(of_kind.begin(), of_kind.end(), instruction,
                                      [&](EffectId id, GlobalValue at) { return effects_[id].at < at; });
  if (found == of_kind.end() || effects_[*found].at != instruction) return std::nullopt;
  return *found;
}

void Effects::add_modelled(const ModelledCall& call, const EffectRow& row) {
  const FileId file = program_.file_of(call.call);
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& instruction = program_.instruction(call.call);
  const auto argument = [&](int index) {
    const int count = static_cast<int>(instruction.operand_count);
    const int at = index < 0 && index != EffectRow::no_argument ? count + index : index;
    return at >= 0 && at < count
               ? program_.global(file, facts.operand(instruction, static_cast<uint32_t>(at)))
               : GlobalValue();
  };
  Effect effect{};
  effect.kind = row.kind;
  effect.at = call.call;
  const Instruction& callee = facts.code[ValueId(instruction.a)];
  if (row.target != EffectRow::no_argument)
    effect.receiver = argument(row.target);
  else if (callee.op == Op::member || callee.op == Op::index)
    effect.receiver = program_.global(file, ValueId(callee.a));
  effect.event = argument(row.event);
  effect.handler = argument(row.handler);
  effect.options = argument(row.options);
  effect.key = argument(row.key);
  effect.value = argument(row.value);
  effect.handle = row.handle != EffectRow::no_argument ? argument(row.handle) : effect.receiver;
  // A function that ends what it stands for gives back itself when it is called: `unsubscribe()`. One that
  // remembers its results grows.
  if (!call.member && row.handle == EffectRow::no_argument && row.target == EffectRow::no_argument) {
    const GlobalValue function = program_.global(file, ValueId(instruction.a));
    if (row.kind == EffectRow::Kind::release) effect.handle = function;
    if (row.kind == EffectRow::Kind::grow) effect.receiver = function;
    if (row.kind == EffectRow::Kind::grow && row.key != EffectRow::no_argument && !effect.key) return;
  }
  if (row.handle != EffectRow::no_argument && !effect.handle) return;
  if (row.kind == EffectRow::Kind::acquire && row.handle_from.empty() && is_given_to_callback(call)) return;
  if (!row.of.empty() && !is_of(effect.value, models_.type(row.of))) return;
  const auto given = [&](const ArgumentRange& option) { return is_given(program_, call.call, option); };
  if (std::any_of(row.unless_given.begin(), row.unless_given.end(), given)) return;
  effect.row = &row;
  effect.library = call.receiver;
  effect.once = row.once;
  effect.clears_all = row.clears_all;
  effect.is_spelled = call.is_spelled;
  add(effect);
}

/// Collections that are plain objects and arrays: `cache[key] = value`, `delete cache[key]`, `list.length =
/// 0`, `list = list.filter(…)`, `this.cache = {}`.
void Effects::add_language(FileId file, FunctionId, ValueId id, const Instruction& row) {
  const FileFacts& facts = program_.file(file).facts;
  Effect effect{};
  effect.at = program_.global(file, id);
  const auto value = [&](uint32_t raw) { return program_.global(file, ValueId(raw)); };
  switch (row.op) {
    case Op::store_index:
      // `cache[key] = undefined` keeps the key but drops the value: still an entry, told apart by its rule.
      effect.kind = EffectRow::Kind::grow;
      effect.receiver = value(row.a);
      effect.key = value(row.b);
      effect.value = value(row.c);
      break;
    case Op::delete_index:
      effect.kind = EffectRow::Kind::trim;
      effect.receiver = value(row.a);
      effect.key = value(row.b);
      break;
    case Op::delete_member:
      effect.kind = EffectRow::Kind::trim;
      effect.receiver = value(row.a);
      break;
    case Op::store_member:
      if (facts.names.text(NameId(row.b)) != "length") return;
      effect.kind = EffectRow::Kind::trim;
      effect.receiver = value(row.a);
      effect.clears_all = true;
      break;
    default:
      return;
  }
  add(effect);
}

}  // namespace leaklint
