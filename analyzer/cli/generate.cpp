#include <memory>

#include "base/version.h"
#include "cli/commands.h"
#include "cli/completions.h"
#include "cli/man_page.h"
#include "lint/configuration_schema.h"
#include "lint/registry.h"
#include "lint/words.h"
#include "models/embedded.h"

namespace leaklint {
namespace {

int print(const std::string& text) {
  return write_to_standard_output(text) ? exit_clean : exit_error;
}

int print_completions(const CLI::App& app, const std::string& shell) {
  const CommandRow program = command_table(app);
  if (shell == "bash") return print(bash_completions(program));
  if (shell == "zsh") return print(zsh_completions(program));
  if (shell == "fish") return print(fish_completions(program));
  constexpr std::string_view shells[] = {"bash", "zsh", "fish"};
  const std::string hint = did_you_mean(shell, shells);
  complain("unknown shell '" + shell + "'" + (hint.empty() ? "; it is one of: bash, zsh, fish" : hint));
  return exit_error;
}

int print_schema(const std::string& file) {
  if (file == "configuration") return print(configuration_schema(all_rules()));
  if (file == "models") return print(std::string(model_schema()));
  constexpr std::string_view files[] = {"configuration", "models"};
  const std::string hint = did_you_mean(file, files);
  complain("unknown schema '" + file + "'" + (hint.empty() ? "; it is one of: configuration, models" : hint));
  return exit_error;
}

}  // namespace

void add_completions_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("completions", "Print a script that completes commands in a shell");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "The shell")->required()->type_name("bash|zsh|fish");
  command->callback([&app, shell, &exit_code] { exit_code = print_completions(app, *shell); });
}

void add_schema_command(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("schema", "Print a JSON Schema, for editors that complete and check as you type");
  const auto file = std::make_shared<std::string>("configuration");
  command->add_option("OF", *file, "Of leaklint.json, which is the default, or of model files")
      ->type_name("configuration|models");
  command->callback([file, &exit_code] { exit_code = print_schema(*file); });
}

void add_man_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("man", "Print the manual page: leaklint man | man -l -");
  command->callback(
      [&app, &exit_code] { exit_code = print(man_page(command_table(app), std::string(version))); });
}

}  // namespace leaklint
