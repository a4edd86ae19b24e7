#include "driver/cached_check.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <xxhash.h>

#include "base/read_file.h"
#include "base/version.h"
#include "driver/check_archive.h"
#include "driver/parallel.h"
#include "driver/paths.h"

namespace leaklint {
namespace {

/// Goes up when `pack` writes something else.
constexpr uint32_t archive_version = 1;
/// Less than this is analysed faster than it is looked up and written down.
constexpr uint64_t least_bytes = 128 << 10;

uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

/// Hashes one value after the other, each with its length, so that no two sequences run together.
class KeyMaker {
 public:
  KeyMaker() : state_(XXH3_createState()) { XXH3_128bits_reset(state_); }
  KeyMaker(const KeyMaker&) = delete;
  KeyMaker& operator=(const KeyMaker&) = delete;
  ~KeyMaker() { XXH3_freeState(state_); }

  void add(uint64_t number) { XXH3_128bits_update(state_, &number, sizeof number); }
  void add(std::string_view text) {
    add(uint64_t{text.size()});
    XXH3_128bits_update(state_, text.data(), text.size());
  }

  CacheKey finish() const {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(state_));
    CacheKey key;
    std::copy(std::begin(bytes.digest), std::end(bytes.digest), key.begin());
    return key;
  }

 private:
  XXH3_state_t* state_;
};

/// Which build of leaklint this is; nothing when it cannot be told.
std::optional<std::string> program_identity() {
  std::error_code error;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  const uint64_t size = std::filesystem::file_size(path, error);
  if (error) return std::nullopt;
  const auto written = std::filesystem::last_write_time(path, error);
  if (error) return std::nullopt;
  return std::string(version) + " " + path.string() + " " + std::to_string(size) + " " +
         std::to_string(written.time_since_epoch().count());
}

uint64_t settings_hash(const FileSettings& settings, RuleTable rules) {
  std::string text = std::to_string(static_cast<int>(settings.confidence));
  for (size_t index = 0; index < rules.size(); ++index) {
    const RuleState& state = settings.states[index];
    text += "\n" + std::string(rules[index].id) + " " + std::to_string(static_cast<int>(state.severity));
    for (const RuleOption& option : rules[index].rule->description.options) {
      text += " " + std::string(option.name) + "=";
      if (std::holds_alternative<bool>(option.fallback))
        text += state.options.flag(option.name) ? "1" : "0";
      else if (std::holds_alternative<int>(option.fallback))
        text += std::to_string(state.options.number(option.name));
      else
        text += state.options.text(option.name);
    }
  }
  for (const auto& [name, access] : settings.globals)
    text += "\n" + name + ":" + std::to_string(static_cast<int>(access));
  return hash_of(text);
}

class CachedRun {
 public:
  CachedRun(CheckRequest request, SettingsLookup& lookup, RuleTable rules, CacheStore& store)
      : request_(std::move(request)), lookup_(lookup), rules_(rules), store_(store) {}

  Result<CachedCheck> run() {
    if (!read_texts()) return checked();
    const auto key = make_key();
    if (!key) return checked();
    if (auto known = find(*key)) return CachedCheck{std::move(*known), true};
    Dependencies dependencies;
    request_.files_of_the_link = recorder(dependencies);
    auto result = check(request_, lookup_, rules_);
    if (!result) return result.error();
    store_.keep(*key, pack(*result, dependencies));
    return CachedCheck{std::move(*result), false};
  }

 private:
  Result<CachedCheck> checked() {
    auto result = check(request_, lookup_, rules_);
    if (!result) return result.error();
    return CachedCheck{std::move(*result), false};
  }

  /// Whether all files are in the request's texts now, but for those that are too large to be looked at, and
  /// are enough to be worth the effort.
  bool read_texts() {
    std::vector<std::optional<std::string>> texts(request_.files.size());
    std::vector<uint8_t> is_skipped(request_.files.size());
    for_each_index(texts.size(), request_.threads, [&] {
      return [&](size_t index) {
        const DiscoveredFile& file = request_.files[index];
        is_skipped[index] = request_.texts.contains(file.path) || is_too_large(file, request_);
        if (is_skipped[index]) return;
        if (auto text = read_file(file.path)) texts[index] = std::move(*text);
      };
    });
    uint64_t bytes = 0;
    bool is_complete = true;
    for (size_t index = 0; index < texts.size(); ++index) {
      is_complete = is_complete && (texts[index] || is_skipped[index]);
      if (texts[index]) bytes += texts[index]->size();
    }
    if (!is_complete || bytes < least_bytes) return false;
    for (size_t index = 0; index < texts.size(); ++index)
      if (texts[index]) request_.texts.emplace(request_.files[index].path, std::move(*texts[index]));
    return true;
  }

