#include <functional>
#include <memory>

#include "base/read_file.h"
#include "cli/commands.h"
#include "driver/configured_files.h"
#include "driver/program_check.h"
#include "lint/file_stage.h"
#include "retention/dump_program.h"
#include "semantics/dump_facts.h"
#include "semantics/dump_scopes.h"
#include "syntax/dump_tree.h"

namespace leaklint {
namespace {

/// One file, as far as the stages that look at one file alone take it.
struct ParsedFile {
  SourceText source;
  std::string blanked;
  ParseResult parsed;
  std::optional<std::string> package_type;

  ModuleHints hints() const { return module_hints(source.path(), package_type); }
};

using Print = std::function<std::string(const ParsedFile& file)>;

int fail(const Error& error) {
  complain(error.text);
  return exit_error;
}

Result<std::string> print_file(const std::string& path, SettingsLookup& settings, Parser& parser,
                               const Print& print) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  auto source = SourceText::from_bytes(path, std::move(*bytes));
  if (!source) return source.error();
  const auto situation = settings.find(path);
  if (!situation) return situation.error();
  ParsedFile file{std::move(*source), {}, {}, situation->package_type};
  file.parsed = parser.parse(path, file.source.text(), file.blanked);
  return print(file);
}

int print_files(const std::vector<std::string>& paths, const Print& print) {
  SettingsLookup settings(all_rules(), {}, std::nullopt);
  Parser parser;
  for (const std::string& path : paths) {
    const Result<std::string> text = print_file(path, settings, parser, print);
    if (!text) return fail(text.error());
    if (!write_to_standard_output(*text)) return exit_error;
  }
  return exit_clean;
}

std::string print_tree(const ParsedFile& file) {
  return dump_tree(file.source, file.parsed.tree);
}

std::string print_scopes(const ParsedFile& file, bool as_json) {
  Names names;
  const Scopes scopes = bind(file.parsed.tree, file.hints(), names);
  return (as_json ? dump_scopes_as_json : dump_scopes)(file.source, file.parsed.tree, scopes, names);
}

std::string print_facts(const ParsedFile& file) {
  Names names;
  const Scopes scopes = bind(file.parsed.tree, file.hints(), names);
  return dump_facts(make_facts(file.parsed.tree, scopes, std::move(names)));
}

int dump_files(std::vector<std::string> paths, bool no_ignore) {
  if (paths.empty()) paths = {"."};
  SettingsLookup lookup(all_rules(), {}, std::nullopt);
  const auto found = discover_configured(paths, no_ignore, lookup);
  if (!found) return fail(found.error());
  std::string list;
  for (const DiscoveredFile& file : found->files) list += file.path + "\n";
  for (const Problem& problem : found->problems) complain(problem.path + ": " + problem.message);
  if (!write_to_standard_output(list)) return exit_error;
  return found->problems.empty() ? exit_clean : exit_error;
}

using PrintProgram = std::function<std::string(const ProgramAnswers&, const ModuleLinks&)>;

/// Links what is found under the paths and prints one stage of the whole program.
int dump_program_stage(std::vector<std::string> paths, bool no_ignore, const PrintProgram& print) {
  if (paths.empty()) paths = {"."};
  SettingsLookup settings(all_rules(), {}, std::nullopt);
  const auto found = discover_configured(paths, no_ignore, settings);
  if (!found) return fail(found.error());
  for (const Problem& problem : found->problems) complain(problem.path + ": " + problem.message);
  std::vector<std::string> names;
  std::vector<FileFacts> facts;
  Parser parser;
  for (const DiscoveredFile& file : found->files) {
    auto bytes = read_file(file.path);
    if (!bytes) return fail(bytes.error());
    const auto situation = settings.find(file.path);
    if (!situation) return fail(situation.error());
    FileResult result = analyze_file(
        {file.path, std::move(*bytes), situation->settings, situation->package_type, true}, parser, {});
    names.push_back(file.path);
    facts.push_back(result.facts ? std::move(*result.facts) : FileFacts());
  }
  std::string text;
  const auto error = with_program_of(
      names, std::move(facts), settings.model_files(),
      [&](const ProgramAnswers& answers, const ModuleLinks& links) { text = print(answers, links); });
  if (error) return fail(*error);
  if (!write_to_standard_output(text)) return exit_error;
  return found->problems.empty() ? exit_clean : exit_error;
}

CLI::App* add_stage(CLI::App& dump, const std::string& name, const std::string& description,
                    const std::shared_ptr<std::vector<std::string>>& paths) {
  CLI::App* stage = dump.add_subcommand(name, description);
  stage->add_option("FILE", *paths, "The files to read")->required()->type_name("");
  return stage;
}

}  // namespace

void add_dump_command(CLI::App& app, int& exit_code) {
  CLI::App* dump = app.add_subcommand("dump", "Show what a stage of the analysis makes of a file");
  dump->require_subcommand(1);

  const auto paths = std::make_shared<std::vector<std::string>>();
  const auto no_ignore = std::make_shared<bool>(false);
  CLI::App* files = dump->add_subcommand("files", "The files that would be checked");
  files->add_option("PATH", *paths, "Files and folders; the working folder when none is named")
      ->type_name("");
  files->add_flag("--no-ignore", *no_ignore, "Ignored, minified and declaration files too");
  files->callback([=, &exit_code] { exit_code = dump_files(*paths, *no_ignore); });

  add_stage(*dump, "tree", "The syntax tree", paths)->callback([=, &exit_code] {
    exit_code = print_files(*paths, print_tree);
  });
  const auto as_json = std::make_shared<bool>(false);
  CLI::App* scopes = add_stage(*dump, "scopes", "Scopes, the names they declare, and uses", paths);
  scopes->add_flag("--json", *as_json, "For programs");
  scopes->callback([=, &exit_code] {
    exit_code =
        print_files(*paths, [as_json](const ParsedFile& file) { return print_scopes(file, *as_json); });
  });
  const auto add_program_stage = [&](const char* name, const char* description, PrintProgram print) {
    CLI::App* stage = dump->add_subcommand(name, description);
    stage->add_option("PATH", *paths, "Files and folders; the working folder when none is named")
        ->type_name("");
    stage->add_flag("--no-ignore", *no_ignore, "Ignored, minified and declaration files too");
    stage->callback([=, &exit_code] { exit_code = dump_program_stage(*paths, *no_ignore, print); });
  };
  add_program_stage("program", "What module names resolve to, and the call graph",
                    [](const ProgramAnswers& answers, const ModuleLinks& links) {
                      return dump_program(answers.retention, links);
                    });
  add_program_stage(
      "lives", "How often each function runs, and why",
      [](const ProgramAnswers& answers, const ModuleLinks&) { return dump_lives(answers.retention); });
  add_program_stage(
      "retention", "What adds and takes away, its holder, and what makes it grow",
      [](const ProgramAnswers& answers, const ModuleLinks&) { return dump_retention(answers.retention); });
  add_stage(*dump, "facts", "Functions, their captures and instructions", paths)->callback([=, &exit_code] {
    exit_code = print_files(*paths, print_facts);
  });
}

}  // namespace leaklint
