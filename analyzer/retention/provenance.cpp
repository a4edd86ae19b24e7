#include <algorithm>

#include "retention/retention.h"

namespace leaklint {
namespace {

/// Enough for a value that is passed through three or four functions with a handful of callers each.
constexpr size_t step_limit = 64;

/// Members by which collections and pools give out one of what they keep.
bool takes_out(std::string_view member) {
  constexpr std::string_view names[] = {"shift", "pop", "get", "at", "find", "peek", "dequeue", "checkout"};
  return std::find(std::begin(names), std::end(names), member) != std::end(names);
}

/// Follows one value back to where it came from, breadth-first.
class Provenance {
 public:
  explicit Provenance(const Retention& retention) : retention_(retention), program_(retention.program) {}

  std::optional<GlobalValue> taken_out_at(GlobalValue value) {
    follow(value);
    for (size_t at = 0; at < pending_.size() && at < step_limit; ++at)
      if (const GlobalValue taken = visit(pending_[at])) return taken;
    return std::nullopt;
  }

 private:
  void follow(GlobalValue value) {
    if (std::find(pending_.begin(), pending_.end(), value) == pending_.end()) pending_.push_back(value);
  }

  /// The value itself where it is taken out here; otherwise none, and what it may come from is queued.
  GlobalValue visit(GlobalValue value) {
    const FileId file = program_.file_of(value);
    const FileFacts& facts = retention_.facts(file);
    const Instruction& row = facts.code[program_.local(value)];
    switch (row.op) {
      case Op::load:
        follow_variable(value, BindingId(row.a));
        return {};
      case Op::param:
        follow_callers(program_.function_of(value), row.a);
        return {};
      case Op::await_:
        follow(program_.global(file, ValueId(row.a)));
        return {};
      case Op::choose:
        for (uint32_t at = 0; at < row.operand_count; ++at)
          follow(program_.global(file, facts.operand(row, at)));
        return {};
      case Op::index:
        return is_kept(program_.global(file, ValueId(row.a))) &&
                       !retention_.constant_text(program_.global(file, ValueId(row.b)))
                   ? value
                   : GlobalValue();
      case Op::call: {
        const Instruction& callee = facts.code[ValueId(row.a)];
        if (callee.op != Op::member || !takes_out(facts.names.text(NameId(callee.b)))) return {};
        // `request.get({ url })` asks another host: what is kept is found by a key, not by a list of wishes.
        const bool has_wishes = row.operand_count > 0 && facts.code[facts.operand(row, 0)].op == Op::object;
        return !has_wishes && is_kept(program_.global(file, ValueId(callee.a))) ? value : GlobalValue();
      }
      default:
        return {};
    }
  }

  void follow_variable(GlobalValue load, BindingId variable) {
    const FileId file = program_.file_of(load);
    const FileFacts& facts = retention_.facts(file);
    const auto stores = retention_.uses(file).stores_of(variable);
    // What was stored before the last store that lies on every way here has been overwritten.
    ValueId last;
    for (ValueId store : stores)
      if (retention_.control_flow(file).dominates(store, program_.local(load)) && (!last || store > last))
        last = store;
    for (ValueId store : stores)
      if (!last || (store >= last && store < program_.local(load)) ||
          facts.function_of(store) != facts.function_of(last))
        follow(program_.global(file, stored_value(facts.code[store])));
  }

  void follow_callers(GlobalFunction function, uint32_t index) {
    for (const CallEdge& edge : retention_.flow.callers_of(function)) {
      if (!edge.call || edge.kind == CallEdge::Kind::callback) continue;
      const FileId file = program_.file_of(edge.call);
      const Instruction& call = program_.instruction(edge.call);
      if (index < call.operand_count)
        follow(program_.global(file, retention_.facts(file).operand(call, index)));
    }
  }

  /// A collection in a field of an object, or in a module's variable: it is there before and after this call.
  bool is_kept(GlobalValue collection) const {
    const auto path = retention_.place_of(collection);
    if (!path) return false;
    if (path->root() == PlacePath::Root::this_) return path->has_steps();
    if (path->root() != PlacePath::Root::variable) return false;
    const Variable& variable = retention_.facts(program_.file_of(collection)).variables[path->variable()];
    return variable.function.raw == 0 && variable.kind != BindingKind::import && !is_required(collection);
  }

  /// A variable that holds a module: `const request = require('request')`.
  bool is_required(GlobalValue value) const {
    const FileId file = program_.file_of(value);
    const FileFacts& facts = retention_.facts(file);
    const ValueId origin = origin_of(facts, retention_.uses(file), program_.local(value));
    if (!origin || facts.code[origin].op != Op::call) return false;
    const Instruction& callee = facts.code[ValueId(facts.code[origin].a)];
    return callee.op == Op::load_global && facts.names.text(NameId(callee.a)) == "require";
  }

  const Retention& retention_;
  const Program& program_;
  std::vector<GlobalValue> pending_;
};

}  // namespace

std::optional<GlobalValue> Retention::taken_out_at(GlobalValue value) const {
  return Provenance(*this).taken_out_at(value);
}

}  // namespace leaklint
