#include "retention/retention.h"

#include <algorithm>

#include "program/called_guards.h"

namespace leaklint {

Retention::Retention(const Program& all, const Models& rows, const Flow& values, const Lives& executions,
                     const CodeAnswers& answers)
    : program(all),
      models(rows),
      flow(values),
      lives(executions),
      effects(all, rows, values),
      answers_(answers),
      doubts_(all, rows, values, executions, answers) {
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    for (ValueId id : ids(facts(file).code)) {
      const Instruction& row = facts(file).code[id];
      if (row.op != Op::new_) continue;
      for (ObjectId callee : flow.objects_of(program.global(file, ValueId(row.a))))
        made_at_[callee].push_back(program.global(file, id));
    }
  }
  for (const auto& [made, at] : flow.made_by_libraries()) made_at_[made].push_back(at);
}

bool Retention::is_discarded(GlobalValue call) const {
  return uses(program.file_of(call)).uses_of(program.local(call)).empty();
}

const Promises& Retention::promises() const {
  if (!promises_) promises_ = std::make_unique<Promises>(program, models, flow, answers_);
  return *promises_;
}

const Failures& Retention::failures() const {
  if (!failures_) failures_ = std::make_unique<Failures>(program, flow, answers_);
  return *failures_;
}

std::optional<std::string_view> Retention::constant_text(GlobalValue value) const {
  if (!value) return std::nullopt;
  const FileId file = program.file_of(value);
  const ValueId origin = origin_of(facts(file), uses(file), program.local(value));
  return facts(file).constant_text(origin ? origin : program.local(value));
}

/// `emitter.on('a', f).on('b', g)`: what the first call returns is its emitter.
GlobalValue Retention::emitter_of_chain(GlobalValue value) const {
  while (value && program.instruction(value).op == Op::call) {
    const auto add = effects.at(value, EffectRow::Kind::add_listener);
    if (!add || effects[*add].is_undone_by_result || !effects[*add].receiver) break;
    value = effects[*add].receiver;
  }
  return value;
}

std::optional<PlacePath> Retention::place_of(GlobalValue value) const {
  value = emitter_of_chain(value);
  if (!value) return std::nullopt;
  const FileId file = program.file_of(value);
  return leaklint::place_of(facts(file), uses(file), program.local(value));
}

std::string Retention::place_text(GlobalValue value) const {
  const auto path = place_of(value);
  return path ? to_text(facts(program.file_of(value)), *path) : std::string();
}

Place Retention::place(GlobalValue value) const {
  const FileId file = program.file_of(value);
  const Instruction& row = program.instruction(value);
  Place place{file, row.span};
  // Of `emitter.on('a', f).on('b', g)` each call begins at its own `on`: they may stand on lines of their
  // own.
  if (effects.at(value, EffectRow::Kind::add_listener) && row.op == Op::call) {
    const Instruction& callee = facts(file).code[ValueId(row.a)];
    if (callee.op == Op::member && facts(file).code[ValueId(callee.a)].op == Op::call)
      place.span.begin =
          callee.span.end - static_cast<uint32_t>(facts(file).names.text(NameId(callee.b)).size());
  }
  return place;
}
Place Retention::place(GlobalFunction function) const {
  return {program.file_of(function), program.function(function).head};
}

std::string Retention::location(Place at) const {
  const ProgramFile& file = program.file(at.file);
  const auto& starts = file.facts.line_starts;
  const auto above = std::upper_bound(starts.begin(), starts.end(), at.span.begin);
  return file.path + ':' + std::to_string(above - starts.begin());
}

std::string Retention::function_text(GlobalFunction function) const {
  const std::string_view name = program.function_name(function);
  return name.empty() ? "a closure" : '`' + std::string(name) + '`';
}

