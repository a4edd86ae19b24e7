#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "driver/baseline_lookup.h"
#include "driver/file_check.h"

namespace leaklint {

/// Which files an editor's project has, and what its user set there.
struct ProjectSetup {
  std::vector<std::string> folders;  ///< absolute
  Settings flags;                    ///< count as the command line's do
  std::optional<Configuration> configuration;
};

/// All files of a project with what the stages that look at one file alone make of them, kept from one edit
/// to the next. Paths are as `discover` shows them. For one thread; what it hands out stays valid and is
/// never changed.
class Project {
 public:
  using Files = std::vector<std::shared_ptr<const CheckedFile>>;
  using Progress = std::function<void(size_t done, size_t all)>;

  Project(RuleTable rules, unsigned threads) : rules_(rules), threads_(threads) {}

  /// Finds the files and all configurations anew. After an error, that of a configuration, everything is as
  /// before.
  std::optional<Error> load(ProjectSetup setup);

  /// Finds out which files there are now; those that stay are not read again.
  std::optional<Error> find_files();

  /// The text that an editor has of a file, instead of the one on disk; null when the editor closes it. A
  /// file that is not on disk, or not in any folder of the project, belongs to it as long as it is open.
  void set_text(const std::string& path, std::shared_ptr<const std::string> text);

  /// The file has changed on disk.
  void touch(const std::string& path);

  /// Brings the files up to date. `progress` is called on any thread, one at a time.
  void analyse(const Progress& progress);

  /// By path; only those that are analysed.
  Files files() const;

  /// What the settings in the files belong to.
  const std::shared_ptr<SettingsLookup>& settings() const { return lookup_; }

 private:
  struct Entry {
    DiscoveredFile file;
    FileSituation situation;
    std::map<uint64_t, uint32_t> known;  ///< as CheckedFile's
    std::shared_ptr<const CheckedFile> checked;
    bool is_up_to_date = false;
    bool is_only_open = false;  ///< belongs to the project because it is open
  };
  using Entries = std::map<std::string, Entry>;

  /// What the folders above the files say.
  struct Lookups {
    SettingsLookup& settings;
    BaselineLookup& baselines;
  };
  std::optional<Error> fill(Lookups lookups, const std::vector<std::string>& folders, Entries& entries) const;
  std::optional<Error> admit(Lookups lookups, DiscoveredFile file, bool is_only_open, Entries& entries) const;
  bool is_in_a_folder(const std::string& path, const std::vector<std::string>& folders) const;
  bool belongs_while_open(const std::string& path, const std::vector<std::string>& folders) const;
  bool wants_facts() const;

  RuleTable rules_;
  unsigned threads_;
  ProjectSetup setup_;
  std::shared_ptr<SettingsLookup> lookup_;
  BaselineLookup baselines_;
  Entries entries_;
  std::map<std::string, std::shared_ptr<const std::string>> texts_;
};

}  // namespace leaklint
