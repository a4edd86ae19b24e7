#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leaklint {

class JsonTree;

/// One value of a `JsonTree`, or the absent value, which has no kind, no text and no members: so a chain of
/// `member`s needs no checks between.
class JsonValue {
 public:
  enum class Kind : uint8_t { absent, null, boolean, number, text, list, object };

  JsonValue() = default;

  Kind kind() const;
  explicit operator bool() const { return kind() != Kind::absent; }
  bool is_text() const { return kind() == Kind::text; }
  bool is_list() const { return kind() == Kind::list; }
  bool is_object() const { return kind() == Kind::object; }
  bool is_true() const;

  /// Of a text; else empty.
  std::string_view text() const;
  /// Of a member of an object; else empty.
  std::string_view key() const;
  /// As JavaScript reads it: the last of several with this key.
  JsonValue member(std::string_view key) const;

  /// The values in a list or an object, in the order in which they are written.
  class Iterator;
  Iterator begin() const;
  Iterator end() const;

  /// Values stand in preorder, so what is inside a value follows it at once. None around the outermost one.
  uint32_t index() const { return index_; }
  uint32_t end_index() const;
  JsonValue parent() const;

 private:
  friend class JsonTree;
  JsonValue(const JsonTree* tree, uint32_t index) : tree_(tree), index_(index) {}

  const JsonTree* tree_ = nullptr;
  uint32_t index_ = 0;
};

/// A JSON text as a flat preorder table. Keeps the order of members, which decides in a package.json's
/// `exports`, takes time linear in the text even where one object has 100,000 members, and no stack.
class JsonTree {
 public:
  /// Comments, trailing commas and a byte order mark are allowed. The error reads "LINE:COLUMN: reason".
  static Result<JsonTree> parse(std::string_view text);

  /// Absent in a tree that was not parsed.
  JsonValue root() const { return nodes_.empty() ? JsonValue() : at(0); }
  JsonValue at(uint32_t index) const { return JsonValue(this, index); }
  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }

 private:
  friend class JsonValue;
  friend class JsonTreeBuilder;
  struct Node {
    JsonValue::Kind kind;
    bool truth;
    uint32_t parent;
    uint32_t end;  // one past the last value inside
    std::string key;
    std::string text;
  };
  std::vector<Node> nodes_;
};

class JsonValue::Iterator {
 public:
  explicit Iterator(JsonValue value) : value_(value) {}
  JsonValue operator*() const { return value_; }
  Iterator& operator++() {
    value_.index_ = value_.end_index();
    return *this;
  }
  bool operator==(const Iterator& other) const { return value_.index_ == other.value_.index_; }

 private:
  JsonValue value_;
};

}  // namespace leaklint
