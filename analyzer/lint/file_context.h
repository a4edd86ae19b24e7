#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "lint/finding.h"
#include "lint/options.h"
#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// Whether a name that no file declares exists at run time, and may be assigned.
enum class GlobalAccess : uint8_t { off, readonly, writable };

/// What a file rule may ask, and where it reports. Everything is read only but the findings.
class FileContext {
 public:
  FileContext(const SourceText& source, const Tree& tree, const Scopes& scopes, const Names& names)
      : source(source), tree(tree), scopes(scopes), names(names) {}

  const SourceText& source;
  const Tree& tree;
  const Scopes& scopes;
  const Names& names;

  /// The options of the rule that is running, for this file.
  const OptionValues& options() const { return *options_; }
  /// What the configuration's `globals`, or a /* global name */ comment of this file, says about a name.
  std::optional<GlobalAccess> declared_global(std::string_view name) const;

  /// Adds a finding at a node. Severity is set by the caller of the rule from the configuration; a rule
  /// lowers confidence where its proof rests on a convention.
  Finding& report(NodeId at, std::string message, Confidence confidence = Confidence::high);
  /// The same at a span that is not one node.
  Finding& report(Span at, std::string message, Confidence confidence = Confidence::high);

 private:
  friend class FileLinter;
  const OptionValues* options_ = nullptr;
  uint16_t rule_ = 0;
  std::map<std::string, GlobalAccess, std::less<>> globals_;
  std::vector<Finding> findings_;
};

}  // namespace leaklint
