// What a user reads of each program of corpus/programs: expected.txt and expected.sarif beside its sources,
// with paths as `leaklint check` in the program's folder gives them. `./dev expect` writes both anew.

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "driver/check.h"
#include "runners/corpus_cases.h"
#include "runners/test_files.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

/// Works in another folder for as long as it lives.
class WorkingFolder {
 public:
  explicit WorkingFolder(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  ~WorkingFolder() { fs::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  fs::path before_;
};

/// The rules without their pages, which have tests of their own and are no news about a program.
const std::vector<RegisteredRule>& rules_without_pages() {
  static const std::vector<RegisteredRule> rules = [] {
    std::vector<RegisteredRule> bare(all_rules().begin(), all_rules().end());
    for (RegisteredRule& rule : bare) rule.page = {};
    return bare;
  }();
  return rules;
}

/// ":12: was …, now is …" of the first lines that differ.
std::string first_difference(const std::string& expected, const std::string& report) {
  std::istringstream before(expected), after(report);
  for (int line = 1;; ++line) {
    std::string was, is;
    const bool has_before = bool(std::getline(before, was)), has_after = bool(std::getline(after, is));
    if (has_before && has_after && was == is) continue;
    return ":" + std::to_string(line) + ":\n  was " + (has_before ? was : "the end") + "\n  now " +
           (has_after ? is : "the end");
  }
}

class ProgramReports : public testing::Test {
 public:
  explicit ProgramReports(CorpusCase program) : program_(std::move(program)) {}

  void TestBody() override {
    const WorkingFolder folder(program_.path);
    CheckRequest request;
    request.texts = texts_of(program_, program_.path);
    for (const auto& [path, text] : request.texts) request.files.push_back({path, true});
    SettingsLookup lookup(all_rules(), Settings{}, std::nullopt);
    const auto result = check(request, lookup, all_rules());
    ASSERT_TRUE(result) << result.error().text;
    const ReportInput input = input_of(*result);
    expect_same("expected.txt", report_text(input));
    expect_same("expected.sarif", report_sarif(input));
  }

 private:
  ReportInput input_of(const CheckResult& result) const {
    ReportInput input;
    input.tool_version = "0.0.0";
    input.findings = result.findings;
    input.rules = rules_without_pages();
    input.source = [&](FileId file) -> const SourceText& { return *result.sources[file.raw]; };
    input.problems = result.problems;
    input.statistics = {result.counts.analysed, result.counts.lines, std::nullopt};
    input.options.working_directory = input.options.source_root = "/checkout";  // wherever it really is
    return input;
  }

  void expect_same(const fs::path& name, const std::string& report) const {
    const fs::path file = program_.path / name;
    if (std::getenv("LEAKLINT_UPDATE_EXPECTED") != nullptr) {
      std::ofstream(file, std::ios::binary) << report;
      return;
    }
    const std::string expected = read_test_file(file);
    if (expected != report)
      ADD_FAILURE() << file.string() << first_difference(expected, report)
                    << "\nIf the new report is right, `./dev expect` writes it there.";
  }

  CorpusCase program_;
};

bool register_programs() {
  for (const CorpusCase& one : corpus_cases()) {
    if (one.group != "programs" || one.is_fixed) continue;
    testing::RegisterTest("corpus/reports", one.name().c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [one]() -> testing::Test* { return new ProgramReports(one); });
  }
  return true;
}

[[maybe_unused]] const bool are_registered = register_programs();

}  // namespace
}  // namespace leaklint
