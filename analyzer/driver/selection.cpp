#include "driver/selection.h"

namespace leaklint {
namespace {

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).push_back('\n');
  return text;
}

}  // namespace

std::string prefix_of(std::string_view folder) {
  std::string prefix(folder);
  if (!prefix.ends_with('/')) prefix.push_back('/');
  return prefix;
}

Selection::Selection(const std::string& folder, const std::vector<std::string>& include,
                     const std::vector<std::string>& exclude)
    : include_(joined_lines(include)), exclude_(joined_lines(exclude)), prefix_(prefix_of(folder)) {}

bool Selection::excludes(std::string_view path, bool is_folder) const {
  return is_inside(path) && exclude_.verdict(path.substr(prefix_.size()), is_folder) == Verdict::ignored;
}

bool Selection::includes(std::string_view path, bool is_folder, bool is_folder_above_included) const {
  if (include_.is_empty()) return true;
  // A folder that is not inside may still be above: what comes below has to be included by itself.
  if (!is_inside(path)) return !is_folder;
  Verdict verdict = include_.verdict(path.substr(prefix_.size()), is_folder);
  return verdict == Verdict::says_nothing ? is_folder_above_included : verdict == Verdict::ignored;
}

bool Selection::includes_folder(std::string_view path) const {
  bool is_included = include_.is_empty();
  if (!is_inside(path)) return is_included;
  for (size_t slash = path.find('/', prefix_.size()); slash != path.npos; slash = path.find('/', slash + 1))
    is_included = includes(path.substr(0, slash), true, is_included);
  return includes(path, true, is_included);
}

bool Selection::takes(std::string_view file) const {
  if (!is_inside(file)) return true;
  for (size_t slash = file.find('/', prefix_.size()); slash != file.npos; slash = file.find('/', slash + 1))
    if (excludes(file.substr(0, slash), true)) return false;
  size_t slash = file.rfind('/');
  bool is_folder_included =
      slash < prefix_.size() ? include_.is_empty() : includes_folder(file.substr(0, slash));
  return !excludes(file, false) && includes(file, false, is_folder_included);
}

}  // namespace leaklint
