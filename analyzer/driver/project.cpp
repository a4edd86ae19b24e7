#include "driver/project.h"

#include <filesystem>
#include <mutex>

#include "driver/configured_files.h"
#include "driver/parallel.h"
#include "driver/paths.h"
#include "driver/program_check.h"
#include "driver/source_names.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

bool is_on_disk(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

}  // namespace

std::optional<Error> Project::load(ProjectSetup setup) {
  auto lookup = std::make_shared<SettingsLookup>(rules_, setup.flags, setup.configuration);
  BaselineLookup baselines;
  Entries entries;
  if (auto error = fill({*lookup, baselines}, setup.folders, entries)) return error;
  setup_ = std::move(setup);
  lookup_ = std::move(lookup);
  baselines_ = std::move(baselines);
  entries_ = std::move(entries);
  return std::nullopt;
}

std::optional<Error> Project::find_files() {
  Entries entries;
  if (auto error = fill({*lookup_, baselines_}, setup_.folders, entries)) return error;
  for (auto& [path, entry] : entries) {
    const auto known = entries_.find(path);
    if (known == entries_.end() || known->second.file != entry.file) continue;
    entry.checked = std::move(known->second.checked);
    entry.is_up_to_date = known->second.is_up_to_date;
  }
  entries_ = std::move(entries);
  return std::nullopt;
}

std::optional<Error> Project::fill(Lookups lookups, const std::vector<std::string>& folders,
                                   Entries& entries) const {
  auto found = discover_configured(folders, /*no_ignore=*/false, lookups.settings);
  if (!found) return found.error();
  for (DiscoveredFile& file : found->files) {
    if (auto error = admit(lookups, std::move(file), /*is_only_open=*/false, entries)) return error;
  }
  for (const auto& [path, text] : texts_) {
    if (entries.contains(path) || !belongs_while_open(path, folders)) continue;
    const bool is_named = !is_in_a_folder(path, folders);
    if (auto error = admit(lookups, {path, is_named}, /*is_only_open=*/true, entries)) return error;
  }
  return std::nullopt;
}

std::optional<Error> Project::admit(Lookups lookups, DiscoveredFile file, bool is_only_open,
                                    Entries& entries) const {
  auto situation = lookups.settings.find(file.path);
  if (!situation) return situation.error();
  const auto baseline = lookups.baselines.find(file.path);
  if (!baseline) return baseline.error();
  std::map<uint64_t, uint32_t> known;
  if (*baseline != nullptr) known = (*baseline)->counts_of(absolute_path(working_directory(), file.path));
  if (situation->is_left_out && !file.is_named) return std::nullopt;
  std::string path = file.path;
  entries.emplace(std::move(path), Entry{std::move(file), std::move(*situation), std::move(known), nullptr,
                                         false, is_only_open});
  return std::nullopt;
}

bool Project::is_in_a_folder(const std::string& path, const std::vector<std::string>& folders) const {
  const std::string absolute = absolute_path(working_directory(), path);
  for (const std::string& folder : folders) {
    if (absolute.starts_with(prefix_of(folder))) return true;
  }
  return false;
}

/// A file that lies in a folder but was not found there is ignored.
bool Project::belongs_while_open(const std::string& path, const std::vector<std::string>& folders) const {
  return is_source_name(path) && (!is_in_a_folder(path, folders) || !is_on_disk(path));
}

void Project::set_text(const std::string& path, std::shared_ptr<const std::string> text) {
  const auto found = entries_.find(path);
  if (text == nullptr) {
    texts_.erase(path);
    if (found != entries_.end() && found->second.is_only_open) {
      entries_.erase(found);
      return;
    }
  } else {
    texts_[path] = std::move(text);
    if (found == entries_.end() && lookup_ && belongs_while_open(path, setup_.folders)) {
      // A configuration that is wrong was reported when it was loaded; the file stays without findings.
      (void)admit({*lookup_, baselines_}, {path, !is_in_a_folder(path, setup_.folders)},
                  /*is_only_open=*/true, entries_);
    }
  }
  touch(path);
}

void Project::touch(const std::string& path) {
  if (const auto found = entries_.find(path); found != entries_.end()) found->second.is_up_to_date = false;
}

void Project::analyse(const Progress& progress) {
  std::vector<Entry*> stale;
  for (auto& [path, entry] : entries_) {
    if (!entry.is_up_to_date) stale.push_back(&entry);
  }
  const bool keeps_facts = wants_facts();
  std::mutex reporting;
  size_t done = 0;
  for_each_index(stale.size(), threads_, [&] {
    return [&, parser = std::make_shared<Parser>()](size_t index) {
      Entry& entry = *stale[index];
      auto checked =
          std::make_shared<CheckedFile>(CheckedFile{entry.file, entry.situation, {}, {}, entry.known});
      const auto text = texts_.find(entry.file.path);
      if (text != texts_.end() && text->second->size() > largest_found_file) {
        checked->outcome = FileOutcome::too_large;
      } else {
        check_file(*checked, text == texts_.end() ? nullptr : text->second.get(), false, keeps_facts, *parser,
                   rules_);
      }
      entry.checked = std::move(checked);
      entry.is_up_to_date = true;
      const std::lock_guard lock(reporting);
      if (progress) progress(++done, stale.size());
    };
  });
}

bool Project::wants_facts() const {
  std::vector<const FileSettings*> settings;
  for (const auto& [path, entry] : entries_) settings.push_back(entry.situation.settings);
  return wants_program_rules(rules_, settings);
}

Project::Files Project::files() const {
  Files files;
  files.reserve(entries_.size());
  for (const auto& [path, entry] : entries_) {
    if (entry.checked) files.push_back(entry.checked);
  }
  return files;
}

}  // namespace leaklint
