#pragma once

#include <functional>
#include <map>
#include <string>

#include "lsp/json.h"
#include "lsp/message_stream.h"

namespace leaklint {

/// Error numbers of the protocol.
enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  not_initialized = -32002,
  request_cancelled = -32800,
};

enum class MessageType : int { error = 1, warning = 2, info = 3, log = 4 };

/// All that the server says to the client.
class Outbox {
 public:
  explicit Outbox(int output) : writer_(output) {}

  void respond(const Json& id, Json result);
  void respond_error(const Json& id, ErrorCode code, const std::string& message);
  void notify(std::string_view method, Json parameters);
  /// `on_result` is given null where the client answers with an error.
  void request(std::string_view method, Json parameters,
               std::function<void(const Json& result)> on_result = {});
  void take_response(const Json& response);

  void log(MessageType type, const std::string& message);   ///< where only the curious look
  void show(MessageType type, const std::string& message);  ///< to the user

 private:
  void send(Json message);

  MessageWriter writer_;
  int64_t last_request_ = 0;
  std::map<int64_t, std::function<void(const Json&)>> awaited_;
};

}  // namespace leaklint
