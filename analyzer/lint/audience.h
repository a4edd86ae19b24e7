#pragma once

#include "lint/failure_reader.h"

namespace leaklint {

/// Whether anybody learns from the function how it ended: somebody awaits it, maps with it, or may do so
/// outside of the program. Events, timers and calls that drop its promise do not, nor do functions that only
/// those run.
bool has_audience(const Retention& retention, GlobalFunction function);
/// Whether the function's results are collected by `map`, and nobody looks through them: nulls among them
/// pass for results.
bool is_mapped(const Retention& retention, GlobalFunction id);
/// Whether a function is a test's or stands in one, which says itself what it expects to fail.
bool is_in_test(const FailureReader& reader, FunctionId function);

}  // namespace leaklint
