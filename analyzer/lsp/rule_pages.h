#pragma once

#include <string>

#include "lint/registry.h"

namespace leaklint {

/// The rules' pages as files, so that any editor can open what a finding links to, without a network.
class RulePages {
 public:
  /// Writes those that are missing or differ to the user's cache folder. Where that cannot be written there
  /// are no links.
  explicit RulePages(RuleTable rules);

  /// A URI, or "" when there is no such file.
  std::string uri(const RegisteredRule& rule) const;

 private:
  std::string folder_;
};

}  // namespace leaklint