std::string Retention::call_text(GlobalValue call) const {
  const FileId file = program.file_of(call);
  const Instruction& row = program.instruction(call);
  if (row.op == Op::function) return function_text(program.global(file, FunctionId(row.a)));
  if (row.op != Op::call && row.op != Op::new_) {
    const std::string text = place_text(call);
    return text.empty() ? "code" : text;
  }
  const GlobalValue callee = program.global(file, ValueId(row.a));
  std::string text = place_text(callee);
  if (text.empty()) {
    const Instruction& member = program.instruction(callee);
    if (member.op == Op::member) text = '.' + std::string(facts(file).names.text(NameId(member.b)));
  }
  return (row.op == Op::new_ ? "new " : "") + (text.empty() ? std::string("a call") : text + "(…)");
}

std::vector<GlobalFunction> Retention::functions_of(GlobalValue value) const {
  std::vector<GlobalFunction> functions;
  if (!value) return functions;
  for (ObjectId id : flow.objects_of(value))
    if (flow.object(id).kind == ObjectKind::function)
      functions.push_back(GlobalFunction(flow.object(id).owner));
  return functions;
}

bool Retention::is_fresh_function(GlobalValue value) const {
  const FileId file = program.file_of(value);
  const Instruction& row = program.instruction(value);
  if (row.op == Op::function) return true;
  if (row.op != Op::call) return false;
  const Instruction& callee = facts(file).code[ValueId(row.a)];
  return callee.op == Op::member && program.name(file, NameId(callee.b)) == program.well_known.bind;
}

std::optional<Growth> Retention::growth_from(GlobalFunction function, Confidence at_most,
                                             bool doubts_start_up) const {
  const Execution& execution = lives.of(function);
  if (execution.multiplicity < Multiplicity::many_outside) return std::nullopt;
  Growth growth;
  growth.function = function;
  growth.confidence = execution.multiplicity == Multiplicity::many && !execution.is_convention
                          ? Confidence::high
                          : Confidence::medium;
  growth.confidence = std::min(growth.confidence, at_most);
  const auto chain = lives.chain(function);
  const Execution& entry = lives.of(chain.back());
  const bool is_start_up = doubts_start_up && doubts_.is_like_start_up(chain);
  // Each doubt costs a step: two of them hide the finding.
  for (const bool doubt : {execution.is_ambiguous, is_start_up})
    if (doubt)
      growth.confidence = growth.confidence == Confidence::high ? Confidence::medium : Confidence::low;
  switch (entry.reason) {
    case Execution::Reason::life:
    case Execution::Reason::convention:
      growth.each = models.lives[entry.life].each;
      break;
    default:
      growth.each = "for every call of " + function_text(chain.back());
      break;
  }
  const Place start = entry.call ? place(entry.call) : place(chain.back());
  growth.steps.push_back({entry.call ? call_text(entry.call) : function_text(chain.back()), start});
  growth.by = entry.call ? call_text(entry.call) + " at " + location(start)
                         : (entry.reason == Execution::Reason::exported ? "exported at " : "handler at ") +
                               location(start);
  for (size_t at = chain.size() - 1; at-- > 0;) {
    const Execution& link = lives.of(chain[at]);
    if (link.call) growth.steps.push_back({call_text(link.call), place(link.call)});
  }
  growth.by += chain_text(growth.steps);
  return growth;
}

/// The links of a chain after its first, as people read them: a file is named where it changes, and what lies
/// between the first two and the last two of a long chain is counted.
std::string Retention::chain_text(const std::vector<PathStep>& steps) const {
  constexpr size_t shown_at_each_end = 2;
  std::string text;
  FileId file = steps.front().place.file;
  for (size_t at = 1; at < steps.size(); ++at) {
    if (at > shown_at_each_end && at + shown_at_each_end < steps.size()) {
      const size_t left_out = steps.size() - 2 * shown_at_each_end - 1;
      text += " ▸ … " + std::to_string(left_out) + (left_out == 1 ? " call …" : " calls …");
      at = steps.size() - shown_at_each_end - 1;
      file = {};
      continue;
    }
    const std::string where = location(steps[at].place);
    text += " ▸ " + steps[at].text + " at ";
    text += steps[at].place.file == file ? "line " + where.substr(where.rfind(':') + 1) : where;
    file = steps[at].place.file;
  }
  return text;
}

