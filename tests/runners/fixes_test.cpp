// Applies every fix of every finding in corpus/: the text still parses, the finding is gone, no other rule
// finds more than before, and a second round of safe fixes changes nothing.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "lint/registry.h"
#include "runners/test_files.h"
#include "syntax/parse.h"
#include "unit/rules/linted_source.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

fs::path corpus_folder() {
  const char* source = std::getenv("LEAKLINT_SOURCE_DIRECTORY");
  return fs::path(source ? source : ".") / "corpus";
}

void expect_resolved(std::string_view rule, const std::string& path, const LintedSource& before,
                     const Fix& fix) {
  const LintedSource after(rule, before.with(fix), path);
  EXPECT_LE(after.damage(), before.damage()) << before.with(fix);
  EXPECT_LT(after.findings().size(), before.findings().size()) << before.with(fix);
}

void expect_stable(std::string_view rule, const std::string& path, const LintedSource& before) {
  const std::string once = before.with_safe_fixes();
  const LintedSource after(rule, once, path);
  EXPECT_LE(after.damage(), before.damage()) << once;
  EXPECT_EQ(after.with_safe_fixes(), once);
}

/// How many findings each other rule has in a text, at any confidence.
std::map<std::string, size_t> counts_of_others(const std::string& path, const std::string& text,
                                               std::string_view rule) {
  std::map<std::string, size_t> counts;
  for (const Observed& finding : find_in({{path, text}}, every_rule()))
    if (finding.rule != rule) ++counts[finding.rule];
  return counts;
}

void expect_no_other_finding(std::string_view rule, const std::string& path, const std::string& text,
                             const std::string& fixed) {
  auto known = counts_of_others(path, text, rule);
  for (const auto& [other, count] : counts_of_others(path, fixed, rule))
    EXPECT_LE(count, known[other]) << other << '\n' << fixed;
}

class Fixes : public testing::TestWithParam<RegisteredRule> {};

TEST_P(Fixes, ResolveTheirFindingAndGiveNoOtherRuleAReason) {
  const std::string_view rule = GetParam().id;
  const fs::path folder = corpus_folder() / rule;
  if (!fs::is_directory(folder)) return;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (!entry.is_regular_file() || !language_of(path)) continue;
    SCOPED_TRACE(entry.path().filename().string());
    const std::string text = read(entry.path());
    const LintedSource before(rule, text, path);
    for (const Finding& finding : before.findings())
      for (const Fix& fix : finding.fixes) {
        expect_resolved(rule, path, before, fix);
        expect_no_other_finding(rule, path, text, before.with(fix));
      }
    expect_stable(rule, path, before);
  }
}

std::string test_name(const testing::TestParamInfo<RegisteredRule>& info) {
  std::string name(info.param.id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, Fixes, testing::ValuesIn(all_rules().begin(), all_rules().end()), test_name);

}  // namespace
}  // namespace leaklint
