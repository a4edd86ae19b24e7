#include "lsp/server.h"

namespace leaklint {
namespace {

/// What another thread has to see of a message before its turn comes.
std::optional<Json> cancelled_id(const Json& message) {
  if (member(message, "method") != "$/cancelRequest") return std::nullopt;
  return member(message, "params", "id");
}

}  // namespace

Server::Server(int input, int output, RuleTable rules)
    : rules_(rules), reader_(input), outbox_(output), pages_(rules), board_(outbox_) {}

int Server::run() {
  reading_ = std::thread([this] { read_messages(); });
  while (!exit_code_) events_.take()();
  reading_.detach();
  return *exit_code_;
}

void Server::read_messages() {
  std::string text;
  while (true) {
    switch (reader_.read(text)) {
      case MessageReader::Outcome::end:
        return events_.post([this] { end(1); });
      case MessageReader::Outcome::broken_header:
        return events_.post([this] {
          outbox_.log(MessageType::error, "a message without a valid Content-Length; the server ends");
          end(1);
        });
      case MessageReader::Outcome::too_long:
        events_.post_message(
            [this] { outbox_.show(MessageType::error, "a message of more than 64 MB was not read"); });
        continue;
      case MessageReader::Outcome::message:
        break;
    }
    auto message = parse_message(std::move(text));
    if (!message) {
      events_.post_message([this, reason = message.error().text] {
        outbox_.respond_error(nullptr, ErrorCode::parse_error, reason);
      });
      continue;
    }
    if (const auto id = cancelled_id(*message)) {
      const std::lock_guard lock(cancelling_);
      cancelled_.insert(to_text(*id));
    }
    events_.post_message([this, message = std::move(*message)] { handle(message); });
  }
}

void Server::handle(const Json& message) {
  const Json& id = member(message, "id");
  const Json& method = member(message, "method");
  if (!message.is_object() || (!method.is_string() && !message.contains("id")))
    return outbox_.respond_error(nullptr, ErrorCode::invalid_request, "neither a request nor a response");
  if (!method.is_string()) return outbox_.take_response(message);
  const auto& name = method.get_ref<const std::string&>();
  const bool is_request = message.contains("id");
  try {
    if (is_request)
      handle_request(id, name, member(message, "params"));
    else
      handle_notification(name, member(message, "params"));
  } catch (const Json::exception& error) {
    if (is_request)
      outbox_.respond_error(id, ErrorCode::invalid_params, name + ": " + error.what());
    else
      outbox_.log(MessageType::error, name + ": " + error.what());
  }
}

void Server::handle_request(const Json& id, const std::string& method, Parameters parameters) {
  if (take_cancellation(id)) return outbox_.respond_error(id, ErrorCode::request_cancelled, "cancelled");
  if (method == "initialize" && state_ == State::fresh) {
    outbox_.respond(id, initialize(parameters));
  } else if (state_ == State::fresh) {
    outbox_.respond_error(id, ErrorCode::not_initialized, "'initialize' comes first");
  } else if (method == "initialize" || state_ == State::shut_down) {
    outbox_.respond_error(id, ErrorCode::invalid_request, "the server cannot do that any more");
  } else if (method == "shutdown") {
    state_ = State::shut_down;
    for (const Waiting& one : waiting_)
      outbox_.respond_error(one.id, ErrorCode::request_cancelled, "the server is shut down");
    waiting_.clear();
    outbox_.respond(id, nullptr);
  } else if (method == "workspace/executeCommand") {
    outbox_.respond(id, execute(parameters));
  } else if (!ask(id, method, parameters)) {
    outbox_.respond_error(id, ErrorCode::method_not_found, "unknown method " + method);
  }
}

void Server::handle_notification(const std::string& method, Parameters parameters) {
  if (method == "exit") return end(state_ == State::shut_down ? 0 : 1);
  if (method == "$/cancelRequest") return cancel(member(parameters, "id"));
  if (state_ != State::running) return;
  using Handler = void (Server::*)(Parameters);
  static const std::map<std::string, Handler, std::less<>> handlers = {
      {"initialized", &Server::start},
      {"textDocument/didOpen", &Server::open},
      {"textDocument/didChange", &Server::edit},
      {"textDocument/didClose", &Server::close},
      {"workspace/didChangeConfiguration", &Server::take_settings},
      {"workspace/didChangeWorkspaceFolders", &Server::change_folders},
      {"workspace/didChangeWatchedFiles", &Server::look_at_files},
  };
  // Others are for those who want them.
  if (const auto handler = handlers.find(method); handler != handlers.end())
    (this->*handler->second)(parameters);
}

bool Server::take_cancellation(const Json& id) {
  const std::lock_guard lock(cancelling_);
  return cancelled_.erase(to_text(id)) > 0;
}

/// By now the request has been answered, or it waits.
void Server::cancel(const Json& id) {
  take_cancellation(id);
  const auto waits =
      std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& one) { return one.id == id; });
  if (waits != waiting_.end())
    waiting_.erase(waits);
  else if (!board_.cancel(id))
    return;
  outbox_.respond_error(id, ErrorCode::request_cancelled, "cancelled");
}

}  // namespace leaklint
