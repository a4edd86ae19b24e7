#pragma once

#include <optional>
#include <string>

#include "syntax/tree.h"

namespace leaklint {

struct ScriptBlocks {
  std::string text;  ///< the page with all but its scripts blanked, line ends kept: same length, same offsets
  Language language = Language::javascript;
  bool is_module = false;  ///< a block is `type="module"`, or the page is a component
  uint32_t count = 0;
};

/// Finds the inline scripts of a .vue, .svelte or .html page. Blocks of another type (JSON, templates) are
/// left out; blocks in comments too. All blocks of a page are read as one program, as they share their global
/// or module scope; TypeScript is chosen when any block asks for it by `lang="ts"`.
ScriptBlocks script_blocks(std::string_view page, std::string_view path);

}  // namespace leaklint
