#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "driver/check.h"

namespace leaklint {

/// Tells how far a check has come, in one line of the terminal that standard error is, from the time when the
/// user begins to wonder. Says nothing where standard error is no terminal. The line goes with the object.
class ProgressLine {
 public:
  explicit ProgressLine(const CheckProgress& progress);
  ~ProgressLine();

 private:
  void run();

  const CheckProgress& progress_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace leaklint
