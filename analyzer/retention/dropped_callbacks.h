#pragma once

#include <vector>

#include "retention/retention.h"

namespace leaklint {

/// A function that is called back by something that does not look at what it returns: a timer, an emitter.
/// When it is async, its rejection has nowhere to go.
struct DroppedCallback {
  GlobalValue call;  ///< that hands it over
  GlobalFunction function;
  Confidence confidence;
};

/// In the order of the calls.
std::vector<DroppedCallback> callbacks_that_nobody_hears(const Retention& retention);

}  // namespace leaklint
