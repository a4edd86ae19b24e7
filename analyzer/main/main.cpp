#include <cstdlib>
#include <unistd.h>

#include "cli/command_line.h"
#include "lsp/server.h"

namespace {

/// Never returns: threads of the server may be reading or analysing, and nobody waits for them any more.
int serve() {
  static leaklint::Server server(STDIN_FILENO, STDOUT_FILENO, leaklint::all_rules());
  std::_Exit(server.run());
}

}  // namespace

int main(int argument_count, char** arguments) {
  return leaklint::run_command_line(argument_count, arguments, serve);
}
