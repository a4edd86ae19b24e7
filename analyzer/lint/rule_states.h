#pragma once

#include <vector>

#include "lint/finding.h"
#include "lint/options.h"

namespace leaklint {

/// What one configuration makes of one rule.
struct RuleState {
  Severity severity = Severity::off;
  OptionValues options;

  bool is_on() const { return severity != Severity::off; }
};

/// Every rule's state, by index into the rule table.
using RuleStates = std::vector<RuleState>;

}  // namespace leaklint
