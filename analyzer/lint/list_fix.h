#pragma once

#include <optional>

#include "lint/file_context.h"

namespace leaklint {

/// Whether a node is a call of `map` or one of its like: `list.map(f)`.
bool is_mapped_list(const FileContext& context, NodeId node);

/// A suggestion that lets such a list of promises be waited for so that no other rule minds: all at once
/// where the work stays in the process, else one by one or some at a time. A list that is returned is turned
/// into what it promises.
std::optional<Fix> list_fix_of(const FileContext& context, NodeId list, bool is_returned);

}  // namespace leaklint
