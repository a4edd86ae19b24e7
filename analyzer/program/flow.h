#pragma once

#include <memory>
#include <span>
#include <vector>

#include "models/model.h"
#include "program/module_links.h"
#include "program/program.h"

namespace leaklint {

using ObjectId = Id<struct ObjectTag>;

/// What a value can be. Objects stand for sets of run-time objects: one for each place that makes them.
enum class ObjectKind : uint8_t {
  function,          ///< owner: GlobalFunction
  class_,            ///< owner: GlobalClass
  instance,          ///< of a class or of a function called with `new`; owner: that object
  prototype,         ///< of a class or function; owner: that object
  literal,           ///< an object or array literal; site
  external,          ///< a library's object; type, and site or owner that made it (neither: a root)
  external_member,   ///< a library's method; member, owner: the object it was read from
  module_record,     ///< CommonJS `module`; owner: FileId
  exports,           ///< CommonJS `exports` at the start; owner: FileId
  module_namespace,  ///< an ES module's exports; owner: FileId
};

struct Object {
  ObjectKind kind;
  TypeId type;  ///< external objects, and instances of modelled classes
  uint32_t owner = Id<int>::none_raw;
  GlobalValue site;                   ///< the instruction that makes it
  const MemberRow* member = nullptr;  ///< external_member
  bool is_array = false;
};

/// One way a function is called.
struct CallEdge {
  enum class Kind : uint8_t { direct, construct, callback };
  Kind kind = Kind::direct;
  GlobalValue call;  ///< none where a library runs what it finds by its name
  GlobalFunction callee;
  const CallbackRow* callback = nullptr;  ///< of a modelled call
  bool is_spelled = false;                ///< the model row was chosen by spelling
};

/// A call whose meaning a model row gives.
struct ModelledCall {
  GlobalValue call;
  const CallRow* row = nullptr;
  const MemberRow* member = nullptr;  ///< none for a plain function
  ObjectId receiver;                  ///< the library object it is called on, or none
  bool is_spelled = false;
};

/// Where values flow in the whole program: for every value and variable the objects it can be, in the manner
/// of Feldthaus et al., "Efficient Construction of Approximate Call Graphs for JavaScript IDE Services" (ICSE
/// 2013), with objects told apart by the place that makes them instead of by property name alone, which keeps
/// common names
/// (`close`, `on`) of different classes apart. Sets are capped, so work stays linear in the program; a set
/// that overflows is open: it may hold more than is listed.
class Flow {
 public:
  static constexpr size_t set_limit = 12;

  Flow(const Program& program, const Models& models, const ModuleLinks& links);
  ~Flow();
  Flow(Flow&&) noexcept;

  std::span<const ObjectId> objects_of(GlobalValue value) const;
  std::span<const ObjectId> objects_of(GlobalVariable variable) const;
  /// Whether the value can be more than what objects_of() lists: its set was full.
  bool is_open(GlobalValue value) const;
  /// How many values and variables have an open set.
  uint32_t open_count() const;
  /// How many ways from a value to another were followed: the work done.
  size_t edge_count() const;
  /// What `this` can be in a function; of an arrow: in the function around it.
  std::span<const ObjectId> receivers_of(GlobalFunction function) const;
  /// What a property of an object can be, inherited ones left out.
  std::span<const ObjectId> field_of(ObjectId object, NameId name) const;
  const Object& object(ObjectId id) const;
  uint32_t object_count() const;

  /// All calls, sorted by callee; and the same sorted by call.
  std::span<const CallEdge> callers_of(GlobalFunction function) const;
  std::span<const CallEdge> callees_of(GlobalValue call) const;
  /// What library rows a call means, or nothing. Sorted by call; all() lists every one.
  std::span<const ModelledCall> modelled(GlobalValue call) const;
  std::span<const ModelledCall> modelled_calls() const;

  /// Classes of which a library makes one object, each with the decoration that asks for it.
  std::span<const std::pair<ObjectId, GlobalValue>> made_by_libraries() const;
  /// The class or function whose instances a `this` in this function is, or none.
  ObjectId constructor_of_this(GlobalFunction function) const;
  /// Whether an object can be an instance of both classes: they are one, or one extends the other.
  bool share_instances(ObjectId a, ObjectId b) const;
  /// Objects that a module gives to others: exports of an entry file and what they lead to.
  bool is_reachable_from_outside(GlobalFunction function) const;
  /// The same for any file's exports: where no call of it is seen, some call was not understood.
  bool is_exported(GlobalFunction function) const;

 private:
  friend class FlowSolver;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace leaklint
