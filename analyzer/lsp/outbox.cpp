#include "lsp/outbox.h"

namespace leaklint {

void Outbox::send(Json message) {
  message["jsonrpc"] = "2.0";
  // A client that has gone away is noticed by the reader.
  (void)writer_.write(to_text(message));
}

void Outbox::respond(const Json& id, Json result) {
  send({{"id", id}, {"result", std::move(result)}});
}

void Outbox::respond_error(const Json& id, ErrorCode code, const std::string& message) {
  send({{"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

void Outbox::notify(std::string_view method, Json parameters) {
  send({{"method", method}, {"params", std::move(parameters)}});
}

void Outbox::request(std::string_view method, Json parameters,
                     std::function<void(const Json& result)> on_result) {
  const int64_t id = ++last_request_;
  awaited_[id] = std::move(on_result);
  Json message = {{"id", id}, {"method", method}};
  if (!parameters.is_null()) message["params"] = std::move(parameters);
  send(std::move(message));
}

void Outbox::take_response(const Json& response) {
  const Json& id = member(response, "id");
  if (!id.is_number_integer()) return;
  const auto found = awaited_.find(id.get<int64_t>());
  if (found == awaited_.end()) return;
  const auto on_result = std::move(found->second);
  awaited_.erase(found);
  if (on_result) on_result(member(response, "result"));
}

void Outbox::log(MessageType type, const std::string& message) {
  notify("window/logMessage", {{"type", static_cast<int>(type)}, {"message", message}});
}

void Outbox::show(MessageType type, const std::string& message) {
  notify("window/showMessage", {{"type", static_cast<int>(type)}, {"message", "leaklint: " + message}});
}

}  // namespace leaklint
