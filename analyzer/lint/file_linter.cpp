#include "lint/file_linter.h"

#include <algorithm>

namespace leaklint {

FileLinter::FileLinter(RuleTable rules, const RuleStates& states) {
  for (size_t index = 0; index < rules.size(); ++index) {
    const Rule& rule = *rules[index].rule;
    if (rule.visit == nullptr || !states[index].is_on()) continue;
    active_.push_back(
        {rule.visit, static_cast<uint16_t>(index), states[index].severity, states[index].options});
  }
  for (size_t kind = 0; kind + 1 < first_of_kind_.size(); ++kind) {
    first_of_kind_[kind] = static_cast<uint16_t>(by_kind_.size());
    for (size_t index = 0; index < active_.size(); ++index) {
      const auto kinds = rules[active_[index].rule].rule->kinds;
      if (std::find(kinds.begin(), kinds.end(), static_cast<Kind>(kind)) == kinds.end()) continue;
      by_kind_.push_back(static_cast<uint16_t>(index));
    }
  }
  first_of_kind_.back() = static_cast<uint16_t>(by_kind_.size());
}

void FileLinter::visit(FileContext& context, NodeId node) const {
  const auto kind = static_cast<size_t>(context.tree.kind(node));
  for (size_t slot = first_of_kind_[kind]; slot < first_of_kind_[kind + 1]; ++slot) {
    const Active& active = active_[by_kind_[slot]];
    context.rule_ = active.rule;
    context.severity_ = active.severity;
    context.options_ = &active.options;
    active.visit(context, node);
  }
}

std::vector<Finding> FileLinter::run(FileContext& context, const std::vector<NodeRange>& broken) const {
  if (active_.empty()) return {};
  auto region = broken.begin();
  for (uint32_t raw = 0; raw < context.tree.size();) {
    if (region != broken.end() && raw >= region->begin) {
      raw = std::max(raw, region->end);
      ++region;
      continue;
    }
    visit(context, NodeId(raw));
    ++raw;
  }
  // A rule that starts outside of a broken region, say at the program, may still report inside it.
  const auto broken_spans = spans_of(context.tree, broken);
  std::erase_if(context.findings_,
                [&](const Finding& finding) { return covers(broken_spans, finding.place.span.begin); });
  return std::move(context.findings_);
}

}  // namespace leaklint
