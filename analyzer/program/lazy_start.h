#pragma once

#include "program/code_answers.h"
#include "program/flow.h"

namespace leaklint {

/// Whether a call makes on first use what later calls find there: `if (!this.client) this.connect(done)`,
/// where `connect`, or what it calls, gives `this.client` a value. Such a call runs once while that value
/// stands. The functions behind the call are searched a few levels deep, in the same file.
bool starts_lazily(const Program& program, const Flow& flow, const CodeAnswers& answers, GlobalValue call);

}  // namespace leaklint
