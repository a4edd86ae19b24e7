#pragma once

#include <optional>
#include <vector>

#include "program/lives.h"
#include "semantics/place.h"

namespace leaklint {

using EffectId = Id<struct EffectTag>;

/// One place in the program that adds to, or takes from, what something holds.
struct Effect {
  EffectRow::Kind kind;
  GlobalValue at;  ///< the call, store or delete
  GlobalFunction function;
  GlobalValue receiver;  ///< the value that holds, or is released; none for plain functions (setInterval)
  GlobalValue event;
  GlobalValue handler;
  GlobalValue options;
  GlobalValue key;
  GlobalValue value;
  GlobalValue handle;              ///< what a release gives back
  const EffectRow* row = nullptr;  ///< none for the language's own: `cache[key] = …`, `delete`, `list = []`
  ObjectId library;                ///< the library object it is called on, where resolved
  bool once = false;
  bool clears_all = false;
  bool is_spelled = false;
  /// Where a helper does it for its caller, `at` is the call of the helper, and this is the place inside.
  GlobalValue inside;
  bool is_undone_by_result = false;  ///< the helper returns a function that takes it back
  bool is_for_callers = false;       ///< inside a helper whose calls are effects of their own
};

/// Every effect of the program, in order of place, found once for all rules.
class Effects {
 public:
  Effects(const Program& program, const Models& models, const Flow& flow);

  const Effect& operator[](EffectId id) const { return effects_[id]; }
  const Table<EffectId, Effect>& all() const { return effects_; }
  /// The effect of a kind that an instruction has, or nothing.
  std::optional<EffectId> at(GlobalValue instruction, EffectRow::Kind kind) const;
  /// Whether a value may be a library's object of a type, or of one that extends it.
  bool is_of(GlobalValue value, TypeId type) const;
  const std::vector<EffectId>& of_kind(EffectRow::Kind kind) const {
    return by_kind_[static_cast<size_t>(kind)];
  }

 private:
  void add_modelled(const ModelledCall& call, const EffectRow& row);
  void add_language(FileId file, FunctionId function, ValueId id, const Instruction& instruction);
  void add(Effect effect);
  void add_relayed();
  bool is_given_to_callback(const ModelledCall& call) const;

  const Program& program_;
  const Models& models_;
  const Flow& flow_;
  Table<EffectId, Effect> effects_;
  std::vector<std::vector<EffectId>> by_kind_;
};

}  // namespace leaklint
