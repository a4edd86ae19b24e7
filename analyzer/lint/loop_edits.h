#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// A function that is called for each element of a collection, to be written otherwise.
struct ElementCalls {
  NodeId collection;
  NodeId callback;  ///< written in place
};

/// Whether the callback can be written as the body of a loop over the collection, or as a function of the
/// element alone. A comment in its head would be lost.
bool can_be_a_loop(const FileContext& context, const ElementCalls& calls);

/// `for (const x of list) {…}`, which awaits each call before the next, in place of a statement that is
/// nothing but the calls. None when the callback's text would mean something else there.
std::optional<std::vector<TextEdit>> loop_edits(const FileContext& context, const ElementCalls& calls,
                                                NodeId statement);

/// `(x) => limit(async () => {…})` in place of the callback. None as above.
std::optional<std::vector<TextEdit>> limited_callback_edits(const FileContext& context,
                                                            const ElementCalls& calls,
                                                            std::string_view limiter);

}  // namespace leaklint