  /// Nothing when an input cannot be had; the check itself then says what is wrong.
  std::optional<CacheKey> make_key() {
    const auto identity = program_identity();
    if (!identity) return std::nullopt;
    KeyMaker key;
    key.add(archive_version);
    key.add(*identity);
    key.add(working_directory());
    key.add(request_.reads_everything);
    std::map<const FileSettings*, uint64_t> settings;
    for (const DiscoveredFile& file : request_.files) {
      const auto situation = lookup_.find(file.path);
      if (!situation) return std::nullopt;
      const auto [known, is_new] = settings.try_emplace(situation->settings);
      if (is_new) known->second = settings_hash(*situation->settings, rules_);
      key.add(file.path);
      key.add(uint64_t{file.is_named} * 2 + situation->is_left_out);
      key.add(known->second);
      key.add(situation->package_type ? "+" + *situation->package_type : "");
      const auto text = request_.texts.find(file.path);
      key.add(text == request_.texts.end() ? 0 : hash_of(text->second));
    }
    if (!add_models(key) || !add_baselines(key)) return std::nullopt;
    return key.finish();
  }

  bool add_models(KeyMaker& key) const {
    for (const std::string& path : lookup_.model_files()) {
      const auto text = read_file(path);
      if (!text) return false;
      key.add(path);
      key.add(*text);
    }
    return true;
  }

  bool add_baselines(KeyMaker& key) const {
    if (request_.baselines == nullptr) return true;
    std::set<const KnownFindings*> seen;
    for (const DiscoveredFile& file : request_.files) {
      const auto known = request_.baselines->find(file.path);
      if (!known) return false;
      if (*known == nullptr || !seen.insert(*known).second) continue;
      const Baseline& baseline = (*known)->baseline();
      key.add(baseline.path);
      key.add(baseline.folder);
      key.add(baseline_text(baseline.entries));
      for (const BaselineEntry& entry : baseline.entries)
        key.add(is_file(absolute_path(baseline.folder, entry.path)));
    }
    return true;
  }

  static uint64_t state_of(const Result<std::optional<std::string>>& read) {
    if (!read) return 1;
    return *read ? std::max<uint64_t>(hash_of(**read), 2) : 0;
  }

  static FileSystem recorder(Dependencies& dependencies) {
    FileSystem files = disk();
    files.read = [read = files.read, &dependencies](const std::string& path) {
      auto found = read(path);
      dependencies[path] = state_of(found);
      return found;
    };
    return files;
  }

  std::optional<CheckResult> find(const CacheKey& key) const {
    const auto bytes = store_.find(key);
    if (!bytes) return std::nullopt;
    auto known = unpack(*bytes);
    if (!known) return std::nullopt;
    const FileSystem files = disk();
    for (const auto& [path, state] : known->dependencies)
      if (state_of(files.read(path)) != state) return std::nullopt;
    if (!add_sources(known->result)) return std::nullopt;
    return std::move(known->result);
  }

  /// Of all files that the report has to show.
  bool add_sources(CheckResult& result) const {
    std::set<uint32_t> shown;
    const auto see = [&shown](const Finding& finding) {
      shown.insert(finding.place.file.raw);
      for (const Note& note : finding.notes)
        for (const PathStep& step : note.steps)
          if (step.place.file) shown.insert(step.place.file.raw);
    };
    for (const Finding& finding : result.findings) see(finding);
    for (const SuppressedFinding& one : result.suppressed) see(one.finding);
    result.sources.resize(result.paths.size());
    for (const uint32_t file : shown) {
      if (file >= result.paths.size()) return false;
      const auto text = request_.texts.find(result.paths[file]);
      if (text == request_.texts.end()) return false;
      auto source = SourceText::from_bytes(text->first, text->second);
      if (!source) return false;
      result.sources[file] = std::move(*source);
    }
    return true;
  }

  CheckRequest request_;
  SettingsLookup& lookup_;
  RuleTable rules_;
  CacheStore& store_;
};

}  // namespace

Result<CachedCheck> check_with_cache(CheckRequest request, SettingsLookup& lookup, RuleTable rules,
                                     CacheStore& store) {
  return CachedRun(std::move(request), lookup, rules, store).run();
}

}  // namespace leaklint
