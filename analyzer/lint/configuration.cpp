#include "lint/configuration.h"

#include <algorithm>
#include <array>

#include "lint/braces.h"
#include "lint/configuration_keys.h"
#include "lint/json_text.h"

namespace leaklint {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 9> top_keys = {
    schema_key.name,     preset_key.name,    rules_key.name,   include_key.name, exclude_key.name,
    confidence_key.name, overrides_key.name, globals_key.name, models_key.name};
constexpr std::array<std::string_view, 5> override_keys = {files_key.name, preset_key.name, rules_key.name,
                                                           confidence_key.name, globals_key.name};

std::string in_quotes(std::string_view text) {
  return "'" + std::string(text) + "'";
}

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

/// Walks the JSON once. The first thing that is wrong ends the walk: what follows it is often a consequence.
class ConfigurationReader {
 public:
  ConfigurationReader(const JsonText& source, RuleTable rules) : source_(source), rules_(rules) {}

  Result<Configuration> read() {
    Configuration configuration;
    const json& top = source_.value();
    if (check(top.is_object(), "", "a configuration is an object: { … }")) {
      check_keys(top, "", top_keys, "key");
      read_settings(top, "", configuration.settings);
      read_patterns(top, "", "include", configuration.include);
      read_patterns(top, "", "exclude", configuration.exclude);
      read_texts(top, "", "models", configuration.models);
      read_overrides(top, configuration.overrides);
    }
    if (error_) return *error_;
    return configuration;
  }

 private:
  void read_settings(const json& object, const std::string& at, Settings& settings) {
    if (const json* preset = member(object, "preset")) {
      settings.preset = read_word(*preset, at + "/preset", "preset", parse_preset, preset_words());
    }
    if (const json* confidence = member(object, "confidence")) {
      settings.confidence =
          read_word(*confidence, at + "/confidence", "confidence", parse_confidence, confidence_words());
    }
    read_rules(object, at + "/rules", settings.rules);
    read_globals(object, at + "/globals", settings.globals);
  }

  void read_rules(const json& object, const std::string& at, std::vector<RuleChange>& changes) {
    const json* rules = member(object, "rules");
    if (rules == nullptr ||
        !check(rules->is_object(), at, "'rules' is an object: { \"RULE\": \"error\", … }"))
      return;
    for (const auto& [id, value] : rules->items()) {
      const auto rule = find_rule(rules_, id);
      if (!rule) return fail_key(pointer(at, id), unknown_rule(rules_, id));
      read_rule(value, pointer(at, id), *rule, changes.emplace_back(RuleChange{*rule, std::nullopt, {}}));
    }
  }

  /// "error", or ["error", { options }].
  void read_rule(const json& value, const std::string& at, uint16_t rule, RuleChange& change) {
    if (!value.is_array()) {
      change.severity = read_word(value, at, "severity", parse_severity, severity_words());
      return;
    }
    const bool has_shape = value.size() == 1 || value.size() == 2;
    if (!check(has_shape, at, "a rule is a severity, or [severity, { options }]")) return;
    change.severity = read_word(value[0], at + "/0", "severity", parse_severity, severity_words());
    if (value.size() < 2 || !check(value[1].is_object(), at + "/1", "options are an object: { … }")) return;
    for (const auto& [name, option_value] : value[1].items()) {
      const std::string place = pointer(at + "/1", name);
      const RuleOption* option = find_option(*rules_[rule].rule, name);
      if (option == nullptr) return fail_key(place, unknown_option(rule, name));
      if (auto read = read_option(option_value, place, *option)) change.options[name] = std::move(*read);
    }
  }

  std::string unknown_option(uint16_t rule, std::string_view name) const {
    std::vector<std::string_view> names;
    for (const RuleOption& option : rules_[rule].rule->description.options) names.push_back(option.name);
    const std::string of_rule = "rule " + in_quotes(rules_[rule].id);
    if (names.empty()) return of_rule + " has no options";
    return "unknown option " + in_quotes(name) + " of " + of_rule + did_you_mean(name, names);
  }

  std::optional<OptionValue> read_option(const json& value, const std::string& at, const RuleOption& option) {
    const std::string subject = "option " + in_quotes(option.name);
    if (std::holds_alternative<bool>(option.fallback)) {
      if (check(value.is_boolean(), at, subject + " is true or false")) return value.get<bool>();
    } else if (std::holds_alternative<int>(option.fallback)) {
      const bool fits = value.is_number_integer() && value >= std::numeric_limits<int>::min() &&
                        value <= std::numeric_limits<int>::max();
      if (check(fits, at, subject + " is a whole number")) return value.get<int>();
    } else if (check(value.is_string(), at, subject + " is a text")) {
      const auto& text = value.get_ref<const std::string&>();
      const bool is_allowed =
          option.choices.empty() ||
          std::find(option.choices.begin(), option.choices.end(), text) != option.choices.end();
      if (check(is_allowed, at, unknown(std::string(option.name), text, option.choices))) return text;
    }
    return std::nullopt;
  }

