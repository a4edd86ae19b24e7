#pragma once

#include <span>
#include <string>
#include <vector>

#include "retention/retention.h"
#include "semantics/ways_out.h"

namespace leaklint {

/// A way out of the function on which what it added stays, in words: "when the await at a.js:12 rejects".
struct MissedWay {
  std::string text;
  Place place;
};

/// The ways on which none of `releases` comes after `from`. Releases in listeners of events that come on
/// success only, or on failure only, miss the other end; whatever else runs a release in another function is
/// trusted to come, and nothing is missed.
std::vector<MissedWay> missed_ways(const Retention& retention, GlobalValue from,
                                   std::span<const GlobalValue> releases);

/// A call inside `from`'s own function, or a closure in it, that starts the function over again on a way on
/// which none of the releases in that closure runs: each pass leaves one more behind. Only asked where a
/// closure of the function does release on some other way.
std::optional<GlobalValue> restart_without_release(const Retention& retention, GlobalValue from,
                                                   std::span<const GlobalValue> releases);

/// Whether the value goes where others can release it: returned, passed on, put into an object or a
/// longer-lived variable. The evidence is the instruction that hands it on; its releases are none.
std::optional<GlobalValue> handed_on_at(const Retention& retention, GlobalValue value,
                                        bool fields_count = false,
                                        std::span<const GlobalValue> releases = {});

/// Where a resource stays open although its taker hears of a failure: `callback(null, handle)` gives it away
/// on success, and another way through the same function calls `callback(error)` without releasing it. The
/// call, or nothing when there is none, or the handle also goes elsewhere.
std::optional<GlobalValue> failure_reported_while_open(const Retention& retention, GlobalValue handle,
                                                       std::span<const GlobalValue> releases);

/// Calls of the members that give a resource back, on the same resource, and release effects of it.
std::vector<GlobalValue> releases_of(const Retention& retention, GlobalValue handle,
                                     const EffectRow& acquire);

}  // namespace leaklint
