#include <algorithm>
#include <array>

#include "lint/comments.h"
#include "lint/structure.h"
#include "lint/suppression_coverage.h"
#include "lint/suppressions.h"
#include "lint/words.h"

namespace leaklint {
namespace {

constexpr std::string_view prefix = "leaklint-";
constexpr std::array<std::string_view, 5> words = {"leaklint-disable-next-line", "leaklint-disable-line",
                                                   "leaklint-disable", "leaklint-enable",
                                                   "leaklint-disable-file"};

/// One comment, taken apart. The views point into the text that was parsed.
struct Directive {
  NodeId comment;
  std::string_view word;
  std::vector<std::string_view> rules;
  std::string_view stray;  ///< what follows a rule without a comma or "--"
  std::string_view reason;
};

/// Cuts "-- reason" off the end of `text` and returns the reason.
std::string_view take_reason(std::string_view& text) {
  for (size_t at = text.find("--"); at != std::string_view::npos; at = text.find("--", at + 1)) {
    const bool is_word =
        (at == 0 || is_space(text[at - 1])) && (at + 2 == text.size() || is_space(text[at + 2]));
    if (!is_word) continue;
    const std::string_view reason = trimmed(text.substr(at + 2));
    text = trimmed(text.substr(0, at));
    return reason;
  }
  return {};
}

Directive parse_directive(NodeId comment, std::string_view body) {
  Directive directive{comment, take_word(body), {}, {}, {}};
  directive.reason = take_reason(body);
  while (!body.empty()) {
    const size_t comma = std::min(body.find(','), body.size());
    std::string_view item = trimmed(body.substr(0, comma));
    body.remove_prefix(std::min(comma + 1, body.size()));
    const std::string_view rule = take_word(item);
    if (!rule.empty()) directive.rules.push_back(rule);
    if (!item.empty() && directive.stray.empty()) directive.stray = item;
  }
  return directive;
}

class Reader {
 public:
  Reader(const SourceText& source, const Tree& tree, RuleTable rules)
      : source_(source), tree_(tree), rules_(rules), coverage_(source, tree) {}

  Suppressions read() {
    // Most files have no such comment, and then the search for the word is all the cost.
    if (tree_.source().find(prefix) == std::string_view::npos) return {};
    for (uint32_t raw = 0; raw < tree_.size(); ++raw) {
      if (!is_comment(tree_.kind(NodeId(raw)))) continue;
      const std::string_view body = comment_body(tree_.text(NodeId(raw)));
      if (body.starts_with(prefix)) read(parse_directive(NodeId(raw), body));
    }
    for (const size_t index : open_) close(index, source_.size() + 1);
    return std::move(result_);
  }

 private:
  void read(const Directive& directive) {
    if (directive.word == "leaklint-enable") return enable(directive);
    const auto word = std::find(words.begin(), words.end(), directive.word);
    if (word == words.end()) {
      return complain(directive.word, "Unknown suppression '" + std::string(directive.word) + "'" +
                                          did_you_mean(directive.word, words));
    }
    if (directive.rules.empty()) {
      return complain(directive.word,
                      "'" + std::string(directive.word) + "' names no rule, so it silences nothing");
    }
    complain_of_stray(directive);
    for (const std::string_view id : directive.rules) {
      if (const auto rule = known_rule(id)) disable(directive, id, *rule);
    }
  }

  void disable(const Directive& directive, std::string_view id, uint16_t rule) {
    using Reach = Suppression::Reach;
    Suppression added{
        Reach::line, rule, tree_.span(directive.comment), span_of(id), std::string(directive.reason), {},
        {},          false};
    added.removal = {"Remove the suppression", true, {removal(directive, id)}};
    if (directive.word == "leaklint-disable-next-line") {
      added.covered = coverage_.next_line(directive.comment);
    } else if (directive.word == "leaklint-disable-line") {
      added.covered = coverage_.same_line(directive.comment);
    } else if (directive.word == "leaklint-disable-file") {
      added.reach = Reach::file;
      added.covered = {{0, source_.size() + 1}};
    } else {
      added.reach = Reach::range;
      open_.push_back(result_.list.size());
    }
    result_.list.push_back(std::move(added));
  }

