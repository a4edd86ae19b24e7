#include "lint/suppression_edit.h"

#include "lint/comments.h"
#include "lint/structure.h"
#include "lint/suppressions.h"

namespace leaklint {
namespace {

class Suppressing {
 public:
  Suppressing(const SourceText& source, const Finding& finding, std::string_view reason, Parser& parser,
              RuleTable rules)
      : source_(source),
        finding_(finding),
        words_(std::string(rules[finding.rule].id) + " -- " + std::string(reason)),
        parser_(parser),
        rules_(rules) {}

  std::optional<TextEdit> find() {
    std::string blanked;
    const ParseResult parsed = parser_.parse(source_.path(), source_.text(), blanked);
    damage_ = parsed.damage;
    if (auto edit = above(line_of(finding_.place.span.begin)); silences(edit)) return edit;
    // Outwards, since a statement is covered to its end but for statements inside it.
    for (NodeId node = node_at(parsed.tree, finding_.place.span); node; node = parsed.tree.parent(node)) {
      if (!is_statement(parsed.tree.kind(node))) continue;
      if (auto edit = above(line_of(parsed.tree.span(node).begin)); silences(edit)) return edit;
      break;
    }
    if (auto edit = behind(line_of(finding_.place.span.begin)); silences(edit)) return edit;
    return std::nullopt;
  }

 private:
  uint32_t line_of(uint32_t offset) const { return source_.position(offset).line; }

  std::string_view line_ending() const {
    const uint32_t second = source_.line_start(2);
    return second >= 2 && source_.text().substr(second - 2, 2) == "\r\n" ? "\r\n" : "\n";
  }

  TextEdit above(uint32_t line) const {
    const std::string_view text = source_.line_text(line);
    size_t indentation = 0;
    while (indentation < text.size() && is_space(text[indentation])) ++indentation;
    const uint32_t start = source_.line_start(line);
    std::string added(text.substr(0, indentation));
    added.append("// leaklint-disable-next-line ").append(words_).append(line_ending());
    return {{start, start}, std::move(added)};
  }

  TextEdit behind(uint32_t line) const {
    const auto end = source_.line_start(line) + static_cast<uint32_t>(source_.line_text(line).size());
    return {{end, end}, " // leaklint-disable-line " + words_};
  }

  bool silences(const TextEdit& edit) {
    std::string text(source_.text());
    text.insert(edit.span.begin, edit.text);
    auto edited = SourceText::from_bytes(source_.path(), std::move(text));
    if (!edited) return false;
    std::string blanked;
    const ParseResult parsed = parser_.parse(edited->path(), edited->text(), blanked);
    if (parsed.damage > damage_) return false;
    Suppressions suppressions = read_suppressions(*edited, parsed.tree, rules_);
    std::vector<Finding> findings{finding_};
    Span& span = findings.front().place.span;
    const auto added = static_cast<uint32_t>(edit.text.size());
    if (edit.span.begin <= span.begin) span = {span.begin + added, span.end + added};
    return apply_suppressions(suppressions, findings).size() == 1;
  }

  const SourceText& source_;
  const Finding& finding_;
  std::string words_;
  Parser& parser_;
  RuleTable rules_;
  uint32_t damage_ = 0;
};

}  // namespace

std::optional<TextEdit> suppression_of(const SourceText& source, const Finding& finding,
                                       std::string_view reason, Parser& parser, RuleTable rules) {
  return Suppressing(source, finding, reason, parser, rules).find();
}

TextEdit file_suppression_of(const SourceText& source, std::string_view rule, std::string_view reason) {
  // Behind a #! line, which has to stay the first one.
  const uint32_t at = source.text().starts_with("#!") ? source.line_start(2) : 0;
  std::string added = "// leaklint-disable-file ";
  added.append(rule).append(" -- ").append(reason).append("\n");
  return {{at, at}, std::move(added)};
}

}  // namespace leaklint
