#include "lint/rule.h"

namespace leaklint {

// The linter reports this one itself (lint/suppressions.h): only it knows what all other rules said.
extern const Rule unused_suppression_rule;
const Rule unused_suppression_rule{
    .description = {.summary =
                        "a suppression comment that silences nothing, or cannot do what it was written for",
                    .severity = Severity::warning,
                    .preset = Preset::recommended},
};

}  // namespace leaklint