  void enable(const Directive& directive) {
    complain_of_stray(directive);
    if (directive.rules.empty()) close_all(directive, std::nullopt, directive.word);
    for (const std::string_view id : directive.rules) {
      if (const auto rule = known_rule(id)) close_all(directive, rule, id);
    }
  }

  /// Closes the open ranges of one rule, or of all.
  void close_all(const Directive& directive, std::optional<uint16_t> rule, std::string_view written) {
    const size_t open_before = open_.size();
    std::erase_if(open_, [&](size_t index) {
      Suppression& suppression = result_.list[index];
      if (rule && suppression.rule != *rule) return false;
      close(index, tree_.span(directive.comment).begin);
      suppression.removal = {};  // it would leave the enabling comment behind
      return true;
    });
    if (open_.size() == open_before)
      complain(written, "This 'leaklint-enable' follows no 'leaklint-disable'");
  }

  void close(size_t index, uint32_t end) {
    Suppression& suppression = result_.list[index];
    suppression.covered = {{suppression.comment.end, end}};
  }

  /// The edit that takes one rule out of a comment, or the comment away when the rule is its only one.
  TextEdit removal(const Directive& directive, std::string_view id) const {
    if (directive.rules.size() > 1) return {span_with_comma(directive, id), ""};
    const std::string_view text = source_.text();
    Span span = tree_.span(directive.comment);
    const bool ends_line = span.end == text.size() || is_space(text[span.end]);
    const bool follows_space = span.begin == 0 || is_space(text[span.begin - 1]);
    if (!ends_line) return {span, follows_space ? "" : " "};
    while (span.begin > 0 && (text[span.begin - 1] == ' ' || text[span.begin - 1] == '\t')) --span.begin;
    const bool starts_line = span.begin == 0 || text[span.begin - 1] == '\n';
    if (starts_line && text.substr(span.end, 2) == "\r\n")
      span.end += 2;
    else if (starts_line && text.substr(span.end, 1) == "\n")
      span.end += 1;
    return {span, ""};
  }

  Span span_with_comma(const Directive& directive, std::string_view id) const {
    const size_t index =
        std::find(directive.rules.begin(), directive.rules.end(), id) - directive.rules.begin();
    if (index + 1 < directive.rules.size())
      return {span_of(id).begin, span_of(directive.rules[index + 1]).begin};
    return {span_of(directive.rules[index - 1]).end, span_of(id).end};
  }

  std::optional<uint16_t> known_rule(std::string_view id) {
    const auto rule = find_rule(rules_, id);
    if (!rule) {
      std::string message = unknown_rule(rules_, id);
      message[0] = 'U';
      complain(id, std::move(message));
    }
    return rule;
  }

  void complain_of_stray(const Directive& directive) {
    if (directive.stray.empty()) return;
    complain(directive.stray, "Text after the rule: rules are parted by commas, and a reason follows ' -- '");
  }

  void complain(std::string_view written, std::string message) {
    result_.mistakes.push_back({span_of(written), std::move(message)});
  }

  Span span_of(std::string_view view) const {
    const auto begin = static_cast<uint32_t>(view.data() - tree_.source().data());
    return {begin, begin + static_cast<uint32_t>(view.size())};
  }

  const SourceText& source_;
  const Tree& tree_;
  RuleTable rules_;
  SuppressionCoverage coverage_;
  Suppressions result_;
  std::vector<size_t> open_;  ///< ranges that no comment has ended yet, as indices of the list
};

}  // namespace

Suppressions read_suppressions(const SourceText& source, const Tree& tree, RuleTable rules) {
  return Reader(source, tree, rules).read();
}

}  // namespace leaklint
