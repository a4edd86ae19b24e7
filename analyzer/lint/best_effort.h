#pragma once

#include <string_view>

namespace leaklint {

/// What people write where a failure may be lost. Conventions of names and texts, for rules that ask whether
/// somebody should have learnt of it.

/// The name of work done on the way out: its verb decides, as in `closeAll`, `_unlink`, `rmSync`.
bool is_clean_up_name(std::string_view name);
/// The name of work that only tells others of something that is done: `notify`.
bool is_notice_name(std::string_view name);
/// Whether a log entry says itself that the program goes on without: "skipping …", "continuing anyway".
bool says_it_goes_on(std::string_view text);
/// Whether a word is the level of a log entry that is no error: "warning", "debug".
bool is_mild_level(std::string_view word);
/// Files of tests (`__tests__/a.js`, `a.test.ts`) and of what measures use (`telemetry.js`).
bool is_aside(std::string_view path);

}  // namespace leaklint
