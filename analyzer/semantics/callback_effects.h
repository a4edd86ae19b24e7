#pragma once

#include "base/names.h"
#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What the code of a callback does to the world around it. Answers are on the safe side: what is not known
/// counts as done.

/// Whether the order of its calls may be seen from outside: it writes to a variable or an object that is not
/// its own, or adds to one.
bool writes_outside(const Tree& tree, const Scopes& scopes, NodeId function);

/// Whether it may do input or output: it calls what is imported, declared elsewhere in the file, or a method
/// of an object that is not its own.
bool may_leave_process(const Tree& tree, const Scopes& scopes, NodeId function);

/// The name of a limiter of p-limit, `const limit = pLimit(10)`, that can be called at this node; "" when
/// there is none.
std::string_view limiter_in_scope(const Tree& tree, const Scopes& scopes, const Names& names, NodeId at);

}  // namespace leaklint
