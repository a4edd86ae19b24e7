#pragma once

#include <optional>
#include <string>

#include "lint/file_context.h"
#include "retention/ending.h"

namespace leaklint {

/// A release that is to be written where a life ends, as a fix without edits: of a listener, by the method
/// that removes it; or of what a call returns, by a member of it, by calling it or, as `clearInterval`, by a
/// function that is given it.
Fix release_of_listener(const Retention& retention, const Effect& add, const Ending& ending);
Fix release_by_member(const Retention& retention, GlobalValue call, std::string_view member,
                      const Ending& ending);
Fix release_by_call(const Retention& retention, GlobalValue call, const Ending& ending);
Fix release_by_function(const Retention& retention, GlobalValue call, std::string_view function,
                        const Ending& ending);

/// Writes the edits of such fixes of a finding, as suggestions; those that the text has no place for are
/// taken out.
void complete_releases(FileContext& context, Finding& finding);

}  // namespace leaklint
