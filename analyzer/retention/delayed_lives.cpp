#include "retention/delayed_lives.h"

#include <algorithm>

#include "semantics/number.h"

namespace leaklint {
namespace {

/// Functions that hand a life on to functions that hand it on: deeper ones are rare.
constexpr int max_depth = 3;

class DelayedLifeFinder {
 public:
  explicit DelayedLifeFinder(const Retention& retention)
      : retention_(retention), program_(retention.program) {}

  std::vector<DelayedLife> find() {
    for (EffectId id : retention_.effects.of_kind(EffectRow::Kind::start_timeout))
      look_at_timer(retention_.effects[id], false);
    for (EffectId id : retention_.effects.of_kind(EffectRow::Kind::start_interval))
      look_at_timer(retention_.effects[id], true);
    for (uint32_t raw = 0; raw < program_.file_count(); ++raw) look_for_pauses(FileId(raw));
    return std::move(found_);
  }

 private:
  /// How a function uses a life, itself and where it passes it on.
  struct Use {
    bool only_reads = true;
    bool is_passed_on = false;
    std::string member;
  };

  const FileFacts& facts(FileId file) const { return retention_.facts(file); }

  Use use_in(GlobalFunction function, GlobalVariable variable, int depth) const {
    Use result;
    const FileId file = program_.file_of(function);
    const FunctionId outer = program_.local(function);
    for (ValueId load : retention_.uses(file).loads_of(program_.local(variable))) {
      FunctionId at = facts(file).function_of(load);
      while (at && at != outer) at = facts(file).functions[at].parent;
      if (!at) continue;
      for (const ValueUse& use : retention_.uses(file).uses_of(load)) add_use(file, use, depth, result);
    }
    return result;
  }

  void add_use(FileId file, const ValueUse& use, int depth, Use& result) const {
    const Instruction& user = facts(file).code[use.user];
    // `req.id` is read; `res.end()` acts on the life, which is then still going on.
    if (user.op == Op::member && use.role == UseRole::object) {
      if (result.member.empty()) result.member = std::string(facts(file).names.text(NameId(user.b)));
      return;
    }
    result.is_passed_on = true;
    if (use.role == UseRole::argument && user.op == Op::call && depth < max_depth) {
      const auto callees = retention_.flow.callees_of(program_.global(file, use.user));
      bool is_known = !callees.empty();
      for (const CallEdge& edge : callees) {
        const auto parameter = parameter_at(edge.callee, use.index);
        const Use inner = edge.kind == CallEdge::Kind::direct && parameter
                              ? use_in(edge.callee, *parameter, depth + 1)
                              : Use{.only_reads = false, .is_passed_on = false, .member = {}};
        is_known &= inner.only_reads && !inner.member.empty();
        if (result.member.empty()) result.member = inner.member;
      }
      if (is_known) return;
    }
    result.only_reads = false;
  }

  std::optional<GlobalVariable> parameter_at(GlobalFunction function, uint32_t index) const {
    const FileId file = program_.file_of(function);
    const Function& row = program_.function(function);
    if (index >= row.parameter_count) return std::nullopt;
    const BindingId binding = facts(file).parameters[row.first_parameter + index].binding;
    if (!binding) return std::nullopt;
    return program_.global(file, binding);
  }

  void look_at_timer(const Effect& timer, bool is_interval) {
    if (!timer.handler || !retention_.clears_of(timer).empty()) return;
    const FileId file = program_.file_of(timer.at);
    const Instruction& call = program_.instruction(timer.at);
    if (call.op != Op::call) return;
    const GlobalValue delay =
        call.operand_count > 1 ? program_.global(file, facts(file).operand(call, 1)) : GlobalValue();
    const size_t before = found_.size();
    for (GlobalFunction function : retention_.functions_of(timer.handler)) {
      for (uint32_t at = 2; at < call.operand_count; ++at)
        add_argument(timer.at, delay, is_interval, function, facts(file).operand(call, at), at - 2);
      add_bound(timer, delay, is_interval, function);
      if (found_.size() == before) add_captured(timer.at, delay, is_interval, function, true);
      if (found_.size() > before) return;
    }
  }

  /// `setTimeout(audit.bind(null, request), …)`
  void add_bound(const Effect& timer, GlobalValue delay, bool is_interval, GlobalFunction function) {
    const FileId file = program_.file_of(timer.handler);
    const Instruction& bind = program_.instruction(timer.handler);
    if (bind.op != Op::call) return;
    const Instruction& callee = facts(file).code[ValueId(bind.a)];
    if (callee.op != Op::member || facts(file).names.text(NameId(callee.b)) != "bind") return;
    for (uint32_t at = 1; at < bind.operand_count; ++at)
      add_argument(timer.at, delay, is_interval, function, facts(file).operand(bind, at), at - 1);
  }

  void add_argument(GlobalValue at, GlobalValue delay, bool is_interval, GlobalFunction function,
                    ValueId value, uint32_t index) {
    const FileId file = program_.file_of(at);
    const Instruction& load = facts(file).code[value];
    const auto parameter = parameter_at(function, index);
    if (load.op != Op::load || !parameter) return;
    const auto life = retention_.life_of(program_.global(file, BindingId(load.a)));
    const Use use = life ? use_in(function, *parameter, 0) : Use{};
    if (life && use.only_reads && !use.member.empty())
      found_.push_back({at, delay, *life, function, use.member, is_interval});
  }

