#include "cli/check_flags.h"

#include <array>
#include <charconv>

#include <CLI/CLI.hpp>

#include "driver/baseline_lookup.h"
#include "driver/parallel.h"
#include "driver/settings_lookup.h"
#include "lint/words.h"

namespace leaklint {
namespace {

constexpr std::array<std::string_view, 6> formats = {"text", "json", "sarif", "github", "html", "junit"};
constexpr std::array<std::string_view, 3> colors = {"auto", "always", "never"};
constexpr std::array<std::string_view, 4> fail_words = {"error", "warning", "note", "never"};
constexpr int most_threads = 1024;
constexpr int most_warnings = 1'000'000;

/// "unknown format 'srif', did you mean 'sarif'?"
Error unknown(const std::string& what, const std::string& word, std::span<const std::string_view> words) {
  std::string hint = did_you_mean(word, words);
  if (hint.empty()) {
    for (const std::string_view one : words)
      hint += (hint.empty() ? "; it is one of: " : ", ") + std::string(one);
  }
  return Error{"unknown " + what + " '" + word + "'" + hint};
}

template <class Enum, size_t count>
std::optional<Error> read_choice(const std::string& what, const std::string& word,
                                 const std::array<std::string_view, count>& words, Enum& value) {
  for (size_t index = 0; index < count; ++index) {
    if (words[index] != word) continue;
    value = static_cast<Enum>(index);
    return std::nullopt;
  }
  return unknown(what, word, words);
}

/// "ID" or "ID=severity".
std::optional<Error> read_rule_flag(const std::string& text, RuleTable rules,
                                    std::vector<RuleChange>& changes) {
  const std::string id = text.substr(0, text.find('='));
  const auto rule = find_rule(rules, id);
  if (!rule) return Error{unknown_rule(rules, id)};
  RuleChange& change = changes.emplace_back(RuleChange{*rule, std::nullopt, {}});
  if (id.size() == text.size()) return std::nullopt;
  const std::string word = text.substr(id.size() + 1);
  change.severity = parse_severity(word);
  if (!change.severity) return unknown("severity", word, severity_words());
  return std::nullopt;
}

std::optional<Error> read_settings(const CheckFlags& flags, RuleTable rules, Settings& settings) {
  if (!flags.preset.empty()) {
    settings.preset = parse_preset(flags.preset);
    if (!settings.preset) return unknown("preset", flags.preset, preset_words());
  }
  if (!flags.confidence.empty()) {
    settings.confidence = parse_confidence(flags.confidence);
    if (!settings.confidence) return unknown("confidence", flags.confidence, confidence_words());
  }
  for (const std::string& rule : flags.rules) {
    if (auto error = read_rule_flag(rule, rules, settings.rules)) return error;
  }
  return std::nullopt;
}

std::optional<Error> contradiction(const CheckFlags& flags) {
  const bool reads_standard_input = !flags.standard_input_name.empty();
  if (reads_standard_input && !flags.paths.empty()) return Error{"--stdin-filename takes no paths"};
  if (reads_standard_input && flags.fixes && !flags.dry_run) {
    return Error{"--fix cannot write to standard input; use --fix --dry-run to see the difference"};
  }
  if (reads_standard_input && flags.staged) return Error{"--stdin-filename and --staged exclude each other"};
  if (flags.fixes && flags.staged)
    return Error{"--fix changes the work tree, so it does not go with --staged"};
  if (flags.fixes && !flags.revision.empty())
    return Error{"--fix moves lines, so it does not go with --diff"};
  if (flags.no_cache && !flags.cache_folder.empty())
    return Error{"--cache-dir and --no-cache exclude each other"};
  if (flags.no_baseline && !flags.baseline.empty())
    return Error{"--baseline and --no-baseline exclude each other"};
  if (flags.dry_run && !flags.fixes) return Error{"--dry-run goes with --fix"};
  return std::nullopt;
}

/// Leaves `number` as it is when the option was not given.
template <class Number>
std::optional<Error> read_number(const std::string& option, const std::string& text, int least, int most,
                                 Number& number) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = problem == std::errc() && end == text.data() + text.size();
  if (!is_number || value < least || value > most) {
    return Error{option + " is a number from " + std::to_string(least) + " to " + std::to_string(most)};
  }
  number = static_cast<Number>(value);
  return std::nullopt;
}

/// "error|warn|note|off": how help, the man page and the completions know the words of an option.
std::string choices(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : "|") + std::string(word);
  return text;
}

void declare_paths(CLI::App& command, CheckFlags& flags) {
  command.add_option("PATH", flags.paths, "Files and folders; the working folder when none is named")
      ->type_name("");
}

