#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// Constants that are read before a statement and take the place of what was read inside it.
struct ReadAhead {
  std::vector<std::string> names;  ///< of the constants, in order
  std::vector<TextEdit> edits;     ///< in order, not overlapping
};

/// Reads member paths (`req.id`, `req.headers['x-id']`), which lie inside a node, into constants before the
/// statement around that node, and puts the constants in their places. Equal paths share a constant, and one
/// that continues another is read from that one's. Nothing when the layout leaves no place for constants, or
/// when a path cannot be taken out of what is around it.
std::optional<ReadAhead> read_ahead(const FileContext& context, NodeId inside,
                                    const std::vector<Span>& paths);

}  // namespace leaklint
