#pragma once

#include <optional>
#include <string>

#include "retention/retention.h"

namespace leaklint {

/// Where code runs when a short life ends, so that what the life has added can be taken back there.
struct Ending {
  enum class Kind : uint8_t {
    event,   ///< an event of an object that the function is given: `res` closes
    method,  ///< a method of the same class: `unmount`
    effect,  ///< the function that an effect returns
  };
  Kind kind = Kind::event;
  FunctionId function;  ///< the method, or the effect; of the file that the addition is in
  std::string emitter;  ///< as it is written: `res`, `ctx.res`
  std::string event;    ///< "close"
  std::string text;     ///< "on `res` 'close'", "in `unmount`"
};

/// The end of the life that runs the code at an instruction, when a release written there surely runs: an
/// event that is still to come, a method that such classes are ended by, the clean-up of an effect.
std::optional<Ending> ending_of(const Retention& retention, GlobalValue at);

/// "when the response finishes"; "when the short life ends" where nothing better is known.
std::string end_in_words(const Retention& retention, const Growth& growth);

}  // namespace leaklint
