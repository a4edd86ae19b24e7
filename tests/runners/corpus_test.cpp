// Runs corpus/: one test for each file or folder in corpus/<rule-id>/, corpus/programs/ and corpus/seeds/.
// What they are made of is described in corpus/README.md.

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include <gtest/gtest.h>

#include "driver/source_names.h"
#include "runners/test_files.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

/// Whether a file drives a case, as tests/prove runs it; it is no part of the case.
bool is_driver(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "drive.mjs" || name.ends_with(".drive.mjs");
}

/// The texts of a case: of one file, or of all sources in a folder.
std::map<std::string, std::string> texts_of(const fs::path& path) {
  std::map<std::string, std::string> texts;
  if (!fs::is_directory(path)) return {{path.string(), read_test_file(path)}};
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (!entry.is_regular_file() || !is_source_name(entry.path().string()) || is_driver(entry.path()))
      continue;
    texts[entry.path().string()] = read_test_file(entry.path());
  }
  return texts;
}

std::vector<Marker> markers_of(const std::map<std::string, std::string>& texts) {
  std::vector<Marker> markers;
  for (const auto& [path, text] : texts) {
    const auto added = read_markers(path, text);
    markers.insert(markers.end(), added.begin(), added.end());
  }
  return markers;
}

/// `rule` is the rule that a case is about; "" for a program or seed, which is about whatever its
/// configuration turns on.
class CorpusCase : public testing::Test {
 public:
  CorpusCase(fs::path path, std::string rule) : path_(std::move(path)), rule_(std::move(rule)) {}

  void TestBody() override {
    const auto texts = texts_of(path_);
    const auto markers = markers_of(texts);
    for (const Marker& marker : markers) {
      EXPECT_TRUE(find_rule(marker.rule))
          << marker.file << ":" << marker.line << ": " << unknown_rule(all_rules(), marker.rule);
    }
    auto findings = find_in(texts, rule_.empty() ? Settings{} : every_rule());
    if (!rule_.empty()) findings = only_about(std::move(findings), rule_, markers);
    for (const std::string& difference : differences(markers, std::move(findings)))
      ADD_FAILURE() << difference;
  }

 private:
  fs::path path_;
  std::string rule_;
};

/// The honest score of the tool, printed after every run: what is known to be wrong today.
class Score : public testing::Environment {
 public:
  void add(const fs::path& path) {
    ++cases_;
    for (const Marker& marker : markers_of(texts_of(path))) {
      if (marker.kind == Marker::Kind::because) continue;
      ++expected_;
      missed_ += marker.status == Marker::Status::missed;
      false_alarms_ += marker.status == Marker::Status::false_alarm;
    }
  }

  void TearDown() override {
    const char* shard = std::getenv("GTEST_SHARD_INDEX");
    if (shard != nullptr && std::string_view(shard) != "0") return;
    std::cout << "corpus: " << cases_ << " cases, " << expected_ << " findings marked, of these " << missed_
              << " missed and " << false_alarms_ << " false alarms\n";
  }

 private:
  int cases_ = 0;
  int expected_ = 0;
  int missed_ = 0;
  int false_alarms_ = 0;
};

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

/// Whether a folder's entry is a case; a driver, a leaklint.json or package.json beside the cases is not.
bool is_case(const fs::path& path) {
  return fs::is_directory(path) || (is_source_name(path.string()) && !is_driver(path));
}

bool register_cases() {
  const fs::path corpus = source_folder() / "corpus";
  if (!fs::is_directory(corpus)) return false;
  auto* score = new Score;
  testing::AddGlobalTestEnvironment(score);  // which deletes it
  for (const fs::path& folder : entries_of(corpus)) {
    const std::string name = folder.filename().string();
    const std::string rule = name == "programs" || name == "seeds" ? "" : name;
    if (!fs::is_directory(folder) || (!rule.empty() && !find_rule(rule))) continue;
    for (const fs::path& path : entries_of(folder)) {
      if (!is_case(path)) continue;
      score->add(path);
      testing::RegisterTest(("corpus/" + name).c_str(), path.filename().c_str(), nullptr, nullptr, __FILE__,
                            __LINE__,
                            [path, rule]() -> testing::Test* { return new CorpusCase(path, rule); });
    }
  }
  return true;
}

[[maybe_unused]] const bool are_registered = register_cases();

}  // namespace
}  // namespace leaklint
