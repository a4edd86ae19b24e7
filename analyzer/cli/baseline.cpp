#include <memory>

#include "cli/check_input.h"
#include "cli/commands.h"
#include "driver/atomic_file.h"
#include "driver/paths.h"
#include "driver/record_baseline.h"
#include "report/words.h"

namespace leaklint {
namespace {

int fail(const Error& error) {
  complain(error.text);
  return exit_error;
}

/// The baseline as it is, or an empty one for that place.
Result<Baseline> read_or_begin(const std::string& path) {
  if (is_file(path)) return read_baseline(path);
  const std::string absolute = absolute_path(working_directory(), path);
  return Baseline{path, std::string(folder_above(absolute).value_or("")), {}};
}

void say_change(const Baseline& baseline, const BaselineChange& change) {
  const uint64_t all = change.kept + change.added;
  std::string text = baseline.path + ": " + counted(all, "finding");
  if (change.added != all) text += ", " + grouped(change.added) + " of them new";
  if (change.removed > 0) text += "; " + grouped(change.removed) + " gone";
  complain(text);
}

int record(CheckFlags flags, bool only_prunes) {
  const std::string path = flags.output.empty() ? nearest_baseline() : flags.output;
  auto plan = understand(std::move(flags), all_rules());
  if (!plan) return fail(plan.error());
  auto baseline = read_or_begin(path);
  if (!baseline) return fail(baseline.error());

  SettingsLookup lookup(all_rules(), plan->settings, std::move(plan->configuration));
  auto input = collect_input(*plan, lookup);
  if (!input) return exit_error;
  auto checked = check(input->request, lookup, all_rules());
  if (!checked) return fail(checked.error());
  auto& problems = checked->problems;
  problems.insert(problems.end(), input->problems.begin(), input->problems.end());
  for (const ReportedProblem& problem : problems) {
    // A file that cannot be read would lose its entries.
    if (problem.severity == Severity::error) return fail(Error{problem.path + ": " + problem.message});
  }

  const BaselineChange change = record_findings(*baseline, *checked, all_rules(), only_prunes);
  if (const auto error = write_file(path, baseline_text(std::move(baseline->entries)))) return fail(*error);
  say_change(*baseline, change);
  return exit_clean;
}

}  // namespace

void add_baseline_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand(
      "baseline", "Record today's findings, so that check reports only those that come on top");
  const auto flags = std::make_shared<CheckFlags>();
  const auto prunes = std::make_shared<bool>(false);
  declare_baseline_flags(*command, *flags);
  command->add_flag("--prune", *prunes, "Only take out what is not found any more");
  command->callback([=, &exit_code] { exit_code = record(*flags, *prunes); });
}

}  // namespace leaklint
