#include "program/file_index.h"

#include <algorithm>
#include <array>
#include <utility>

#include "program/path_text.h"

namespace leaklint {
namespace {

constexpr std::array<std::string_view, 10> extension_texts = {"",    ".js",  ".mjs", ".cjs", ".jsx",
                                                              ".ts", ".tsx", ".mts", ".cts", ".vue"};

}  // namespace

FileIndex::FileIndex(std::vector<std::string> paths) : paths_(std::move(paths)) {
  entries_.reserve(paths_.size());
  stems_.reserve(paths_.size());
  for (uint32_t raw = 0; raw < paths_.size(); ++raw) {
    const std::string_view path = paths_[raw];
    const Extension extension = extension_of(path);
    const std::string_view stem =
        path.substr(0, path.size() - extension_texts[static_cast<size_t>(extension)].size());
    FileId& first = stems_[stem];
    entries_.push_back({extension, std::exchange(first, FileId(raw))});
    for (std::string_view folder = parent_folder(path); folders_.insert(folder).second;) {
      folder = parent_folder(folder);
    }
  }
}

bool FileIndex::is_typescript(FileId file) const {
  const Extension extension = entries_[file.raw].extension;
  return extension >= Extension::ts && extension <= Extension::cts;
}

FileIndex::Extension FileIndex::extension_of(std::string_view path) {
  const size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return Extension::none;
  const auto found = std::find(extension_texts.begin() + 1, extension_texts.end(), path.substr(dot));
  return found == extension_texts.end() ? Extension::none
                                        : static_cast<Extension>(found - extension_texts.begin());
}

/// In the order in which they are tried. Node tries .js (and .json, .node) only and TypeScript .ts and .tsx
/// before .js; the others are tried by bundlers, and last.
std::span<const FileIndex::Extension> FileIndex::accepted(Extension written, bool from_typescript) {
  using enum Extension;
  static constexpr std::array any = {none, js, mjs, cjs, jsx, ts, tsx, mts, cts, vue};
  static constexpr std::array any_typed = {none, ts, tsx, js, jsx, mts, cts, mjs, cjs, vue};
  static constexpr std::array as_js = {js, ts, tsx, jsx};
  static constexpr std::array as_js_typed = {ts, tsx, js, jsx};
  static constexpr std::array as_jsx = {jsx, tsx, ts, js};
  static constexpr std::array as_jsx_typed = {tsx, ts, jsx, js};
  static constexpr std::array as_mjs = {mjs, mts};
  static constexpr std::array as_mjs_typed = {mts, mjs};
  static constexpr std::array as_cjs = {cjs, cts};
  static constexpr std::array as_cjs_typed = {cts, cjs};
  switch (written) {
    case none:
      return from_typescript ? any_typed : any;
    case js:
      return from_typescript ? as_js_typed : as_js;
    case jsx:
      return from_typescript ? as_jsx_typed : as_jsx;
    case mjs:
      return from_typescript ? as_mjs_typed : as_mjs;
    case cjs:
      return from_typescript ? as_cjs_typed : as_cjs;
    default:
      return std::span(any).subspan(static_cast<size_t>(written), 1);
  }
}

FileId FileIndex::best(std::string_view stem, std::span<const Extension> accepted) const {
  const auto found = stems_.find(stem);
  if (found == stems_.end()) return {};
  FileId best;
  auto best_rank = accepted.end();
  for (FileId file = found->second; file; file = entries_[file.raw].next) {
    // The chain starts with the last file added; of two files of one path the first is meant.
    const auto rank = std::find(accepted.begin(), accepted.end(), entries_[file.raw].extension);
    if (rank == accepted.end() || rank > best_rank) continue;
    best = file;
    best_rank = rank;
  }
  return best;
}

FileId FileIndex::find_exact(std::string_view path, bool from_typescript) const {
  const Extension written = extension_of(path);
  if (written == Extension::none) return best(path, accepted(written, from_typescript).first(1));
  const size_t length = path.size() - extension_texts[static_cast<size_t>(written)].size();
  return best(path.substr(0, length), accepted(written, from_typescript));
}

FileId FileIndex::find_file(std::string_view path, bool from_typescript) const {
  const auto any = accepted(Extension::none, from_typescript);
  if (extension_of(path) == Extension::none) return best(path, any);  // `any` begins with the path itself
  if (const FileId file = find_exact(path, from_typescript)) return file;
  return best(path, any);
}

FileId FileIndex::find_index(std::string_view folder, bool from_typescript) const {
  if (!has_folder(folder)) return {};
  std::string path;
  path.reserve(folder.size() + 6);
  path.append(folder).append("/index");
  return best(path, accepted(Extension::none, from_typescript).subspan(1));
}

}  // namespace leaklint
