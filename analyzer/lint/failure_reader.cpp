#include "lint/failure_reader.h"

#include <algorithm>

#include "base/is_one_of.h"
#include "lint/best_effort.h"

namespace leaklint {

std::string_view FailureReader::called_name(ValueId call) const {
  return facts.last_name(ValueId(facts.code[call].a));
}

/// Logging is known by its name: every project has a logger of its own.
bool FailureReader::is_logging(ValueId call) const {
  constexpr std::string_view methods[] = {"log",   "info",  "warn",    "warning", "error",  "debug",
                                          "trace", "fatal", "verbose", "silly",   "notice", "dir"};
  constexpr std::string_view functions[] = {"log", "debug", "warn", "logError", "logWarning", "logger"};
  const Instruction& callee = facts.code[ValueId(facts.code[call].a)];
  const std::string_view name = called_name(call);
  if (callee.op != Op::member) return is_one_of(name, functions);
  if (!is_one_of(name, methods)) return false;
  const Op receiver = facts.code[ValueId(callee.a)].op;
  std::string object = retention.place_text(global(ValueId(callee.a)));
  std::transform(object.begin(), object.end(), object.begin(), [](char c) { return c | 0x20; });
  if (object == "console" || object.find("log") != std::string::npos) return true;
  return receiver == Op::call && is_logging(ValueId(callee.a));
}

/// The texts that an argument is made of: a constant, or those of a sum or template.
std::vector<std::string_view> FailureReader::texts_of(ValueId value) const {
  if (const auto text = facts.constant_text(value)) return {*text};
  const Instruction& row = facts.code[value];
  std::vector<std::string_view> texts;
  if (row.op == Op::primitive)
    for (uint32_t at = 0; at < row.operand_count; ++at)
      if (const auto part = facts.constant_text(facts.operand(row, at))) texts.push_back(*part);
  return texts;
}

Reaction FailureReader::reaction_of_call(ValueId call) const {
  if (!is_logging(call)) return Reaction::deals;
  bool is_mild = is_mild_level(called_name(call)) || called_name(call) == "logWarning";
  const Instruction& row = facts.code[call];
  for (uint32_t at = 0; at < row.operand_count && !is_mild; ++at)
    for (std::string_view text : texts_of(facts.operand(row, at)))
      is_mild = is_mild || is_mild_level(text) || says_it_goes_on(text);
  return is_mild ? Reaction::mentions : Reaction::logs;
}

/// `client.set(key, value, 'EX', 60)`: what goes by itself may be missing at any time.
bool FailureReader::is_written_for_a_time(ValueId call) const {
  constexpr std::string_view marks[] = {"EX", "PX", "EXAT", "PXAT"};
  const Instruction& row = facts.code[call];
  for (uint32_t at = 0; at < row.operand_count; ++at) {
    const auto text = facts.constant_text(facts.operand(row, at));
    if (text && is_one_of(*text, marks)) return true;
  }
  return called_name(call) == "setex" || called_name(call) == "setEx";
}

bool FailureReader::may_fail(ValueId call) const {
  constexpr std::string_view questions[] = {"access", "stat", "lstat", "realpath",   "readlink", "pathExists",
                                            "exists", "ping", "head",  "accessSync", "statSync"};
  const std::string_view name = called_name(call);
  if (is_clean_up_name(name) || is_notice_name(name) || is_one_of(name, questions)) return true;
  if (name.starts_with("waitFor") || is_written_for_a_time(call)) return true;
  for (const ModelledCall& row : retention.flow.modelled(global(call)))
    for (const EffectRow& effect : row.row->effects)
      if (effect.kind == EffectRow::Kind::release || effect.kind == EffectRow::Kind::clear_timer) return true;
  return false;
}

Reaction worse(Reaction a, Reaction b) {
  return std::max(a, b);
}

Reaction FailureReader::reaction_in(ValueId begin, ValueId end) const {
  Reaction reaction = Reaction::none;
  for (ValueId at = begin; at < end; at = ValueId(at.raw + 1)) {
    const Instruction& row = facts.code[at];
    switch (row.op) {
      case Op::call:
        reaction = worse(reaction, reaction_of_call(at));
        break;
      case Op::return_: {
        if (row.a == ValueId::none_raw) break;
        const Instruction& value = facts.code[ValueId(row.a)];
        const bool is_logged = value.op == Op::call && is_logging(ValueId(row.a));
        const bool is_null =
            value.op == Op::constant && (static_cast<Constant>(value.a) == Constant::null ||
                                         static_cast<Constant>(value.a) == Constant::undefined);
        if (!is_logged) reaction = worse(reaction, is_null ? Reaction::gives_null : Reaction::deals);
        break;
      }
      case Op::store:
        // The caught value itself, and what the handler declares for its own use.
        for (ValueId load : uses.loads_of(BindingId(row.a)))
          if (load < begin || load >= end) return Reaction::deals;
        if (!(row.flags & Instruction::initializer) && facts.code[ValueId(row.b)].op != Op::caught &&
            facts.code[ValueId(row.b)].op != Op::param)
          return Reaction::deals;
        break;
      case Op::throw_:
      case Op::new_:
      case Op::import_call:
      case Op::store_member:
      case Op::store_index:
      case Op::store_global:
      case Op::delete_member:
      case Op::delete_index:
      case Op::break_:
      case Op::await_:
      case Op::yield_:
      case Op::try_begin:
        return Reaction::deals;
      default:
        break;
    }
  }
  return reaction;
}

Reaction FailureReader::reaction_of(GlobalFunction id) const {
  const Function& function = retention.program.function(id);
  if (retention.program.file_of(id) != file) return Reaction::deals;
  return reaction_in(function.code_begin, function.code_end);
}

bool writes_outside(const FailureReader& reader, GlobalFunction id) {
  if (reader.retention.program.file_of(id) != reader.file) return false;
  const Function& function = reader.retention.program.function(id);
  const FunctionId own = reader.retention.program.local(id);
  for (ValueId at = function.code_begin; at < function.code_end; at = ValueId(at.raw + 1)) {
    const Instruction& row = reader.facts.code[at];
    if (row.op == Op::store_member || row.op == Op::store_index) return true;
    if (row.op == Op::store && reader.facts.variables[BindingId(row.a)].function != own) return true;
  }
  return false;
}

}  // namespace leaklint
