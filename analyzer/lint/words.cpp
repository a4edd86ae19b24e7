#include "lint/words.h"

#include <array>

#include "base/edit_distance.h"

namespace leaklint {
namespace {

constexpr std::array<std::string_view, 4> severities = {"off", "note", "warning", "error"};
constexpr std::array<std::string_view, 5> written_severities = {"error", "warn", "note", "off", "warning"};
constexpr std::array<std::string_view, 3> confidences = {"low", "medium", "high"};
constexpr std::array<std::string_view, 4> presets = {"recommended", "leaks", "strict", "all"};

/// The value whose word is `word`, for enums whose values count from 0 in the order of `words`.
template <class Enum, size_t count>
std::optional<Enum> parse_word(const std::array<std::string_view, count>& words, std::string_view word) {
  for (size_t index = 0; index < count; ++index) {
    if (words[index] == word) return static_cast<Enum>(index);
  }
  return std::nullopt;
}

}  // namespace

std::string_view severity_word(Severity severity) {
  return severities[static_cast<size_t>(severity)];
}

std::string_view confidence_word(Confidence confidence) {
  return confidences[static_cast<size_t>(confidence)];
}

std::string_view preset_word(PresetChoice preset) {
  return presets[static_cast<size_t>(preset)];
}

std::string_view preset_word(Preset preset) {
  switch (preset) {
    case Preset::recommended:
      return preset_word(PresetChoice::recommended);
    case Preset::strict:
      return preset_word(PresetChoice::strict);
    case Preset::all:
      break;
  }
  return preset_word(PresetChoice::all);
}

std::optional<Severity> parse_severity(std::string_view word) {
  if (word == "warn") return Severity::warning;
  return parse_word<Severity>(severities, word);
}

std::optional<Confidence> parse_confidence(std::string_view word) {
  return parse_word<Confidence>(confidences, word);
}

std::optional<PresetChoice> parse_preset(std::string_view word) {
  return parse_word<PresetChoice>(presets, word);
}

std::span<const std::string_view> severity_words() {
  return written_severities;
}
std::span<const std::string_view> confidence_words() {
  return confidences;
}
std::span<const std::string_view> preset_words() {
  return presets;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const auto nearest = nearest_spelling(word, candidates);
  return nearest ? ", did you mean '" + std::string(*nearest) + "'?" : "";
}

}  // namespace leaklint
