#include "runners/test_files.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "driver/check.h"

namespace leaklint {

std::filesystem::path source_folder() {
  if (const char* folder = std::getenv("LEAKLINT_SOURCE_DIRECTORY")) return folder;
  std::filesystem::path here = std::filesystem::current_path();
  while (here.has_relative_path() && !std::filesystem::exists(here / "rules")) here = here.parent_path();
  return here;
}

std::string read_test_file(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

Settings every_rule() {
  Settings settings;
  settings.preset = PresetChoice::all;
  settings.confidence = Confidence::low;
  return settings;
}

std::vector<Observed> find_in(const std::map<std::string, std::string>& texts, const Settings& flags) {
  CheckRequest request;
  request.texts = texts;
  for (const auto& [path, text] : texts) request.files.push_back({path, true});
  SettingsLookup lookup(all_rules(), flags, std::nullopt);
  const auto result = check(request, lookup, all_rules());
  if (!result) return {{"configuration", result.error().text, {"", 0}, {}}};

  const auto place_of = [&](Place place) {
    const auto& source = result->sources[place.file.raw];
    return Observed::Place{result->paths[place.file.raw],
                           source ? source->position(place.span.begin).line : 0};
  };
  std::vector<Observed> findings;
  for (const Finding& finding : result->findings) {
    Observed& one = findings.emplace_back(
        Observed{std::string(all_rules()[finding.rule].id), finding.message, place_of(finding.place), {}});
    one.is_low = finding.confidence == Confidence::low;
    for (const Note& note : finding.notes) {
      for (const PathStep& step : note.steps) {
        if (step.place.file) one.passes.push_back(place_of(step.place));
      }
    }
  }
  return findings;
}

std::vector<Observed> only_about(std::vector<Observed> findings, std::string_view rule,
                                 const std::vector<Marker>& markers) {
  std::erase_if(findings, [&](const Observed& finding) {
    const bool is_named = std::any_of(markers.begin(), markers.end(),
                                      [&](const Marker& marker) { return marker.rule == finding.rule; });
    return finding.rule != rule && finding.rule != "configuration" && !is_named;
  });
  return findings;
}

}  // namespace leaklint
