#include "driver/check.h"

#include <algorithm>
#include <tuple>

#include "driver/file_check.h"
#include "driver/parallel.h"
#include "driver/paths.h"
#include "driver/program_check.h"
#include "lint/fingerprint.h"
#include "report/words.h"

namespace leaklint {
namespace {

bool comes_before(const Finding& left, const Finding& right) {
  return std::tie(left.place, left.rule, left.message) < std::tie(right.place, right.rule, right.message);
}

/// Brings the findings of all files together, once all rules have run.
class Gathering {
 public:
  Gathering(RuleTable rules, BaselineLookup* baselines)
      : rules_(rules), baselines_(baselines), working_directory_(working_directory()) {}

  /// An error is that of a baseline.
  std::optional<Error> add(CheckedFile& job) {
    count(job);
    const FileId file(static_cast<uint32_t>(result_.paths.size()));
    result_.paths.push_back(job.file.path);
    add_problems(job);
    auto error = add_findings(job, file);
    result_.sources.push_back(std::move(job.result.source));
    return error;
  }

  CheckResult finish(uint32_t left_out) {
    result_.counts.left_out = left_out;
    if (baselines_ != nullptr) add_outdated_baselines();
    std::sort(result_.findings.begin(), result_.findings.end(), comes_before);
    std::sort(result_.suppressed.begin(), result_.suppressed.end(),
              [](const auto& left, const auto& right) { return comes_before(left.finding, right.finding); });
    return std::move(result_);
  }

 private:
  void count(const CheckedFile& job) {
    CheckCounts& counts = result_.counts;
    switch (job.outcome) {
      case FileOutcome::analysed:
        ++counts.analysed;
        break;
      case FileOutcome::too_large:
        ++counts.too_large;
        break;
      case FileOutcome::minified:
        ++counts.minified;
        break;
      case FileOutcome::unreadable:
        ++counts.unreadable;
        break;
    }
    counts.damaged += !job.result.issues.empty();
    counts.bytes += job.result.counts.bytes;
    counts.lines += job.result.counts.lines;
    counts.nodes += job.result.counts.nodes;
  }

  void add_problems(const CheckedFile& job) {
    const std::string& path = job.file.path;
    if (job.result.failure) result_.problems.push_back({path, *job.result.failure, Severity::error});
    for (const FileIssue& issue : job.result.issues) {
      const LineColumn at = job.result.source->position(issue.span.begin);
      result_.problems.push_back({path, issue.message, Severity::warning, at});
    }
  }

  std::optional<Error> add_findings(CheckedFile& job, FileId file) {
    FileResult& made = job.result;
    auto silenced = apply_suppressions(made.suppressions, made.findings);
    auto unused = find_unused(made.suppressions, rules_, job.situation.settings->states, made.unread);
    auto silenced_unused = apply_suppressions(made.suppressions, unused);

    std::move(unused.begin(), unused.end(), std::back_inserter(made.findings));
    std::vector<SuppressedFinding> known;
    if (baselines_ != nullptr && job.outcome == FileOutcome::analysed) {
      auto baseline = baselines_->find(job.file.path);
      if (!baseline) return baseline.error();
      if (*baseline != nullptr) known = take_known(**baseline, job);
    }

    const Confidence least = job.situation.settings->confidence;
    for (Finding& finding : made.findings) {
      finding.place.file = file;
      if (finding.confidence < least)
        ++result_.counts.hidden;
      else
        result_.findings.push_back(std::move(finding));
    }
    for (auto* findings : {&silenced, &silenced_unused, &known}) {
      for (SuppressedFinding& one : *findings) {
        one.finding.place.file = file;
        if (one.finding.confidence >= least) result_.suppressed.push_back(std::move(one));
      }
    }
    return std::nullopt;
  }

