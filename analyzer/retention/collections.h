#pragma once

#include "retention/entry_keys.h"

namespace leaklint {

/// What keeps a collection small, or does not.
class Collections {
 public:
  explicit Collections(const Retention& retention) : retention_(retention), keys_(retention) {}

  /// Whether what is added to is known to be a map, set, array or plain object.
  bool is_collection(const Effect& add) const;
  /// Whether the key comes from a finite set: a literal, a loop's index, a key of an object, `typeof x`.
  bool has_bounded_key(const Effect& add) const;
  /// Whether something takes from the collection, empties it or puts another in its place.
  bool is_trimmed(const Effect& add) const;
  /// Which way out or course of events the deletions of the same key miss, or nothing when none is known to
  /// be missed.
  std::optional<std::string> missing_trim(const Effect& add) const;
  /// Whether its size is compared with something: an eviction, or a limit.
  bool checks_size(const Effect& add) const;
  /// Whether a caller hands in key and value to be kept: a registry, which grows with the program's text.
  bool is_registration(const Effect& add) const;
  /// Whether the same function looks the key up before it adds: a cache of results.
  bool is_memo(const Effect& add) const;
  /// Whether what is put there is reckoned from what was there: `map.set(key, map.get(key) - 1)`. Where
  /// nothing was there that would be no number, so it is no new entry; `(map.get(key) || 0) + 1` may be one.
  bool changes_entry(const Effect& add) const;
  /// Whether each run adds an entry of its own. What has no key does; `list[list.length] = x` has none.
  Novelty novelty_of(const Effect& add) const;
  /// Whether the entry is a number that is counted up: `hits[name]++`.
  bool is_counter(const Effect& add) const;
  /// Whether a list is given timers, which it keeps running.
  bool keeps_timers(const Effect& add) const;
  /// Whether each life brings an entry of its own: under a key read off a request, or without any key.
  bool has_key_of_a_life(const Effect& add) const;

 private:
  bool reads_entry(const Effect& add, FileId file, ValueId value) const;
  bool is_replaced(GlobalValue receiver) const;
  std::optional<std::string> once_only(const std::vector<EffectId>& trims) const;
  bool is_replaced(FileId file, const PlacePath& path) const;
  bool is_empty_before(FileId file, ValueId store, const PlacePath& path) const;
  bool is_index_of_a_list(const Effect& add) const;
  bool is_for_abort(GlobalFunction function) const;
  std::optional<std::string> abort_only(const Effect& add, const std::vector<EffectId>& trims) const;
  bool is_started_again(const Effect& clear, const Effect& timer) const;
  std::optional<std::string> timeout_only(const std::vector<EffectId>& trims) const;
  bool keeps_arguments(GlobalValue value, GlobalFunction function) const;
  bool is_returned(FileId file, ValueId value, int depth) const;
  bool is_from_loop(FileId file, ValueId key) const;

  const Retention& retention_;
  EntryKeys keys_;
};

}  // namespace leaklint
