#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace leaklint {

/// What the server has to do next, in order. Others post; the server's thread takes.
class EventQueue {
 public:
  using Event = std::function<void()>;

  /// At most so many wait: a client that floods the server is read no faster than it is answered.
  static constexpr size_t most_messages = 2000;

  void post(Event event) {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
    changed_.notify_all();
  }
  /// The same, but waits while there are too many.
  void post_message(Event event) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return events_.size() < most_messages; });
    events_.push_back(std::move(event));
    changed_.notify_all();
  }
  Event take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !events_.empty(); });
    Event event = std::move(events_.front());
    events_.pop_front();
    changed_.notify_all();
    return event;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Event> events_;
};

}  // namespace leaklint
