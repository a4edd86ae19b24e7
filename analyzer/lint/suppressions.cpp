#include "lint/suppressions.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace leaklint {
namespace {

/// A stretch of text that one suppression covers.
struct Piece {
  Span span;
  Suppression* suppression = nullptr;
};

std::vector<Piece> pieces_of_rule(Suppressions& suppressions, uint16_t rule) {
  std::vector<Piece> pieces;
  for (Suppression& suppression : suppressions.list) {
    if (suppression.rule != rule) continue;
    for (const Span span : suppression.covered) pieces.push_back({span, &suppression});
  }
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& left, const Piece& right) { return left.span.begin < right.span.begin; });
  return pieces;
}

/// One sweep over the text: `findings` are of one rule and in order. Of the pieces of one reach that have
/// begun, the one that ends last is enough to know, however many overlap.
void cover(Suppressions& suppressions, std::span<const Finding* const> findings,
           std::vector<std::pair<const Finding*, Suppression*>>& covered) {
  const auto pieces = pieces_of_rule(suppressions, findings.front()->rule);
  std::array<Piece, 3> longest{};  // by reach, the narrowest first
  auto next = pieces.begin();
  for (const Finding* finding : findings) {
    const uint32_t offset = finding->place.span.begin;
    for (; next != pieces.end() && next->span.begin <= offset; ++next) {
      Piece& known = longest[static_cast<size_t>(next->suppression->reach)];
      if (next->span.end > known.span.end) known = *next;
    }
    const auto narrowest = std::find_if(longest.begin(), longest.end(),
                                        [&](const Piece& piece) { return offset < piece.span.end; });
    if (narrowest != longest.end()) covered.emplace_back(finding, narrowest->suppression);
  }
}

Finding unused_finding(uint16_t rule, Severity severity, Span span, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.place.span = span;
  finding.message = std::move(message);
  return finding;
}

}  // namespace

std::vector<SuppressedFinding> apply_suppressions(Suppressions& suppressions,
                                                  std::vector<Finding>& findings) {
  if (suppressions.list.empty() || findings.empty()) return {};
  std::vector<const Finding*> in_order;
  for (const Finding& finding : findings) in_order.push_back(&finding);
  std::sort(in_order.begin(), in_order.end(), [](const Finding* left, const Finding* right) {
    return std::pair(left->rule, left->place.span) < std::pair(right->rule, right->place.span);
  });
  std::vector<std::pair<const Finding*, Suppression*>> covered;
  for (auto first = in_order.begin(); first != in_order.end();) {
    const auto last = std::find_if(first, in_order.end(),
                                   [&](const Finding* finding) { return finding->rule != (*first)->rule; });
    cover(suppressions, {first, last}, covered);
    first = last;
  }

  std::sort(covered.begin(), covered.end());
  std::vector<SuppressedFinding> silenced;
  std::vector<Finding> left;
  auto next = covered.begin();
  for (Finding& finding : findings) {
    if (next == covered.end() || next->first != &finding) {
      left.push_back(std::move(finding));
      continue;
    }
    next->second->is_used = true;
    silenced.push_back({std::move(finding), SuppressedFinding::By::comment, next->second->reason});
    ++next;
  }
  findings = std::move(left);
  return silenced;
}

std::vector<Finding> find_unused(const Suppressions& suppressions, RuleTable rules, const RuleStates& states,
                                 const SpanList& unread) {
  std::vector<Finding> findings;
  const auto own_rule = find_rule(rules, unused_suppression_id);
  if (!own_rule || !states[*own_rule].is_on()) return findings;
  const Severity severity = states[*own_rule].severity;
  for (const SuppressionMistake& mistake : suppressions.mistakes) {
    findings.push_back(unused_finding(*own_rule, severity, mistake.span, mistake.message));
  }
  for (const Suppression& suppression : suppressions.list) {
    if (suppression.is_used || suppression.rule == *own_rule || !states[suppression.rule].is_on()) continue;
    if (overlaps(suppression.covered, unread)) continue;
    findings.push_back(unused_finding(*own_rule, severity, suppression.written,
                                      "Suppression of '" + std::string(rules[suppression.rule].id) +
                                          "' is unused: it covers no such finding"));
    if (!suppression.removal.edits.empty()) findings.back().fixes.push_back(suppression.removal);
  }
  return findings;
}

}  // namespace leaklint
