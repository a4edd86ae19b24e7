#pragma once

#include <vector>

#include "program/failures.h"
#include "program/promises.h"
#include "retention/dropped_callbacks.h"
#include "retention/retention.h"

namespace leaklint {

/// What the program says about its promises, found once for a run of a rule. Refers to the
/// retention, which must outlive it.
class PromiseAnswers {
 public:
  explicit PromiseAnswers(const Retention& retention_)
      : retention(retention_),
        program(retention.program),
        promises(retention.promises()),
        failures(retention.failures()),
        dropped_callbacks(callbacks_that_nobody_hears(retention)) {}

  const Retention& retention;
  const Program& program;
  const Promises& promises;
  const Failures& failures;
  const std::vector<DroppedCallback> dropped_callbacks;

  /// Why the promise may reject: an instruction of a function that it stands for, or the one that makes it.
  /// None when nothing in it can fail.
  GlobalValue rejection_of(const PromiseFate& fate) const;

 private:
  GlobalValue rejection_in_callbacks(FileId file, const Instruction& call) const;
  GlobalValue throw_in_executor(FileId file, const Instruction& made) const;
  GlobalValue rejection_of_made(const PromiseFate& fate) const;
};

}  // namespace leaklint
