#pragma once

#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What code does with promises, where it should await them.

/// Whether somebody waits for the call's result, as one does for a collection whose methods are async
/// themselves (streams, cursors, promise libraries): with `await`, with `.then(…)`, or at the end of a chain.
bool is_awaited(const Tree& tree, NodeId call);

/// Whether nothing is done with the value of a call but returning it: it is a statement, or the last part of
/// one.
bool is_discarded(const Tree& tree, NodeId call);

/// Where the list of promises that an expression gives is used as a list of values: the name of the method
/// that does so, at once (`.filter(user => user.isActive)`) or through a variable; none when no such use is
/// seen.
NodeId value_use_of_promises(const Tree& tree, const Scopes& scopes, NodeId list);

/// Whether a function waits for its first parameter, or hands it on to something that may.
bool awaits_first_parameter(const Tree& tree, const Scopes& scopes, NodeId function);

}  // namespace leaklint