  void read_globals(const json& object, const std::string& at, GlobalNames& globals) {
    const json* names = member(object, "globals");
    if (names == nullptr) return;
    if (!check(names->is_object(), at, "'globals' is an object: { \"NAME\": \"writable\", … }")) return;
    for (const auto& [name, value] : names->items()) {
      // ESLint's booleans are accepted, since that is where such lists are copied from.
      const std::string word = value.is_boolean()  ? (value.get<bool>() ? "true" : "false")
                               : value.is_string() ? value.get<std::string>()
                                                   : "";
      const auto access = parse_global_access(word);
      if (!check(access.has_value(), pointer(at, name),
                 unknown("access", word, global_access_words().first(3))))
        return;
      globals[name] = *access;
    }
  }

  void read_overrides(const json& top, std::vector<Override>& overrides) {
    const json* list = member(top, "overrides");
    if (list == nullptr) return;
    if (!check(list->is_array(), "/overrides", "'overrides' is a list: [ { \"files\": [ … ], … } ]")) return;
    for (size_t index = 0; index < list->size(); ++index) {
      const std::string at = "/overrides/" + std::to_string(index);
      const json& item = (*list)[index];
      if (!check(item.is_object(), at, "an override is an object: { \"files\": [ … ], … }")) return;
      check_keys(item, at, override_keys, "key of an override:");
      Override& added = overrides.emplace_back();
      read_patterns(item, at, "files", added.files);
      check(!added.files.empty(), at, "an override needs 'files': a list of patterns");
      read_settings(item, at, added.settings);
    }
  }

  void read_patterns(const json& object, const std::string& at, const char* key,
                     std::vector<std::string>& patterns) {
    std::vector<std::string> texts;
    read_texts(object, at, key, texts);
    for (size_t index = 0; index < texts.size(); ++index) {
      auto expanded = expand_braces(texts[index]);
      if (!expanded) return fail(at + "/" + key + "/" + std::to_string(index), expanded.error().text);
      std::move(expanded->begin(), expanded->end(), std::back_inserter(patterns));
    }
  }

  void read_texts(const json& object, const std::string& at, const char* key,
                  std::vector<std::string>& texts) {
    const json* list = member(object, key);
    const std::string place = at + "/" + key;
    if (list == nullptr || !check(list->is_array(), place, in_quotes(key) + " is a list of texts: [ \"…\" ]"))
      return;
    for (size_t index = 0; index < list->size(); ++index) {
      const json& item = (*list)[index];
      if (!check(item.is_string(), place + "/" + std::to_string(index), in_quotes(key) + " holds texts only"))
        return;
      texts.push_back(item.get<std::string>());
    }
  }

  void check_keys(const json& object, const std::string& at, std::span<const std::string_view> known,
                  const std::string& what) {
    for (const auto& [key, value] : object.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      return fail_key(pointer(at, key), "unknown " + what + " " + in_quotes(key) + did_you_mean(key, known));
    }
  }

  template <class Parse>
  auto read_word(const json& value, const std::string& at, const std::string& what, Parse parse,
                 std::span<const std::string_view> words) -> decltype(parse("")) {
    const std::string word = value.is_string() ? value.get<std::string>() : value.dump();
    const auto parsed = value.is_string() ? parse(word) : std::nullopt;
    check(parsed.has_value(), at, unknown(what, word, words));
    return parsed;
  }

  static std::string unknown(const std::string& what, std::string_view word,
                             std::span<const std::string_view> words) {
    const std::string hint = did_you_mean(word, words);
    return "unknown " + what + " " + in_quotes(word) +
           (hint.empty() ? "; it is one of: " + listed(words) : hint);
  }

  static const json* member(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }

  static std::string pointer(const std::string& at, const std::string& key) {
    return at + (json::json_pointer() / key).to_string();
  }

  bool check(bool is_right, const std::string& at, const std::string& message) {
    if (!is_right) fail(at, message);
    return is_right;
  }
  void fail(const std::string& at, const std::string& message) {
    if (!error_) error_ = source_.error_at(at, message);
  }
  void fail_key(const std::string& at, const std::string& message) {
    if (!error_) error_ = source_.error_at_key(at, message);
  }

  const JsonText& source_;
  RuleTable rules_;
  std::optional<Error> error_;
};

}  // namespace

Result<Configuration> parse_configuration(std::string path, std::string text, RuleTable rules) {
  const auto source = JsonText::parse(path, std::move(text));
  if (!source) return source.error();
  auto configuration = ConfigurationReader(*source, rules).read();
  if (configuration) configuration->path = std::move(path);
  return configuration;
}

std::span<const std::string_view> configuration_keys() {
  return top_keys;
}

}  // namespace leaklint
