#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include "base/version.h"
#include "cli/check_input.h"
#include "cli/commands.h"
#include "cli/progress_line.h"
#include "driver/atomic_file.h"
#include "driver/cached_check.h"
#include "driver/changed_lines.h"
#include "driver/fix.h"
#include "driver/git_repository.h"
#include "driver/staged_files.h"
#include "report/unified_diff.h"
#include "report/words.h"

namespace leaklint {
namespace {

/// The folder that paths in a SARIF file are relative to: the top of the git repository around the working
/// folder, or the latter itself.
std::string source_root(const std::filesystem::path& working_folder) {
  for (std::filesystem::path folder = working_folder;; folder = folder.parent_path()) {
    if (is_repository_top(folder.string())) return folder.string();
    if (folder == folder.parent_path()) return working_folder.string();
  }
}

class CheckCommand {
 public:
  explicit CheckCommand(CheckPlan plan)
      : plan_(std::move(plan)),
        flags_(plan_.flags),
        lookup_(all_rules(), plan_.settings, std::move(plan_.configuration)),
        baselines_(plan_.baseline ? BaselineLookup(std::move(*plan_.baseline)) : BaselineLookup()) {}

  int run() {
    const auto started = std::chrono::steady_clock::now();
    if (!collect() || !analyse() || !narrow()) return exit_error;
    seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (flags_.quiet) keep_errors_only();

    if (!write_fixes()) return exit_error;
    if (!flags_.dry_run && !write_report()) return exit_error;
    if (flags_.stats) write_statistics();
    return exit_code();
  }

 private:
  bool fail(const Error& error) {
    complain(error.text);
    return false;
  }

  bool collect() {
    auto input = collect_input(plan_, lookup_);
    if (!input) return false;
    input_ = std::move(*input);
    input_.request.progress = &progress_;
    if (!flags_.no_baseline) input_.request.baselines = &baselines_;
    return true;
  }

  bool analyse() {
    const ProgressLine line(progress_);
    if (flags_.fixes) {
      auto fixed = check_and_fix(input_.request, lookup_, all_rules());
      if (!fixed) return fail(fixed.error());
      fixed_ = std::move(*fixed);
      result_ = std::move(fixed_.check);
    } else {
      if (!open_cache()) return false;
      auto checked = cache_ ? check_with_cache(std::move(input_.request), lookup_, all_rules(), *cache_)
                            : check_without_cache();
      if (!checked) return fail(checked.error());
      was_known_ = checked->was_known;
      result_ = std::move(checked->result);
    }
    auto& problems = result_.problems;
    problems.insert(problems.end(), input_.problems.begin(), input_.problems.end());
    std::stable_sort(
        problems.begin(), problems.end(),
        [](const ReportedProblem& left, const ReportedProblem& right) { return left.path < right.path; });
    return true;
  }

  /// A cache that nobody asked for may be missing. One file is analysed faster than it is looked up.
  bool open_cache() {
    const bool is_asked_for = !flags_.cache_folder.empty();
    const std::string folder = is_asked_for ? flags_.cache_folder : usual_cache_folder();
    const bool is_useful = is_asked_for || input_.request.files.size() > 1;
    if (flags_.no_cache || folder.empty() || !is_useful) return true;
    auto store = CacheStore::open(folder);
    if (store) cache_.emplace(std::move(*store));
    return store || !is_asked_for || fail(store.error());
  }

  Result<CachedCheck> check_without_cache() {
    auto checked = check(input_.request, lookup_, all_rules());
    if (!checked) return checked.error();
    return CachedCheck{std::move(*checked), false};
  }

  /// Leaves what the user asked to hear of.
  bool narrow() {
    if (input_.reported) keep_in(result_, *input_.reported);
    if (flags_.revision.empty()) return true;
    const auto changed = changed_lines_since(flags_.revision, flags_.staged);
    if (!changed) return fail(changed.error());
    keep_changed(result_, *changed);
    return true;
  }

  void keep_errors_only() {
    const auto is_less = [](const Finding& finding) { return finding.severity < Severity::error; };
    std::erase_if(result_.findings, is_less);
    std::erase_if(result_.suppressed, [&](const SuppressedFinding& one) { return is_less(one.finding); });
    std::erase_if(result_.problems,
                  [](const ReportedProblem& problem) { return problem.severity < Severity::error; });
  }

  bool write_fixes() {
    if (flags_.dry_run) {
      std::string diff;
      for (const FixedFile& file : fixed_.files) diff += unified_diff(file.path, file.before, file.after);
      return write_out(diff);
    }
    for (const FixedFile& file : fixed_.files) {
      if (const auto error = write_file(file.path, file.after)) return fail(*error);
    }
    if (fixed_.applied > 0 && !flags_.quiet) {
      complain("fixed " + counted(fixed_.applied, "finding") + " in " + counted(fixed_.files.size(), "file"));
    }
    return true;
  }

