#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace leaklint {

using Json = nlohmann::json;

/// The deepest that a message may nest; the protocol's own messages stay below 20.
inline constexpr size_t deepest_message = 200;

/// Reads one message's text. Halves of surrogate pairs, which an editor sends while it cuts a character in
/// two, become U+FFFD, of the same length, instead of making the whole message unreadable.
Result<Json> parse_message(std::string text);

/// A text that may hold bytes which are no characters, as a path may.
std::string to_text(const Json& message);

/// A member, or null where `value` is no object or has none. For what a client may leave out.
const Json& member(const Json& value, std::string_view key);
const Json& member(const Json& value, std::string_view key, std::string_view inner);

bool is_true(const Json& value);
std::string text_or(const Json& value, std::string fallback);

}  // namespace leaklint