  /// What the closure itself acts on is a part of the life, with all else that it holds.
  void add_captured(GlobalValue at, GlobalValue delay, bool is_interval, GlobalFunction function,
                    bool only_passed_on) {
    std::optional<DelayedLife> first;
    for (const Retention::CapturedLife& life : retention_.captured_lives(function)) {
      const Use use = use_in(function, life.variable, 0);
      if (!use.only_reads) return;
      if (!first && !use.member.empty() && (use.is_passed_on || !only_passed_on))
        first = DelayedLife{at, delay, life, function, use.member, is_interval};
    }
    if (first) found_.push_back(std::move(*first));
  }

  /// `pause(60_000).then(() => …)`: the timer keeps the promise's reactions.
  void look_for_pauses(FileId file) {
    for (const char* method : {"then", "finally"}) {
      const NameId name = facts(file).names.find(method);
      if (!name) continue;
      for (ValueId read : retention_.uses(file).member_reads_of(name)) {
        const ValueId reaction = retention_.uses(file).call_of(read);
        if (!reaction || facts(file).code[reaction].operand_count == 0) continue;
        const ValueId pause = pause_behind(file, read);
        const auto delay = pause ? delay_of_pause(program_.global(file, pause)) : std::nullopt;
        if (!delay) continue;
        const GlobalValue handler = program_.global(file, facts(file).operand(facts(file).code[reaction], 0));
        for (GlobalFunction function : retention_.functions_of(handler))
          add_captured(program_.global(file, pause), *delay, false, function, false);
      }
    }
  }

  /// The call at the beginning of a chain of reactions.
  ValueId pause_behind(FileId file, ValueId member) const {
    for (int links = 0; links < 8; ++links) {
      const ValueId made = origin_of(facts(file), retention_.uses(file), ValueId(facts(file).code[member].a));
      if (!made || facts(file).code[made].op != Op::call) return {};
      const ValueId callee(facts(file).code[made].a);
      const Instruction& row = facts(file).code[callee];
      const std::string_view name =
          row.op == Op::member ? facts(file).names.text(NameId(row.b)) : std::string_view();
      if (name != "then" && name != "finally" && name != "catch") return made;
      member = callee;
    }
    return {};
  }

  /// The delay of a call that returns a promise which a timer settles: one of a library, or a function that
  /// returns `new Promise((resolve) => setTimeout(resolve, delay))`.
  std::optional<GlobalValue> delay_of_pause(GlobalValue call) const {
    const FileId file = program_.file_of(call);
    const Instruction& row = program_.instruction(call);
    if (const auto own = retention_.effects.at(call, EffectRow::Kind::start_timeout)) {
      const Effect& timer = retention_.effects[*own];
      if (timer.handler || !timer.value) return std::nullopt;
      return timer.value;
    }
    const auto callees = retention_.flow.callees_of(call);
    if (callees.size() != 1 || callees.front().kind != CallEdge::Kind::direct) return std::nullopt;
    const GlobalFunction function = callees.front().callee;
    for (EffectId id : retention_.effects.of_kind(EffectRow::Kind::start_timeout)) {
      const Effect& timer = retention_.effects[id];
      if (!settles_result_of(function, timer)) continue;
      const Instruction& started = program_.instruction(timer.at);
      const FileId inside = program_.file_of(timer.at);
      if (started.operand_count < 2) return std::nullopt;
      const GlobalValue delay = program_.global(inside, facts(inside).operand(started, 1));
      const auto given = argument_for(function, delay, file, row);
      return given ? *given : delay;
    }
    return std::nullopt;
  }

  /// Whether the timer runs the `resolve` of the promise that a function returns.
  bool settles_result_of(GlobalFunction function, const Effect& timer) const {
    const FileId file = program_.file_of(function);
    if (!timer.handler || program_.file_of(timer.at) != file) return false;
    const Function& executor = program_.function(timer.function);
    if (!executor.parent || program_.global(file, executor.parent) != function ||
        executor.parameter_count == 0)
      return false;
    const auto resolve = retention_.place_of(timer.handler);
    const BindingId parameter = facts(file).parameters[executor.first_parameter].binding;
    if (!resolve || resolve->has_steps() || !parameter || resolve->variable() != parameter) return false;
    for (const ValueUse& use : retention_.uses(file).uses_of(executor.value)) {
      if (!use.user || !use.is(UseRole::argument, 0) || facts(file).code[use.user].op != Op::new_) continue;
      for (const ValueUse& made : retention_.uses(file).uses_of(use.user))
        if (made.role == UseRole::returned) return true;
    }
    return false;
  }

  /// What a call gives for the parameter that a value inside the function is read from.
  std::optional<GlobalValue> argument_for(GlobalFunction function, GlobalValue value, FileId file,
                                          const Instruction& call) const {
    const auto place = retention_.place_of(value);
    if (!place || place->has_steps() || !place->variable()) return std::nullopt;
    const FileId inside = program_.file_of(function);
    const Function& row = program_.function(function);
    for (uint32_t at = 0; at < row.parameter_count && at < call.operand_count; ++at)
      if (facts(inside).parameters[row.first_parameter + at].binding == place->variable())
        return program_.global(file, facts(file).operand(call, at));
    return std::nullopt;
  }

  const Retention& retention_;
  const Program& program_;
  std::vector<DelayedLife> found_;
};

}  // namespace

std::vector<DelayedLife> delayed_lives(const Retention& retention) {
  return DelayedLifeFinder(retention).find();
}

std::optional<double> milliseconds(const Retention& retention, GlobalValue delay) {
  if (!delay) return 0;
  const FileId file = retention.program.file_of(delay);
  return number_of(retention.facts(file), retention.uses(file), retention.program.local(delay));
}

}  // namespace leaklint
