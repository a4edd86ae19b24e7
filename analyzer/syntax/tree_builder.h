#pragma once

#include "syntax/grammar.h"
#include "syntax/parse.h"

struct TSTree;

namespace leaklint {

/// Flattens a tree-sitter tree by one cursor walk, without recursion, and counts its damage.
class TreeBuilder {
 public:
  static ParseResult flatten(const TSTree* tree, const Grammar& grammar, Language language,
                             std::string_view text);
};

}  // namespace leaklint
