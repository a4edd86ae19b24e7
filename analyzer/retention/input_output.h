#pragma once

#include <optional>
#include <string>
#include <vector>

#include "retention/retention.h"

namespace leaklint {

/// A call that reaches outside of the process.
struct OutsideCall {
  GlobalValue call;
  std::string what;         ///< "request", "file operation", "process", …
  bool is_spelled = false;  ///< known by its name only
  bool is_vague = false;    ///< a name that as often stays in the process: `get`, `load`, `create`
  /// Holds nothing while it waits: asks for a file's name or rights, or waits for its turn on one connection.
  bool is_light = false;
  uint32_t depth = 0;  ///< how many functions further in it is called
};

/// The first call that a function makes, itself or through functions of the program, that does input or
/// output; none when all that is seen stays in the process. What it hands to other functions, such as to a
/// limiter, is theirs to run and does not count.
std::optional<OutsideCall> outside_call_in(const Retention& retention, GlobalFunction function);
/// The same for one call.
std::optional<OutsideCall> outside_call_of(const Retention& retention, GlobalValue call);

}  // namespace leaklint
