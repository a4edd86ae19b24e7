#pragma once

#include "program/code_answers.h"
#include "program/flow.h"

namespace leaklint {

/// Whether code runs once because of what functions that it calls know and note, as far as one file shows
/// both: `if (!claim()) return;`, where `claim` gives true only once; `if (isInstalled()) return;
/// setInstalled();`; `if (installed) return; noteThatItIs();`.
bool is_guarded_by_calls(const Program& program, const Flow& flow, const CodeAnswers& answers,
                         GlobalValue at);

}  // namespace leaklint
