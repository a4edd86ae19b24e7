#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/evidence.h"
#include "program/code_answers.h"
#include "program/failures.h"
#include "program/promises.h"
#include "retention/doubts.h"
#include "retention/effects.h"

namespace leaklint {

/// Who holds, and for how long.
struct Holder {
  enum class Kind : uint8_t {
    unknown,
    dies_here,           ///< made in the function that uses it, and not kept
    life,                ///< belongs to a life: a request, its response, a connection
    parameter,           ///< passed in; its life is the caller's to know
    instance,            ///< a field of an object of some class, or the object itself
    enclosing_variable,  ///< of a function around; lives as long as the closures that see it
    pooled,              ///< outlives what it was handed to: a keep-alive socket, a caller's AbortSignal
    module_variable,     ///< of a module, or a field of a singleton
    root,                ///< process, window, the global object, a library's singleton
  };
  Kind kind = Kind::unknown;
  std::string text;            ///< as it is written: `cache`, `this.listeners`
  std::string root;            ///< what a retaining path starts with: "process", "module server/log.js"
  Place declaration;           ///< where it is made, when that is in the program
  GlobalFunction owner;        ///< of an enclosing variable or parameter: the function that declares it
  ObjectId constructor;        ///< of an instance
  bool is_convention = false;  ///< known by a name or a spelling only
};

/// What makes an effect happen again and again while its holder lives.
struct Growth {
  GlobalFunction function;  ///< whose execution is repeated
  Confidence confidence = Confidence::high;
  std::string each;  ///< "for every request"
  std::string by;    ///< "app.use(…) at server/app.js:8", and the calls that lead on from there
  std::vector<PathStep> steps;

  /// "for every request: app.use(…) at server/app.js:8"
  std::string text() const { return each + ": " + by; }
};

/// A release that fits an effect.
struct Release {
  EffectId effect;
  bool same_handler = true;  ///< the same function that was added; otherwise it removes nothing
};

/// The five questions, answered once for all rules, with evidence.
class Retention {
 public:
  Retention(const Program& program, const Models& models, const Flow& flow, const Lives& lives,
            const CodeAnswers& answers);

  const Program& program;
  const Models& models;
  const Flow& flow;
  const Lives& lives;
  const Effects effects;

  /// Who holds what is added to `value`, seen from the function that reads it.
  Holder holder_of(GlobalValue value) const;
  /// Where a value was taken out of something that goes on keeping it, or will get it back:
  /// `this.idle.shift()`, `clients.get(id)`, `sockets[id]`. Followed back through variables and through the
  /// calls that pass it on; nothing when no such place is found within a few dozen steps.
  std::optional<GlobalValue> taken_out_at(GlobalValue value) const;
  /// Whether the effect is repeated while the holder lives, or nothing when it is not, or a guard prevents
  /// it.
  std::optional<Growth> growth_of(const Effect& effect, const Holder& holder) const;
  /// What makes a function run again and again while others wait for the same thread: requests, connections,
  /// messages, ticks. Nothing when only callers that we cannot see may call it.
  std::optional<Growth> traffic_of(GlobalFunction function) const;
  /// Removals of the same listener: same emitter, same event, and the handler compared.
  std::vector<Release> removals_of(const Effect& listener) const;
  bool is_same_handler(GlobalValue a, GlobalValue b) const;
  /// The call that runs a function and drops what it returns, where no other code calls it: `onMounted(…)`.
  GlobalValue dropper_of(GlobalFunction function) const;
  /// The call because of which a closure never runs: all that its maker does is return it to that call, which
  /// drops it. None for all other functions.
  GlobalValue dropper_of_closure(GlobalFunction closure) const;
  /// Everything that takes from the same collection.
  std::vector<EffectId> trims_of(const Effect& growth) const;
  /// Calls that clear the timer an effect starts.
  std::vector<EffectId> clears_of(const Effect& timer) const;
  /// Whether two values read the same place, or can be the same object.
  bool is_same_place(GlobalValue a, GlobalValue b) const;
  /// The places that a value is put in where it is made, in order: `this.timer` of `this.timer =
  /// setInterval(…).unref()`.
  std::vector<PlacePath> places_kept(GlobalValue made) const;

