#pragma once

#include <optional>
#include <string>

#include "retention/retention.h"

namespace leaklint {

/// `addEventListener('abort', handler, { once: … })`
bool has_once_option(const Retention& retention, const Effect& add);

/// The function that adds a listener returns it, so that its caller can remove it.
bool is_handed_back(const Retention& retention, const Effect& add);

/// The call that drops a returned closure which would remove the listener: `onMounted(() => () => off(…))`.
/// None where there is no such closure.
GlobalValue dropper_of_removal(const Retention& retention, const Effect& add);

/// The function that adds a listener goes on to end the emitter: `socket.on('close', done);
/// socket.destroy()`.
bool ends_emitter_after(const Retention& retention, const Effect& add);

/// Whether a listener of a signal is what takes back what the same function has added elsewhere, with no
/// other removal: both last until the signal aborts, as the function's caller wants it.
bool ends_a_subscription(const Retention& retention, const Effect& add);

/// Whether a removal can be meant for a listener of a root that all code shares: it stands in the same class,
/// or in functions of the same function, module or component.
bool is_near(const Retention& retention, const Effect& add, const Effect& removal);

/// A removal that was written for a listener and takes nothing away.
struct BrokenRemoval {
  GlobalValue at;
  std::string why;  ///< "is given another function than the one added here"
  bool is_given_fresh_function = false;
};

/// The removal on the same emitter that was meant for this listener and cannot work, when no other removal
/// does: it names another function, another event or another capture flag, for which nothing is added.
std::optional<BrokenRemoval> broken_removal_of(const Retention& retention, const Effect& add);

}  // namespace leaklint
