#include "program/handed_functions.h"

#include <algorithm>

namespace leaklint {
namespace {

constexpr size_t most_calls = 64;

class OriginFinder {
 public:
  OriginFinder(const Program& program, const Flow& flow, const CallEdge& edge)
      : program_(program), flow_(flow), edge_(edge) {}

  std::vector<CallEdge> find() {
    const auto values = values_called();
    if (values.empty()) return {edge_};
    for (GlobalValue value : values)
      if (!hand_over(value)) return {edge_};
    for (size_t at = 0; at < pending_.size(); ++at) {
      if (pending_.size() > most_calls) return {edge_};
      bool is_passed_on = false;
      for (GlobalValue argument : arguments_with_callee(pending_[at])) is_passed_on |= hand_over(argument);
      if (!is_passed_on) add_origin(pending_[at]);
    }
    return origins_;
  }

 private:
  bool can_be_callee(GlobalValue value) const {
    for (ObjectId id : flow_.objects_of(value)) {
      const Object& object = flow_.object(id);
      if (object.kind == ObjectKind::function && GlobalFunction(object.owner) == edge_.callee) return true;
    }
    return false;
  }

  std::vector<GlobalValue> arguments_with_callee(GlobalValue call) const {
    std::vector<GlobalValue> found;
    const FileId file = program_.file_of(call);
    const Instruction& row = program_.instruction(call);
    for (uint32_t at = 0; at < row.operand_count; ++at) {
      const GlobalValue value = program_.global(file, program_.file(file).facts.operand(row, at));
      if (can_be_callee(value)) found.push_back(value);
    }
    return found;
  }

  /// What the edge's call runs: the callee of a call, or those arguments that a library is given.
  std::vector<GlobalValue> values_called() const {
    if (edge_.kind == CallEdge::Kind::construct) return {};
    if (edge_.kind == CallEdge::Kind::callback) return arguments_with_callee(edge_.call);
    if (program_.instruction(edge_.call).op != Op::call) return {};
    const FileId file = program_.file_of(edge_.call);
    const FileFacts& facts = program_.file(file).facts;
    ValueId callee(program_.instruction(edge_.call).a);
    const Instruction& row = facts.code[callee];
    if (row.op == Op::member) {
      const NameId name = program_.name(file, NameId(row.b));
      if (name != program_.well_known.call && name != program_.well_known.apply) return {};
      callee = ValueId(row.a);
    }
    return {program_.global(file, callee)};
  }

  /// The function that declares the parameter a value is read from, when nothing between makes it run more
  /// often than that function does.
  GlobalFunction owner_of_parameter(GlobalValue value) const {
    const FileId file = program_.file_of(value);
    const FileFacts& facts = program_.file(file).facts;
    const Instruction& row = program_.instruction(value);
    if (row.op != Op::load) return {};
    const Variable& variable = facts.variables[BindingId(row.a)];
    if (variable.kind != BindingKind::parameter) return {};
    for (FunctionId at = facts.function_of(program_.local(value)); at != variable.function;
         at = facts.functions[at].parent) {
      if (!at || runs_by_itself(program_.global(file, at))) return {};
    }
    return program_.global(file, variable.function);
  }

  bool runs_by_itself(GlobalFunction function) const {
    if (flow_.is_reachable_from_outside(function)) return true;
    const auto callers = flow_.callers_of(function);
    return std::any_of(callers.begin(), callers.end(), [](const CallEdge& edge) {
      return edge.kind == CallEdge::Kind::callback && edge.callback && edge.callback->runs == Runs::life;
    });
  }

  /// Puts the calls that pass the callee for the parameter on the list; false when none is seen.
  bool hand_over(GlobalValue value) {
    const GlobalFunction owner = owner_of_parameter(value);
    if (!owner) return false;
    bool is_seen = false;
    for (const CallEdge& caller : flow_.callers_of(owner)) {
      if (!caller.call || arguments_with_callee(caller.call).empty()) continue;
      is_seen = true;
      if (std::find(pending_.begin(), pending_.end(), caller.call) == pending_.end())
        pending_.push_back(caller.call);
    }
    return is_seen;
  }

  void add_origin(GlobalValue call) {
    CallEdge origin = edge_;
    origin.call = call;
    origins_.push_back(origin);
  }

  const Program& program_;
  const Flow& flow_;
  const CallEdge& edge_;
  std::vector<GlobalValue> pending_;
  std::vector<CallEdge> origins_;
};

}  // namespace

std::vector<CallEdge> edges_of_origin(const Program& program, const Flow& flow, const CallEdge& edge) {
  if (!edge.call) return {edge};
  auto found = OriginFinder(program, flow, edge).find();
  return found.empty() ? std::vector{edge} : found;
}

}  // namespace leaklint
