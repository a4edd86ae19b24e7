#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "lint/file_stage.h"
#include "lint/program_stage.h"
#include "program/file_system.h"

namespace leaklint {

/// Whether some file's configuration turns a program rule on.
bool wants_program_rules(RuleTable rules, std::span<const FileSettings* const> settings);

/// Links the files' facts, runs the program rules, and gives each finding to the file it lies in, with the
/// severity that file's configuration sets. The facts are moved out of the results. Paths, files and settings
/// are by FileId; `model_files` are the user's own. An error is that of a model file.
std::optional<Error> check_program_of(const std::vector<std::string>& paths,
                                      std::span<FileResult* const> files,
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
