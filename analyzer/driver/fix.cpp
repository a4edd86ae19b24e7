#include "driver/fix.h"

#include <algorithm>
#include <set>

namespace leaklint {
namespace {

/// Each round takes at least one finding away, so this bounds fixes that undo each other.
constexpr int most_rounds = 10;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool comes_before(const TextEdit& left, const TextEdit& right) {
  return left.span < right.span;
}

/// Whether an edit meets none of those that are taken, which are in order. Two insertions at one place meet.
bool is_free(const std::vector<TextEdit>& taken, const TextEdit& edit) {
  const auto next = std::lower_bound(taken.begin(), taken.end(), edit, comes_before);
  if (next != taken.end() && (next->span.begin < edit.span.end || next->span.begin == edit.span.begin))
    return false;
  return next == taken.begin() || std::prev(next)->span.end <= edit.span.begin;
}

class Fixing {
 public:
  Fixing(CheckRequest request, SettingsLookup& lookup, RuleTable rules)
      : request_(std::move(request)), lookup_(lookup), rules_(rules) {}

  Result<FixResult> run() {
    auto checked = check(request_, lookup_, rules_);
    if (!checked) return checked.error();
    FixResult result{std::move(*checked), {}, 0};
    for (int round = 0; round < most_rounds && apply_round(result); ++round) {
      const std::set<std::string> damaged = damaged_files(result.check);
      do {
        checked = check(request_, lookup_, rules_);
        if (!checked) return checked.error();
      } while (take_back_damage(damaged, *checked));
      result.check = std::move(*checked);
    }
    for (auto& [path, before] : before_) {
      std::string& after = request_.texts[path];
      if (after != before) result.files.push_back({path, std::move(before), std::move(after)});
    }
    return result;
  }

 private:
  /// Whether a text changed.
  bool apply_round(FixResult& result) {
    previous_.clear();
    const auto& findings = result.check.findings;
    for (auto first = findings.begin(); first != findings.end();) {
      const FileId file = first->place.file;
      std::vector<const Fix*> fixes;
      for (; first != findings.end() && first->place.file == file; ++first) {
        const auto safe = std::find_if(first->fixes.begin(), first->fixes.end(),
                                       [](const Fix& fix) { return fix.is_safe; });
        if (safe != first->fixes.end()) fixes.push_back(&*safe);
      }
      if (!fixes.empty()) apply_to(result, file, fixes);
    }
    return !previous_.empty();
  }

  void apply_to(FixResult& result, FileId file, const std::vector<const Fix*>& fixes) {
    const std::string& path = result.check.paths[file.raw];
    const SourceText& source = *result.check.sources[file.raw];
    if (left_alone_.contains(path) || !source.decoded().has_the_bytes_of_the_file()) return;
    const std::string_view mark = source.decoded().had_byte_order_mark ? byte_order_mark : "";
    const std::string before = std::string(mark) + std::string(source.text());
    std::string after = std::string(mark) + apply_fixes(source.text(), fixes, result.applied);
    if (after == before) return;
    before_.emplace(path, before);
    previous_[path] = before;
    request_.texts[path] = std::move(after);
  }

  static std::set<std::string> damaged_files(const CheckResult& checked) {
    std::set<std::string> paths;
    for (const ReportedProblem& problem : checked.problems) paths.insert(problem.path);
    return paths;
  }

  /// Files that parsed before this round and do not any more get their text back. Whether there were any.
  bool take_back_damage(const std::set<std::string>& damaged_before, const CheckResult& checked) {
    bool took_back = false;
    for (const std::string& path : damaged_files(checked)) {
      const auto previous = previous_.find(path);
      if (previous == previous_.end() || damaged_before.contains(path)) continue;
      request_.texts[path] = previous->second;
      previous_.erase(previous);
      left_alone_.insert(path);
      took_back = true;
    }
    return took_back;
  }

  CheckRequest request_;
  SettingsLookup& lookup_;
  RuleTable rules_;
  std::map<std::string, std::string> before_;    ///< the bytes on disk of every file that was ever changed
  std::map<std::string, std::string> previous_;  ///< the bytes that this round changed
  std::set<std::string> left_alone_;
};

}  // namespace

std::string apply_fixes(std::string_view text, const std::vector<const Fix*>& fixes, uint32_t& applied) {
  std::vector<TextEdit> taken;
  for (const Fix* fix : fixes) {
    const bool fits = std::all_of(fix->edits.begin(), fix->edits.end(),
                                  [&](const TextEdit& edit) { return is_free(taken, edit); });
    if (!fits || fix->edits.empty()) continue;
    taken.insert(taken.end(), fix->edits.begin(), fix->edits.end());
    std::sort(taken.begin(), taken.end(), comes_before);
    ++applied;
  }
  std::string fixed;
  uint32_t at = 0;
  for (const TextEdit& edit : taken) {
    fixed += text.substr(at, edit.span.begin - at);
    fixed += edit.text;
    at = edit.span.end;
  }
  fixed += text.substr(at);
  return fixed;
}

Result<FixResult> check_and_fix(CheckRequest request, SettingsLookup& lookup, RuleTable rules) {
  return Fixing(std::move(request), lookup, rules).run();
}

}  // namespace leaklint
