#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace leaklint {

using ModelJson = nlohmann::ordered_json;

/// A mistake in a model file: where it is, as a path of keys, and what was expected. Thrown while a file is
/// read, and caught in load_models: no other module sees it.
struct ModelError {
  std::string where;
  std::string what;
};

/// One JSON object of a model file. Checks that it has known keys only, and reads typed values; throws
/// ModelError.
class RowReader {
 public:
  RowReader(const ModelJson& json, std::string where);

  RowReader allow(std::initializer_list<std::string_view> keys) const;
  bool has(const char* key) const { return json_.contains(key); }
  std::string text(const char* key) const;
  int number(const char* key, int fallback) const;
  bool flag(const char* key) const;
  std::vector<std::string> texts(const char* key) const;
  /// Calls `function` with the key or position, the value and its place, for each value of an object or list.
  using Each = std::function<void(const std::string&, const ModelJson&, const std::string&)>;
  void each(const char* key, const Each& function) const;
  RowReader inner(const char* key) const { return RowReader(json_[key], where_of(key)); }
  const std::string& where() const { return where_; }
  std::string where_of(const std::string& key) const { return where_.empty() ? key : where_ + '.' + key; }
  [[noreturn]] void fail(std::string what) const { throw ModelError{where_, std::move(what)}; }
  /// `… "lifetme", did you mean "lifetime"?`, or all that is allowed where nothing is near.
  [[noreturn]] void fail_unknown(const std::string& what, std::string_view word,
                                 std::span<const std::string_view> allowed) const;

 private:
  const ModelJson& json_;
  std::string where_;
};

/// `, did you mean "x"?` when a candidate is near, else nothing.
std::string near_hint(std::string_view word, std::span<const std::string_view> candidates);

std::vector<std::string> split(const std::string& text, char separator);

}  // namespace leaklint
