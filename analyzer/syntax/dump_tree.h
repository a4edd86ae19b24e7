#pragma once

#include <string>

#include "base/source_text.h"
#include "syntax/tree.h"

namespace leaklint {

/// A tree for people and snapshots, one node a line: its depth, field and kind, where it is, and its text
/// when nothing is below it. Broken nodes are marked: `!ERROR` is text that fits no rule, `!MISSING` a token
/// that the parser invented.
std::string dump_tree(const SourceText& source, const Tree& tree);

}  // namespace leaklint
