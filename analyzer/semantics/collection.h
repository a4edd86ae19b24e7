#pragma once

#include <string_view>

#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What an expression's value is among the language's own collections, as far as the file proves it.
enum class Collection : uint8_t {
  unknown,
  array,
  iterable,  ///< a Set or a NodeList: `for…of` gives what `forEach` gives, but there is no `map`
  map,       ///< a Map and its like: `for…of` gives pairs
};

/// Proof is a literal, a constructor, a call of the language or the DOM, or a type annotation, followed
/// through variables that are assigned once.
Collection collection_of(const Tree& tree, const Scopes& scopes, NodeId expression);

/// Whether the file itself declares the method that `receiver.method` names: in the class around for `this`,
/// in the class that made the receiver or is its annotated type, or in the object literal that the receiver
/// is.
bool has_own_method(const Tree& tree, const Scopes& scopes, NodeId receiver, std::string_view method);

/// The method (or function-valued field) of that name in the class whose `this` the node sees, or none.
NodeId method_of_this(const Tree& tree, NodeId node, std::string_view method);

}  // namespace leaklint
