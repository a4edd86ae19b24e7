#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "lint/rule.h"

namespace leaklint {

/// The values of one rule's options for one file: what the configuration sets, over the rule's own fallbacks.
class OptionValues {
 public:
  OptionValues() = default;
  OptionValues(const Rule& rule, std::map<std::string, std::variant<bool, int, std::string>> set);

  bool flag(std::string_view name) const;
  int number(std::string_view name) const;
  std::string_view text(std::string_view name) const;

 private:
  const Rule* rule_ = nullptr;
  std::map<std::string, std::variant<bool, int, std::string>, std::less<>> set_;
};

}  // namespace leaklint
