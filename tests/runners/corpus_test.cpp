// Runs corpus/: one test for each file or folder in corpus/<rule-id>/, corpus/programs/ and corpus/seeds/.
// What they are made of is described in corpus/README.md.

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>

#include <gtest/gtest.h>

#include "runners/corpus_cases.h"
#include "runners/test_files.h"

namespace leaklint {
namespace {

class CorpusTest : public testing::Test {
 public:
  explicit CorpusTest(CorpusCase tested) : tested_(std::move(tested)) {}

  void TestBody() override {
    const auto texts = texts_of(tested_);
    const auto markers = markers_of(texts);
    for (const Marker& marker : markers) {
      EXPECT_TRUE(find_rule(marker.rule))
          << marker.file << ":" << marker.line << ": " << unknown_rule(all_rules(), marker.rule);
    }
    auto findings = find_in(texts, tested_.rule.empty() ? Settings{} : every_rule());
    if (!tested_.rule.empty()) findings = only_about(std::move(findings), tested_.rule, markers);
    for (const std::string& difference : differences(markers, std::move(findings)))
      ADD_FAILURE() << difference;
  }

 private:
  CorpusCase tested_;
};

/// How many cases there are in one folder of the corpus, and what their markers say.
struct Score {
  int bad = 0;    ///< with a finding that ought to be there
  int clean = 0;  ///< without
  int marked = 0;
  int missed = 0;
  int false_alarms = 0;

  void add(const CorpusCase& one) {
    bool is_bad = false;
    for (const Marker& marker : markers_of(texts_of(one))) {
      if (marker.kind == Marker::Kind::because) continue;
      const bool is_about = one.rule.empty() || marker.rule == one.rule;
      const bool is_false_alarm = marker.status == Marker::Status::false_alarm;
      is_bad |= is_about && !is_false_alarm;
      ++marked;
      missed += marker.status == Marker::Status::missed;
      false_alarms += is_false_alarm;
    }
    ++(is_bad ? bad : clean);
  }

  void add(const Score& other) {
    bad += other.bad;
    clean += other.clean;
    marked += other.marked;
    missed += other.missed;
    false_alarms += other.false_alarms;
  }
};

std::map<std::string, Score>& scores() {
  static std::map<std::string, Score> by_folder;
  return by_folder;
}

/// How many bad cases a rule must have at least, and how many clean ones.
int least_cases_of(const RegisteredRule& rule) {
  return rule.family == "leak" ? 25 : 12;
}

TEST(CorpusBreadth, HasEnoughBadAndCleanCasesOfEachRule) {
  for (const RegisteredRule& rule : all_rules()) {
    if (rule.id == unused_suppression_id) continue;  // of the linter itself; unit tests have it
    const Score& score = scores()[std::string(rule.id)];
    EXPECT_GE(score.bad, least_cases_of(rule)) << "bad cases of " << rule.id;
    EXPECT_GE(score.clean, least_cases_of(rule)) << "clean cases of " << rule.id;
  }
}

/// The honest score of the tool, printed after every run: what is known to be wrong today.
class ScoreTable : public testing::Environment {
 public:
  void TearDown() override {
    const char* shard = std::getenv("GTEST_SHARD_INDEX");
    if (shard != nullptr && std::string_view(shard) != "0") return;
    std::cout << "corpus                    bad  clean  findings  missed  false alarms\n";
    Score all;
    for (const auto& [folder, score] : scores()) {
      print(folder, score);
      all.add(score);
    }
    print("all", all);
    std::cout << "corpus: " << all.bad + all.clean << " cases, " << all.marked
              << " findings marked, of these " << all.missed << " missed and " << all.false_alarms
              << " false alarms\n";
  }

 private:
  static void print(const std::string& name, const Score& score) {
    std::cout << std::left << std::setw(22) << name << std::right << std::setw(7) << score.bad << std::setw(7)
              << score.clean << std::setw(10) << score.marked << std::setw(8) << score.missed << std::setw(14)
              << score.false_alarms << '\n';
  }
};

bool register_cases() {
  const auto cases = corpus_cases();
  if (cases.empty()) return false;
  testing::AddGlobalTestEnvironment(new ScoreTable);  // which deletes it
  for (const CorpusCase& one : cases) {
    scores()[one.group].add(one);
    testing::RegisterTest(("corpus/" + one.group).c_str(), one.name().c_str(), nullptr, nullptr, __FILE__,
                          __LINE__, [one]() -> testing::Test* { return new CorpusTest(one); });
  }
  return true;
}

[[maybe_unused]] const bool are_registered = register_cases();

}  // namespace
}  // namespace leaklint
