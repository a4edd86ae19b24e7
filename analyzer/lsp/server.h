#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "lsp/analysis.h"
#include "lsp/diagnostics_board.h"
#include "lsp/event_queue.h"

namespace leaklint {

/// The language server: leaklint's face towards editors, over two file descriptors. One thread reads, one
/// answers (the caller's), two analyse.
class Server {
 public:
  Server(int input, int output, RuleTable rules);

  /// Serves until the client ends it. Returns what the process is to end with: 0 after an orderly shutdown,
  /// else 1. The reading thread may still be waiting for input then, so the process has to end with
  /// std::_Exit.
  int run();

 private:
  struct Waiting {
    Json id;
    uint64_t sequence;  ///< the change that a snapshot must include
    std::function<Json()> answer;
  };
  using Parameters = const Json&;

  // Messages (server.cpp)
  void read_messages();
  void handle(const Json& message);
  void handle_request(const Json& id, const std::string& method, Parameters parameters);
  void handle_notification(const std::string& method, Parameters parameters);
  bool take_cancellation(const Json& id);
  void cancel(const Json& id);
  void end(int exit_code) { exit_code_ = exit_code; }

  // Life (server_setup.cpp)
  Json initialize(Parameters parameters);
  void start(Parameters);
  void register_for(std::string_view id, std::string_view method, Json options);
  void register_watching();
  void ask_for_settings();
  void take_settings(Parameters settings);
  void load_project();
  void change_folders(Parameters parameters);
  void show_progress(size_t done, size_t all);
  void end_progress();

  // Documents and files (server_documents.cpp)
  void open(Parameters parameters);
  void edit(Parameters parameters);
  void close(Parameters parameters);
  void look_at_files(Parameters parameters);
  void change(ProjectChanges changes);
  void set_text(Document& document);

  // Questions (server_questions.cpp)
  void take_snapshot(std::shared_ptr<const ProjectSnapshot> snapshot);
  void take_error(const Error& error);
  void answer_waiting();
  bool is_ready(uint64_t sequence) const;
  bool ask(const Json& id, const std::string& method, Parameters parameters);
  Json execute(Parameters parameters);
  void explain(const std::string& rule);
  View view() const { return {*snapshot_, paths_, client_, pages_}; }

  enum class State : uint8_t { fresh, running, shut_down };

  RuleTable rules_;
  MessageReader reader_;
  Outbox outbox_;
  EventQueue events_;
  RulePages pages_;
  State state_ = State::fresh;
  std::optional<int> exit_code_;

  Client client_;
  PathNames paths_;
  std::vector<std::string> folders_;  ///< absolute, as the system names them
  Json settings_;
  Documents documents_;
  uint64_t sequence_ = 0;
  std::shared_ptr<const ProjectSnapshot> snapshot_;  ///< once there was a link
  DiagnosticsBoard board_;
  std::vector<Waiting> waiting_;
  bool has_failed_ = false;  ///< there is no project, since its configuration is wrong
  std::string last_error_;

  enum class Progress : uint8_t { none, asked, shown, over };
  Progress progress_ = Progress::none;
  std::atomic<std::chrono::steady_clock::rep> last_progress_ = 0;

  std::mutex cancelling_;
  std::set<std::string> cancelled_;  ///< ids of requests that are to be answered with an error

  std::unique_ptr<Analysis> analysis_;
  std::thread reading_;
};

}  // namespace leaklint
