#pragma once

#include "lsp/finding_text.h"

namespace leaklint {

/// Commands that the server runs for the client.
inline constexpr std::string_view explain_command = "leaklint.explain";  ///< arguments: [rule id]
/// One that our own extension runs: asks why, and applies the edit with the answer in the placeholder's
/// place. Arguments: [{ uri, range, newText, placeholder }]
inline constexpr std::string_view suppress_command = "leaklint.suppressWithReason";

inline constexpr std::string_view reason_placeholder = "TODO: say why";

/// The `CodeAction`s for the findings in a range: fixes, suppressions, the rule's page, and all safe fixes of
/// the file. `wanted` are the kinds that the client asks for; null: all.
Json code_actions_json(const View& view, const CheckedFile& file, Span range, const Json& wanted);

}  // namespace leaklint
