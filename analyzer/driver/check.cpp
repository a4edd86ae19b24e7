#include "driver/check.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/read_file.h"
#include "driver/parallel.h"
#include "driver/program_check.h"
#include "driver/source_names.h"
#include "lint/file_stage.h"

namespace leaklint {
namespace {

/// Real sources end below this: the largest file of TypeScript's own compiler has 3 MB. What is larger is
/// generated.
constexpr uint64_t largest_found_file = 4 << 20;

enum class Outcome : uint8_t { analysed, too_large, minified, unreadable };

/// One file on its way through the check.
struct Job {
  const DiscoveredFile* file;
  FileSituation situation;
  Outcome outcome = Outcome::analysed;
  FileResult result;
};

/// "cannot read 'PATH': REASON" -> "cannot be read: REASON", for a report that names the path itself.
std::string reason_only(const std::string& text, const std::string& path) {
  const std::string name = "'" + path + "': ";
  const size_t at = text.find(name);
  return at == std::string::npos ? text : "cannot be read: " + text.substr(at + name.size());
}

void run_job(Job& job, const CheckRequest& request, Parser& parser, RuleTable rules, bool wants_facts) {
  const std::string& path = job.file->path;
  FileInput input{path, {}, job.situation.settings, job.situation.package_type, wants_facts};
  const bool reads_anything = job.file->is_named || request.reads_everything;
  if (const auto text = request.texts.find(path); text != request.texts.end()) {
    input.bytes = text->second;
  } else {
    std::error_code error;
    if (!reads_anything && std::filesystem::file_size(path, error) > largest_found_file && !error) {
      job.outcome = Outcome::too_large;
      return;
    }
    auto bytes = read_file(path);
    if (!bytes) {
      job.outcome = Outcome::unreadable;
      job.result.failure = reason_only(bytes.error().text, path);
      return;
    }
    input.bytes = std::move(*bytes);
  }
  if (!reads_anything && looks_minified(input.bytes)) {
    job.outcome = Outcome::minified;
    return;
  }
  job.result = analyze_file(std::move(input), parser, rules);
  if (job.result.failure) job.outcome = Outcome::unreadable;
}

bool comes_before(const Finding& left, const Finding& right) {
  return std::tie(left.place, left.rule, left.message) < std::tie(right.place, right.rule, right.message);
}

/// Brings the findings of all files together, once all rules have run.
class Gathering {
 public:
  explicit Gathering(RuleTable rules) : rules_(rules) {}

  void add(Job& job) {
    count(job);
    const FileId file(static_cast<uint32_t>(result_.paths.size()));
    result_.paths.push_back(job.file->path);
    add_problems(job);
    add_findings(job, file);
    result_.sources.push_back(std::move(job.result.source));
  }

  CheckResult finish(uint32_t left_out) {
    result_.counts.left_out = left_out;
    std::sort(result_.findings.begin(), result_.findings.end(), comes_before);
    std::sort(result_.suppressed.begin(), result_.suppressed.end(),
              [](const auto& left, const auto& right) { return comes_before(left.finding, right.finding); });
    return std::move(result_);
  }

 private:
  void count(const Job& job) {
    CheckCounts& counts = result_.counts;
    switch (job.outcome) {
      case Outcome::analysed:
        ++counts.analysed;
        break;
      case Outcome::too_large:
        ++counts.too_large;
        break;
      case Outcome::minified:
        ++counts.minified;
        break;
      case Outcome::unreadable:
        ++counts.unreadable;
        break;
    }
    counts.damaged += !job.result.issues.empty();
    counts.bytes += job.result.counts.bytes;
    counts.lines += job.result.counts.lines;
    counts.nodes += job.result.counts.nodes;
  }

  void add_problems(const Job& job) {
    const std::string& path = job.file->path;
    if (job.result.failure) result_.problems.push_back({path, *job.result.failure, Severity::error});
    for (const FileIssue& issue : job.result.issues) {
      const LineColumn at = job.result.source->position(issue.span.begin);
      result_.problems.push_back({path, issue.message, Severity::warning, at});
    }
  }

  void add_findings(Job& job, FileId file) {
    FileResult& made = job.result;
    auto silenced = apply_suppressions(made.suppressions, made.findings);
    auto unused = find_unused(made.suppressions, rules_, job.situation.settings->states, made.unread);
    auto silenced_unused = apply_suppressions(made.suppressions, unused);

    const Confidence least = job.situation.settings->confidence;
    for (auto* findings : {&made.findings, &unused}) {
      for (Finding& finding : *findings) {
        finding.place.file = file;
        if (finding.confidence < least)
          ++result_.counts.hidden;
        else
          result_.findings.push_back(std::move(finding));
      }
    }
    for (auto* findings : {&silenced, &silenced_unused}) {
      for (SuppressedFinding& one : *findings) {
        one.finding.place.file = file;
        if (one.finding.confidence >= least) result_.suppressed.push_back(std::move(one));
      }
    }
  }

  RuleTable rules_;
  CheckResult result_;
};

}  // namespace

Result<CheckResult> check(const CheckRequest& request, SettingsLookup& lookup, RuleTable rules) {
  std::vector<Job> jobs;
  uint32_t left_out = 0;
  for (const DiscoveredFile& file : request.files) {
    auto situation = lookup.find(file.path);
    if (!situation) return situation.error();
    if (situation->is_left_out && !file.is_named)
      ++left_out;
    else
      jobs.push_back({&file, std::move(*situation), Outcome::analysed, {}});
  }

  std::vector<const FileSettings*> settings;
  for (const Job& job : jobs) settings.push_back(job.situation.settings);
  const bool wants_facts = wants_program_rules(rules, settings);
  for_each_index(jobs.size(), request.threads, [&] {
    return [&, parser = std::make_shared<Parser>()](size_t index) {
      run_job(jobs[index], request, *parser, rules, wants_facts);
    };
  });
  if (wants_facts) {
    std::vector<std::string> paths;
    std::vector<FileResult*> files;
    for (Job& job : jobs) {
      paths.push_back(job.file->path);
      files.push_back(&job.result);
    }
    if (auto error = check_program_of(paths, files, settings, lookup.model_files(), rules)) return *error;
  }

  Gathering gathering(rules);
  for (Job& job : jobs) gathering.add(job);
  return gathering.finish(left_out);
}

}  // namespace leaklint