  /// The functions a value can be, when they are known.
  std::vector<GlobalFunction> functions_of(GlobalValue value) const;
  /// A function expression or a `.bind(…)` here makes a new function each time it is evaluated.
  bool is_fresh_function(GlobalValue value) const;
  /// Whether nothing uses what a call returns.
  bool is_discarded(GlobalValue call) const;
  std::optional<std::string_view> constant_text(GlobalValue value) const;
  std::optional<PlacePath> place_of(GlobalValue value) const;
  /// Whether a value is a parameter of that function, as its caller gave it.
  bool is_parameter(GlobalValue value, GlobalFunction function) const;
  std::string place_text(GlobalValue value) const;
  /// "`name`", or "a closure" where a function has no name.
  std::string function_text(GlobalFunction function) const;
  /// The text of a call as a chain shows it: "app.use(…)".
  std::string call_text(GlobalValue call) const;
  Place place(GlobalValue value) const;
  Place place(GlobalFunction function) const;
  /// "log.js:12"
  std::string location(Place place) const;
  const ValueUses& uses(FileId file) const { return answers_.uses(file); }
  const ControlFlow& control_flow(FileId file) const { return answers_.control_flow(file); }
  bool runs_once(GlobalValue at) const;
  bool runs_once_for_each_key(GlobalValue at) const { return answers_.runs_once_for_each_key(at); }
  bool is_memoised(GlobalValue at) const { return answers_.is_memoised(at); }
  /// A condition around the effect asks about the holder itself, as `if (socket.connecting)` does.
  bool asks_about(GlobalValue at, GlobalValue holder) const;
  /// A condition around the effect reads a property of that name, as `if (document.readyState === …)` does.
  bool asks_about_member(GlobalValue at, std::string_view name) const;
  const FileFacts& facts(FileId file) const { return program.file(file).facts; }
  /// Made when first asked for.
  const Promises& promises() const;
  const Failures& failures() const;

  /// Whether the program itself makes objects of a class or constructor function, and all of them in code
  /// that runs often: they come and go.
  bool is_made_often(ObjectId constructor) const;
  /// Where the program makes objects of a class or constructor function.
  std::span<const GlobalValue> sites_making(ObjectId constructor) const;

  /// Names of the variables a function keeps alive, those that hold a life first; `this` of the function
  /// around is one of them to an arrow function.
  std::vector<std::string> captures_of(GlobalFunction function) const;
  /// A captured variable that holds a request, response or connection, with how sure that is.
  struct CapturedLife {
    GlobalVariable variable;
    LifeId life;
    bool is_convention = false;
  };
  std::vector<CapturedLife> captured_lives(GlobalFunction function) const;
  /// The life that a value belongs to: by what flows into it, or by the names request handlers use.
  std::optional<CapturedLife> life_of(GlobalVariable variable) const;

 private:
  /// `child = spawn(…); child.on(…)`: what the variable or field holds was made by this very call, and ends
  /// with what it replaced last time.
  bool is_renewed_before(GlobalValue value, const PlacePath& path) const;
  bool was_empty(FileId file, ValueId at, const PlacePath& path) const;
  std::vector<ValueId> renewals_in(FileId file, FunctionId function, const PlacePath& path) const;
  /// `static get defaults() { return { list: [] }; }`: each reading makes another.
  bool is_made_by_getter(std::span<const ObjectId> objects) const;
  bool is_from_parameter(GlobalValue value) const;
  bool ends_with_its_owner(GlobalValue signal) const;
  bool have_same_root(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const;
  bool is_same_path(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const;
  GlobalValue emitter_of_chain(GlobalValue value) const;
  bool have_same_symbol(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const;
  bool are_of_one_table(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const;
  /// What the conditions around an instruction read.
  std::vector<GlobalValue> values_asked(GlobalValue at) const;
  std::vector<GlobalValue> containers_of(GlobalValue value) const;
  bool captures_receiver(GlobalFunction function) const;
  Holder holder_of_path(GlobalValue value, const PlacePath& path) const;
  bool is_made_at_start(ObjectId object) const;
  bool may_be_made_here(GlobalValue value) const;
  bool is_singleton(ObjectId constructor) const;
  std::string chain_text(const std::vector<PathStep>& steps) const;
  std::optional<Growth> growth_in(const Effect& effect, const Holder& holder) const;
  std::optional<Growth> growth_from(GlobalFunction function, Confidence at_most,
                                    bool doubts_start_up = true) const;

  const CodeAnswers& answers_;
  mutable std::unique_ptr<Promises> promises_;
  mutable std::unique_ptr<Failures> failures_;
  Doubts doubts_;
  std::map<ObjectId, std::vector<GlobalValue>> made_at_;  // by constructor: its `new` expressions
};

}  // namespace leaklint
