#include "lint/baseline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <tuple>

#include "lint/json_text.h"

namespace leaklint {
namespace {

using nlohmann::json;

constexpr int written_version = 1;

std::optional<uint64_t> parse_content(std::string_view text) {
  uint64_t content = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), content, 16);
  const bool is_whole = problem == std::errc() && end == text.data() + text.size() && text.size() == 16;
  return is_whole ? std::optional(content) : std::nullopt;
}

std::string content_text(uint64_t content) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(content));
  return text.data();
}

/// Walks the JSON once; the first thing that is wrong ends the walk.
class BaselineReader {
 public:
  explicit BaselineReader(const JsonText& source) : source_(source) {}

  Result<std::vector<BaselineEntry>> read() {
    const json& top = source_.value();
    if (!top.is_object()) return source_.error_at("", "a baseline is an object: { … }");
    if (!top.contains("version") || top["version"] != written_version) {
      return source_.error_at(top.contains("version") ? "/version" : "",
                              "a baseline has \"version\": " + std::to_string(written_version) +
                                  "; write it anew with 'leaklint baseline'");
    }
    if (!top.contains("findings") || !top["findings"].is_array())
      return source_.error_at("", "a baseline has \"findings\": [ … ]");
    std::vector<BaselineEntry> entries;
    for (size_t index = 0; index < top["findings"].size() && !error_; ++index)
      entries.push_back(read_entry(top["findings"][index], "/findings/" + std::to_string(index)));
    if (error_) return *error_;
    return entries;
  }

 private:
  BaselineEntry read_entry(const json& item, const std::string& at) {
    BaselineEntry entry;
    if (!item.is_object()) {
      fail(at, "a finding is an object: { … }");
      return entry;
    }
    entry.path = text(item, at, "path", true);
    entry.rule = text(item, at, "rule", true);
    entry.function = text(item, at, "function", false);
    entry.line = text(item, at, "line", false);
    const auto content = parse_content(text(item, at, "fingerprint", true));
    if (!content) fail(at + "/fingerprint", "a fingerprint has 16 hexadecimal digits");
    entry.content = content.value_or(0);
    if (const auto count = item.find("count"); count != item.end()) {
      const bool fits = count->is_number_unsigned() && *count >= 1 && *count <= UINT32_MAX;
      if (!fits) fail(at + "/count", "'count' is a whole number from 1 on");
      entry.count = fits ? count->get<uint32_t>() : 1;
    }
    return entry;
  }

  std::string text(const json& item, const std::string& at, const char* key, bool is_needed) {
    const auto found = item.find(key);
    if (found == item.end()) {
      if (is_needed) fail(at, std::string("a finding needs '") + key + "'");
      return "";
    }
    if (found->is_string()) return found->get<std::string>();
    fail(at + "/" + key, std::string("'") + key + "' is a text");
    return "";
  }

  void fail(const std::string& at, const std::string& message) {
    if (!error_) error_ = source_.error_at(at, message);
  }

  const JsonText& source_;
  std::optional<Error> error_;
};

std::string entry_text(const BaselineEntry& entry) {
  nlohmann::ordered_json row = {{"path", entry.path}, {"rule", entry.rule}};
  if (!entry.function.empty()) row["function"] = entry.function;
  row["line"] = entry.line;
  row["fingerprint"] = content_text(entry.content);
  if (entry.count > 1) row["count"] = entry.count;
  return row.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

Result<Baseline> parse_baseline(std::string path, std::string text) {
  const auto source = JsonText::parse(path, std::move(text));
  if (!source) return source.error();
  auto entries = BaselineReader(*source).read();
  if (!entries) return entries.error();
  return Baseline{std::move(path), {}, std::move(*entries)};
}

void merge_equal(std::vector<BaselineEntry>& entries) {
  const auto key = [](const BaselineEntry& entry) {
    return std::tie(entry.path, entry.rule, entry.function, entry.content, entry.line);
  };
  std::sort(entries.begin(), entries.end(),
            [&](const BaselineEntry& left, const BaselineEntry& right) { return key(left) < key(right); });
  std::vector<BaselineEntry> merged;
  for (BaselineEntry& entry : entries) {
    const bool joins =
        !merged.empty() && merged.back().path == entry.path && merged.back().content == entry.content;
    if (joins)
      merged.back().count += entry.count;
    else
      merged.push_back(std::move(entry));
  }
  entries = std::move(merged);
}

std::string baseline_text(std::vector<BaselineEntry> entries) {
  merge_equal(entries);
  std::string text = "{\n  \"version\": " + std::to_string(written_version) + ",\n  \"findings\": [";
  for (const BaselineEntry& entry : entries)
    text += (text.back() == '[' ? "\n    " : ",\n    ") + entry_text(entry);
  return text + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace leaklint
