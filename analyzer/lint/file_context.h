#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "lint/finding.h"
#include "lint/global_names.h"
#include "lint/options.h"
#include "lint/structure.h"
#include "semantics/scopes.h"
#include "syntax/tree.h"

namespace leaklint {

/// What a file rule may ask, and where it reports. Everything is read only but the findings.
class FileContext {
 public:
  /// `configured` are the names that the configuration's `globals` lists; comments in the file come before
  /// them.
  FileContext(const SourceText& source, const Tree& tree, const Scopes& scopes, const Names& names,
              const GlobalNames& configured);

  const SourceText& source;
  const Tree& tree;
  const Scopes& scopes;
  const Names& names;

  /// The options of the rule that is running, for this file.
  const OptionValues& options() const { return *options_; }
  /// What the configuration's `globals`, or a /* global name */ comment of this file, says about a name.
  std::optional<GlobalAccess> declared_global(std::string_view name) const;

  /// Adds a finding at a node. Its severity is the configuration's business; a rule lowers the confidence
  /// where its proof rests on a convention. The reference is good until the next report.
  Finding& report(NodeId at, std::string message, Confidence confidence = Confidence::high);
  /// The same at a span that is not one node.
  Finding& report(Span at, std::string message, Confidence confidence = Confidence::high);

 private:
  friend class FileLinter;
  Finding& add(Span at, NodeId node, std::string message, Confidence confidence);

  const GlobalNames& configured_globals_;
  CommentedGlobals commented_globals_;
  const OptionValues* options_ = nullptr;
  uint16_t rule_ = 0;
  Severity severity_ = Severity::warning;
  std::optional<EnclosingFunctions> enclosing_;  ///< made for the first finding; most files have none
  std::vector<Finding> findings_;
};

}  // namespace leaklint
