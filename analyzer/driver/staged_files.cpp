#include "driver/staged_files.h"

#include <algorithm>
#include <charconv>

#include "driver/git_command.h"
#include "driver/paths.h"
#include "driver/source_names.h"

namespace leaklint {
namespace {

/// "100644 <object> 0\t<path>"
struct IndexRow {
  std::string_view mode, object, path;

  bool is_file() const { return mode.starts_with("100"); }
};

IndexRow read_row(std::string_view row) {
  const size_t blank = row.find(' ');
  const size_t tab = row.find('\t');
  if (blank == row.npos || tab == row.npos) return {};
  const size_t end = row.find(' ', blank + 1);
  return {row.substr(0, blank), row.substr(blank + 1, end - blank - 1), row.substr(tab + 1)};
}

/// Reads what `git cat-file --batch` prints: for each object "<object> blob <size>\n<bytes>\n".
Result<std::vector<std::string>> read_objects(const std::vector<std::string>& objects) {
  std::string wanted;
  for (const std::string& object : objects) wanted += object + "\n";
  const auto printed = run_git({"cat-file", "--batch"}, wanted);
  if (!printed) return printed.error();
  std::vector<std::string> texts;
  for (size_t at = 0; at < printed->size();) {
    const size_t line_end = printed->find('\n', at);
    const size_t blank = printed->rfind(' ', line_end);
    size_t size = 0;
    const auto read = std::from_chars(printed->data() + blank + 1, printed->data() + line_end, size);
    if (line_end == std::string::npos || read.ec != std::errc()) break;
    texts.push_back(printed->substr(line_end + 1, size));
    at = line_end + 1 + size + 1;
  }
  if (texts.size() != objects.size()) return Error{"git cat-file: an object of the index is missing"};
  return texts;
}

Result<std::set<std::string>> names_of_diff(const std::string& top, std::vector<std::string> options) {
  options.insert(options.begin(),
                 {"diff", "-z", "--name-only", "--no-renames", "--no-relative", "--ignore-submodules=all"});
  const auto names = run_git(std::move(options));
  if (!names) return names.error();
  std::set<std::string> paths;
  for (const std::string& name : split_at_nul(*names)) paths.insert(top + "/" + name);
  return paths;
}

bool is_ordinary_source(const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  return is_source_name(name) && !is_declaration_name(name) && !is_minified_name(name) &&
         path.find("/node_modules/") == std::string::npos;
}

}  // namespace

Result<Index> read_index() {
  const auto top = repository_top();
  if (!top) return Error{"--staged: " + top.error().text};
  auto listed = run_git({"ls-files", "-z", "--stage", "--full-name", "--", ":/"});
  if (!listed) return Error{"--staged: " + listed.error().text};
  const auto differing = names_of_diff(*top, {});
  if (!differing) return Error{"--staged: " + differing.error().text};
  auto staged = names_of_diff(*top, {"--cached"});
  if (!staged) return Error{"--staged: " + staged.error().text};

  Index index;
  std::vector<std::string> paths, objects;
  for (const std::string& line : split_at_nul(*listed)) {
    const IndexRow row = read_row(line);
    if (!row.is_file() || !is_source_name(row.path)) continue;
    std::string path = *top + "/" + std::string(row.path);
    if (differing->contains(path)) {
      paths.push_back(path);
      objects.emplace_back(row.object);
    }
    index.files.insert(std::move(path));
  }
  auto texts = read_objects(objects);
  if (!texts) return Error{"--staged: " + texts.error().text};
  for (size_t at = 0; at < paths.size(); ++at) index.texts[paths[at]] = std::move((*texts)[at]);
  index.staged = std::move(*staged);
  return index;
}

void take_from_index(const Index& index, CheckRequest& request) {
  const std::string here = working_directory();
  std::erase_if(request.files, [&](const DiscoveredFile& file) {
    return !index.files.contains(absolute_path(here, file.path));
  });
  for (const auto& [path, text] : index.texts) {
    const std::string shown = shown_path(here, path);
    const bool is_below = shown != path;
    if (is_below && !is_file(path) && is_ordinary_source(path)) request.files.push_back({shown, false});
  }
  for (const DiscoveredFile& file : request.files) {
    const auto text = index.texts.find(absolute_path(here, file.path));
    if (text != index.texts.end()) request.texts[file.path] = text->second;
  }
  std::sort(request.files.begin(), request.files.end());
}

void keep_in(CheckResult& result, const std::set<std::string>& paths) {
  const std::string here = working_directory();
  std::vector<bool> is_kept;
  for (const std::string& path : result.paths) {
    std::string absolute = absolute_path(here, path);
    bool is_inside = paths.contains(absolute);
    for (auto folder = folder_above(absolute); folder && !is_inside; folder = folder_above(*folder))
      is_inside = paths.contains(std::string(*folder));
    is_kept.push_back(is_inside);
  }
  const auto is_outside = [&](const Finding& finding) { return !is_kept[finding.place.file.raw]; };
  std::erase_if(result.findings, is_outside);
  std::erase_if(result.suppressed, [&](const SuppressedFinding& one) { return is_outside(one.finding); });
  std::erase_if(result.problems, [&](const ReportedProblem& problem) {
    const auto file = std::find(result.paths.begin(), result.paths.end(), problem.path);
    return file != result.paths.end() && !is_kept[static_cast<size_t>(file - result.paths.begin())];
  });
}

}  // namespace leaklint
