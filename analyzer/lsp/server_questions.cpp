#include "lsp/code_actions.h"
#include "lsp/server.h"

namespace leaklint {

void Server::take_snapshot(std::shared_ptr<const ProjectSnapshot> snapshot) {
  // Before the first link nearly all is unknown; to show so little would be to say that there is no more.
  if (snapshot->linked == nullptr) return;
  end_progress();
  has_failed_ = false;
  snapshot_ = std::move(snapshot);
  board_.show(view(), documents_);
  answer_waiting();
}

void Server::take_error(const Error& error) {
  if (error.text != last_error_) outbox_.show(MessageType::error, error.text);
  last_error_ = error.text;
  if (snapshot_) return;
  has_failed_ = true;
  end_progress();
  answer_waiting();
}

bool Server::is_ready(uint64_t sequence) const {
  return snapshot_ ? snapshot_->sequence >= sequence : has_failed_;
}

void Server::answer_waiting() {
  std::vector<Waiting> waiting = std::exchange(waiting_, {});
  for (Waiting& one : waiting) {
    if (is_ready(one.sequence))
      outbox_.respond(one.id, one.answer());
    else
      waiting_.push_back(std::move(one));
  }
}

/// Whether the method is known. The answer is given when the newest text of the document has been analysed.
bool Server::ask(const Json& id, const std::string& method, Parameters parameters) {
  if (method == "workspace/diagnostic") {
    const Json previous = parameters.at("previousResultIds");
    if (snapshot_)
      board_.pull_workspace(view(), documents_, id, previous);
    else
      outbox_.respond(id, {{"items", Json::array()}});
    return true;
  }
  using Answer = std::function<Json(const CheckedFile*)>;
  const auto offset_of = [this](const CheckedFile& file, const Json& position) {
    return offset_at(file.result.source->text(), position_from(position), client_.encoding);
  };
  Answer answer;
  if (method == "textDocument/diagnostic") {
    answer = [this, previous = member(parameters, "previousResultId")](const CheckedFile* file) {
      if (!snapshot_) return Json{{"kind", "full"}, {"items", Json::array()}};
      return board_.document_report(view(), file, previous);
    };
  } else if (method == "textDocument/hover" || method == "leaklint/retainingPath") {
    const Position at = position_from(parameters.at("position"));
    const bool is_hover = method == "textDocument/hover";
    answer = [=, this](const CheckedFile* file) {
      if (file == nullptr || !file->result.source) return is_hover ? Json() : Json::array();
      const uint32_t offset = offset_at(file->result.source->text(), at, client_.encoding);
      return is_hover ? hover_json(view(), *file, offset) : findings_in_full(view(), *file, offset);
    };
  } else if (method == "textDocument/codeAction") {
    answer = [=, this, range = parameters.at("range"),
              wanted = member(member(parameters, "context"), "only")](const CheckedFile* file) {
      if (file == nullptr || !file->result.source) return Json::array();
      const Span span{offset_of(*file, range.at("start")), offset_of(*file, range.at("end"))};
      return code_actions_json(view(), *file, span, wanted);
    };
  } else {
    return false;
  }
  const auto path =
      paths_.shown(parameters.at("textDocument").at("uri").get_ref<const std::string&>()).value_or("");
  const auto open = documents_.find(path);
  waiting_.push_back({id, open == documents_.end() ? 0 : open->second.sequence,
                      [this, path, answer] { return answer(snapshot_ ? snapshot_->file(path) : nullptr); }});
  answer_waiting();
  return true;
}

Json Server::execute(Parameters parameters) {
  if (parameters.at("command") == explain_command)
    explain(parameters.at("arguments").at(0).get<std::string>());
  return nullptr;
}

void Server::explain(const std::string& rule) {
  const auto index = find_rule(rules_, rule);
  if (!index) return outbox_.show(MessageType::error, unknown_rule(rules_, rule));
  const std::string uri = pages_.uri(rules_[*index]);
  if (client_.shows_documents && !uri.empty())
    outbox_.request("window/showDocument", {{"uri", uri}, {"takeFocus", true}});
  else
    outbox_.notify("window/showMessage", {{"type", static_cast<int>(MessageType::info)},
                                          {"message", std::string(rules_[*index].page)}});
}

}  // namespace leaklint
