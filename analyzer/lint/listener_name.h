#pragma once

#include <string>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// A function that is given to a call, under a name by which it can be taken away again.
struct NamedListener {
  std::string name;                     ///< `onReload`, or what names the function already: `this.render`
  std::vector<std::string> statements;  ///< that make the name, to be written before the call
  std::vector<TextEdit> edits;          ///< that put the name into the call
};

/// `onReload` for "reload", `onSigterm` for "SIGTERM", `onEvent` for what is not known ("").
std::string listener_name(std::string_view event);

/// Names the listener for an event, which may be unknown (""). A function that is written in the call, or
/// made there, gets a constant; so does a variable that is written to again. Empty name: there is none.
NamedListener name_listener(const FileContext& context, NodeId listener, std::string_view event);

}  // namespace leaklint
