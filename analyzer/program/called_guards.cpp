#include "program/called_guards.h"

#include <algorithm>

#include "semantics/state_test.h"

namespace leaklint {
namespace {

/// A guard and what it guards stand close together, and functions that ask or note are short.
constexpr uint32_t reach = 2000;
constexpr uint32_t longest_helper = 200;

class CalledGuardFinder {
 public:
  CalledGuardFinder(const Program& program, const Flow& flow, const CodeAnswers& answers, GlobalValue at)
      : program_(program),
        flow_(flow),
        answers_(answers),
        file_(program.file_of(at)),
        at_(program.local(at)) {}

  bool find() const {
    for (const Guard& guard : control_flow(file_).guards_of(at_)) {
      if (guard.block && facts(file_).code[guard.block].op == Op::case_) continue;
      if (facts(file_).code[guard.condition].op != Op::call) {
        const auto test = state_test_of(facts(file_), uses(file_), guard.condition, guard.sense);
        if (test && is_noted(file_, *test, guard.condition)) return true;
        continue;
      }
      const GlobalFunction asked = only_callee(guard.condition);
      if (asked && (is_claim(asked, guard.sense) || is_answer(asked, guard))) return true;
    }
    return false;
  }

 private:
  const FileFacts& facts(FileId file) const { return program_.file(file).facts; }
  const ValueUses& uses(FileId file) const { return answers_.uses(file); }
  const ControlFlow& control_flow(FileId file) const { return answers_.control_flow(file); }

  /// The function that a call runs, when there is only one, and it is short.
  GlobalFunction only_callee(ValueId call) const {
    const auto callees = flow_.callees_of(program_.global(file_, call));
    if (callees.size() != 1 || callees.front().kind != CallEdge::Kind::direct) return {};
    const Function& row = program_.function(callees.front().callee);
    const bool is_plain = !row.is_async && !row.is_generator;
    return is_plain && row.code_end.raw - row.code_begin.raw <= longest_helper ? callees.front().callee
                                                                               : GlobalFunction();
  }

  template <class Visit>
  void each_return(GlobalFunction function, Visit visit) const {
    const FileFacts& code = facts(program_.file_of(function));
    const Function& row = program_.function(function);
    for (uint32_t raw = row.code_begin.raw; raw < row.code_end.raw; ++raw)
      if (code.code[ValueId(raw)].op == Op::return_) visit(ValueId(raw), ValueId(code.code[ValueId(raw)].a));
  }

  /// `if (claimed) return false; claimed = true; return true;`: every way to that answer is open once.
  bool is_claim(GlobalFunction function, bool answer) const {
    const FileId file = program_.file_of(function);
    const Function& row = program_.function(function);
    bool is_once = false, is_other = false;
    ValueId last;
    each_return(function, [&](ValueId at, ValueId value) {
      last = at;
      const auto outcome = value ? constant_outcome(facts(file), value) : std::optional(false);
      if (outcome && *outcome != answer) return;
      (answers_.runs_once(program_.global(file, at)) ? is_once : is_other) = true;
    });
    const bool ends_with_return = last && last.raw + 1 == row.code_end.raw;
    return is_once && !is_other && (answer || ends_with_return);
  }

  /// `return installed;`: asks about a place that is noted afterwards.
  bool is_answer(GlobalFunction function, const Guard& guard) const {
    const FileId file = program_.file_of(function);
    ValueId answer;
    size_t returns = 0;
    each_return(function, [&](ValueId, ValueId value) {
      answer = value;
      ++returns;
    });
    if (returns != 1 || !answer) return false;
    const auto parts = control_flow(file).parts_of(answer, guard.sense);
    if (parts.size() != 1) return false;
    const auto test = state_test_of(facts(file), uses(file), parts.front().condition, parts.front().sense);
    return test && is_noted(file, *test, guard.condition);
  }

  /// Whether what runs together with the code, behind the test, makes the test fail the next time: in a
  /// function that it calls, or itself. `file` is where the place of the test is.
  bool is_noted(FileId file, const StateTest& test, ValueId condition) const {
    if (test.kind != StateTest::Kind::empty && test.kind != StateTest::Kind::set) return false;
    const BindingId variable = test.place.variable();
    const bool is_lasting = test.place.root() == PlacePath::Root::this_ ||
                            test.place.root() == PlacePath::Root::global ||
                            (variable && facts(file).variables[variable].function.raw == 0);
    if (!is_lasting) return false;
    const bool wanted = test.kind == StateTest::Kind::empty;
    bool is_set = false, is_reset = false;
    const auto look = [&](FileId where, FunctionId function) {
      if (where != file) return;
      is_set |= writes(file, function, test.place, wanted);
      is_reset |= writes(file, function, test.place, !wanted);
    };
    const FunctionId here = facts(file_).function_of(at_);
    look(file_, here);
    const uint32_t end = std::min(facts(file_).functions[here].code_end.raw, condition.raw + reach);
    for (uint32_t raw = condition.raw + 1; raw < end; ++raw) {
      const ValueId call(raw);
      if (facts(file_).code[call].op != Op::call || !control_flow(file_).always_runs_with(at_, call))
        continue;
      if (const GlobalFunction called = only_callee(call))
        look(program_.file_of(called), program_.local(called));
    }
    return is_set && !is_reset;
  }

  /// Whether a function puts something with that outcome into the place.
  bool writes(FileId file, FunctionId function, const PlacePath& place, bool outcome) const {
    const auto stores = place.has_steps()  ? uses(file).member_writes_of(place.last_name())
                        : place.variable() ? uses(file).stores_of(place.variable())
                                           : uses(file).global_stores_of(place.global());
    return std::any_of(stores.begin(), stores.end(), [&](ValueId store) {
      if (facts(file).function_of(store) != function) return false;
      const auto written = place_written(facts(file), uses(file), store);
      const ValueId value = stored_value(facts(file).code[store]);
      return written && is_same_place(facts(file), *written, place) &&
             (value ? constant_outcome(facts(file), value) : std::optional(false)) == outcome;
    });
  }

  const Program& program_;
  const Flow& flow_;
  const CodeAnswers& answers_;
  FileId file_;
  ValueId at_;
};

}  // namespace

bool is_guarded_by_calls(const Program& program, const Flow& flow, const CodeAnswers& answers,
                         GlobalValue at) {
  return CalledGuardFinder(program, flow, answers, at).find();
}

}  // namespace leaklint
