#include "lsp/diagnostics_board.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Equal lists, equal id: so a client that asks again is told that nothing has changed.
std::string result_id_of(const Json& items) {
  return items.empty() ? "0" : std::to_string(std::hash<std::string>()(to_text(items)));
}

bool may_have_diagnostics(const CheckedFile& file) {
  return file.result.source.has_value();
}

Json version_of(const Documents& documents, const std::string& path) {
  const auto open = documents.find(path);
  return open == documents.end() ? Json() : open->second.version;
}

}  // namespace

/// Whether anything is other than before.
bool DiagnosticsBoard::update(const View& view) {
  bool has_changed = false;
  for (auto& [path, shown] : shown_) {
    if (view.snapshot.file(path) != nullptr) continue;
    has_changed |= !shown.items.empty();
    shown = {nullptr, nullptr, "0", Json::array(), shown.items.empty() && shown.is_published};
  }
  for (const auto& file : view.snapshot.files) {
    if (!may_have_diagnostics(*file)) continue;
    Shown& shown = shown_[file->file.path];
    if (shown.file == file && shown.linked == view.snapshot.linked) continue;
    Json items = diagnostics_json(view, *file);
    std::string id = result_id_of(items);
    const bool is_same = (shown.result_id.empty() ? "0" : shown.result_id) == id;
    has_changed |= !is_same;
    shown = {file, view.snapshot.linked, std::move(id), std::move(items),
             is_same && (shown.is_published || shown.result_id.empty())};
  }
  return has_changed;
}

void DiagnosticsBoard::show(const View& view, const Documents& documents) {
  const bool has_changed = update(view);
  if (!view.client.pulls_diagnostics) return publish(view, documents);
  std::erase_if(pulls_, [&](const Pull& pull) { return answer(view, documents, pull); });
  if (has_changed) outbox_.request("workspace/diagnostic/refresh", nullptr);
}

void DiagnosticsBoard::publish(const View& view, const Documents& documents) {
  for (auto shown = shown_.begin(); shown != shown_.end();) {
    const auto& [path, list] = *shown;
    const auto open = documents.find(path);
    // Places in a text that the client no longer has would be wrong; the next snapshot has the right ones.
    const bool is_outdated = open != documents.end() && open->second.sequence > view.snapshot.sequence;
    if (!list.is_published && !is_outdated) {
      Json parameters = {{"uri", view.paths.uri(path)}, {"diagnostics", list.items}};
      if (open != documents.end() && open->second.version.is_number())
        parameters["version"] = open->second.version;
      outbox_.notify("textDocument/publishDiagnostics", std::move(parameters));
      shown->second.is_published = true;
    }
    if (list.file == nullptr && list.is_published)
      shown = shown_.erase(shown);
    else
      ++shown;
  }
}

Json DiagnosticsBoard::document_report(const View& view, const CheckedFile* file,
                                       const Json& previous) const {
  Json items = file == nullptr ? Json::array() : diagnostics_json(view, *file);
  const std::string id = result_id_of(items);
  if (previous == id) return {{"kind", "unchanged"}, {"resultId", id}};
  return {{"kind", "full"}, {"resultId", id}, {"items", std::move(items)}};
}

void DiagnosticsBoard::pull_workspace(const View& view, const Documents& documents, const Json& id,
                                      const Json& previous_results) {
  Pull pull{id, {}};
  for (const Json& one : previous_results)
    pull.known[one.at("uri").get<std::string>()] = one.at("value").get<std::string>();
  update(view);
  if (!answer(view, documents, pull)) pulls_.push_back(std::move(pull));
}

/// Whether there was something to say.
bool DiagnosticsBoard::answer(const View& view, const Documents& documents, const Pull& pull) const {
  Json reports = Json::array();
  for (const auto& [path, shown] : shown_) {
    const std::string uri = view.paths.uri(path);
    const auto known = pull.known.find(uri);
    if (shown.result_id == (known == pull.known.end() ? "0" : known->second)) continue;
    reports.push_back({{"kind", "full"},
                       {"uri", uri},
                       {"version", version_of(documents, path)},
                       {"resultId", shown.result_id},
                       {"items", shown.items}});
  }
  if (reports.empty()) return false;
  outbox_.respond(pull.id, {{"items", std::move(reports)}});
  return true;
}

bool DiagnosticsBoard::cancel(const Json& id) {
  return std::erase_if(pulls_, [&](const Pull& pull) { return pull.id == id; }) > 0;
}

}  // namespace leaklint
