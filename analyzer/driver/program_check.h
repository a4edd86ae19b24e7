#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "lint/file_stage.h"
#include "lint/program_stage.h"
#include "models/model.h"
#include "program/file_system.h"
#include "program/module_resolver.h"

namespace leaklint {

/// Whether some file's configuration turns a program rule on.
bool wants_program_rules(RuleTable rules, std::span<const FileSettings* const> settings);

/// What the link takes from one file.
struct ProgramMember {
  std::string path;
  std::shared_ptr<const FileFacts> facts;
  const FileSettings* settings;
};

/// Links programs and runs the program rules. An editor keeps one, since the models, and what package.json
/// and tsconfig.json say, stay the same from one edit to the next. Not for several threads at a time.
class ProgramChecker {
 public:
  /// `files` answers what the link reads besides the sources.
  explicit ProgramChecker(RuleTable rules, FileSystem files = disk())
      : rules_(rules), file_system_(std::move(files)) {}

  /// Reads the models; `own_files` are the user's. An error is that of one of these.
  std::optional<Error> load(const std::vector<std::string>& own_files);

  /// Findings sorted by place and rule, with the severity that the configuration of their file sets. Members
  /// are by FileId.
  std::vector<Finding> check(std::span<const ProgramMember> members);
  /// How many values of the program checked last can be more things than are followed.
  uint32_t open_values() const { return open_values_; }

  /// A package.json or the like has changed.
  void forget_modules() { resolver_.reset(); }

 private:
  std::vector<Finding> run_rules(std::span<const ProgramMember> members);

  RuleTable rules_;
  FileSystem file_system_;
  uint32_t open_values_ = 0;
  Models models_;
  std::vector<std::string> paths_;
  std::unique_ptr<ModuleResolver> resolver_;  ///< of these paths
};

/// Links the files' facts, runs the program rules, and gives each finding to the file it lies in, with the
/// severity that file's configuration sets. The facts are moved out of the results. Paths, files and settings
/// are by FileId; `model_files` are the user's own. Says how many values can be more things than are
/// followed; an error is that of a model file.
Result<uint32_t> check_program_of(const std::vector<std::string>& paths, std::span<FileResult* const> files,
                                  std::span<const FileSettings* const> settings,
                                  const std::vector<std::string>& model_files, RuleTable rules,
                                  const FileSystem& file_system);

/// Links facts (by FileId, as are their paths) and hands what is known of the program to `use`. An error is
/// that of a model file.
std::optional<Error> with_program_of(
    const std::vector<std::string>& paths, std::vector<FileFacts> facts,
    const std::vector<std::string>& model_files,
    const std::function<void(const ProgramAnswers&, const ModuleLinks&)>& use);

}  // namespace leaklint
