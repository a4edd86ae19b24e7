#include "lint/configuration_schema.h"

#include <limits>

#include <nlohmann/json.hpp>

#include "lint/configuration_keys.h"
#include "lint/global_names.h"
#include "lint/words.h"

namespace leaklint {
namespace {

using Json = nlohmann::ordered_json;

Json choice(std::span<const std::string_view> words) {
  Json list = Json::array();
  for (const std::string_view word : words) list.push_back(word);
  return {{"enum", std::move(list)}};
}

Json text_list() {
  return {{"type", "array"}, {"items", {{"type", "string"}}}};
}

Json option_schema(const RuleOption& option) {
  Json schema;
  if (std::holds_alternative<bool>(option.fallback)) {
    schema = {{"type", "boolean"}};
  } else if (std::holds_alternative<int>(option.fallback)) {
    schema = {{"type", "integer"},
              {"minimum", std::numeric_limits<int>::min()},
              {"maximum", std::numeric_limits<int>::max()}};
  } else {
    schema = option.choices.empty() ? Json{{"type", "string"}} : choice(option.choices);
  }
  schema["description"] = option.description;
  schema["default"] = std::visit([](const auto& value) { return Json(value); }, option.fallback);
  return schema;
}

Json rule_schema(const RegisteredRule& rule) {
  const RuleDescription& description = rule.rule->description;
  Json options = Json::object();
  for (const RuleOption& option : description.options)
    options[std::string(option.name)] = option_schema(option);
  const Json list = {
      {"type", "array"},
      {"items",
       Json::array({{{"$ref", "#/definitions/severity"}},
                    {{"type", "object"}, {"properties", options}, {"additionalProperties", false}}})},
      {"additionalItems", false},
      {"minItems", 1},
      {"maxItems", 2}};
  return {{"description", std::string(description.summary) + ". In the preset " +
                              std::string(preset_word(description.preset)) + ", as " +
                              std::string(severity_word(description.severity)) + "."},
          {"anyOf", Json::array({{{"$ref", "#/definitions/severity"}}, list})}};
}

Json rules_schema(RuleTable rules) {
  Json properties = Json::object();
  for (const RegisteredRule& rule : rules) properties[std::string(rule.id)] = rule_schema(rule);
  return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json globals_schema() {
  Json words = choice(global_access_words());
  words["enum"].push_back(true);
  words["enum"].push_back(false);
  return {{"type", "object"}, {"additionalProperties", std::move(words)}};
}

/// Every key with its description, and no others.
class ObjectSchema {
 public:
  void add(const ConfigurationKey& key, Json schema) {
    Json described = {{"description", key.description}};
    described.update(schema);
    properties_[std::string(key.name)] = std::move(described);
  }

  void add_settings() {
    add(preset_key, choice(preset_words()));
    add(rules_key, {{"$ref", "#/definitions/rules"}});
    add(confidence_key, choice(confidence_words()));
    add(globals_key, globals_schema());
  }

  Json finish() {
    return {{"type", "object"}, {"properties", std::move(properties_)}, {"additionalProperties", false}};
  }

 private:
  Json properties_ = Json::object();
};

Json override_schema() {
  ObjectSchema schema;
  Json files = text_list();
  files["minItems"] = 1;
  schema.add(files_key, std::move(files));
  schema.add_settings();
  Json finished = schema.finish();
  finished["required"] = Json::array({files_key.name});
  return finished;
}

}  // namespace

std::string configuration_schema(RuleTable rules) {
  ObjectSchema top;
  top.add(schema_key, Json::object());
  top.add_settings();
  top.add(include_key, text_list());
  top.add(exclude_key, text_list());
  top.add(overrides_key, {{"type", "array"}, {"items", override_schema()}});
  top.add(models_key, text_list());
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "leaklint.json"},
                 {"description", "The configuration of leaklint, a linter that finds memory leaks"},
                 {"allowComments", true},
                 {"allowTrailingCommas", true}};
  schema.update(top.finish());
  schema["definitions"] = {{"severity", choice(severity_words())}, {"rules", rules_schema(rules)}};
  return schema.dump(2) + "\n";
}

}  // namespace leaklint
