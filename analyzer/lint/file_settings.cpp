#include "lint/file_settings.h"

namespace leaklint {
namespace {

bool is_in_preset(const RegisteredRule& rule, PresetChoice choice) {
  const Preset smallest = rule.rule->description.preset;
  switch (choice) {
    case PresetChoice::leaks:
      return rule.family == "leak";
    case PresetChoice::recommended:
      return smallest == Preset::recommended;
    case PresetChoice::strict:
      return smallest <= Preset::strict;
    case PresetChoice::all:
      break;
  }
  return true;
}

/// A rule's state while it is put together, before its options are final.
struct Draft {
  Severity severity = Severity::off;
  OptionMap options;
};

void apply_changes(RuleTable rules, const std::vector<RuleChange>& changes, std::vector<Draft>& drafts) {
  for (const RuleChange& change : changes) {
    Draft& draft = drafts[change.rule];
    draft.severity = change.severity.value_or(rules[change.rule].rule->description.severity);
    for (const auto& [name, value] : change.options) draft.options[name] = value;
  }
}

}  // namespace

FileSettings resolve_settings(RuleTable rules, const Settings& flags, const Configuration* configuration,
                              const std::vector<bool>& applies) {
  std::vector<const Settings*> layers;
  if (configuration != nullptr) {
    layers.push_back(&configuration->settings);
    for (size_t index = 0; index < configuration->overrides.size(); ++index) {
      if (applies[index]) layers.push_back(&configuration->overrides[index].settings);
    }
  }
  layers.push_back(&flags);

  PresetChoice preset = PresetChoice::recommended;
  Confidence confidence = Confidence::medium;
  GlobalNames globals;
  for (const Settings* layer : layers) {
    preset = layer->preset.value_or(preset);
    confidence = layer->confidence.value_or(confidence);
    for (const auto& [name, access] : layer->globals) globals[name] = access;
  }

  std::vector<Draft> drafts(rules.size());
  for (size_t index = 0; index < rules.size(); ++index) {
    if (is_in_preset(rules[index], preset)) drafts[index].severity = rules[index].rule->description.severity;
  }
  for (const Settings* layer : layers) apply_changes(rules, layer->rules, drafts);

  RuleStates states;
  for (size_t index = 0; index < rules.size(); ++index) {
    states.push_back(
        {drafts[index].severity, OptionValues(*rules[index].rule, std::move(drafts[index].options))});
  }
  FileLinter linter(rules, states);
  return {std::move(states), confidence, std::move(globals), std::move(linter)};
}

}  // namespace leaklint
