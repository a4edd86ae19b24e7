#pragma once

#include <optional>
#include <string_view>

#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What a method that calls a function for each element does with the function's results.
enum class Outcome : uint8_t {
  dropped,    ///< `forEach`
  tested,     ///< `filter`, `some`: takes them for true or false
  compared,   ///< `sort`, `groupBy`
  folded,     ///< `reduce`: hands each to the next call
  collected,  ///< `map`
};

struct IterationMethod {
  std::string_view name;
  Outcome outcome;
  /// What comes of results that are all promises, which count as true and have no order: "every element is
  /// kept".
  std::string_view effect_of_promises{};
};

/// Whether lodash or underscore iterates, which take the collection first and wait for nothing.
enum class Library : uint8_t {
  none,
  by_spelling,  ///< an undeclared `_`
  imported,
};

/// A call that hands a function to each element of a collection.
struct IterationCall {
  NodeId call;
  NodeId name;        ///< the method's name as written
  NodeId collection;  ///< what is iterated
  NodeId argument;    ///< the function as written: in place, or a name for it
  NodeId function;    ///< the function itself, when this file has it
  const IterationMethod* method;
  Library library;
};

/// The method of arrays of that name, or null.
const IterationMethod* find_iteration_method(std::string_view name);

/// What a call expression is as an iteration: `list.forEach(f)`, `_.forEach(list, f)`, `_(list).forEach(f)`,
/// or `forEach(list, f)` where that name is imported from lodash. The receiver need not be a collection of
/// the language.
std::optional<IterationCall> iteration_call_at(const Tree& tree, const Scopes& scopes, NodeId call);

/// The function that an expression's value is: written there, or bound once to the name, or a method of
/// `this`.
NodeId function_behind(const Tree& tree, const Scopes& scopes, NodeId expression);

}  // namespace leaklint
