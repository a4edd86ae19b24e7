#include "cli/command_table.h"

#include <CLI/CLI.hpp>

#include "lint/registry.h"

namespace leaklint {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char character : text) {
    if (character == separator)
      parts.emplace_back();
    else
      parts.back() += character;
  }
  return parts;
}

ValueKind kind_of(const std::string& name, const std::string& value) {
  if (value.find('|') != std::string::npos) return ValueKind::choice;
  if (value == "FILE" || value == "DIR" || name == "PATH" || name == "FILE") return ValueKind::path;
  if (value.starts_with("ID") || name == "RULE") return ValueKind::rule;
  return name.starts_with('-') && value.empty() ? ValueKind::none : ValueKind::other;
}

OptionRow row_of(const CLI::Option& option) {
  OptionRow row;
  row.name = option.get_positional() ? option.get_single_name() : "--" + option.get_lnames().front();
  if (!option.get_snames().empty()) row.brief = "-" + option.get_snames().front();
  row.description = option.get_description();
  row.value = option.get_items_expected_max() > 0 ? option.get_type_name() : "";
  row.kind = kind_of(row.name, row.value);
  row.may_repeat = option.get_items_expected_max() > 1;
  if (row.kind == ValueKind::choice) row.choices = split(row.value, '|');
  if (row.kind == ValueKind::rule) {
    for (const RegisteredRule& rule : all_rules()) row.choices.emplace_back(rule.id);
  }
  return row;
}

}  // namespace

CommandRow command_table(const CLI::App& app) {
  CommandRow command{app.get_name(), app.get_description(), {}, {}, {}};
  for (const CLI::Option* option : app.get_options())
    (option->get_positional() ? command.positionals : command.options).push_back(row_of(*option));
  for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; }))
    command.commands.push_back(command_table(*below));
  return command;
}

}  // namespace leaklint
