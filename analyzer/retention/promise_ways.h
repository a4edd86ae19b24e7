#pragma once

#include <optional>
#include <span>

#include "retention/release_ways.h"

namespace leaklint {

/// The end of a promise that releases in its closures miss, each of which comes on another end only: where an
/// executor's closure settles the promise without what another one releases, or where `then` releases and a
/// rejection does not come there. Nothing when some release may come on every end.
std::optional<MissedWay> missed_promise_way(const Retention& retention, GlobalValue from,
                                            std::span<const GlobalValue> releases);

}  // namespace leaklint
