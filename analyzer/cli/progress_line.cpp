#include "cli/progress_line.h"

#include <chrono>
#include <string>
#include <unistd.h>

#include "report/words.h"

namespace leaklint {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 700ms;
constexpr auto pause = 100ms;
/// To the line's start, and away with what stands there.
constexpr std::string_view clear_line = "\r\x1b[K";

void say(const std::string& text) {
  // Nobody is left to be told when this fails.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string line_of(const CheckProgress& progress) {
  const size_t all = progress.files, done = progress.files_done;
  if (all == 0) return "looking for files";
  if (done < all) return "reading: " + grouped(done) + " of " + counted(all, "file");
  return "linking " + counted(all, "file");
}

}  // namespace

ProgressLine::ProgressLine(const CheckProgress& progress) : progress_(progress) {
  if (::isatty(STDERR_FILENO) == 1) thread_ = std::thread([this] { run(); });
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void ProgressLine::run() {
  std::unique_lock lock(mutex_);
  const auto is_over = [this] { return is_over_; };
  if (wake_.wait_for(lock, patience, is_over)) return;
  do {
    say(std::string(clear_line) + "leaklint: " + line_of(progress_));
  } while (!wake_.wait_for(lock, pause, is_over));
  say(std::string(clear_line));
}

}  // namespace leaklint
