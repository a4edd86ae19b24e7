#pragma once

#include <vector>

#include "program/code_answers.h"
#include "program/flow.h"

namespace leaklint {

/// Which functions may fail, and why. A call of which nothing is known counts as one that does not throw,
/// since nearly every line calls something; what it returns may be a promise that rejects. An instruction
/// whose failure a catch clause takes does not count.
class Failures {
 public:
  Failures(const Program& program, const Flow& flow, const CodeAnswers& answers);

  /// Why a call of the function may throw before it returns: a throw, an await or a call in it. None when it
  /// does not. An async function never throws.
  GlobalValue throw_in(GlobalFunction function) const { return rows_[function.raw].throws; }
  /// Why the promise that the function returns may reject, or none.
  GlobalValue rejection_in(GlobalFunction function) const { return rows_[function.raw].rejects; }
  bool may_throw(GlobalFunction function) const { return static_cast<bool>(throw_in(function)); }
  bool may_reject(GlobalFunction function) const { return static_cast<bool>(rejection_in(function)); }

 private:
  enum class What : uint8_t { throws, rejects };
  struct Row {
    GlobalValue throws, rejects;
  };
  /// If `callee` fails so, then the function fails so too, at `at`.
  struct Dependency {
    GlobalFunction caller;
    What caller_fails;
    What callee_fails;
    GlobalValue at;
  };

  void read_function(FileId file, FunctionId id);
  void read_instruction(FileId file, GlobalFunction function, ValueId id);
  void read_handed_on(FileId file, GlobalFunction function, ValueId id, What fails);
  void depend(GlobalFunction callee, Dependency dependency);
  void depend_on_handlers(FileId file, ValueId chain, Dependency dependency);
  void fail(GlobalFunction function, What what, GlobalValue at);
  void spread();
  bool is_caught(FileId file, ValueId at) const;
  ValueId promise_handed_on(FileId file, ValueId at) const;

  const Program& program_;
  const Flow& flow_;
  const CodeAnswers& answers_;
  std::vector<Row> rows_;                             // by function
  std::vector<std::vector<Dependency>> dependents_;   // by the function that they depend on
  std::vector<std::pair<GlobalFunction, What>> new_;  // failures not yet spread
};

}  // namespace leaklint
