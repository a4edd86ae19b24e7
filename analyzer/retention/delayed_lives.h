#pragma once

#include <optional>
#include <string>
#include <vector>

#include "retention/retention.h"

namespace leaklint {

/// A request, response or connection that a timer keeps although no closure of its own reads from it: it is
/// given to the timer as an argument, bound to its function, passed on by its closure, or used when a promise
/// that a timer settles is.
struct DelayedLife {
  GlobalValue at;     ///< the call that starts the timer, or the pause
  GlobalValue delay;  ///< in milliseconds; none when nothing is given
  Retention::CapturedLife life;
  GlobalFunction reader;  ///< what reads from it, when the timer fires
  std::string member;     ///< what it reads: "url"
  bool is_interval = false;
};

/// Those whose reader only reads from them; in the order of the timers, then of the pauses.
std::vector<DelayedLife> delayed_lives(const Retention& retention);

/// The number that a delay is written as, or nothing.
std::optional<double> milliseconds(const Retention& retention, GlobalValue delay);

}  // namespace leaklint
