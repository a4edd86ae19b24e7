#include "lint/file_settings.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

const RuleOption options[] = {{"most", "how many are allowed", 3, {}},
                              {"strict", "whether it is strict", false, {}}};
const Rule usual{.description = {"", Severity::warning, Preset::recommended, options}};
const Rule strict{.description = {"", Severity::note, Preset::strict}};
const Rule rare{.description = {"", Severity::error, Preset::all}};
const Rule leak{.description = {"", Severity::error, Preset::recommended}};
const RegisteredRule table[] = {{&usual, "usual", "hygiene", ""},
                                {&strict, "strict", "hygiene", ""},
                                {&rare, "rare", "hygiene", ""},
                                {&leak, "leak", "leak", ""}};

/// One letter for each rule's severity: "w-ne" is warning, off, note, error.
std::string severities(const FileSettings& settings) {
  std::string letters;
  for (const RuleState& state : settings.states) letters += "-nwe"[static_cast<int>(state.severity)];
  return letters;
}

FileSettings with_preset(PresetChoice preset) {
  return resolve_settings(table, {.preset = preset, .confidence = {}, .rules = {}, .globals = {}}, nullptr,
                          {});
}

TEST(FileSettings, PresetsContainEachOther) {
  EXPECT_EQ(severities(resolve_settings(table, {}, nullptr, {})), "w--e");
  EXPECT_EQ(severities(with_preset(PresetChoice::recommended)), "w--e");
  EXPECT_EQ(severities(with_preset(PresetChoice::leaks)), "---e");
  EXPECT_EQ(severities(with_preset(PresetChoice::strict)), "wn-e");
  EXPECT_EQ(severities(with_preset(PresetChoice::all)), "wnee");
}

TEST(FileSettings, RulesOfTheConfigurationComeAfterAnyPreset) {
  Configuration configuration;
  configuration.settings.rules = {{0, Severity::off, {}}, {1, std::nullopt, {}}};
  EXPECT_EQ(severities(resolve_settings(table, {}, &configuration, {})), "-n-e");
  Settings flags;
  flags.preset = PresetChoice::leaks;
  EXPECT_EQ(severities(resolve_settings(table, flags, &configuration, {})), "-n-e");
  flags.rules = {{0, Severity::error, {}}};
  EXPECT_EQ(severities(resolve_settings(table, flags, &configuration, {})), "en-e");
}

TEST(FileSettings, OverridesThatApplyComeAfterTheRestInOrder) {
  Configuration configuration;
  configuration.settings.confidence = Confidence::high;
  configuration.settings.globals = {{"a", GlobalAccess::readonly}};
  configuration.settings.rules = {{0, Severity::note, {{"most", 5}}}};
  configuration.overrides.resize(2);
  configuration.overrides[0].settings.rules = {{0, Severity::error, {{"strict", true}}}};
  configuration.overrides[0].settings.globals = {{"a", GlobalAccess::off}};
  configuration.overrides[1].settings.preset = PresetChoice::all;
  configuration.overrides[1].settings.confidence = Confidence::low;

  const FileSettings first = resolve_settings(table, {}, &configuration, {true, false});
  EXPECT_EQ(severities(first), "e--e");
  EXPECT_EQ(first.confidence, Confidence::high);
  EXPECT_EQ(first.globals.at("a"), GlobalAccess::off);
  EXPECT_EQ(first.states[0].options.number("most"), 5);
  EXPECT_TRUE(first.states[0].options.flag("strict"));

  const FileSettings second = resolve_settings(table, {}, &configuration, {false, true});
  EXPECT_EQ(severities(second), "nnee");
  EXPECT_EQ(second.confidence, Confidence::low);
  EXPECT_FALSE(second.states[0].options.flag("strict"));
}

}  // namespace
}  // namespace leaklint
