#include "driver/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace leaklint {

unsigned default_thread_count() {
  return std::max(1u, std::thread::hardware_concurrency());
}

void for_each_index(size_t count, unsigned threads,
                    const std::function<std::function<void(size_t)>()>& make_worker) {
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    const auto work = make_worker();
    for (size_t index = next++; index < count; index = next++) work(index);
  };
  std::vector<std::jthread> helpers;
  const size_t most = std::min<size_t>(threads, count);
  for (size_t helper = 1; helper < most; ++helper) helpers.emplace_back(run);
  run();
}

}  // namespace leaklint
