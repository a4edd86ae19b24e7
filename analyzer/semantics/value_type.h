#pragma once

#include <string_view>

#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What `typeof` tells apart, and null besides.
enum class ValueType : uint8_t { unknown, undefined, null, boolean, number, bigint, string, object };

/// "strings", "numbers": for messages. "values" when unknown.
std::string_view plural_of(ValueType type);

/// The type that an expression's value has at run time whatever the program does, or unknown. Type
/// annotations are no proof, since nothing checks them at run time.
ValueType proven_type(const Tree& tree, const Scopes& scopes, NodeId expression);

/// Whether the identifier is the language's global of that name: written so, and declared nowhere.
bool is_unresolved_name(const Tree& tree, const Scopes& scopes, NodeId node, std::string_view name);

/// What declares a binding: the declarator, parameter, function, class or pattern that its name stands in, or
/// none for `arguments`, which nothing declares.
NodeId declaring_node(const Tree& tree, const Scopes& scopes, BindingId binding);

/// The initialiser of the `const` (or of a `let` or `var` that is never assigned again) that an identifier
/// refers to, when the binding is one name with an initialiser of its own, or none.
NodeId initializer_of(const Tree& tree, const Scopes& scopes, BindingId binding);

}  // namespace leaklint
