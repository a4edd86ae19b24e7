#pragma once

#include <span>
#include <string_view>

namespace leaklint {

/// A key of leaklint.json. The reader's checks and the JSON Schema both come from here.
struct ConfigurationKey {
  std::string_view name;
  std::string_view description;
};

inline constexpr ConfigurationKey preset_key = {"preset", "Which rules run, before 'rules' changes it"};
inline constexpr ConfigurationKey rules_key = {
    "rules", "Rules to turn on, off or to another severity, and their options"};
inline constexpr ConfigurationKey confidence_key = {
    "confidence", "Findings below this confidence are hidden; medium when nothing is said"};
inline constexpr ConfigurationKey globals_key = {
    "globals",
    "Names that exist at run time although no file declares them, and whether they may be assigned"};
inline constexpr ConfigurationKey files_key = {
    "files", "The files that the override is for, in the syntax of .gitignore, with {a,b}"};
inline constexpr ConfigurationKey include_key = {
    "include", "Only these files are checked, in the syntax of .gitignore, with {a,b}"};
inline constexpr ConfigurationKey exclude_key = {
    "exclude", "These files are not checked, in the syntax of .gitignore, with {a,b}"};
inline constexpr ConfigurationKey overrides_key = {"overrides",
                                                   "Settings for some files only; later ones win"};
inline constexpr ConfigurationKey models_key = {
    "models", "Your own model files, relative to this one: what your libraries hold, run and release"};
inline constexpr ConfigurationKey schema_key = {"$schema",
                                                "Where an editor finds the JSON Schema of this file"};

}  // namespace leaklint
