#include "driver/git_command.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/read_file.h"

extern char** environ;

namespace leaklint {
namespace {

/// A descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  void take(int number) { number_ = number; }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void close() {
    if (is_open()) ::close(number_);
    number_ = -1;
  }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read_end, write_end;

  bool open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read_end.take(ends[0]);
    write_end.take(ends[1]);
    return true;
  }
};

/// A child whose three streams are ours, fed and drained together so that neither side waits for the other.
class Conversation {
 public:
  bool start(std::vector<std::string>& words) {
    if (!in_.open() || !out_.open() || !err_.open()) return false;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in_.read_end.number(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out_.write_end.number(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err_.write_end.number(), STDERR_FILENO);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int problem =
        ::posix_spawnp(&child_, arguments.front(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    errno = problem;
    in_.read_end.close();
    out_.write_end.close();
    err_.write_end.close();
    return problem == 0;
  }

  void talk(std::string_view input) {
    ::fcntl(in_.write_end.number(), F_SETFL, O_NONBLOCK);
    while (out_.read_end.is_open() || err_.read_end.is_open()) {
      if (input.empty()) in_.write_end.close();
      std::array<pollfd, 3> waits = {{{in_.write_end.number(), POLLOUT, 0},
                                      {out_.read_end.number(), POLLIN, 0},
                                      {err_.read_end.number(), POLLIN, 0}}};
      if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) return;
      if (waits[0].revents != 0) feed(input);
      if (waits[1].revents != 0) drain(out_.read_end, output);
      if (waits[2].revents != 0) drain(err_.read_end, complaint);
    }
  }

  /// Whether it ended well.
  bool finish() {
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  std::string output, complaint;

 private:
  void feed(std::string_view& input) {
    const ssize_t count = ::write(in_.write_end.number(), input.data(), input.size());
    if (count > 0) input.remove_prefix(static_cast<size_t>(count));
    if (count < 0 && errno != EAGAIN && errno != EINTR) input = {};
  }

  static void drain(Descriptor& from, std::string& into) {
    std::array<char, 1 << 16> buffer;
    const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
    if (count > 0) into.append(buffer.data(), static_cast<size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) from.close();
  }

  Pipe in_, out_, err_;
  pid_t child_ = 0;
};

/// "fatal: not a git repository\nmore" -> "not a git repository"
std::string first_complaint(const std::string& text) {
  constexpr std::string_view fatal = "fatal: ";
  const std::string line = text.substr(0, text.find('\n'));
  return line.starts_with(fatal) ? line.substr(fatal.size()) : line;
}

}  // namespace

Result<std::string> run_git(std::vector<std::string> arguments, std::string_view input) {
  arguments.insert(arguments.begin(), "git");
  Conversation git;
  if (!git.start(arguments)) return Error{"cannot run git: " + system_reason(errno)};
  git.talk(input);
  if (git.finish()) return std::move(git.output);
  const std::string reason = first_complaint(git.complaint);
  return Error{reason.empty() ? "git failed" : "git: " + reason};
}

std::vector<std::string> split_at_nul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Result<std::string> repository_top() {
  auto top = run_git({"rev-parse", "--show-toplevel"});
  if (top) top->erase(top->find_last_not_of('\n') + 1);
  return top;
}

}  // namespace leaklint
