#include "cli/commands.h"

namespace leaklint {

void add_lsp_command(CLI::App& app, int& exit_code, std::function<int()> serve) {
  CLI::App* command = app.add_subcommand("lsp", "Serve an editor over standard input and output");
  const std::string description = "Accepted, since editors like to say it; there is no other way";
  command->add_flag("--stdio", description);
  command->callback([serve = std::move(serve), &exit_code] { exit_code = serve(); });
}

}  // namespace leaklint
