#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/source_text.h"
#include "models/embedded.h"
#include "program/lives.h"
#include "retention/retention.h"
#include "syntax/parse.h"

namespace leaklint {

/// The rows that are built in, loaded once for all tests.
inline const Models& built_in_models() {
  static const std::unique_ptr<Models> models = [] {
    auto loaded = std::make_unique<Models>();
    std::vector<std::pair<std::string, std::string>> files;
    for (const EmbeddedFile& file : embedded_models())
      files.emplace_back(std::string(file.name), std::string(file.text));
    const auto error = load_models(std::move(files), *loaded);
    EXPECT_FALSE(error) << *error;
    return loaded;
  }();
  return *models;
}

struct ProgramSource {
  std::string path;
  std::string text;
};

struct ProgramSettings {
  bool is_library = false;                ///< every file is an entry that outside code calls
  std::vector<std::string> dependencies;  ///< of the one package.json
  const Models* models = nullptr;         ///< others than the built-in ones
};

/// Source texts as one program: parsed, bound, lowered, linked and followed as the analyzer does it. A
/// relative module name means the file of that path, with or without its extension; any other is a library.
/// Guards are not asked about: every call runs as often as the code around it.
class ProgramOfSources {
 public:
  /// Sources are given in the order of their paths.
  explicit ProgramOfSources(std::initializer_list<ProgramSource> sources,
                            const ProgramSettings& settings = {})
      : ProgramOfSources(std::span(sources.begin(), sources.size()), settings) {}
  explicit ProgramOfSources(std::span<const ProgramSource> sources, const ProgramSettings& settings = {})
      : models(settings.models ? *settings.models : built_in_models()) {
    for (const ProgramSource& source : sources) add(source.path, source.text);
    link(settings);
    flow = std::make_unique<Flow>(program, models, links);
    lives = std::make_unique<Lives>(program, models, *flow, [](GlobalValue) { return false; });
    answers = std::make_unique<CodeAnswers>(program);
    retention = std::make_unique<Retention>(program, models, *flow, *lives, *answers);
  }

  /// The nth function of that name, counted from 1.
  GlobalFunction function(std::string_view name, int nth = 1) const {
    for (uint32_t raw = 0; raw < program.function_count(); ++raw)
      if (program.function_name(GlobalFunction(raw)) == name && --nth == 0) return GlobalFunction(raw);
    ADD_FAILURE() << "no such function: " << name;
    return GlobalFunction(0);
  }
  const Execution& execution(std::string_view name) const { return lives->of(function(name)); }
  /// The name of the life that a function runs for, or how often it runs: "once", "unreached", "outside".
  std::string runs(std::string_view name) const {
    const Execution& row = execution(name);
    if (row.life) return models.lives[row.life].name;
    if (row.multiplicity == Multiplicity::unreached) return "unreached";
    return row.multiplicity == Multiplicity::once ? "once" : "outside";
  }
  /// The library types that a function's parameter can be, joined by spaces.
  std::string parameter_type(std::string_view name, uint32_t index) const {
    const GlobalFunction id = function(name);
    const FileId file = program.file_of(id);
    const Function& row = program.function(id);
    if (index >= row.parameter_count) return "no such parameter";
    const Parameter& parameter = program.file(file).facts.parameters[row.first_parameter + index];
    return types_of(program.global(file, parameter.value));
  }
  std::string types_of(GlobalValue value) const {
    std::string text;
    for (ObjectId id : flow->objects_of(value)) {
      const Object& object = flow->object(id);
      if (object.kind != ObjectKind::external || !object.type) continue;
      text += (text.empty() ? "" : " ") + models.types[object.type].name;
    }
    return text;
  }
  /// The nth effect of a kind, in order of place, or null.
  const Effect* effect(EffectRow::Kind kind, size_t nth = 1) const {
    const auto& found = retention->effects.of_kind(kind);
    return nth <= found.size() ? &retention->effects[found[nth - 1]] : nullptr;
  }

  const Models& models;
  Program program;
  ModuleLinks links;
  std::unique_ptr<Flow> flow;
  std::unique_ptr<Lives> lives;
  std::unique_ptr<CodeAnswers> answers;
  std::unique_ptr<Retention> retention;

 private:
  void add(const std::string& path, const std::string& text) {
    const SourceText source = SourceText::from_bytes(path, text).value();
    std::string blanked;
    Names names;
    Parser parser;
    const Tree tree = parser.parse(path, source.text(), blanked).tree;
    const std::string extension = path.substr(path.rfind('.'));
    const Scopes scopes = bind(tree, ModuleHints{extension, "", false}, names);
    FileFacts facts = make_facts(tree, scopes, std::move(names));
    for (uint32_t line = 1; line <= source.line_count(); ++line)
      facts.line_starts.push_back(source.line_start(line));
    file_by_path_[path] = program.add(path, std::move(facts));
  }

  void link(const ProgramSettings& settings) {
    links.targets.resize(program.file_count());
    links.is_entry.assign(program.file_count(), settings.is_library);
    links.package_of.assign(program.file_count(), 0);
    links.dependencies.emplace_back(settings.dependencies.begin(), settings.dependencies.end());
    links.is_library.assign(program.file_count(), settings.is_library);
    for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
      const FileId file(raw);
      const FileFacts& facts = program.file(file).facts;
      for (const Import& row : facts.imports) add_target(file, row.module);
      for (const Export& row : facts.exports)
        if (row.module) add_target(file, row.module);
      for (const Instruction& row : facts.code)
        if (row.op == Op::constant && row.a == static_cast<uint32_t>(Constant::string) && NameId(row.b))
          add_target(file, NameId(row.b));
    }
  }

  void add_target(FileId from, NameId local) {
    const NameId specifier = program.name(from, local);
    std::string text(program.text(specifier));
    ModuleTarget target;
    if (text.starts_with('.')) {
      const auto folder = std::filesystem::path(program.file(from).path).parent_path();
      const std::string base = (folder / text).lexically_normal().string();
      for (const char* extension : {"", ".js", ".mjs", ".cjs", ".ts", ".tsx"}) {
        const auto found = file_by_path_.find(base + extension);
        if (found == file_by_path_.end()) continue;
        target.kind = ModuleTarget::Kind::file;
        target.file = found->second;
        break;
      }
    } else {
      target.kind = ModuleTarget::Kind::library;
      target.library = text.starts_with("node:") ? text.substr(5) : text;
    }
    links.targets[from.raw][specifier.raw] = target;
  }

  std::map<std::string, FileId> file_by_path_;
};

}  // namespace leaklint