bool Retention::runs_once(GlobalValue at) const {
  return answers_.runs_once(at) || is_guarded_by_calls(program, flow, answers_, at);
}

std::vector<GlobalValue> Retention::values_asked(GlobalValue at) const {
  const FileId file = program.file_of(at);
  std::vector<GlobalValue> leaves;
  std::vector<ValueId> pending;
  for (const Guard& guard : control_flow(file).guards_of(program.local(at)))
    pending.push_back(guard.condition);
  // A condition is a small tree of operators; what it reads are its leaves.
  for (size_t next = 0; next < pending.size() && next < 64; ++next) {
    const Instruction& row = facts(file).code[pending[next]];
    if (row.op == Op::choose || row.op == Op::primitive) {
      for (uint32_t operand = 0; operand < row.operand_count; ++operand)
        pending.push_back(facts(file).operand(row, operand));
      continue;
    }
    leaves.push_back(program.global(file, pending[next]));
    // `const isConnecting = socket.connecting; …; if (isConnecting)` asks what the variable was given.
    const ValueId store = row.op == Op::load ? uses(file).only_store_of(BindingId(row.a)) : ValueId();
    if (store && stored_value(facts(file).code[store]))
      pending.push_back(stored_value(facts(file).code[store]));
  }
  return leaves;
}

bool Retention::asks_about(GlobalValue at, GlobalValue holder) const {
  const auto wanted = place_of(holder);
  if (!wanted) return false;
  const auto asked = values_asked(at);
  return std::any_of(asked.begin(), asked.end(), [&](GlobalValue value) {
    const auto place = place_of(value);
    return place && place->has_steps() && !(*place == *wanted) && wanted->contains(*place);
  });
}

bool Retention::asks_about_member(GlobalValue at, std::string_view name) const {
  const auto asked = values_asked(at);
  return std::any_of(asked.begin(), asked.end(), [&](GlobalValue value) {
    const Instruction& row = program.instruction(value);
    return row.op == Op::member && facts(program.file_of(value)).names.text(NameId(row.b)) == name;
  });
}

std::optional<Growth> Retention::growth_of(const Effect& effect, const Holder& holder) const {
  // A flag on the request itself, or on an object that is made for it, is a new one each time.
  const auto is_flag_renewed = [&] {
    const auto guard = answers_.once_guard_of(effect.at);
    const FileId file = program.file_of(effect.at);
    if (!guard || guard->place.steps().size() != 1) return false;
    if (guard->place.receiver()) {
      const ObjectId made = flow.constructor_of_this(program.global(file, guard->place.receiver()));
      return made && is_made_often(made);
    }
    const BindingId variable = guard->place.variable();
    const auto life = variable ? life_of(program.global(file, variable)) : std::nullopt;
    return life && !life->is_convention;
  };
  const bool outlives = holder.kind == Holder::Kind::root || holder.kind == Holder::Kind::module_variable;
  if (runs_once(effect.at) && !(outlives && is_flag_renewed())) return std::nullopt;
  auto growth = growth_in(effect, holder);
  if (growth && doubts_.is_told_to_start(lives.chain(growth->function), effect.at))
    growth->confidence = Confidence::low;
  return growth;
}

