#include "unit/rules/linted_source.h"

#include <algorithm>

#include "lint/registry.h"

namespace leaklint {
namespace {

RuleStates only(std::string_view id, const OptionMap& options) {
  RuleStates states;
  for (const RegisteredRule& row : all_rules())
    states.push_back({row.id == id ? Severity::warning : Severity::off, OptionValues(*row.rule, options)});
  return states;
}

std::string edited(std::string text, std::vector<TextEdit> edits) {
  std::sort(edits.begin(), edits.end(),
            [](const TextEdit& left, const TextEdit& right) { return left.span > right.span; });
  for (const TextEdit& edit : edits) text.replace(edit.span.begin, edit.span.length(), edit.text);
  return text;
}

}  // namespace

LintedSource::LintedSource(std::string_view rule, std::string text, std::string path, OptionMap options,
                           GlobalNames globals)
    : source_(SourceText::from_bytes(path, std::move(text)).value()) {
  Parser parser;
  std::string blanked;
  const ParseResult parsed = parser.parse(path, source_.text(), blanked);
  damage_ = parsed.damage;
  Names names;
  ModuleHints hints;
  hints.extension = std::string_view(path).substr(path.rfind('.'));
  const Scopes scopes = bind(parsed.tree, hints, names);
  FileContext context(source_, parsed.tree, scopes, names, globals);
  findings_ = FileLinter(all_rules(), only(rule, options)).run(context, broken_regions(parsed.tree));
  std::sort(findings_.begin(), findings_.end(),
            [](const Finding& left, const Finding& right) { return left.place.span < right.place.span; });
}

std::vector<uint32_t> LintedSource::lines() const {
  std::vector<uint32_t> lines;
  for (const Finding& finding : findings_) lines.push_back(source_.position(finding.place.span.begin).line);
  return lines;
}

std::string LintedSource::with(const Fix& fix) const {
  return edited(std::string(source_.text()), fix.edits);
}

std::string LintedSource::with_safe_fixes() const {
  std::vector<TextEdit> edits;
  for (const Finding& finding : findings_)
    for (const Fix& fix : finding.fixes)
      if (fix.is_safe) {
        edits.insert(edits.end(), fix.edits.begin(), fix.edits.end());
        break;
      }
  return edited(std::string(source_.text()), std::move(edits));
}

}  // namespace leaklint
