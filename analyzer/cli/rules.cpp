#include <algorithm>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "lint/registry.h"
#include "lint/words.h"

namespace leaklint {
namespace {

using Json = nlohmann::ordered_json;

std::string padded(std::string_view text, size_t width) {
  std::string cell(text);
  cell.resize(std::max(width, cell.size()), ' ');
  return cell + "  ";
}

std::string rules_as_text(RuleTable rules) {
  size_t id_width = 0;
  size_t family_width = 0;
  for (const RegisteredRule& rule : rules) {
    id_width = std::max(id_width, rule.id.size());
    family_width = std::max(family_width, rule.family.size());
  }
  std::string out;
  for (const RegisteredRule& rule : rules) {
    const RuleDescription& description = rule.rule->description;
    out += padded(rule.family, family_width) + padded(rule.id, id_width) +
           padded(severity_word(description.severity), 7) + padded(preset_word(description.preset), 11);
    out += std::string(description.summary) + "\n";
  }
  return out;
}

Json fallback_of(const RuleOption& option) {
  return std::visit([](const auto& value) { return Json(value); }, option.fallback);
}

std::string rules_as_json(RuleTable rules) {
  Json list = Json::array();
  for (const RegisteredRule& rule : rules) {
    const RuleDescription& description = rule.rule->description;
    Json options = Json::array();
    for (const RuleOption& option : description.options) {
      options.push_back(
          {{"name", option.name}, {"description", option.description}, {"default", fallback_of(option)}});
      if (!option.choices.empty()) options.back()["choices"] = option.choices;
    }
    list.push_back({{"id", rule.id},
                    {"family", rule.family},
                    {"summary", description.summary},
                    {"severity", severity_word(description.severity)},
                    {"preset", preset_word(description.preset)},
                    {"options", std::move(options)}});
  }
  return list.dump(2) + "\n";
}

int list_rules(const std::string& format) {
  if (format != "text" && format != "json") {
    constexpr std::string_view formats[] = {"text", "json"};
    complain("unknown format '" + format + "'" + did_you_mean(format, formats));
    return exit_error;
  }
  const bool is_written =
      write_to_standard_output(format == "json" ? rules_as_json(all_rules()) : rules_as_text(all_rules()));
  return is_written ? exit_clean : exit_error;
}

}  // namespace

void add_rules_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("rules", "List the rules");
  const auto format = std::make_shared<std::string>("text");
  command->add_option("--format", *format, "text or json")->type_name("FORMAT");
  command->callback([format, &exit_code] { exit_code = list_rules(*format); });
}

}  // namespace leaklint
