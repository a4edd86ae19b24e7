#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "program/flow.h"

namespace leaklint {

/// How often a function runs while the process lives, from least to most.
enum class Multiplicity : uint8_t {
  unreached,     ///< nothing that we see calls it
  once,          ///< start-up code, however deep
  many_outside,  ///< callers we cannot see may call it again and again: exports, methods of exported classes
  many,          ///< once for each of many lives: requests, connections, ticks
};

/// Why a function runs as often as it does: the call that proves it, in the function that makes that call.
struct Execution {
  enum class Reason : uint8_t { none, module_start, called, life, convention, exported, loop };
  Multiplicity multiplicity = Multiplicity::unreached;
  Reason reason = Reason::none;
  LifeId life;                 ///< of the outermost life, where there is one
  GlobalValue call;            ///< that runs it or registers it; none for exports and modules
  GlobalFunction caller;       ///< whose own execution is the next link of the chain
  bool is_convention = false;  ///< a link of the chain rests on a name or a spelling
  bool is_ambiguous = false;   ///< a call of the chain may as well run other functions
};

/// Lives and multiplicity of every function, each with the chain of calls that proves it.
class Lives {
 public:
  /// `runs_once(call)`: a guard in the caller lets this call run at most once.
  using OnceTest = std::function<bool(GlobalValue)>;
  Lives(const Program& program, const Models& models, const Flow& flow, OnceTest runs_once);

  const Execution& of(GlobalFunction function) const { return executions_[function.raw]; }
  /// The links from `function` outwards: each the function and why it runs. Ends at the entry point.
  std::vector<GlobalFunction> chain(GlobalFunction function) const;

 private:
  struct Seed;
  void seed();
  void seed_events();
  void seed_uncalled_exports();
  void spread(Multiplicity level, bool ambiguous);
  void raise(GlobalFunction function, Execution execution);
  bool is_guarded(GlobalValue call);
  void find_inner_functions();
  void spread_calls(GlobalFunction caller, Multiplicity level, bool ambiguous);
  void spread_closures(GlobalFunction maker, Multiplicity level);

  const Program& program_;
  const Models& models_;
  const Flow& flow_;
  OnceTest runs_once_;
  std::unordered_map<uint32_t, bool> guarded_;  // by call
  bool only_unreached_ = false;                 ///< what is known already is not raised further
  std::vector<Execution> executions_;
  std::vector<std::vector<GlobalFunction>> pending_;          // by level
  std::vector<std::vector<CallEdge>> calls_of_;               // by calling function
  std::vector<std::vector<GlobalFunction>> inner_functions_;  // by enclosing function
};

}  // namespace leaklint
