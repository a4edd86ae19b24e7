#include <algorithm>

#include "base/display_width.h"
#include "report/sarif.h"
#include "report/words.h"

namespace leaklint {
namespace {

constexpr size_t longest_description = 1000;  // GitHub takes 1,024 characters

/// "listener-leak" -> "ListenerLeak"
std::string pascal_case(std::string_view id) {
  std::string name;
  bool starts_word = true;
  for (char letter : id) {
    if (letter == '-') {
      starts_word = true;
      continue;
    }
    name += starts_word && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    starts_word = false;
  }
  return name;
}

std::string with_full_stop(std::string text) {
  if (text.ends_with(':')) text.pop_back();  // before an example, which is not shown here
  if (!text.empty() && text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
  return text;
}

/// The first paragraph of a page below its title, on one line.
std::string first_paragraph(std::string_view page) {
  std::string paragraph;
  while (!page.empty()) {
    const size_t end = std::min(page.find('\n'), page.size());
    std::string_view line = page.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    page.remove_prefix(std::min(end + 1, page.size()));
    if (line.starts_with("# ")) continue;
    if (line.find_first_not_of(' ') == std::string_view::npos) {
      if (!paragraph.empty()) break;
      continue;
    }
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
  }
  return paragraph;
}

/// "[the table](https://example.org)" -> "the table": plain text has no links. Only a link with an address is
/// one; `handlers[name](request)` is code.
std::string without_links(std::string text) {
  for (size_t at = 0; (at = text.find("](http", at)) != std::string::npos;) {
    const size_t open = text.rfind('[', at), close = text.find(')', at);
    if (open == std::string::npos || close == std::string::npos) break;
    text.replace(open, close + 1 - open, text.substr(open + 1, at - open - 1));
    at = open;
  }
  return text;
}

std::string shortened(std::string text) {
  if (text.size() <= longest_description) return text;
  size_t end = longest_description;
  while (end > 0 && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  const size_t sentence = text.rfind(". ");
  if (sentence != std::string::npos) return text.substr(0, sentence + 1);
  return text + "…";
}

std::string full_description(const RegisteredRule& rule) {
  const std::string paragraph = without_links(first_paragraph(rule.page));
  return shortened(
      with_full_stop(paragraph.empty() ? std::string(rule.rule->description.summary) : paragraph));
}

std::string short_description(const RegisteredRule& rule) {
  std::string text(rule.rule->description.summary);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return with_full_stop(text);
}

/// A rule is in the recommended preset because it is seldom wrong.
std::string_view precision_of(Preset preset) {
  if (preset == Preset::recommended) return "high";
  return preset == Preset::strict ? "medium" : "low";
}

std::string_view level_of(Severity severity) {
  return severity == Severity::off ? "none" : severity_word(severity);
}

std::string_view problem_severity(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "recommendation";
}

Json tags_of(const RegisteredRule& rule) {
  Json tags = {"javascript", "typescript", rule.family};
  if (rule.family == "leak") tags.push_back("memory");
  if (rule.family != "hygiene") tags.push_back("reliability");
  return tags;
}

}  // namespace

Json sarif_rule(const RegisteredRule& rule) {
  const RuleDescription& description = rule.rule->description;
  const std::string page(rule.page.empty() ? description.summary : rule.page);
  return {{"id", rule.id},
          {"name", pascal_case(rule.id)},
          {"shortDescription", {{"text", short_description(rule)}}},
          {"fullDescription", {{"text", full_description(rule)}}},
          {"help", {{"text", page}, {"markdown", page}}},
          {"defaultConfiguration", {{"level", level_of(description.severity)}}},
          {"properties",
           {{"precision", precision_of(description.preset)},
            {"problem.severity", problem_severity(description.severity)},
            {"tags", tags_of(rule)}}}};
}

}  // namespace leaklint