  /// Takes what the baseline knows out of a file's findings; of several alike it knows the first ones.
  std::vector<SuppressedFinding> take_known(KnownFindings& baseline, CheckedFile& job) {
    const std::string path = absolute_path(working_directory_, job.file.path);
    baseline.expect(path);
    std::vector<Finding>& findings = job.result.findings;
    std::sort(findings.begin(), findings.end(), comes_before);
    Fingerprinter fingerprinter(rules_, [&](FileId) -> const SourceText& { return *job.result.source; });
    std::vector<SuppressedFinding> known;
    std::vector<Finding> left;
    for (Finding& finding : findings) {
      const bool is_known = baseline.take(path, fingerprinter.next(finding).content);
      if (is_known)
        known.push_back({std::move(finding), SuppressedFinding::By::baseline, ""});
      else
        left.push_back(std::move(finding));
    }
    findings = std::move(left);
    return known;
  }

  void add_outdated_baselines() {
    for (const auto& known : baselines_->all()) {
      const uint64_t count = known->unmet();
      if (count == 0 || !known->covers_all_files()) continue;
      const bool is_one = count == 1;
      result_.problems.push_back({known->baseline().path,
                                  counted(count, "finding") + " of it " + (is_one ? "is" : "are") +
                                      " gone; 'leaklint baseline --prune' takes " + (is_one ? "it" : "them") +
                                      " out",
                                  Severity::note});
    }
  }

  RuleTable rules_;
  BaselineLookup* baselines_;
  std::string working_directory_;
  CheckResult result_;
};

void complete_all_fixes(std::vector<CheckedFile>& jobs, unsigned threads, RuleTable rules) {
  for_each_index(jobs.size(), threads, [&] {
    return [&, parser = std::make_shared<Parser>()](size_t index) {
      const FileSituation& situation = jobs[index].situation;
      FileResult& result = jobs[index].result;
      if (result.source)
        complete_fixes(*result.source, result.findings, *situation.settings, situation.package_type, *parser,
                       rules);
    };
  });
}

}  // namespace

bool is_too_large(const DiscoveredFile& file, const CheckRequest& request) {
  if (file.is_named || request.reads_everything || request.texts.contains(file.path)) return false;
  return is_too_large(file.path);
}

Result<CheckResult> check(const CheckRequest& request, SettingsLookup& lookup, RuleTable rules) {
  std::vector<CheckedFile> jobs;
  uint32_t left_out = 0;
  for (const DiscoveredFile& file : request.files) {
    auto situation = lookup.find(file.path);
    if (!situation) return situation.error();
    if (situation->is_left_out && !file.is_named)
      ++left_out;
    else
      jobs.push_back({file, std::move(*situation), FileOutcome::analysed, {}});
  }

  std::vector<const FileSettings*> settings;
  for (const CheckedFile& job : jobs) settings.push_back(job.situation.settings);
  const bool wants_facts = wants_program_rules(rules, settings);
  uint32_t open_values = 0;
  if (request.progress != nullptr) request.progress->files = jobs.size();
  for_each_index(jobs.size(), request.threads, [&] {
    return [&, parser = std::make_shared<Parser>()](size_t index) {
      CheckedFile& job = jobs[index];
      const auto text = request.texts.find(job.file.path);
      check_file(job, text == request.texts.end() ? nullptr : &text->second, request.reads_everything,
                 wants_facts, *parser, rules);
      if (request.progress != nullptr) ++request.progress->files_done;
    };
  });
  if (wants_facts) {
    std::vector<std::string> paths;
    std::vector<FileResult*> files;
    for (CheckedFile& job : jobs) {
      paths.push_back(job.file.path);
      files.push_back(&job.result);
    }
    const auto checked =
        check_program_of(paths, files, settings, lookup.model_files(), rules, request.files_of_the_link);
    if (!checked) return checked.error();
    open_values = *checked;
    complete_all_fixes(jobs, request.threads, rules);
  }

  Gathering gathering(rules, request.baselines);
  for (CheckedFile& job : jobs)
    if (auto error = gathering.add(job)) return *error;
  CheckResult result = gathering.finish(left_out);
  result.counts.open_values = open_values;
  return result;
}

}  // namespace leaklint
