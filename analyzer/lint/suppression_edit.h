#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source_text.h"
#include "lint/finding.h"
#include "lint/registry.h"
#include "syntax/parse.h"

namespace leaklint {

/// The insertion of a comment that silences one finding, with its reason. Each place for it is tried: the
/// edit that is returned has been seen to silence the finding and to leave the code as it was, which a line
/// above it would not do inside a template literal or among JSX children. Nothing when there is no such
/// place.
std::optional<TextEdit> suppression_of(const SourceText& source, const Finding& finding,
                                       std::string_view reason, Parser& parser, RuleTable rules);

/// The same for the rule in the whole file.
TextEdit file_suppression_of(const SourceText& source, std::string_view rule, std::string_view reason);

}  // namespace leaklint
