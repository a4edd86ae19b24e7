#pragma once

#include <cstddef>
#include <functional>

namespace leaklint {

/// How many threads to use when nobody says: as many as the machine has, at least one.
unsigned default_thread_count();

/// Calls `work(index)` once for every index below `count`, on up to `threads` threads; `make_worker` is
/// called on each of them to make its `work`, so that buffers are reused from one index to the next. Which
/// thread takes which index is left to chance: results must be stored by index. With one thread everything
/// happens on the caller's.
void for_each_index(size_t count, unsigned threads,
                    const std::function<std::function<void(size_t)>()>& make_worker);

}  // namespace leaklint