void declare_rules(CLI::App& command, CheckFlags& flags) {
  command.add_option("--config", flags.configuration, "Use this file instead of the nearest leaklint.json")
      ->type_name("FILE");
  command.add_option("--preset", flags.preset, "Which rules to run")->type_name(choices(preset_words()));
  command
      .add_option("--rule", flags.rules,
                  "Turn one rule on, or set it to error, warn, note or off; repeatable")
      ->type_name("ID[=SEVERITY]")
      ->allow_extra_args(false);
  command
      .add_option("--confidence", flags.confidence, "Report findings from this confidence on; default medium")
      ->type_name(choices(confidence_words()));
  command.add_flag("--no-ignore", flags.no_ignore,
                   "Read ignored, minified and declaration files, and node_modules");
}

void declare_what_to_check(CLI::App& command, CheckFlags& flags) {
  declare_paths(command, flags);
  command
      .add_option("--stdin-filename", flags.standard_input_name,
                  "Check standard input as if it were this file")
      ->type_name("FILE");
  command.add_flag("--staged", flags.staged,
                   "Read the index instead of the work tree; report on PATH, or on what is staged");
  command
      .add_option("--diff", flags.revision,
                  "Report only what a line changed since this revision has to do with")
      ->type_name("REV");
  command
      .add_option("--baseline", flags.baseline, "Use this file instead of the nearest leaklint-baseline.json")
      ->type_name("FILE");
  command.add_flag("--no-baseline", flags.no_baseline, "Report what the baseline knows as well");
  declare_rules(command, flags);
}

void declare_what_to_say(CLI::App& command, CheckFlags& flags) {
  command.add_option("--format", flags.format, "How to report; default text")->type_name(choices(formats));
  command.add_option("--output", flags.output, "Write the report to a file, whole or not at all")
      ->type_name("FILE");
  command.add_option("--fail-on", flags.fail_on, "Exit with 1 from this severity on; default warning")
      ->type_name(choices(fail_words));
  command.add_option("--max-warnings", flags.max_warnings, "Exit with 1 only above so many warnings")
      ->type_name("N");
  command.add_flag("--quiet", flags.quiet, "Report errors only");
  command.add_option("--color", flags.color, "Default auto, which honours NO_COLOR")
      ->type_name(choices(colors));
  command.add_flag("--stats", flags.stats, "Say what was read and how long it took");
  command
      .add_option("--sarif-category", flags.sarif_category,
                  "What tells several SARIF files of one commit apart; default leaklint")
      ->type_name("NAME");
  command.add_flag("--sarif-suppressed", flags.sarif_suppressed,
                   "Put suppressed findings into SARIF as well");
}

void declare_threads(CLI::App& command, CheckFlags& flags) {
  command.add_option("--threads", flags.threads, "How many threads to use; all that there are by default")
      ->type_name("N");
}

void declare_how_to_work(CLI::App& command, CheckFlags& flags) {
  command.add_flag("--fix", flags.fixes, "Apply the fixes that keep behaviour, then report what is left");
  command.add_flag("--dry-run", flags.dry_run, "With --fix: print the difference and write nothing");
  declare_threads(command, flags);
  command.add_flag("--no-cache", flags.no_cache,
                   "Analyse anew, even if nothing has changed since the last time");
  command
      .add_option("--cache-dir", flags.cache_folder,
                  "Where results are kept for the next time; default leaklint in the user's cache folder")
      ->type_name("DIR");
}

}  // namespace

void declare_check_flags(CLI::App& command, CheckFlags& flags) {
  declare_what_to_check(command, flags);
  declare_what_to_say(command, flags);
  declare_how_to_work(command, flags);
}

void declare_baseline_flags(CLI::App& command, CheckFlags& flags) {
  declare_paths(command, flags);
  command
      .add_option("--output", flags.output,
                  "Where to record them; by default the nearest leaklint-baseline.json, or a new one here")
      ->type_name("FILE");
  declare_rules(command, flags);
  declare_threads(command, flags);
}

Result<CheckPlan> understand(CheckFlags flags, RuleTable rules) {
  if (auto error = contradiction(flags)) return *error;
  CheckPlan plan;
  if (auto error = read_choice("format", flags.format, formats, plan.format)) return *error;
  if (auto error = read_choice("color", flags.color, colors, plan.color)) return *error;
  const auto fail_on = flags.fail_on == "never" ? Severity::off : parse_severity(flags.fail_on);
  if (!fail_on || flags.fail_on == "off") return unknown("severity", flags.fail_on, fail_words);
  plan.fail_on = *fail_on;
  if (auto error = read_settings(flags, rules, plan.settings)) return *error;
  if (!flags.configuration.empty()) {
    auto configuration = read_configuration(flags.configuration, rules);
    if (!configuration) return configuration.error();
    plan.configuration = std::move(*configuration);
  }
  if (!flags.baseline.empty()) {
    auto baseline = read_baseline(flags.baseline);
    if (!baseline) return baseline.error();
    plan.baseline = std::move(*baseline);
  }
  plan.threads = default_thread_count();
  if (auto error = read_number("--threads", flags.threads, 1, most_threads, plan.threads)) return *error;
  if (auto error = read_number("--max-warnings", flags.max_warnings, 0, most_warnings, plan.max_warnings)) {
    return *error;
  }
  plan.flags = std::move(flags);
  return plan;
}

}  // namespace leaklint
