#pragma once

#include <unordered_map>
#include <vector>

#include "program/flow.h"
#include "program/flow_sets.h"

namespace leaklint {

/// What the solver leaves behind, and Flow answers from.
struct Flow::State {
  const Program* program = nullptr;
  FlowSets sets{Flow::set_limit};
  std::vector<Object> objects;
  std::unordered_map<uint64_t, uint32_t> fields;  ///< (object, name) → vertex
  std::vector<CallEdge> by_callee, by_call;
  std::vector<ModelledCall> modelled;
  std::vector<std::pair<ObjectId, GlobalValue>> made_by_libraries;
  std::unordered_map<uint32_t, std::vector<ObjectId>> bases;  ///< by class or constructor: what it extends
  size_t edge_count = 0;
  std::vector<bool> from_outside;  ///< by function: an entry file exports it
  std::vector<bool> from_module;   ///< by function: some file exports it

  // Vertices: values, variables, then returns and receivers of functions, then fields as they are met.
  uint32_t variable_begin = 0, return_begin = 0, this_begin = 0, dynamic_begin = 0;

  uint32_t vertex(GlobalValue id) const { return id.raw; }
  uint32_t vertex(GlobalVariable id) const { return variable_begin + id.raw; }
  uint32_t return_of(GlobalFunction id) const { return return_begin + id.raw; }
  uint32_t this_of(GlobalFunction id) const { return this_begin + id.raw; }
  /// Whether a class is another, or extends it directly or through others.
  bool extends(ObjectId derived, ObjectId base) const;
  /// The function whose `this` an arrow shares; the function itself otherwise.
  GlobalFunction this_function(GlobalFunction id) const;
};

}  // namespace leaklint
