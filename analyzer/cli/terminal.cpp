#include "cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/read_file.h"

namespace leaklint {

bool write_to_standard_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EPIPE) return true;
    complain("cannot write to standard output: " + std::string(std::strerror(errno)));
    return false;
  }
  return true;
}

Result<std::string> read_standard_input() {
  constexpr size_t step = 1 << 16;
  std::string bytes;
  while (true) {
    const size_t length = bytes.size();
    bytes.resize(length + step);
    const ssize_t count = ::read(STDIN_FILENO, bytes.data() + length, step);
    bytes.resize(length + static_cast<size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0) return bytes;
    if (count < 0 && errno != EINTR) return cannot_read("standard input", system_reason(errno));
  }
}

void complain(std::string_view message) {
  const std::string line = "leaklint: " + std::string(message) + "\n";
  // Nobody is left to be told when this fails.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

bool wants_color(ColorChoice choice) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

uint32_t terminal_width() {
  constexpr uint32_t usual = 100;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return usual;
}

}  // namespace leaklint
