#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace leaklint {

/// Whether a name that no file declares exists at run time, and may be assigned.
enum class GlobalAccess : uint8_t { off, readonly, writable };

using GlobalNames = std::map<std::string, GlobalAccess, std::less<>>;

/// "writable", "readonly" or "off", and what else ESLint's users write for them: "writeable", "readable",
/// "true", "false".
std::optional<GlobalAccess> parse_global_access(std::string_view word);

/// All of these words; our own three come first.
std::span<const std::string_view> global_access_words();

/// What the comments of one file declare: /* global a, b:writable */, /* globals … */ and /* eslint-env … */.
struct CommentedGlobals {
  GlobalNames names;
  std::vector<std::string> environments;  ///< keys of the npm package `globals`

  std::optional<GlobalAccess> find(std::string_view name) const;
};

CommentedGlobals read_commented_globals(const Tree& tree);

}  // namespace leaklint
