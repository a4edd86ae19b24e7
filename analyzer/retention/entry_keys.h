#pragma once

#include "retention/retention.h"

namespace leaklint {

/// How many different keys a collection is given while it lives, as far as their origin tells; from few to
/// many.
enum class Novelty : uint8_t {
  bounded,  ///< few: literals, an index that starts over, `typeof x`, `x % n`
  kind,     ///< named as something there are few of (`type`, `locale`): no proof, but a reason to doubt
  unknown,  ///< made by code that is not followed
  given,    ///< what a caller passes, a part of it, or text made from it
  likely,   ///< the same, and named as what traffic brings new ones of: `userId`, `host`, `url`
  fresh,    ///< another each time: a counter, a random id, an object just made, what belongs to one life
};

/// Follows keys back to where they come from: through variables, text and string methods, and the arguments
/// of callers that are all known.
class EntryKeys {
 public:
  explicit EntryKeys(const Retention& retention) : retention_(retention) {}

  Novelty novelty_of(GlobalValue key) const;

 private:
  class Walk;
  const Retention& retention_;
};

/// Whether an identifier names something there are few of: `type`, `localeName`, `languageId`.
bool names_a_kind(std::string_view identifier);
/// Whether it names something that traffic brings new ones of: `userId`, `host`, `sessionKey`, `url`.
bool names_a_newcomer(std::string_view identifier);

}  // namespace leaklint
