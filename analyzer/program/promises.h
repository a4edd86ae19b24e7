#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/code_answers.h"
#include "program/flow.h"
#include "program/unread_places.h"

namespace leaklint {

/// What a value is, as far as promises go.
enum class Promised : uint8_t { nothing, promise, list, promise_of_list };

/// One promise, or one list of them, by the instruction that makes it, and what becomes of it.
struct PromiseFate {
  GlobalValue origin;
  Promised kind = Promised::nothing;
  GlobalValue parent;      ///< of what `.then(…)` and its like make: the promise it is made from, if known
  bool is_caught = false;  ///< a rejection handler stands before it
  /// Where it is awaited, returned, passed on, voided, given a handler: somebody else's business from there.
  std::vector<GlobalValue> handled_at;
  /// Where it is tested, printed or taken apart as if it were the value that it promises.
  std::vector<GlobalValue> read_at;
  /// Expressions whose value it is and that do nothing with it: `promise;`.
  std::vector<GlobalValue> left_at;
  GlobalVariable variable;  ///< that it is kept in, when it is a local one
  GlobalValue unread_at;    ///< where it is put into something that nothing reads: a store, a call of `set`
  bool is_handled() const { return !handled_at.empty(); }
};

/// Which values are promises and which functions return them, as far as the program itself says so: async
/// functions, `Promise`, `import()`, a library's row, `map` with such a function, and what these are passed
/// through. Types are not looked at. Linear in the program, but for the number of times a variable that holds
/// a promise is read.
class Promises {
 public:
  Promises(const Program& program, const Models& models, const Flow& flow, const CodeAnswers& answers);

  /// Every promise, in the order of the code.
  std::span<const PromiseFate> fates() const { return fates_; }
  const PromiseFate* fate_of(GlobalValue origin) const;
  /// What a call of the function gives.
  Promised result_of(GlobalFunction function) const { return results_[function.raw].kind; }
  /// Whether other ways through the function return something else than a promise or nothing.
  bool is_result_mixed(GlobalFunction function) const;
  /// The functions that a call runs.
  std::vector<GlobalFunction> callees_of(GlobalValue call) const;
  /// The functions that a value can be.
  std::vector<GlobalFunction> functions_of(GlobalValue value) const;

 private:
  friend class PromiseWalk;
  struct Result {
    Promised kind = Promised::nothing;
    uint32_t promises = 0;  // returns that give one, whatever is chosen
  };

  void consider(GlobalValue call);
  Promised kind_of_call(FileId file, ValueId id) const;
  Promised kind_of_static(FileId file, const Instruction& row) const;
  Promised kind_of_callees(GlobalValue call) const;
  bool is_mapped(FileId file, const Instruction& row, GlobalValue& callback) const;
  bool says_so(GlobalValue call) const;
  bool ends_in_callback(GlobalValue call, const CallRow& row) const;
  bool is_promisified(FileId file, ValueId callee) const;
  bool is_called(FileId file, ValueId value) const;
  void add(GlobalValue origin, Promised kind, GlobalValue parent = {}, bool is_caught = false);
  void returns(GlobalFunction function, GlobalValue at, Promised kind, bool is_choice);

  const Program& program_;
  const Models& models_;
  const Flow& flow_;
  const CodeAnswers& answers_;
  UnreadPlaces unread_;
  TypeId promise_type_;
  std::vector<Result> results_;  // by function
  std::vector<PromiseFate> fates_;
  std::unordered_map<GlobalValue, uint32_t> fate_by_origin_;
  std::unordered_set<GlobalValue> returns_;  // that give a promise
  std::vector<uint32_t> pending_;            // fates not yet followed
};

/// Whether a callee is `Promise` itself, or the member of it of that name: `window.Promise.all`.
bool is_global_promise(const FileFacts& facts, ValueId value);

}  // namespace leaklint
