#include <memory>

#include "cli/commands.h"
#include "lint/registry.h"
#include "lint/words.h"

namespace leaklint {
namespace {

int explain(const std::string& id) {
  const auto index = find_rule(id);
  if (!index) {
    complain(unknown_rule(all_rules(), id) + "; 'leaklint rules' lists them");
    return exit_error;
  }
  const RegisteredRule& rule = all_rules()[*index];
  const RuleDescription& description = rule.rule->description;
  std::string page(rule.page);
  while (page.ends_with('\n')) page.pop_back();
  page += "\n\n---\n";
  page += std::string(severity_word(description.severity)) + ", in the preset `" +
          std::string(preset_word(description.preset)) + "`; rules/" + std::string(rule.family) + "/" +
          std::string(rule.id) + ".cpp\n";
  return write_to_standard_output(page) ? exit_clean : exit_error;
}

}  // namespace

void add_explain_command(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("explain", "Print a rule's page: what it finds, why, and what to do");
  const auto rule = std::make_shared<std::string>();
  command->add_option("RULE", *rule, "The id that a finding shows")->required()->type_name("");
  command->callback([rule, &exit_code] { exit_code = explain(*rule); });
}

}  // namespace leaklint
