#pragma once

#include <optional>
#include <string_view>

#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What a binding stands for in another module.
struct ImportedName {
  std::string_view module;  ///< as written: "lodash", "./list.js"
  std::string_view name;    ///< the exported name, or empty for the module itself or its default
};

/// What an imported or required binding stands for: `import x`, `import * as x`, `import { y as x }`,
/// `const x = require(…)`, `const { y: x } = require(…)`, `const x = require(…).y`. None for other bindings.
std::optional<ImportedName> imported_name(const Tree& tree, const Scopes& scopes, BindingId binding);

/// The text of a string literal without its quotes; escapes stay as written.
std::string_view string_content(const Tree& tree, NodeId string);

}  // namespace leaklint
