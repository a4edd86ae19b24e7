#pragma once

#include <vector>

#include "syntax/tree.h"

struct TSLanguage;

namespace leaklint {

/// One pinned grammar with its symbols and fields translated into ours. Made once per Parser; about 400 rows.
struct Grammar {
  const TSLanguage* language;
  std::vector<Kind>
      kind_of_symbol;              ///< by tree-sitter symbol; Kind::unknown for symbols that no node can have
  std::vector<Field> field_of_id;  ///< by tree-sitter field id
  std::vector<bool> is_dropped_symbol;  ///< punctuation that is left out of the tree unless it has a field
};

Grammar load_grammar(Language language);

}  // namespace leaklint
