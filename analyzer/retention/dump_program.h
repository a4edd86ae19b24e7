#pragma once

#include <string>

#include "program/module_links.h"
#include "retention/retention.h"

namespace leaklint {

/// What each file's module names resolve to, then every call whose callee is known, one a line.
std::string dump_program(const Retention& retention, const ModuleLinks& links);

/// Every function with its multiplicity and the chain of calls that proves it, one a line.
std::string dump_lives(const Retention& retention);

/// Every effect (what adds, removes, acquires or releases) with its holder and what makes it grow.
std::string dump_retention(const Retention& retention);

}  // namespace leaklint
