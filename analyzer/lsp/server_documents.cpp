#include "base/is_one_of.h"
#include "driver/source_names.h"
#include "lint/baseline.h"
#include "lsp/server.h"

namespace leaklint {
namespace {

enum class FileEvent : int { created = 1, changed = 2, deleted = 3 };

void note_file_event(ProjectChanges& changes, bool& needs_reload, const std::string& path, FileEvent event) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  // A package.json's "type" counts for how each file of the package is read.
  needs_reload |= is_one_of(name, {configuration_file_name, baseline_file_name, "package.json"});
  changes.has_other_modules |= name.ends_with(".json");
  changes.may_have_other_files |=
      event != FileEvent::changed || is_one_of(name, {".gitignore", ".leaklintignore"});
  if (is_source_name(name)) changes.touched.insert(path);
}

}  // namespace

void Server::change(ProjectChanges changes) {
  changes.sequence = ++sequence_;
  analysis_->change(std::move(changes));
}

void Server::set_text(Document& document) {
  ProjectChanges changes;
  changes.texts[document.path] = std::make_shared<const std::string>(document.text);
  change(std::move(changes));
  document.sequence = sequence_;
}

void Server::open(Parameters parameters) {
  const Json& opened = parameters.at("textDocument");
  const auto path = paths_.shown(opened.at("uri").get_ref<const std::string&>());
  if (!path) return;
  Document& document = documents_[*path];
  document.path = *path;
  document.text = opened.at("text").get<std::string>();
  document.version = member(opened, "version");
  set_text(document);
}

void Server::edit(Parameters parameters) {
  const Json& edited = parameters.at("textDocument");
  const auto path = paths_.shown(edited.at("uri").get_ref<const std::string&>());
  const auto found = path ? documents_.find(*path) : documents_.end();
  if (found == documents_.end()) return;
  Document& document = found->second;
  document.version = member(edited, "version");
  document.apply(parameters.at("contentChanges"), client_.encoding);
  set_text(document);
}

void Server::close(Parameters parameters) {
  const auto path = paths_.shown(parameters.at("textDocument").at("uri").get_ref<const std::string&>());
  if (!path || documents_.erase(*path) == 0) return;
  ProjectChanges changes;
  changes.texts[*path] = nullptr;
  change(std::move(changes));
}

void Server::look_at_files(Parameters parameters) {
  ProjectChanges changes;
  bool needs_reload = false;
  for (const Json& one : parameters.at("changes")) {
    if (const auto path = paths_.shown(one.at("uri").get_ref<const std::string&>()))
      note_file_event(changes, needs_reload, *path, static_cast<FileEvent>(one.at("type").get<int>()));
  }
  change(std::move(changes));
  if (needs_reload) load_project();
}

}  // namespace leaklint
