#include "program/lazy_start.h"

#include <algorithm>

#include "semantics/state_test.h"

namespace leaklint {
namespace {

constexpr size_t most_functions = 48;

class LazyStartFinder {
 public:
  LazyStartFinder(const Program& program, const Flow& flow, const CodeAnswers& answers, GlobalValue call)
      : program_(program),
        flow_(flow),
        file_(program.file_of(call)),
        facts_(program.file(file_).facts),
        uses_(answers.uses(file_)),
        control_flow_(answers.control_flow(file_)),
        call_(program.local(call)) {}

  bool find() {
    const auto absent = absent_places();
    if (absent.empty()) return false;
    add_callees(call_);
    for (size_t at = 0; at < pending_.size(); ++at) {
      for (const PlacePath& place : absent)
        if (gives_value(pending_[at], place)) return true;
      look_into(pending_[at]);
    }
    return false;
  }

 private:
  /// Fields of `this` and variables outside the calling function that are empty when the call runs.
  std::vector<PlacePath> absent_places() const {
    std::vector<PlacePath> places;
    for (const Guard& guard : control_flow_.guards_of(call_)) {
      if (guard.block && facts_.code[guard.block].op == Op::case_) continue;
      const Instruction& row = facts_.code[guard.condition];
      if (row.op != Op::choose) {
        add_absent(guard, places);
        continue;
      }
      // `!this.client || !this.client.call`: one of them is empty, and the same call mends either.
      for (uint32_t at = 0; at < row.operand_count; ++at)
        for (const Guard& part : control_flow_.parts_of(facts_.operand(row, at), guard.sense))
          add_absent(part, places);
    }
    return places;
  }

  void add_absent(const Guard& guard, std::vector<PlacePath>& places) const {
    const auto test = state_test_of(facts_, uses_, guard.condition, guard.sense);
    if (!test || test->kind != StateTest::Kind::empty) return;
    const PlacePath& place = test->place;
    const bool is_field = place.root() == PlacePath::Root::this_ && place.last_name();
    const BindingId variable = place.has_steps() ? BindingId() : place.variable();
    const bool is_outside = variable && facts_.variables[variable].kind != BindingKind::parameter &&
                            facts_.variables[variable].function != facts_.function_of(call_);
    if (is_field || is_outside) places.push_back(place);
  }

  bool gives_value(FunctionId function, const PlacePath& place) const {
    const auto writes =
        place.has_steps() ? uses_.member_writes_of(place.last_name()) : uses_.stores_of(place.variable());
    return std::any_of(writes.begin(), writes.end(), [&](ValueId write) {
      if (facts_.function_of(write) != function) return false;
      const ValueId value = stored_value(facts_.code[write]);
      if (!value || constant_outcome(facts_, value) == false) return false;
      if (!place.has_steps()) return true;
      const auto written = place_written(facts_, uses_, write);
      return written && written->root() == PlacePath::Root::this_ && written->has_same_steps(place);
    });
  }

  void add(FunctionId function) {
    if (pending_.size() < most_functions &&
        std::find(pending_.begin(), pending_.end(), function) == pending_.end())
      pending_.push_back(function);
  }

  void add_callees(ValueId call) {
    for (const CallEdge& edge : flow_.callees_of(program_.global(file_, call)))
      if (edge.kind != CallEdge::Kind::callback && program_.file_of(edge.callee) == file_)
        add(program_.local(edge.callee));
  }

  void look_into(FunctionId function) {
    const Function& row = facts_.functions[function];
    for (uint32_t raw = row.code_begin.raw; raw < row.code_end.raw; ++raw) {
      const Instruction& instruction = facts_.code[ValueId(raw)];
      if (instruction.op == Op::call || instruction.op == Op::new_) add_callees(ValueId(raw));
      if (instruction.op == Op::function) add(FunctionId(instruction.a));
    }
  }

  const Program& program_;
  const Flow& flow_;
  FileId file_;
  const FileFacts& facts_;
  const ValueUses& uses_;
  const ControlFlow& control_flow_;
  ValueId call_;
  std::vector<FunctionId> pending_;
};

}  // namespace

bool starts_lazily(const Program& program, const Flow& flow, const CodeAnswers& answers, GlobalValue call) {
  return LazyStartFinder(program, flow, answers, call).find();
}

}  // namespace leaklint
