#pragma once

#include <array>
#include <vector>

#include "lint/file_context.h"
#include "lint/registry.h"
#include "lint/rule_states.h"
#include "lint/structure.h"

namespace leaklint {

/// Runs the file rules that one configuration turns on. Made once for a configuration and then shared by
/// threads.
class FileLinter {
 public:
  FileLinter(RuleTable rules, const RuleStates& states);

  /// One walk over the tree. Rules are not run inside `broken` regions, and what they say about them is
  /// dropped: silence over guess. The findings are in no particular order and have no file yet.
  std::vector<Finding> run(FileContext& context, const std::vector<NodeRange>& broken) const;

 private:
  struct Active {
    void (*visit)(FileContext& context, NodeId node);
    uint16_t rule;
    Severity severity;
    OptionValues options;
  };
  void visit(FileContext& context, NodeId node) const;

  std::vector<Active> active_;
  /// The rules of kind k are by_kind_[first_of_kind_[k]] up to by_kind_[first_of_kind_[k + 1]], as indices of
  /// active_.
  std::array<uint16_t, static_cast<size_t>(Kind::count_) + 1> first_of_kind_{};
  std::vector<uint16_t> by_kind_;
};

}  // namespace leaklint
