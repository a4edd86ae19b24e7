#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "lint/rule.h"

namespace leaklint {

using OptionValue = std::variant<bool, int, std::string>;
using OptionMap = std::map<std::string, OptionValue, std::less<>>;

/// The option of that name that a rule declares, or null.
const RuleOption* find_option(const Rule& rule, std::string_view name);

/// The values of one rule's options for one file: what the configuration sets, over the rule's own fallbacks.
class OptionValues {
 public:
  OptionValues() = default;
  OptionValues(const Rule& rule, OptionMap set);

  bool flag(std::string_view name) const;
  int number(std::string_view name) const;
  std::string_view text(std::string_view name) const;

 private:
  const Rule* rule_ = nullptr;
  OptionMap set_;
};

}  // namespace leaklint
