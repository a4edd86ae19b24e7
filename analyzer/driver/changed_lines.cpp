#include "driver/changed_lines.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "driver/git_command.h"
#include "driver/paths.h"
#include "syntax/parse.h"

namespace leaklint {
namespace {

constexpr LineRange whole_file = {1, std::numeric_limits<uint32_t>::max()};

/// "a\tb\"\303\251" as git writes it between quotes.
std::string without_quotes(std::string_view text) {
  if (!text.starts_with('"')) return std::string(text);
  constexpr std::string_view letters = "abtnvfr";
  constexpr std::string_view meanings = "\a\b\t\n\v\f\r";
  std::string plain;
  for (size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] != '\\') {
      plain += text[at];
      continue;
    }
    const char next = text[++at];
    if (const size_t letter = letters.find(next); letter != letters.npos) {
      plain += meanings[letter];
    } else if (next >= '0' && next <= '3' && at + 3 < text.size()) {
      plain += static_cast<char>((next - '0') * 64 + (text[at + 1] - '0') * 8 + (text[at + 2] - '0'));
      at += 2;
    } else {
      plain += next;
    }
  }
  return plain;
}

/// One side of "@@ -12,3 +14 @@": the first line and how many there are, one if it does not say.
struct HunkSide {
  uint32_t first = 0;
  uint32_t count = 1;
};

HunkSide read_side(std::string_view line, char sign) {
  HunkSide side;
  const size_t at = line.find(std::string{' ', sign});
  if (at == line.npos) return side;
  const char* const end = line.data() + line.size();
  const auto first = std::from_chars(line.data() + at + 2, end, side.first);
  if (first.ptr != end && *first.ptr == ',') std::from_chars(first.ptr + 1, end, side.count);
  return side;
}

std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The commit where `revision` and HEAD parted.
Result<std::string> merge_base(const std::string& revision) {
  const auto commit =
      run_git({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!commit) return Error{"--diff: git knows no revision '" + revision + "' here"};
  const std::string name = commit->substr(0, commit->find('\n'));
  auto base = run_git({"merge-base", name, "HEAD"});
  if (!base) {
    return Error{"--diff: '" + revision +
                 "' and HEAD have no commit in common; in a shallow clone, fetch more of the history"};
  }
  return base->substr(0, base->find('\n'));
}

bool overlaps(const std::vector<LineRange>& ranges, LineRange lines) {
  const auto next = std::lower_bound(ranges.begin(), ranges.end(), lines.first,
                                     [](const LineRange& range, uint32_t line) { return range.last < line; });
  return next != ranges.end() && next->first <= lines.last;
}

class ChangeFilter {
 public:
  ChangeFilter(const CheckResult& result, const ChangedLines& changed) {
    const std::string here = working_directory();
    for (uint32_t file = 0; file < result.paths.size(); ++file) {
      const auto found = changed.find(absolute_path(here, result.paths[file]));
      ranges_.push_back(found == changed.end() ? nullptr : &found->second);
      sources_.push_back(result.sources[file] ? &*result.sources[file] : nullptr);
    }
  }

  bool is_changed(const Finding& finding) const {
    if (is_changed(finding.place)) return true;
    for (const Note& note : finding.notes) {
      for (const PathStep& step : note.steps)
        if (step.place.file && is_changed(step.place)) return true;
    }
    return false;
  }

 private:
  bool is_changed(const Place& place) const {
    const std::vector<LineRange>* ranges = ranges_[place.file.raw];
    const SourceText* source = sources_[place.file.raw];
    if (ranges == nullptr || source == nullptr) return false;
    return overlaps(*ranges,
                    {source->position(place.span.begin).line, source->position(place.span.end).line});
  }

  std::vector<const std::vector<LineRange>*> ranges_;  ///< by file
  std::vector<const SourceText*> sources_;
};

}  // namespace

void read_diff(std::string_view diff, const std::string& top, ChangedLines& changed) {
  constexpr std::string_view file_mark = "+++ ";
  std::vector<LineRange>* ranges = nullptr;
  while (!diff.empty()) {
    const std::string_view line = take_line(diff);
    if (line.starts_with(file_mark)) {
      const std::string path = without_quotes(line.substr(file_mark.size()));
      // A path with blanks in it has a tab behind it.
      const std::string clean = path.substr(0, line.ends_with('\t') ? path.size() - 1 : path.size());
      ranges = clean.starts_with("b/") ? &changed[top + "/" + clean.substr(2)] : nullptr;
    } else if (line.starts_with("@@ ")) {
      const HunkSide before = read_side(line, '-'), after = read_side(line, '+');
      // What is in a hunk may look like anything, so it is stepped over by its number of lines.
      for (uint32_t count = before.count + after.count; count > 0 && !diff.empty();)
        count -= take_line(diff).starts_with('\\') ? 0 : 1;
      if (ranges != nullptr && after.count > 0)
        ranges->push_back({after.first, after.first + after.count - 1});
    }
  }
}

Result<ChangedLines> changed_lines_since(const std::string& revision, bool of_index) {
  const auto top = repository_top();
  if (!top) return Error{"--diff: " + top.error().text};
  const auto base = merge_base(revision);
  if (!base) return base.error();
  std::vector<std::string> arguments = {"-c",
                                        "core.quotePath=off",
                                        "diff",
                                        "--no-color",
                                        "--no-ext-diff",
                                        "--no-textconv",
                                        "--no-relative",
                                        "--text",
                                        "--unified=0",
                                        "--inter-hunk-context=0",
                                        "--find-renames",
                                        "--src-prefix=a/",
                                        "--dst-prefix=b/",
                                        "--ignore-submodules=all"};
  if (of_index) arguments.push_back("--cached");
  arguments.insert(arguments.end(), {*base, "--"});
  for (const std::string_view extension : source_extensions())
    arguments.push_back(":(top)*" + std::string(extension));
  const auto diff = run_git(std::move(arguments));
  if (!diff) return Error{"--diff: " + diff.error().text};
  ChangedLines changed;
  read_diff(*diff, *top, changed);
  if (of_index) return changed;
  const auto others =
      run_git({"ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"});
  if (!others) return Error{"--diff: " + others.error().text};
  for (const std::string& path : split_at_nul(*others)) changed[*top + "/" + path] = {whole_file};
  return changed;
}

void keep_changed(CheckResult& result, const ChangedLines& changed) {
  const ChangeFilter filter(result, changed);
  std::erase_if(result.findings, [&](const Finding& finding) { return !filter.is_changed(finding); });
  std::erase_if(result.suppressed,
                [&](const SuppressedFinding& one) { return !filter.is_changed(one.finding); });
}

}  // namespace leaklint
