#include "driver/project_snapshot.h"

#include <algorithm>
#include <tuple>

#include "lint/fingerprint.h"

namespace leaklint {
namespace {

/// In lists that are sorted by path.
const std::shared_ptr<const CheckedFile>* find_path(const Project::Files& files, std::string_view path) {
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const auto& file, std::string_view wanted) { return file->file.path < wanted; });
  return found != files.end() && (*found)->file.path == path ? &*found : nullptr;
}

bool comes_before(const Finding& left, const Finding& right) {
  return std::tie(left.place.span, left.rule, left.message) <
         std::tie(right.place.span, right.rule, right.message);
}

/// Takes out what a baseline knows; of several alike it knows the first ones.
void remove_known(const CheckedFile& file, RuleTable rules, std::vector<Finding>& findings) {
  if (file.known.empty()) return;
  auto known = file.known;
  Fingerprinter fingerprinter(rules, [&](FileId) -> const SourceText& { return *file.result.source; });
  std::erase_if(findings, [&](Finding& finding) {
    finding.place.file = {};
    const auto found = known.find(fingerprinter.next(finding).content);
    if (found == known.end() || found->second == 0) return false;
    --found->second;
    return true;
  });
}

}  // namespace

TextShift::TextShift(std::string_view before, std::string_view after) {
  const auto most = static_cast<uint32_t>(std::min(before.size(), after.size()));
  const auto differ = std::mismatch(before.begin(), before.begin() + most, after.begin()).first;
  begin_ = static_cast<uint32_t>(differ - before.begin());
  uint32_t same_at_end = 0;
  while (same_at_end < most - begin_ &&
         before[before.size() - 1 - same_at_end] == after[after.size() - 1 - same_at_end])
    ++same_at_end;
  end_before_ = static_cast<uint32_t>(before.size()) - same_at_end;
  end_after_ = static_cast<uint32_t>(after.size()) - same_at_end;
}

uint32_t TextShift::moved(uint32_t offset) const {
  if (offset <= begin_) return offset;
  if (offset >= end_before_) return offset - end_before_ + end_after_;
  return std::min(offset, end_after_);
}

LinkedProject link_project(ProgramChecker& checker, Project::Files files,
                           std::shared_ptr<const SettingsLookup> owner) {
  static const auto nothing = std::make_shared<const FileFacts>();
  std::vector<ProgramMember> members;
  members.reserve(files.size());
  for (const auto& file : files) {
    const auto& facts = file->result.facts;
    auto shared = facts ? std::shared_ptr<const FileFacts>(file, &*facts) : nothing;
    members.push_back({file->file.path, std::move(shared), file->situation.settings});
  }
  LinkedProject linked{std::move(files), {}, std::move(owner)};
  linked.findings.resize(linked.files.size());
  for (Finding& finding : checker.check(members)) {
    const uint32_t file = finding.place.file.raw;
    if (!covers(linked.files[file]->result.unread, finding.place.span.begin))
      linked.findings[file].push_back(std::move(finding));
  }
  return linked;
}

const CheckedFile* ProjectSnapshot::file(std::string_view path) const {
  const auto* found = find_path(files, path);
  return found == nullptr ? nullptr : found->get();
}

bool ProjectSnapshot::add_linked_findings(const CheckedFile& file, std::vector<Finding>& findings) const {
  const auto* then = linked == nullptr ? nullptr : find_path(linked->files, file.file.path);
  if (then == nullptr) return false;
  const std::vector<Finding>& found = linked->findings[then - linked->files.data()];
  if (then->get() == &file) {
    findings.insert(findings.end(), found.begin(), found.end());
    return true;
  }
  if (found.empty() || !(*then)->result.source || !file.result.source) return true;
  const TextShift shift((*then)->result.source->text(), file.result.source->text());
  for (Finding finding : found) {
    finding.place.span = shift.moved(finding.place.span);
    std::erase_if(finding.fixes, [&](Fix& fix) {
      for (TextEdit& edit : fix.edits) {
        if (!shift.keeps(edit.span)) return true;
        edit.span = shift.moved(edit.span);
      }
      for (Span& place : fix.plan.places) {
        if (!shift.keeps(place)) return true;
        place = shift.moved(place);
      }
      return false;
    });
    if (finding.place.span.begin < finding.place.span.end) findings.push_back(std::move(finding));
  }
  return true;
}

std::vector<Finding> ProjectSnapshot::findings_of(const CheckedFile& file) const {
  const FileResult& made = file.result;
  const FileSettings& settings = *file.situation.settings;
  std::vector<Finding> findings = made.findings;
  const bool is_linked = add_linked_findings(file, findings);
  Suppressions suppressions = made.suppressions;
  apply_suppressions(suppressions, findings);
  // Before the link nobody knows what a suppression of a program rule is for.
  if (is_linked) {
    auto unused = find_unused(suppressions, rules, settings.states, made.unread);
    apply_suppressions(suppressions, unused);
    std::move(unused.begin(), unused.end(), std::back_inserter(findings));
  }
  std::sort(findings.begin(), findings.end(), comes_before);
  remove_known(file, rules, findings);
  std::erase_if(findings, [&](const Finding& finding) { return finding.confidence < settings.confidence; });
  return findings;
}

std::optional<ProjectSnapshot::Location> ProjectSnapshot::locate(const Place& place) const {
  if (!place.file || linked == nullptr || place.file.raw >= linked->files.size()) return std::nullopt;
  const CheckedFile& then = *linked->files[place.file.raw];
  const CheckedFile* now = file(then.file.path);
  if (now == nullptr || !now->result.source || !then.result.source) return std::nullopt;
  if (now == &then) return Location{now, place.span};
  return Location{now, TextShift(then.result.source->text(), now->result.source->text()).moved(place.span)};
}

}  // namespace leaklint
