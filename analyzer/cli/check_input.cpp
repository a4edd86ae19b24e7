#include "cli/check_input.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>

#include "base/read_file.h"
#include "driver/configured_files.h"
#include "driver/paths.h"
#include "driver/source_names.h"
#include "driver/staged_files.h"

namespace leaklint {
namespace {

class Collector {
 public:
  Collector(const CheckPlan& plan, SettingsLookup& lookup) : flags_(plan.flags), lookup_(lookup) {
    input_.request.threads = plan.threads;
    input_.request.reads_everything = flags_.no_ignore;
  }

  std::optional<CheckInput> collect() {
    bool is_complete = false;
    if (!flags_.standard_input_name.empty())
      is_complete = take_standard_input();
    else if (flags_.staged)
      is_complete = take_staged_files();
    else
      is_complete = take_files(flags_.paths.empty() ? std::vector<std::string>{"."} : flags_.paths);
    if (!is_complete) return std::nullopt;
    return std::move(input_);
  }

 private:
  bool fail(const Error& error) {
    complain(error.text);
    return false;
  }

  bool take_files(const std::vector<std::string>& paths) {
    auto found = discover_configured(paths, flags_.no_ignore, lookup_);
    if (!found) return fail(found.error());
    bool is_complete = true;
    for (const Problem& problem : found->problems) {
      const bool is_named = std::find(paths.begin(), paths.end(), problem.path) != paths.end();
      if (is_named)
        is_complete = fail(Error{problem.path + ": " + problem.message});
      else
        input_.problems.push_back({problem.path, problem.message, Severity::error});
    }
    for (const DiscoveredFile& file : found->files) {
      if (file.is_named && ::access(file.path.c_str(), R_OK) != 0)
        is_complete = fail(cannot_read(file.path, system_reason(errno)));
    }
    if (is_complete && found->files.empty()) complain("no JavaScript or TypeScript files to check");
    input_.request.files = std::move(found->files);
    return is_complete;
  }

  bool take_standard_input() {
    const std::string& name = flags_.standard_input_name;
    if (!is_source_name(name)) return fail(Error{name + ": not a JavaScript or TypeScript file"});
    auto text = read_standard_input();
    if (!text) return fail(text.error());
    input_.request.files = {{name, true}};
    input_.request.texts[name] = std::move(*text);
    return true;
  }

  /// The whole folder is read, for what one file does can be undone in another; what is said is only about
  /// the files that are named, or else staged.
  bool take_staged_files() {
    auto index = read_index();
    if (!index) return fail(index.error());
    input_.reported = index->staged;
    if (!flags_.paths.empty() && !take_reported_paths(*index)) return false;
    if (!take_files({"."})) return false;
    take_from_index(*index, input_.request);
    return true;
  }

  bool take_reported_paths(const Index& index) {
    const std::string here = working_directory();
    bool are_there = true;
    input_.reported = std::set<std::string>();
    for (const std::string& path : flags_.paths) {
      std::string absolute = absolute_path(here, path);
      while (absolute.size() > 1 && absolute.ends_with('/')) absolute.pop_back();
      std::error_code error;
      if (!std::filesystem::exists(absolute, error) && !index.files.contains(absolute))
        are_there = fail(Error{path + ": no such file or folder"});
      input_.reported->insert(std::move(absolute));
    }
    return are_there;
  }

  const CheckFlags& flags_;
  SettingsLookup& lookup_;
  CheckInput input_;
};

}  // namespace

std::optional<CheckInput> collect_input(const CheckPlan& plan, SettingsLookup& lookup) {
  return Collector(plan, lookup).collect();
}

}  // namespace leaklint