  bool write_report() {
    const ReportInput input = report_input();
    switch (plan_.format) {
      case Format::text:
        return write_out(report_text(input));
      case Format::json:
        return write_out(report_json(input));
      case Format::sarif:
        return write_out(report_sarif(input));
      case Format::github:
        return write_out(report_github(input));
      case Format::html:
        return write_out(report_html(input));
      case Format::junit:
        return write_out(report_junit(input));
    }
    return false;
  }

  ReportInput report_input() const {
    ReportInput input;
    input.tool_version = std::string(version);
    input.findings = result_.findings;
    if (flags_.sarif_suppressed) input.suppressed = result_.suppressed;
    input.rules = all_rules();
    input.source = [this](FileId file) -> const SourceText& { return *result_.sources[file.raw]; };
    input.problems = result_.problems;
    input.statistics = {result_.counts.analysed, result_.counts.lines, std::nullopt};
    if (flags_.stats) input.statistics.seconds = seconds_;
    input.options.category = flags_.sarif_category;
    const bool goes_to_terminal = flags_.output.empty();
    input.options.has_color =
        goes_to_terminal ? wants_color(plan_.color) : plan_.color == ColorChoice::always;
    if (goes_to_terminal) input.options.terminal_width = terminal_width();
    std::error_code error;
    const auto working_folder = std::filesystem::current_path(error);
    input.options.working_directory = working_folder.string();
    if (!error) input.options.source_root = source_root(working_folder);
    return input;
  }

  bool write_out(const std::string& bytes) {
    if (flags_.output.empty()) return write_to_standard_output(bytes);
    const auto error = write_file(flags_.output, bytes);
    return error ? fail(*error) : true;
  }

  void write_statistics() const {
    const CheckCounts& counts = result_.counts;
    std::string text = counted(counts.analysed, "file") + " analysed, " + grouped(counts.lines) + " lines, " +
                       grouped(counts.bytes) + " bytes, " + grouped(counts.nodes) + " nodes; " +
                       counted(plan_.threads, "thread") + ", " +
                       grouped(static_cast<uint64_t>(seconds_ * 1000)) + " ms";
    complain(text);
    if (was_known_) complain("nothing has changed since the last time: the result is from the cache");
    const std::pair<uint64_t, std::string_view> lesser[] = {
        {counts.damaged, "that did not parse everywhere"},
        {counts.unreadable, "that could not be read"},
        {counts.left_out, "left out by include or exclude"},
        {counts.minified, "left out as minified"},
        {counts.too_large, "left out as too large"}};
    for (const auto& [count, what] : lesser) {
      if (count > 0) complain(counted(count, "file") + " " + std::string(what));
    }
    if (counts.open_values > 0)
      complain(counted(counts.open_values, "value") +
               " that can be more things than are followed; what would rest on them is left unsaid");
    if (counts.hidden > 0)
      complain(counted(counts.hidden, "finding") + " hidden below the confidence asked for");
    if (!result_.suppressed.empty()) complain(counted(result_.suppressed.size(), "finding") + " suppressed");
  }

  int exit_code() const {
    const auto is_error = [](const ReportedProblem& problem) { return problem.severity == Severity::error; };
    const auto first_error = std::find_if(result_.problems.begin(), result_.problems.end(), is_error);
    if (first_error != result_.problems.end()) {
      for (const ReportedProblem& problem : result_.problems) {
        if (is_error(problem)) complain(problem.path + ": " + problem.message);
      }
      return exit_error;
    }
    return has_failing_findings() ? exit_findings : exit_clean;
  }

  /// --max-warnings tolerates so many warnings that would fail, and makes more of them fail that would not.
  bool has_failing_findings() const {
    if (plan_.fail_on == Severity::off) return false;
    const auto count = [&](Severity severity) {
      return std::count_if(result_.findings.begin(), result_.findings.end(),
                           [&](const Finding& finding) { return finding.severity == severity; });
    };
    if (count(Severity::error) > 0) return true;
    const bool warnings_fail = plan_.max_warnings || plan_.fail_on <= Severity::warning;
    if (warnings_fail && count(Severity::warning) > plan_.max_warnings.value_or(0)) return true;
    return plan_.fail_on == Severity::note && count(Severity::note) > 0;
  }

  CheckPlan plan_;
  const CheckFlags& flags_;
  SettingsLookup lookup_;
  BaselineLookup baselines_;
  CheckInput input_;
  CheckProgress progress_;
  std::optional<CacheStore> cache_;
  bool was_known_ = false;
  FixResult fixed_;
  CheckResult result_;
  double seconds_ = 0;
};

int run_check(CheckFlags flags) {
  auto plan = understand(std::move(flags), all_rules());
  if (!plan) {
    complain(plan.error().text);
    return exit_error;
  }
  return CheckCommand(std::move(*plan)).run();
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("check", "Find leaks in files and folders");
  const auto flags = std::make_shared<CheckFlags>();
  declare_check_flags(*command, *flags);
  command->callback([flags, &exit_code] { exit_code = run_check(*flags); });
}

}  // namespace leaklint
