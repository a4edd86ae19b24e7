#include "base/json_tree.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/decode.h"
#include "base/strict_json.h"

namespace leaklint {

/// Takes nlohmann's events, so that no object is built that looks for each new key among all earlier ones.
class JsonTreeBuilder {
 public:
  using Number = nlohmann::json::number_float_t;

  bool null() { return add(JsonValue::Kind::null); }
  bool boolean(bool value) { return add(JsonValue::Kind::boolean, value); }
  bool number_integer(nlohmann::json::number_integer_t) { return add(JsonValue::Kind::number); }
  bool number_unsigned(nlohmann::json::number_unsigned_t) { return add(JsonValue::Kind::number); }
  bool number_float(Number, const std::string&) { return add(JsonValue::Kind::number); }
  bool string(std::string& text) { return add(JsonValue::Kind::text, false, std::move(text)); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // JSON text has none
  bool start_object(size_t) { return open(JsonValue::Kind::object); }
  bool start_array(size_t) { return open(JsonValue::Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& text) {
    key_ = std::move(text);
    return true;
  }
  bool parse_error(size_t offset, const std::string&, const nlohmann::json::exception& error) {
    offset_ = offset;
    reason_ = error.what();
    return false;
  }

  JsonTree take() { return std::move(tree_); }
  size_t offset() const { return offset_; }
  const std::string& reason() const { return reason_; }

 private:
  static constexpr uint32_t outermost = UINT32_MAX;

  bool add(JsonValue::Kind kind, bool truth = false, std::string text = {}) {
    tree_.nodes_.push_back({kind, truth, open_, tree_.size() + 1, std::exchange(key_, {}), std::move(text)});
    return true;
  }
  bool open(JsonValue::Kind kind) {
    add(kind);
    open_ = tree_.size() - 1;
    return true;
  }
  bool close() {
    JsonTree::Node& node = tree_.nodes_[open_];
    node.end = tree_.size();
    open_ = node.parent;
    return true;
  }

  JsonTree tree_;
  uint32_t open_ = outermost;
  std::string key_;
  size_t offset_ = 0;
  std::string reason_;
};

namespace {

/// "[json.exception…] parse error at line 1, column 9: syntax error … - unexpected '}'" → "unexpected '}'".
std::string plain_reason(std::string_view what) {
  const size_t unexpected = what.find("unexpected ");
  if (unexpected != std::string_view::npos) return std::string(what.substr(unexpected));
  const size_t colon = what.rfind(": ");
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

Error error_at(std::string_view text, size_t offset, std::string_view reason) {
  const std::string_view before = text.substr(0, std::min(offset > 0 ? offset - 1 : 0, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const size_t line_end = before.rfind('\n');
  const size_t column = before.size() - (line_end == std::string_view::npos ? 0 : line_end + 1) + 1;
  return Error{std::to_string(line) + ":" + std::to_string(column) + ": " + std::string(reason)};
}

}  // namespace

Result<JsonTree> JsonTree::parse(std::string_view text) {
  // Every character makes at most one value, so indices fit wherever offsets do.
  const std::string strict = strict_json(decode_source(std::string(text)).text);
  JsonTreeBuilder builder;
  if (!nlohmann::json::sax_parse(strict, &builder)) {
    return error_at(strict, builder.offset(), "not valid JSON: " + plain_reason(builder.reason()));
  }
  return builder.take();
}

JsonValue::Kind JsonValue::kind() const {
  return tree_ == nullptr ? Kind::absent : tree_->nodes_[index_].kind;
}

bool JsonValue::is_true() const {
  return kind() == Kind::boolean && tree_->nodes_[index_].truth;
}

std::string_view JsonValue::text() const {
  return tree_ == nullptr ? std::string_view() : std::string_view(tree_->nodes_[index_].text);
}

std::string_view JsonValue::key() const {
  return tree_ == nullptr ? std::string_view() : std::string_view(tree_->nodes_[index_].key);
}

JsonValue JsonValue::member(std::string_view key) const {
  JsonValue found;
  if (!is_object()) return found;
  for (const JsonValue value : *this) {
    if (value.key() == key) found = value;
  }
  return found;
}

JsonValue::Iterator JsonValue::begin() const {
  return tree_ == nullptr ? end() : Iterator(JsonValue(tree_, index_ + 1));
}

JsonValue::Iterator JsonValue::end() const {
  return Iterator(JsonValue(tree_, end_index()));
}

uint32_t JsonValue::end_index() const {
  return tree_ == nullptr ? 0 : tree_->nodes_[index_].end;
}

JsonValue JsonValue::parent() const {
  if (tree_ == nullptr) return {};
  const uint32_t parent = tree_->nodes_[index_].parent;
  return parent == UINT32_MAX ? JsonValue() : JsonValue(tree_, parent);
}

}  // namespace leaklint
