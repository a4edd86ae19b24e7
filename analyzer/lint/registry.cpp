#include "lint/registry.h"

#include "lint/words.h"

namespace leaklint {

std::optional<uint16_t> find_rule(RuleTable rules, std::string_view id) {
  for (size_t index = 0; index < rules.size(); ++index) {
    if (rules[index].id == id) return static_cast<uint16_t>(index);
  }
  return std::nullopt;
}

std::optional<uint16_t> find_rule(std::string_view id) {
  return find_rule(all_rules(), id);
}

std::string unknown_rule(RuleTable rules, std::string_view id) {
  std::vector<std::string_view> ids;
  for (const RegisteredRule& rule : rules) ids.push_back(rule.id);
  return "unknown rule '" + std::string(id) + "'" + did_you_mean(id, ids);
}

}  // namespace leaklint
