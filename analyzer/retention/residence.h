#pragma once

#include <string>

#include "retention/retention.h"

namespace leaklint {

/// The name under which an object goes on living when the code that adds to it is done.
struct Residence {
  std::string text;  ///< `trail`, `journal.lines`; empty where the value has no name
  std::string root;  ///< "module server/log.js" where another name than the value's own was found, else empty
  Place place;       ///< where it is read under that name
};

/// A parameter names an object for one call only: where all callers that there can be pass one and the same
/// place, that is it. `this.lines` is `journal.lines` where `journal` is the only object that has the method.
/// Otherwise the value's own name. Looks through a handful of calls.
Residence residence_of(const Retention& retention, GlobalValue value);

}  // namespace leaklint
