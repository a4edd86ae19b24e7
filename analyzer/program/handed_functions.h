#pragma once

#include <vector>

#include "program/flow.h"

namespace leaklint {

/// Who makes a function run that is called by the name of a parameter: in `start().then(ready)`, where `then`
/// calls what it is given, the call that hands `ready` over, and not whoever else calls `then`. An edge whose
/// callee is no parameter, or came to it in ways that are not seen, stays as it is. Each handing over is
/// looked through to the one before, a bounded number of times.
std::vector<CallEdge> edges_of_origin(const Program& program, const Flow& flow, const CallEdge& edge);

}  // namespace leaklint
