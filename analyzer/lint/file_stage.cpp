#include "lint/file_stage.h"

#include <algorithm>

namespace leaklint {
namespace {

std::string_view extension_of(std::string_view path) {
  const size_t name = path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1;
  const size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot < name ? std::string_view() : path.substr(dot);
}

void note_damage(const SourceText& source, const ParseResult& parsed, FileResult& result) {
  const DecodedText& decoded = source.decoded();
  if (parsed.first_error) {
    result.issues.push_back(
        {*parsed.first_error, "does not parse here; the code around it was not looked at"});
  }
  if (decoded.replacements > 0) {
    const auto at = static_cast<uint32_t>(source.text().find("\uFFFD"));
    result.issues.push_back(
        {{at, at + 3}, "is not valid text here: bytes that are no characters were replaced"});
  }
}

}  // namespace

ModuleHints module_hints(std::string_view path, const std::optional<std::string>& package_type) {
  return {extension_of(path), package_type ? *package_type : std::string_view(), package_type.has_value()};
}

void complete_fixes(const SourceText& source, std::vector<Finding>& findings, const FileSettings& settings,
                    const std::optional<std::string>& package_type, Parser& parser, RuleTable rules) {
  const auto is_incomplete = [&](const Finding& finding) {
    return rules[finding.rule].rule->complete && !finding.fixes.empty();
  };
  if (std::none_of(findings.begin(), findings.end(), is_incomplete)) return;
  std::string blanked;
  const ParseResult parsed = parser.parse(source.path(), source.text(), blanked);
  Names names;
  const Scopes scopes = bind(parsed.tree, module_hints(source.path(), package_type), names);
  FileContext context(source, parsed.tree, scopes, names, settings.globals);
  for (Finding& finding : findings)
    if (is_incomplete(finding)) rules[finding.rule].rule->complete(context, finding);
}

FileResult analyze_file(FileInput input, Parser& parser, RuleTable rules) {
  FileResult result;
  result.counts.bytes = input.bytes.size();
  auto decoded = SourceText::from_bytes(input.path, std::move(input.bytes));
  if (!decoded) {
    result.failure = decoded.error().text;
    return result;
  }
  const SourceText& source = *decoded;
  std::string blanked;
  const ParseResult parsed = parser.parse(source.path(), source.text(), blanked);
  result.counts.lines = source.line_count();
  result.counts.nodes = parsed.tree.size();
  note_damage(source, parsed, result);

  Names names;
  const Scopes scopes = bind(parsed.tree, module_hints(source.path(), input.package_type), names);

  const std::vector<NodeRange> broken = broken_regions(parsed.tree);
  result.unread = spans_of(parsed.tree, broken);
  FileContext context(source, parsed.tree, scopes, names, input.settings->globals);
  result.findings = input.settings->linter.run(context, broken);
  result.suppressions = read_suppressions(source, parsed.tree, rules);

  if (input.wants_facts) {
    result.facts = make_facts(parsed.tree, scopes, std::move(names));
    result.facts->line_starts.reserve(source.line_count());
    for (uint32_t line = 1; line <= source.line_count(); ++line)
      result.facts->line_starts.push_back(source.line_start(line));
  }

  const bool has_something_to_say = input.wants_facts || !result.findings.empty() || !result.issues.empty() ||
                                    !result.suppressions.list.empty() ||
                                    !result.suppressions.mistakes.empty();
  if (has_something_to_say) result.source = std::move(*decoded);
  return result;
}

}  // namespace leaklint
