#include "driver/program_check.h"

#include <algorithm>

#include "base/read_file.h"
#include "lint/json_text.h"
#include "lint/program_stage.h"
#include "models/embedded.h"
#include "program/module_links.h"

namespace leaklint {
namespace {

using ModelFiles = std::vector<std::pair<std::string, std::string>>;

/// Adds the user's own model files. They are written by hand, so comments and trailing commas are allowed, as
/// in the configuration that names them.
std::optional<Error> add_model_files(const std::vector<std::string>& paths, ModelFiles& files) {
  for (const std::string& path : paths) {
    auto text = read_file(path);
    if (!text) return text.error();
    const auto json = JsonText::parse(path, std::move(*text));
    if (!json) return json.error();
    files.emplace_back(path, json->value().dump());
  }
  return std::nullopt;
}

std::optional<Error> load_all_models(const std::vector<std::string>& own_files, Models& models) {
  ModelFiles files;
  for (const EmbeddedFile& file : embedded_models())
    files.emplace_back(std::string(file.name), std::string(file.text));
  if (auto error = add_model_files(own_files, files)) return error;
  if (auto error = load_models(std::move(files), models)) return Error{"models: " + *error};
  return std::nullopt;
}

}  // namespace

bool wants_program_rules(RuleTable rules, std::span<const FileSettings* const> settings) {
  for (size_t rule = 0; rule < rules.size(); ++rule) {
    if (!rules[rule].rule->check) continue;
    if (std::any_of(settings.begin(), settings.end(),
                    [&](const FileSettings* file) { return file->states[rule].is_on(); }))
      return true;
  }
  return false;
}

std::optional<Error> ProgramChecker::load(const std::vector<std::string>& own_files) {
  models_ = Models();
  return load_all_models(own_files, models_);
}

std::vector<Finding> ProgramChecker::check(std::span<const ProgramMember> members) {
  const bool has_same_paths =
      std::equal(members.begin(), members.end(), paths_.begin(), paths_.end(),
                 [](const ProgramMember& member, const std::string& path) { return member.path == path; });
  if (!has_same_paths || !resolver_) {
    paths_.clear();
    for (const ProgramMember& member : members) paths_.push_back(member.path);
    resolver_ = std::make_unique<ModuleResolver>(paths_, file_system_);
  }
  std::vector<Finding> findings = run_rules(members);
  std::erase_if(findings, [&](Finding& finding) {
    const RuleState& state = members[finding.place.file.raw].settings->states[finding.rule];
    finding.severity = state.severity;
    return !state.is_on();
  });
  return findings;
}

std::vector<Finding> ProgramChecker::run_rules(std::span<const ProgramMember> members) {
  Program program;
  for (const ProgramMember& member : members) program.add(member.path, member.facts);
  const ModuleLinks links = link_modules(program, *resolver_);
  ProgramFindings found =
      check_program({.program = program,
                     .models = models_,
                     .links = links,
                     .rules = rules_,
                     .options = [&](FileId file, uint16_t rule) -> const OptionValues& {
                       return members[file.raw].settings->states[rule].options;
                     },
                     .is_wanted =
                         [&](uint16_t rule) {
                           return std::any_of(members.begin(), members.end(), [&](const auto& member) {
                             return member.settings->states[rule].is_on();
                           });
                         }});
  open_values_ = found.open_values;
  return std::move(found.findings);
}

Result<uint32_t> check_program_of(const std::vector<std::string>& paths, std::span<FileResult* const> files,
                                  std::span<const FileSettings* const> settings,
                                  const std::vector<std::string>& model_files, RuleTable rules,
                                  const FileSystem& file_system) {
  ProgramChecker checker(rules, file_system);
  if (auto error = checker.load(model_files)) return *error;
  std::vector<ProgramMember> members;
  for (size_t at = 0; at < files.size(); ++at) {
    // A file that could not be read keeps its place with empty facts, so that ids stay those of the list.
    FileFacts facts = files[at]->facts ? std::move(*files[at]->facts) : FileFacts();
    files[at]->facts.reset();
    members.push_back({paths[at], std::make_shared<const FileFacts>(std::move(facts)), settings[at]});
  }
  for (Finding& finding : checker.check(members)) {
    FileResult& file = *files[finding.place.file.raw];
    if (!covers(file.unread, finding.place.span.begin)) file.findings.push_back(std::move(finding));
  }
  return checker.open_values();
}

std::optional<Error> with_program_of(
    const std::vector<std::string>& paths, std::vector<FileFacts> facts,
    const std::vector<std::string>& model_files,
    const std::function<void(const ProgramAnswers&, const ModuleLinks&)>& use) {
  Models models;
  if (auto error = load_all_models(model_files, models)) return error;
  Program program;
  for (size_t at = 0; at < paths.size(); ++at) program.add(paths[at], std::move(facts[at]));
  ModuleResolver resolver(paths, disk());
  const ModuleLinks links = link_modules(program, resolver);
  use(ProgramAnswers(program, models, links), links);
  return std::nullopt;
}

}  // namespace leaklint
