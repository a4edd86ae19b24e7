#include "cli/command_line.h"

#include <csignal>
#include <vector>

#include "base/version.h"
#include "cli/commands.h"
#include "lint/words.h"

namespace leaklint {
namespace {

/// The sub-command that was being read when parsing failed, or the program itself.
const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* here = &app;
  while (!here->get_subcommands().empty()) here = here->get_subcommands().front();
  return *here;
}

std::string help_hint(const CLI::App& app) {
  std::string words = "--help'";
  for (const CLI::App* here = &app; here != nullptr; here = here->get_parent())
    words = here->get_name() + " " + words;
  return "'" + words;
}

/// "unknown option '--fromat', did you mean '--format'?"
std::string unknown_word(const CLI::App& app, const std::string& word) {
  const bool is_option = word.size() > 1 && word.front() == '-';
  std::vector<std::string> names;
  if (is_option) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  } else {
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(command->get_name());
    }
  }
  const std::string name = word.substr(0, is_option ? word.find('=') : word.size());
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  if (!is_option && names.empty()) return "unexpected argument '" + word + "'";
  return std::string("unknown ") + (is_option ? "option" : "command") + " '" + name + "'" +
         did_you_mean(name, candidates);
}

int complain_of(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& here = innermost(app);
  const auto unread = app.remaining(true);
  const bool lacks_command = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
                             !here.get_subcommands([](const CLI::App*) { return true; }).empty();
  std::string message = error.what();
  if (!unread.empty())
    message = unknown_word(here, unread.front());
  else if (lacks_command)
    message = "no command given";
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    message = message.substr(0, message.find(':')) + " needs a value";
  }
  complain(message + " (see " + help_hint(here) + ")");
  return exit_error;
}

}  // namespace

int run_command_line(int argument_count, char** arguments, std::function<int()> serve) {
  // A broken pipe is seen where it is written to, instead of killing us.
  std::signal(SIGPIPE, SIG_IGN);

  CLI::App app("Finds memory leaks in JavaScript and TypeScript.", "leaklint");
  app.set_version_flag("--version", "leaklint " + std::string(version), "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.footer("A finding's page: leaklint explain RULE. Exit code: 0 nothing found, 1 findings, 2 an error.");

  int exit_code = exit_clean;
  add_check_command(app, exit_code);
  add_init_command(app, exit_code);
  add_baseline_command(app, exit_code);
  add_rules_command(app, exit_code);
  add_explain_command(app, exit_code);
  add_dump_command(app, exit_code);
  add_completions_command(app, exit_code);
  add_schema_command(app, exit_code);
  add_man_command(app, exit_code);
  add_lsp_command(app, exit_code, std::move(serve));
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);
    return complain_of(app, error);
  }
  return exit_code;
}

}  // namespace leaklint
