#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/finding.h"
#include "lint/rule.h"

namespace leaklint {

/// What a user may ask for by name. The preset `leaks` is a family, so it is no value of a rule's own
/// `Preset`.
enum class PresetChoice : uint8_t { recommended, leaks, strict, all };

std::string_view severity_word(Severity severity);  ///< "off", "note", "warning", "error"
std::string_view confidence_word(Confidence confidence);
std::string_view preset_word(Preset preset);
std::string_view preset_word(PresetChoice preset);

/// Severities may also be written "warn".
std::optional<Severity> parse_severity(std::string_view word);
std::optional<Confidence> parse_confidence(std::string_view word);
std::optional<PresetChoice> parse_preset(std::string_view word);

std::span<const std::string_view> severity_words();
std::span<const std::string_view> confidence_words();
std::span<const std::string_view> preset_words();

/// ", did you mean 'y'?" when a candidate is near, else ""; to be put after "unknown … 'x'".
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace leaklint
