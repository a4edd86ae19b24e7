#pragma once

#include <vector>

#include "semantics/binding_table.h"
#include "semantics/scopes.h"

namespace leaklint {

/// The second sweep: gives every use the binding that it refers to, and every binding what its uses say of
/// it. Names are looked up among those that are visible at the use, values and types apart.
void resolve(Scopes& scopes, const BindingTable& table, uint32_t name_count);

}  // namespace leaklint
