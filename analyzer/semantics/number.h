#pragma once

#include <optional>

#include "semantics/value_uses.h"

namespace leaklint {

/// The number that a value is, when the file writes it out: a literal, a sum or product of such, or a
/// variable that is given one once. Numbers in other notations than decimal are not read.
std::optional<double> number_of(const FileFacts& facts, const ValueUses& uses, ValueId value);

}  // namespace leaklint
