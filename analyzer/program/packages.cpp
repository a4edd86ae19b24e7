#include "program/packages.h"

#include <algorithm>
#include <utility>

#include "program/path_text.h"

namespace leaklint {

Packages::Packages(const FileIndex& files, ConfigReader& reader) : reader_(reader) {
  folder_by_file_.reserve(files.file_count());
  for (uint32_t raw = 0; raw < files.file_count(); ++raw) {
    folder_by_file_.push_back(&add_folder(parent_folder(files.path(FileId(raw)))));
  }
}

/// Adds the folders around it first, for what they say reaches down.
Packages::Folder& Packages::add_folder(std::string_view path) {
  std::vector<std::string_view> missing;
  for (std::string_view each = path; !folders_.contains(each); each = parent_folder(each)) {
    missing.push_back(each);
    if (each.empty()) break;
  }
  for (auto each = missing.rbegin(); each != missing.rend(); ++each) {
    const Folder parent = each->empty() ? Folder() : folders_.find(parent_folder(*each))->second;
    fill(*each, parent, folders_[*each]);
  }
  return folders_.find(path)->second;
}

void Packages::fill(std::string_view path, const Folder& parent, Folder& folder) {
  if (last_part(path) == "node_modules") return;  // nothing above counts for what is installed
  folder = parent;
  folder.own = nullptr;
  if (is_installed(path)) add_installed(path);
  Package* own = load(path);
  if (own == nullptr) return;
  folder.own = own;
  folder.scope = own;
  if (!own->name().empty()) by_name_[own->name()].push_back(own);
  const bool is_member = parent.workspace != nullptr && parent.workspace->has_member(path);
  if (is_member) {
    own->json.is_stub = false;
    if (!own->name().empty()) members_[own->name()].push_back({parent.workspace, own});
  }
  if (!own->json.is_stub || parent.owner == nullptr) folder.owner = own;
  if (is_installed(path)) return;
  if (auto patterns = workspace_patterns(own->json, reader_); !patterns.empty()) {
    folder.workspace = &workspaces_.emplace_back(std::string(path), patterns);
  }
}

Package* Packages::load(std::string_view folder) {
  const std::string path = std::string(folder) + "/package.json";
  const auto text = reader_.read(path);
  if (!text) return nullptr;
  auto json = read_package_json(std::string(folder), *text);
  if (json) return &packages_.emplace_back(Package{std::move(json).value(), {}, {}});
  reader_.add_problem(path, json.error().text);
  return nullptr;
}

void Packages::add_installed(std::string_view folder) {
  const bool is_scoped = last_part(parent_folder(folder)).starts_with('@');
  installed_.insert(path_below(folder, parent_folder(is_scoped ? parent_folder(folder) : folder)));
}

Package* Packages::owner_of_folder(std::string_view folder) const {
  const auto found = folders_.find(folder);
  return found == folders_.end() ? nullptr : found->second.owner;
}

const Package* Packages::in_folder(std::string_view folder) {
  if (const auto known = folders_.find(folder); known != folders_.end()) return known->second.own;
  const auto [found, is_new] = elsewhere_.try_emplace(std::string(folder));
  if (is_new) found->second = load(folder);
  return found->second;
}

const Package* Packages::workspace_member(std::string_view name, std::string_view from_folder) const {
  const auto found = members_.find(name);
  if (found == members_.end()) return nullptr;
  const Member* best = nullptr;
  for (const Member& member : found->second) {
    if (!is_within(from_folder, member.workspace->folder())) continue;
    if (best == nullptr || member.workspace->folder().size() > best->workspace->folder().size())
      best = &member;
  }
  return best == nullptr ? nullptr : best->package;
}

const Package* Packages::only_one(std::string_view name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end() || found->second.size() != 1) return nullptr;
  return is_installed(found->second.front()->folder()) ? nullptr : found->second.front();
}

std::string_view Packages::installed_folder(std::string_view name, std::string_view from_folder) const {
  if (!installed_.contains(name)) return {};
  std::string path;
  for (std::string_view folder = from_folder;; folder = parent_folder(folder)) {
    if (last_part(folder) != "node_modules") {
      path.assign(folder).append("/node_modules/").append(name);
      if (const auto found = folders_.find(path); found != folders_.end()) return found->first;
    }
    if (folder.empty()) return {};
  }
}

}  // namespace leaklint