std::optional<Growth> Retention::growth_in(const Effect& effect, const Holder& holder) const {
  const FunctionKind kind = program.function(effect.function).kind;
  switch (holder.kind) {
    case Holder::Kind::root:
    case Holder::Kind::module_variable:
      return growth_from(effect.function, holder.is_convention ? Confidence::medium : Confidence::high);
    case Holder::Kind::pooled: {
      // What it was handed to comes and goes; how often does not matter much, start-up code excepted. A
      // socket tells by itself that a request is under way, whatever the functions around are called.
      return growth_from(effect.function, Confidence::medium, holder.is_convention);
    }
    case Holder::Kind::enclosing_variable: {
      // Repeated while one run of the owner lives: some function between runs for each of many events or
      // calls.
      const FileId file = program.file_of(effect.function);
      for (FunctionId at = program.local(effect.function); at && program.global(file, at) != holder.owner;
           at = facts(file).functions[at].parent) {
        const GlobalFunction inner = program.global(file, at);
        const Execution& execution = lives.of(inner);
        const bool repeats =
            execution.reason == Execution::Reason::life || execution.reason == Execution::Reason::exported;
        if (repeats && execution.multiplicity >= Multiplicity::many_outside)
          return growth_from(inner, Confidence::medium);
      }
      return std::nullopt;
    }
    case Holder::Kind::instance: {
      if (kind == FunctionKind::constructor || kind == FunctionKind::field_initializers) return std::nullopt;
      const Object* constructor = holder.constructor ? &flow.object(holder.constructor) : nullptr;
      if (constructor && constructor->kind == ObjectKind::function &&
          GlobalFunction(constructor->owner) == effect.function)
        return std::nullopt;
      return growth_from(effect.function, Confidence::medium);
    }
    default:
      return std::nullopt;
  }
}

std::vector<Release> Retention::removals_of(const Effect& listener) const {
  std::vector<Release> found;
  const auto event = constant_text(listener.event);
  const auto consider = [&](EffectId id, bool all) {
    const Effect& removal = effects[id];
    if (removal.is_for_callers || !is_same_place(listener.receiver, removal.receiver)) return;
    if (dropper_of_closure(removal.function)) return;
    const auto other = constant_text(removal.event);
    if (event && other && *event != *other) return;
    Release release{id, true};
    if (!all && listener.handler && removal.handler) {
      const bool is_same = is_same_handler(listener.handler, removal.handler);
      release.same_handler = is_same;
    }
    found.push_back(release);
  };
  for (EffectId id : effects.of_kind(EffectRow::Kind::remove_listener)) consider(id, false);
  for (EffectId id : effects.of_kind(EffectRow::Kind::remove_all_listeners)) consider(id, true);
  return found;
}

/// The collections that hold the object a value is a part of: `lists` of `lists[key].members`.
std::vector<GlobalValue> Retention::containers_of(GlobalValue value) const {
  const FileId file = program.file_of(value);
  std::vector<GlobalValue> containers;
  ValueId at = program.local(value);
  for (size_t steps = 0; steps < PlacePath::max_steps; ++steps) {
    at = origin_of(facts(file), uses(file), at);
    const Instruction& row = facts(file).code[at];
    if (row.op != Op::member && row.op != Op::index) break;
    at = ValueId(row.a);
    if (row.op == Op::index) containers.push_back(program.global(file, at));
  }
  return containers;
}

std::vector<EffectId> Retention::trims_of(const Effect& growth) const {
  std::vector<EffectId> found;
  const auto grown = place_of(growth.receiver);
  const FileId file = program.file_of(growth.receiver);
  const auto containers = containers_of(growth.receiver);
  for (EffectId id : effects.of_kind(EffectRow::Kind::trim)) {
    const Effect& trim = effects[id];
    bool fits = is_same_place(growth.receiver, trim.receiver);
    // `lists[key].push(…)` is undone by `delete lists[key]` as well: what holds the list lets go of it.
    if (!fits && grown && grown->has_computed_key() && program.file_of(trim.at) == file) {
      const auto container = place_of(trim.receiver);
      fits = container && container->contains(*grown);
    }
    fits = fits || (trim.key && std::any_of(containers.begin(), containers.end(), [&](GlobalValue container) {
                      return is_same_place(container, trim.receiver);
                    }));
    if (fits) found.push_back(id);
  }
  return found;
}

}  // namespace leaklint
