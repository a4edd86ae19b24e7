#include <algorithm>

#include "program/flow_solver.h"
#include "program/given_argument.h"

namespace leaklint {
namespace {

/// Whether the first parameter has one of these names; any will do where there are none.
bool has_first_parameter(const Program& program, GlobalFunction function,
                         const std::vector<std::string>& names) {
  if (names.empty()) return true;
  const Function& row = program.function(function);
  if (row.parameter_count == 0) return false;
  const FileFacts& facts = program.file(program.file_of(function)).facts;
  const std::string_view name = facts.names.text(facts.parameters[row.first_parameter].name);
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void FlowSolver::call_library(GlobalValue call, ObjectId callee) {
  const Object row = state_.objects[callee.raw];
  const bool is_new = program_.instruction(call).op == Op::new_;
  if (row.kind == ObjectKind::external_member) {
    const std::optional<CallRow>& chosen =
        is_new && row.member->construct ? row.member->construct : row.member->call;
    if (chosen) apply_row(call, *chosen, row.member, ObjectId(row.owner), false);
    return;
  }
  if (!row.type) return;
  const TypeRow& type = models_.types[row.type];
  const std::optional<CallRow>& chosen = is_new && type.construct ? type.construct : type.call;
  if (chosen) apply_row(call, *chosen, nullptr, {}, false);
}

void FlowSolver::apply_row(GlobalValue call, const CallRow& row, const MemberRow* member, ObjectId receiver,
                           bool is_spelled) {
  state_.modelled.push_back(
      {.call = call, .row = &row, .member = member, .receiver = receiver, .is_spelled = is_spelled});
  apply_result(call, row, receiver);
  const EventRow* event = event_of(call, row, member, receiver);
  for (const CallbackRow& callback : row.callbacks) {
    // The event says more than the method that registers for it: `on` or `once` of any emitter.
    const bool is_listener = event && callback.argument.path.empty();
    if (!is_listener)
      apply_callback(call, callback, callback.argument, receiver, is_spelled);
    else
      apply_callback(call, callback.runs == Runs::life ? event->each : event->once, callback.argument,
                     receiver, is_spelled);
  }
  const FileId file = program_.file_of(call);
  const Instruction& instruction = program_.instruction(call);
  for (const EffectRow& effect : row.effects) {
    if (effect.kind != EffectRow::Kind::grow || !receiver || effect.value < 0) continue;
    for (uint32_t at = static_cast<uint32_t>(effect.value); at < instruction.operand_count; ++at)
      add_edge(state_.vertex(argument(file, instruction, at)), field(receiver, program_.well_known.element));
  }
}

/// What is known of the event that a call registers a listener for, or null.
const EventRow* FlowSolver::event_of(GlobalValue call, const CallRow& row, const MemberRow* member,
                                     ObjectId receiver) const {
  if (!member) return nullptr;
  const TypeId type = receiver ? state_.objects[receiver.raw].type : member->owner;
  const FileId file = program_.file_of(call);
  for (const EffectRow& effect : row.effects) {
    if (effect.kind != EffectRow::Kind::add_listener || effect.event < 0) continue;
    const GlobalValue event = argument(file, program_.instruction(call), static_cast<uint32_t>(effect.event));
    const auto name = event ? constant_text(file, program_.local(event)) : std::nullopt;
    if (name) return models_.event(type ? type : member->owner, *name);
  }
  return nullptr;
}

/// The vertex of what "@element", "@elements" or their argument forms speak of: the elements of a collection.
uint32_t FlowSolver::element_vertex(GlobalValue call, std::string_view text, ObjectId receiver) {
  if (const auto position = position_in(text)) {
    const FileId file = program_.file_of(call);
    const GlobalValue list = argument(file, program_.instruction(call), *position);
    if (!list) return none;
    const uint32_t vertex = new_vertex();
    watch(state_.vertex(list), Role::member_read, vertex, program_.well_known.element.raw);
    return vertex;
  }
  return receiver ? field(receiver, program_.well_known.element) : none;
}

void FlowSolver::apply_result(GlobalValue call, const CallRow& row, ObjectId receiver) {
  for (const GivenRow& given : row.given)
    if (is_given(program_, call, given.argument)) return apply_result(call, given.returns, receiver);
  for (const std::string& text : row.returns) apply_result(call, text, receiver);
}

void FlowSolver::apply_result(GlobalValue call, std::string_view text, ObjectId receiver) {
  const uint32_t to = state_.vertex(call);
  if (text == "@receiver") {
    if (const uint32_t from = receiver_vertex(call); from != none) add_edge(from, to);
    return;
  }
  if (text.starts_with("@result")) {
    const GlobalValue function =
        argument(program_.file_of(call), program_.instruction(call), position_in(text).value_or(0));
    if (!function) return;
    uint32_t into = to;
    if (text.starts_with("@results")) {
      const ObjectId list = literal_object(call, true);
      add_object(to, list);
      into = field(list, program_.well_known.element);
    }
    watch(state_.vertex(function), Role::result_of, into);
    return;
  }
  if (text == "@arguments") {
    const FileId file = program_.file_of(call);
    const Instruction& instruction = program_.instruction(call);
    for (uint32_t at = 0; at < instruction.operand_count; ++at)
      add_edge(state_.vertex(argument(file, instruction, at)), to);
    return;
  }
  if (text.starts_with("@argument")) {
    const GlobalValue value =
        argument(program_.file_of(call), program_.instruction(call), position_in(text).value_or(0));
    if (value) add_edge(state_.vertex(value), to);
    return;
  }
  if (text.starts_with("@element")) {
    const uint32_t from = element_vertex(call, text, receiver);
    if (from == none) return;
    if (!text.starts_with("@elements")) {
      add_edge(from, to);
      return;
    }
    const ObjectId list = literal_object(call, true);
    add_object(to, list);
    add_edge(from, field(list, program_.well_known.element));
    return;
  }
  if (const TypeId type = models_.type(text)) add_object(to, external(type, call));
}

void FlowSolver::apply_callback(GlobalValue call, const CallbackRow& row, const ArgumentRange& where,
                                ObjectId receiver, bool is_spelled) {
  const FileId file = program_.file_of(call);
  const Instruction& instruction = program_.instruction(call);
  const int count = static_cast<int>(instruction.operand_count);
  const int first = where.first < 0 ? count + where.first : where.first;
  const int last = where.last < 0 ? count + where.last : where.last;
  for (int at = std::max(first, 0); at <= last && at < count; ++at) {
    const GlobalValue value = argument(file, instruction, static_cast<uint32_t>(at));
    const uint32_t inner = follow_path(state_.vertex(value), where.path);
    if (inner != none)
      watch_callback(inner, {call, &row, receiver, is_spelled, nullptr, bound_arguments(value)});
  }
}

/// How many arguments `f.bind(this, a, b)` fills, where it is written.
uint32_t FlowSolver::bound_arguments(GlobalValue value) const {
  const Instruction& row = program_.instruction(value);
  if (row.op != Op::call || row.operand_count < 2) return 0;
  const FileId file = program_.file_of(value);
  const Instruction& callee = program_.file(file).facts.code[ValueId(row.a)];
  const bool is_bind =
      callee.op == Op::member && program_.name(file, NameId(callee.b)) == program_.well_known.bind;
  return is_bind ? row.operand_count - 1 : 0;
}

/// The vertex of a property of a property of …; "*" is every property, "[]" every element. None when no
/// source ever writes such a property's name.
uint32_t FlowSolver::follow_path(uint32_t vertex, const std::vector<std::string>& path) {
  for (const std::string& step : path) {
    const NameId name = step == "[]" ? program_.well_known.element : program_.names.find(step);
    if (step != "*" && !name) return none;
    const uint32_t inner = new_vertex();
    if (step == "*")
      watch(vertex, Role::all_fields, inner);
    else
      watch(vertex, Role::member_read, inner, name.raw);
    vertex = inner;
  }
  return vertex;
}

/// A function arrives where a library row takes a callback: it is called as the row says.
void FlowSolver::run_callback(const Callback& by_value, uint32_t index, ObjectId object) {
  const Callback callback = by_value;
  const Object row = state_.objects[object.raw];
  if (row.kind == ObjectKind::literal && row.is_array) {
    // A list of callbacks; a list that holds itself is taken once.
    if (seen_calls_.insert((static_cast<uint64_t>(index) << 32 | object.raw) ^ (1ull << 63)).second)
      watch(field(object, program_.well_known.element), Role::callback, index);
    return;
  }
  if (row.kind != ObjectKind::function) return;
  const GlobalFunction function(row.owner);
  const FileId file = program_.file_of(function);
  const Function& target = program_.function(function);
  if (callback.found && !has_first_parameter(program_, function, callback.found->first_parameters)) return;
  const int arity = static_cast<int>(target.parameter_count) - static_cast<int>(callback.bound);
  const auto& others = callback.row->other_arities;
  if (callback.row->arity >= 0 && callback.row->arity != arity) return;
  if (std::find(others.begin(), others.end(), arity) != others.end()) return;
  calls_.push_back({.kind = CallEdge::Kind::callback,
                    .call = callback.call,
                    .callee = function,
                    .callback = callback.row,
                    .is_spelled = callback.is_spelled});
  const auto& params = callback.row->params;
  for (uint32_t at = 0; at + callback.bound < target.parameter_count && at < params.size(); ++at) {
    if (params[at].empty()) continue;
    const Parameter& parameter =
        program_.file(file).facts.parameters[target.first_parameter + callback.bound + at];
    const GlobalValue site = program_.global(file, parameter.value);
    const uint32_t to = state_.vertex(site);
    if (params[at] == "@receiver") {
      // A constructor's callback is given what is being made.
      const bool is_new = callback.call && program_.instruction(callback.call).op == Op::new_;
      const uint32_t from = is_new ? state_.vertex(callback.call) : receiver_vertex(callback.call);
      if (from != none) add_edge(from, to);
    } else if (params[at].starts_with("@element")) {
      if (const uint32_t from = element_vertex(callback.call, params[at], callback.receiver); from != none)
        add_edge(from, to);
    } else if (const TypeId type = models_.type(params[at])) {
      add_object(to, external(type, site));
    }
  }
}

/// Whether a call has the shape that a spelled row needs: `x.on('event', handler)` takes a text and a
/// function.
bool FlowSolver::fits(GlobalValue call, const Instruction& row, const MemberRow& member) const {
  const FileId file = program_.file_of(call);
  for (const EffectRow& effect : member.call->effects) {
    if (effect.event >= 0 && effect.handler >= 0) {
      const GlobalValue event = argument(file, row, static_cast<uint32_t>(effect.event));
      const GlobalValue handler = argument(file, row, static_cast<uint32_t>(effect.handler));
      if (!event || !handler) return false;
      // What comes behind the handler is its receiver or options; other arguments are another API's.
      const int last = std::max(effect.handler, effect.options) + 1;
      if (row.operand_count > static_cast<uint32_t>(last) + 1) return false;
      // An event is a text, or a name for one; an object, a number or a function is another API's first
      // argument.
      const Op op = program_.instruction(event).op;
      if (op == Op::function || op == Op::object || op == Op::array || op == Op::regexp) return false;
      if (op == Op::constant && !constant_text(file, program_.local(event))) return false;
      if (op == Op::constant && program_.instruction(handler).op == Op::constant) return false;
    }
  }
  for (const CallbackRow& callback : member.call->callbacks)
    if (callback.runs == Runs::sync && row.operand_count == 0) return false;
  return true;
}

/// Calls whose receiver nothing is known about, by the member's name alone.
void FlowSolver::apply_spelled_rows() {
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = program_.file(file).facts;
    for (ValueId id : ids(facts.code)) {
      const Instruction& row = facts.code[id];
      if (row.op != Op::call) continue;
      const Instruction& callee = facts.code[ValueId(row.a)];
      if (callee.op != Op::member) continue;
      const GlobalValue call = program_.global(file, id);
      if (!state_.sets.at(state_.vertex(program_.global(file, ValueId(row.a)))).empty()) continue;
      for (const MemberRow* member : models_.spelled(facts.names.text(NameId(callee.b))))
        if (member->call && fits(call, row, *member)) {
          apply_row(call, *member->call, member, {}, true);
          break;
        }
    }
  }
}

}  // namespace leaklint
