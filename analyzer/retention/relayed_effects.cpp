#include <algorithm>

#include "retention/handed_out.h"

namespace leaklint {
namespace {

/// Helpers that call helpers: deeper ones are rare, and recursive ones must end.
constexpr int depth_limit = 4;

bool is_listening(EffectRow::Kind kind) {
  return kind == EffectRow::Kind::add_listener || kind == EffectRow::Kind::remove_listener;
}

/// The parameter a value is read from, where it is one of `function` or of a function around it.
BindingId parameter_of(const Program& program, GlobalValue value) {
  if (!value) return {};
  const Instruction& row = program.instruction(value);
  if (row.op != Op::load) return {};
  const BindingId binding(row.a);
  const GlobalVariable variable = program.global(program.file_of(value), binding);
  return program.variable(variable).kind == BindingKind::parameter ? binding : BindingId();
}

std::optional<uint32_t> index_of(const Program& program, GlobalFunction function, BindingId parameter) {
  const Function& row = program.function(function);
  const FileFacts& facts = program.file(program.file_of(function)).facts;
  for (uint32_t at = 0; at < row.parameter_count; ++at)
    if (facts.parameters[row.first_parameter + at].binding == parameter) return at;
  return std::nullopt;
}

/// The variable of a module, or the global, that a value is read from: every call of a helper means the same
/// one.
struct SharedName {
  Op op = Op::constant;
  uint32_t id = 0;
  explicit operator bool() const { return op != Op::constant; }
  friend bool operator==(const SharedName&, const SharedName&) = default;
};

SharedName shared_name(const Program& program, GlobalValue value) {
  if (!value) return {};
  const Instruction& row = program.instruction(value);
  if (row.op == Op::load_global) return {row.op, row.a};
  if (row.op != Op::load) return {};
  const bool is_of_module =
      program.variable(program.global(program.file_of(value), BindingId(row.a))).function.raw == 0;
  return is_of_module ? SharedName{row.op, row.a} : SharedName{};
}

/// Whether two values are read from the same variable.
bool is_same_variable(const Program& program, GlobalValue a, GlobalValue b) {
  if (!a || !b) return false;
  const Instruction &one = program.instruction(a), &other = program.instruction(b);
  return one.op == Op::load && other.op == Op::load && one.a == other.a;
}

/// What happens to the same emitter and handler inside the helper and its closures.
enum class TakenBack : uint8_t { no, by_result, somewhere };

TakenBack taken_back(const Program& program, const std::vector<Effect>& removals, const Effect& add) {
  TakenBack found = TakenBack::no;
  for (const Effect& other : removals) {
    if (program.file_of(other.at) != program.file_of(add.at)) continue;
    if (parameter_of(program, other.receiver) != parameter_of(program, add.receiver)) continue;
    if (shared_name(program, other.receiver) != shared_name(program, add.receiver)) continue;
    const Function& closure = program.function(other.function);
    const bool is_inner =
        closure.parent && program.global(program.file_of(add.at), closure.parent) == add.function;
    if (other.function != add.function && !is_inner) continue;
    if (!is_inner || !is_returned(program, other.function)) return TakenBack::somewhere;
    found = TakenBack::by_result;
  }
  return found;
}

/// Whether a helper adds to an emitter that all share, and returns a function that removes the same.
bool is_handed_out(const Program& program, const std::vector<Effect>& removals, const Effect& add) {
  if (add.kind != EffectRow::Kind::add_listener || !shared_name(program, add.receiver)) return false;
  const bool removes_the_same = std::any_of(removals.begin(), removals.end(), [&](const Effect& removal) {
    const Function& closure = program.function(removal.function);
    const FileId file = program.file_of(add.at);
    return program.file_of(removal.at) == file && closure.parent &&
           program.global(file, closure.parent) == add.function &&
           is_same_variable(program, removal.handler, add.handler);
  });
  return removes_the_same && taken_back(program, removals, add) == TakenBack::by_result;
}

}  // namespace

/// `function listen(target, handler) { target.on("x", handler); }` adds for its callers: each call is an
/// effect of its own, on what it passes. So does what adds to an emitter that all share, and returns a
/// function that removes: its callers are to call that.
void Effects::add_relayed() {
  struct Pending {
    Effect effect;
    int depth;
  };
  std::vector<Pending> pending;
  std::vector<Effect> removals;
  for (const Effect& effect : effects_.rows()) {
    if (is_listening(effect.kind)) pending.push_back({effect, 0});
    if (effect.kind == EffectRow::Kind::remove_listener) removals.push_back(effect);
  }
  std::vector<GlobalValue> relaying;
  for (size_t next = 0; next < pending.size(); ++next) {
    const auto [effect, depth] = pending[next];
    if (depth >= depth_limit) continue;
    const auto receiver = index_of(program_, effect.function, parameter_of(program_, effect.receiver));
    const auto handler = index_of(program_, effect.function, parameter_of(program_, effect.handler));
    const bool is_shared = is_handed_out(program_, removals, effect) && depth == 0;
    if (!is_shared && (!receiver || !handler)) continue;
    Effect relayed = effect;
    if (effect.kind == EffectRow::Kind::add_listener && depth == 0) {
      const TakenBack back = taken_back(program_, removals, effect);
      if (back == TakenBack::somewhere) continue;
      relayed.is_undone_by_result = back == TakenBack::by_result;
    }
    const auto event = index_of(program_, effect.function, parameter_of(program_, effect.event));
    relayed.inside = effect.inside ? effect.inside : effect.at;
    for (const CallEdge& edge : flow_.callers_of(effect.function)) {
      if (!edge.call || edge.kind != CallEdge::Kind::direct || edge.call == effect.at) continue;
      const FileId file = program_.file_of(edge.call);
      const FileFacts& facts = program_.file(file).facts;
      const Instruction& call = program_.instruction(edge.call);
      const auto given = [&](uint32_t index) {
        return index < call.operand_count ? program_.global(file, facts.operand(call, index)) : GlobalValue();
      };
      relayed.at = edge.call;
      if (receiver) relayed.receiver = relayed.handle = given(*receiver);
      if (handler) relayed.handler = given(*handler);
      if (event) relayed.event = given(*event);
      if (!relayed.receiver || !relayed.handler) continue;
      relaying.push_back(effect.at);
      add(relayed);
      relayed.function = program_.function_of(edge.call);
      if (!is_shared) pending.push_back({relayed, depth + 1});
    }
  }
  std::sort(relaying.begin(), relaying.end());
  for (Effect& effect : effects_.rows())
    effect.is_for_callers =
        is_listening(effect.kind) && std::binary_search(relaying.begin(), relaying.end(), effect.at);
}

}  // namespace leaklint
