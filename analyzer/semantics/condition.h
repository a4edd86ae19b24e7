#pragma once

#include <optional>
#include <vector>

#include "semantics/control_flow.h"
#include "semantics/place.h"

namespace leaklint {

/// A condition of the kind "is there anything at this value": `x`, `x != null`, `typeof x !== 'undefined'`.
struct ExistenceTest {
  ValueId value;
  bool exists_when = true;  ///< the outcome that means that there is something
};
std::optional<ExistenceTest> existence_test_of(const FileFacts& facts, ValueId condition);

/// How the outcomes of two conditions hang together. Conditions that call anything are unrelated.
enum class Likeness : uint8_t { unrelated, same, opposite };
Likeness likeness_of(const FileFacts& facts, const ValueUses& uses, ValueId a, ValueId b);

/// What is known of the code that follows `from`, as long as what `from` made is alive: the value exists, and
/// so does every place that keeps it, and the conditions that led to `from` still hold if nothing they read
/// is written afterwards. So `if (timer) clearTimeout(timer)` clears whenever there is a timer, and `if
/// (options.poll) clearInterval(t)` undoes what was done under `if (options.poll)`.
class KnownConditions {
 public:
  KnownConditions(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow, ValueId from);

  /// Whether `condition` cannot turn out as `sense` while the value is alive.
  bool excludes(ValueId condition, bool sense) const;

 private:
  bool excludes(const Guard& asked, int depth) const;
  bool is_loop_test(ValueId block) const;
  void add_places_of(ValueId value);
  void add_receivers_of_optional_calls();
  bool is_known_to_exist(ValueId value) const;
  bool contradicts(const Guard& known, const Guard& asked) const;
  bool is_written_later(ValueId condition) const;
  bool is_written_later(const PlacePath& place) const;

  const FileFacts& facts_;
  const ValueUses& uses_;
  const ControlFlow& flow_;
  ValueId from_;
  ValueId later_from_;  ///< what is written behind it may be written after `from`: the outermost loop around
  ValueId function_end_;
  std::vector<PlacePath> existing_;
  std::vector<Guard> guards_;
};

}  // namespace leaklint
