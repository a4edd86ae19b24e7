#include "lint/json_text.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/decode.h"
#include "base/strict_json.h"

namespace leaklint {
namespace {

using nlohmann::json;

constexpr size_t deepest = 100;

bool is_blank(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

/// Where the string ends that begins at `at`.
size_t end_of_string(std::string_view text, size_t at) {
  for (size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\\')
      ++end;
    else if (text[end] == '"')
      return end + 1;
  }
  return text.size();
}

/// Where a string, number or word of valid JSON ends.
size_t end_of_scalar(std::string_view text, size_t at) {
  if (text[at] == '"') return end_of_string(text, at);
  return std::min(text.find_first_of(",]} \t\r\n", at), text.size());
}

/// Where the token begins that ends at or after `end`: the parser knows only how far it has read.
size_t begin_of_token(std::string_view text, size_t end) {
  for (size_t at = 0; at < text.size();) {
    const bool is_punctuation = std::string_view("{}[]:, \t\r\n").find(text[at]) != std::string_view::npos;
    const size_t next = is_punctuation ? at + 1 : std::max(end_of_scalar(text, at), at + 1);
    if (next >= end) return at;
    at = next;
  }
  return text.size();
}

/// "syntax error … - unexpected '}'; expected string literal" -> "unexpected '}'; expected string literal".
std::string plain_reason(std::string_view what) {
  what = what.substr(0, what.find("; last read"));
  const size_t unexpected = what.find("unexpected ");
  if (unexpected != std::string_view::npos) return std::string(what.substr(unexpected));
  const size_t dash = what.find(" - ");
  return std::string(dash == std::string_view::npos ? what : what.substr(dash + 3));
}

std::string escaped(const std::string& key) {
  return (json::json_pointer() / key).to_string();
}

}  // namespace

Result<JsonText> JsonText::parse(std::string name, std::string text) {
  JsonText parsed;
  parsed.name_ = std::move(name);
  parsed.text_ = decode_source(std::move(text)).text;
  const std::string strict = strict_json(parsed.text_);
  try {
    parsed.value_ = json::parse(strict);
  } catch (const json::parse_error& error) {
    return parsed.error_at_offset(begin_of_token(strict, error.byte),
                                  "not valid JSON: " + plain_reason(error.what()));
  }
  parsed.text_ = strict;  // same offsets and lines, and no comments to step over
  if (const auto located = parsed.locate(); !located) return located.error();
  return parsed;
}

Result<bool> JsonText::locate() {
  struct Level {
    std::string pointer;
    bool is_object;
    size_t index = 0;
    std::string key{};
  };
  std::vector<Level> levels;
  const auto pointer_here = [&] {
    if (levels.empty()) return std::string();
    const Level& level = levels.back();
    return level.pointer + (level.is_object ? escaped(level.key) : "/" + std::to_string(level.index));
  };
  bool expects_key = false;
  for (size_t at = 0; at < text_.size(); ++at) {
    const char character = text_[at];
    if (is_blank(character) || character == ':') continue;
    if (character == ',') {
      levels.back().index += 1;
      expects_key = levels.back().is_object;
    } else if (character == '}' || character == ']') {
      levels.pop_back();
      expects_key = false;
    } else if (expects_key) {
      const size_t end = end_of_string(text_, at);
      levels.back().key = json::parse(text_.substr(at, end - at)).get<std::string>();
      if (!keys_.emplace(pointer_here(), at).second) {
        return error_at_offset(at, "the key '" + levels.back().key + "' is given twice");
      }
      at = end - 1;
      expects_key = false;
    } else {
      values_.emplace(pointer_here(), at);
      if (character == '{' || character == '[') {
        if (levels.size() == deepest) return error_at_offset(at, "nested too deeply");
        levels.push_back({pointer_here(), character == '{'});
        expects_key = character == '{';
      } else {
        at = end_of_scalar(text_, at) - 1;
      }
    }
  }
  return true;
}

Error JsonText::error_at(const std::string& pointer, std::string_view message) const {
  const auto found = values_.find(pointer);
  return error_at_offset(found == values_.end() ? 0 : found->second, message);
}

Error JsonText::error_at_key(const std::string& pointer, std::string_view message) const {
  const auto found = keys_.find(pointer);
  return error_at_offset(found == keys_.end() ? 0 : found->second, message);
}

Error JsonText::error_at_offset(size_t offset, std::string_view message) const {
  const std::string_view before = std::string_view(text_).substr(0, std::min(offset, text_.size()));
  const size_t line = 1 + static_cast<size_t>(std::count(before.begin(), before.end(), '\n'));
  const size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return Error{name_ + ":" + std::to_string(line) + ":" + std::to_string(before.size() - line_start + 1) +
               ": " + std::string(message)};
}

}  // namespace leaklint
