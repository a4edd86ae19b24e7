#include "models/row_reader.h"

#include <algorithm>

#include "base/edit_distance.h"

namespace leaklint {
namespace {

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

}  // namespace

std::string near_hint(std::string_view word, std::span<const std::string_view> candidates) {
  const auto nearest = nearest_spelling(word, candidates);
  return nearest ? ", did you mean " + quoted(*nearest) + "?" : "";
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

RowReader::RowReader(const ModelJson& json, std::string where) : json_(json), where_(std::move(where)) {
  if (!json.is_object()) fail("must be an object");
}

void RowReader::fail_unknown(const std::string& what, std::string_view word,
                             std::span<const std::string_view> allowed) const {
  std::string hint = near_hint(word, allowed);
  if (hint.empty()) {
    for (std::string_view one : allowed) hint += (hint.empty() ? "; it may be " : ", ") + quoted(one);
  }
  fail(what + ' ' + quoted(word) + hint);
}

RowReader RowReader::allow(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : json_.items())
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      fail_unknown("has an unknown key", key, std::span(keys.begin(), keys.size()));
  return *this;
}

std::string RowReader::text(const char* key) const {
  if (!has(key)) return {};
  if (!json_[key].is_string()) fail(quoted(key) + " must be a text");
  return json_[key].get<std::string>();
}

int RowReader::number(const char* key, int fallback) const {
  if (!has(key)) return fallback;
  if (!json_[key].is_number_integer()) fail(quoted(key) + " must be a whole number");
  return json_[key].get<int>();
}

bool RowReader::flag(const char* key) const {
  if (!has(key)) return false;
  if (!json_[key].is_boolean()) fail(quoted(key) + " must be true or false");
  return json_[key].get<bool>();
}

std::vector<std::string> RowReader::texts(const char* key) const {
  std::vector<std::string> list;
  if (!has(key)) return list;
  const ModelJson& items = json_[key];
  const bool is_list = items.is_array() && std::all_of(items.begin(), items.end(), [](const ModelJson& item) {
                         return item.is_string();
                       });
  if (!is_list) fail(quoted(key) + " must be a list of texts");
  for (const ModelJson& item : items) list.push_back(item.get<std::string>());
  return list;
}

void RowReader::each(const char* key, const Each& function) const {
  if (!has(key)) return;
  const ModelJson& inner = json_[key];
  if (!inner.is_object() && !inner.is_array()) fail(quoted(key) + " must be an object or a list");
  size_t index = 0;
  for (const auto& [name, value] : inner.items()) {
    const std::string at = inner.is_array() ? std::to_string(index++) : name;
    function(at, value, where_of(key) + '.' + at);
  }
}

}  // namespace leaklint
