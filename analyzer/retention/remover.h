#pragma once

#include <string>

#include "retention/retention.h"

namespace leaklint {

/// The method that takes away what this listener's method adds, and takes the same event and function: "off"
/// for `on`. "" when the library is not known to have one.
std::string remover_of(const Retention& retention, const Effect& add);

/// The name of the method that an effect calls: "on". "" when it calls no method.
std::string_view method_of(const Retention& retention, GlobalValue call);

}  // namespace leaklint
