#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "lint/configuration.h"
#include "runners/markers.h"

namespace leaklint {

/// The top of the source tree: where ctest says it is, or above the working folder.
std::filesystem::path source_folder();

/// The bytes of a file; "" when there is none.
std::string read_test_file(const std::filesystem::path& path);

/// What `leaklint check` finds in these texts together, by their paths; leaklint.json beside them counts.
std::vector<Observed> find_in(const std::map<std::string, std::string>& texts, const Settings& flags);

/// Every rule, at every confidence.
Settings every_rule();

/// Drops the findings of rules that a case is not about: neither `rule` nor any that a marker names.
std::vector<Observed> only_about(std::vector<Observed> findings, std::string_view rule,
                                 const std::vector<Marker>& markers);

}  // namespace leaklint
