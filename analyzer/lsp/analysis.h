#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "driver/project_snapshot.h"

namespace leaklint {

/// What has changed in a project. Later changes are merged into earlier ones that nobody has looked at yet,
/// so that rapid edits cost one analysis.
struct ProjectChanges {
  uint64_t sequence = 0;
  std::optional<ProjectSetup> setup;  ///< find everything anew
  bool may_have_other_files = false;  ///< files may have come or gone
  bool has_other_modules = false;     ///< a package.json or tsconfig.json has changed
  std::map<std::string, std::shared_ptr<const std::string>> texts;  ///< null: closed
  std::set<std::string> touched;                                    ///< changed on disk

  void merge(ProjectChanges later);
};

/// Analyses a project in the background: one thread for what is said of one file alone, which is soon known,
/// and one for the link and the program rules, which read the whole project. Every result is published as a
/// snapshot: at once with the findings of the last link, moved to where their text is now, and again when the
/// next link is done.
class Analysis {
 public:
  /// Called by the analysis' threads.
  struct Listener {
    std::function<void(std::shared_ptr<const ProjectSnapshot>)> on_snapshot;
    std::function<void(Error)> on_error;  ///< that of a configuration or model file
    std::function<void(size_t done, size_t all)> on_progress;
  };

  Analysis(RuleTable rules, unsigned threads, Listener listener);
  ~Analysis();
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  void change(ProjectChanges changes);

 private:
  struct LinkInput {
    Project::Files files;
    std::shared_ptr<const SettingsLookup> settings;
    std::vector<std::string> model_files;
    uint64_t sequence = 0;
    bool has_other_modules = false;
    bool has_other_settings = false;
  };

  void follow_changes();
  std::optional<ProjectChanges> next_changes();
  void apply(ProjectChanges changes);
  void ask_for_link(LinkInput input);
  void follow_links();
  std::optional<LinkInput> next_link();
  void publish(std::unique_lock<std::mutex>& held);

  RuleTable rules_;
  Listener listener_;
  Project project_;         ///< of the first thread
  ProgramChecker checker_;  ///< of the second one

  std::mutex mutex_;  ///< guards what follows
  std::condition_variable changed_;
  bool is_ending_ = false;
  std::optional<ProjectChanges> changes_;
  std::optional<LinkInput> link_;
  std::chrono::steady_clock::duration last_link_{};
  ProjectSnapshot latest_;
  std::thread file_thread_;
  std::thread link_thread_;
};

}  // namespace leaklint
