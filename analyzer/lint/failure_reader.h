#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "retention/retention.h"

namespace leaklint {

/// What code does with a failure that it has caught.
enum class Reaction : uint8_t {
  none,
  mentions,  ///< a log entry that calls it no error
  logs,
  gives_null,
  deals,
};

/// What the code of one file does where something has failed. Refers to the retention, which must outlive it.
class FailureReader {
 public:
  FailureReader(const Retention& retention_, FileId file_)
      : retention(retention_), file(file_), facts(retention_.facts(file_)), uses(retention_.uses(file_)) {}

  const Retention& retention;
  const FileId file;
  const FileFacts& facts;
  const ValueUses& uses;

  GlobalValue global(ValueId id) const { return retention.program.global(file, id); }
  /// The last name of what is called: `close` of `await this.db.close()`; "" when there is none.
  std::string_view called_name(ValueId call) const;
  /// Work that is done on the way out, where a failure changes nothing any more; or a question whose answer
  /// the failure is.
  bool may_fail(ValueId call) const;
  /// What the instructions from `begin` up to `end` do with what was caught.
  Reaction reaction_in(ValueId begin, ValueId end) const;
  /// What a function does with what it is given as caught: for one of another file, `deals`.
  Reaction reaction_of(GlobalFunction function) const;

 private:
  bool is_logging(ValueId call) const;
  std::vector<std::string_view> texts_of(ValueId value) const;
  Reaction reaction_of_call(ValueId call) const;
  bool is_written_for_a_time(ValueId call) const;
};

/// The one that hides the failure less.
Reaction worse(Reaction a, Reaction b);
/// Whether a function of the reader's file writes to what lives outside of it.
bool writes_outside(const FailureReader& reader, GlobalFunction id);

}  // namespace leaklint
