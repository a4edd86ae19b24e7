#pragma once

#include <vector>

#include "semantics/scopes.h"

namespace leaklint {

/// A run of nodes in which some bindings are visible: a scope, or one half of a function. A function has two,
/// since what its body declares is not visible in its parameters' default values.
struct Frame {
  uint32_t first;
  uint32_t end;
  BindingId newest;  ///< the head of the list that `BindingTable::next_in_frame` continues
};

/// What one identifier declares.
struct Declaration {
  NodeId node;
  NameId name;
  ScopeId scope;
  BindingKind kind;
  bool is_type_only = false;
  bool is_ambient = false;
  bool is_exported = false;
  bool is_signature = false;  ///< an overload or an ambient function: it has no body
};

/// Fills `Scopes::bindings`: one binding for each name of each scope, however often it is declared.
class BindingTable {
 public:
  explicit BindingTable(Scopes& scopes) : scopes_(scopes) {}

  /// Begins a scope's next frame; what is declared in the scope from here on is visible from there.
  void open_frame(ScopeId scope, uint32_t first, uint32_t end);
  /// Adds a binding, or another declaration of the one that the scope already has.
  BindingId declare(const Declaration& declaration);
  /// The binding `arguments` of a function, which nothing declares; made when it is first asked for.
  void declare_arguments(ScopeId function, NameId name);

  const std::vector<Frame>& frames() const { return frames_; }
  const std::vector<BindingId>& next_in_frame() const { return next_in_frame_; }

 private:
  uint32_t slot_of(ScopeId scope, NameId name) const;
  void grow();
  BindingId add(const Binding& binding, uint8_t rank);
  void merge(BindingId id, const Declaration& declaration);

  Scopes& scopes_;
  std::vector<Frame> frames_;             // in order of `first`
  std::vector<uint32_t> frame_of_scope_;  // the last frame of each scope
  std::vector<BindingId> next_in_frame_;  // for each binding
  std::vector<uint8_t> ranks_;            // for each binding: how much of a definition its declaration is
  std::vector<uint32_t> slots_;  // open addressing over binding ids by (scope, name); size a power of two
};

}  // namespace leaklint
