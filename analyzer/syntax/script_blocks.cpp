#include "syntax/script_blocks.h"

#include <algorithm>
#include <cctype>

namespace leaklint {
namespace {

char lower(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

bool is_space(char letter) {
  return std::isspace(static_cast<unsigned char>(letter)) != 0;
}

/// The opening tag's text behind `<script`, up to its `>`; quotes may hold a `>`.
size_t end_of_tag(std::string_view page, size_t from) {
  char quote = 0;
  for (size_t at = from; at < page.size(); ++at) {
    if (quote) {
      if (page[at] == quote) quote = 0;
    } else if (page[at] == '"' || page[at] == '\'') {
      quote = page[at];
    } else if (page[at] == '>') {
      return at;
    }
  }
  return std::string_view::npos;
}

/// The value of an attribute in lower case; "" when it stands there without one; nothing when it is absent.
std::optional<std::string> attribute(std::string_view tag, std::string_view name) {
  for (size_t at = 0; at < tag.size();) {
    while (at < tag.size() && (is_space(tag[at]) || tag[at] == '/')) ++at;
    const size_t begin = at;
    while (at < tag.size() && !is_space(tag[at]) && tag[at] != '=') ++at;
    const std::string_view key = tag.substr(begin, at - begin);
    while (at < tag.size() && is_space(tag[at])) ++at;
    std::string value;
    if (at < tag.size() && tag[at] == '=') {
      ++at;
      while (at < tag.size() && is_space(tag[at])) ++at;
      const char quote = at < tag.size() && (tag[at] == '"' || tag[at] == '\'') ? tag[at++] : ' ';
      while (at < tag.size() && (quote == ' ' ? !is_space(tag[at]) : tag[at] != quote))
        value += lower(tag[at++]);
      if (at < tag.size()) ++at;
    }
    if (key.size() == name.size() && starts_with_ignoring_case(key, name)) return value;
    if (at == begin) ++at;
  }
  return std::nullopt;
}

bool is_script_type(const std::string& type) {
  constexpr std::string_view types[] = {
      "",         "module",          "text/javascript", "application/javascript", "text/babel",
      "text/jsx", "text/typescript", "text/ecmascript", "application/ecmascript", "application/x-javascript"};
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

/// Where the block's text ends: at the next `</script`.
size_t end_of_block(std::string_view page, size_t from) {
  for (size_t at = from; (at = page.find("</", at)) != std::string_view::npos; ++at)
    if (starts_with_ignoring_case(page.substr(at + 2), "script")) return at;
  return page.size();
}

void note_language(ScriptBlocks& blocks, std::string_view tag) {
  const std::string language = attribute(tag, "lang").value_or("");
  if (language == "tsx") blocks.language = Language::tsx;
  if ((language == "ts" || language == "typescript" || attribute(tag, "type") == "text/typescript") &&
      blocks.language == Language::javascript)
    blocks.language = Language::typescript;
}

void copy_block(ScriptBlocks& blocks, std::string_view page, size_t begin, size_t end) {
  std::copy(page.begin() + static_cast<ptrdiff_t>(begin), page.begin() + static_cast<ptrdiff_t>(end),
            blocks.text.begin() + static_cast<ptrdiff_t>(begin));
  // A block need not end in a semicolon; the blank that replaces `<` of its end tag can carry one.
  if (end < page.size()) blocks.text[end] = ';';
  ++blocks.count;
}

}  // namespace

ScriptBlocks script_blocks(std::string_view page, std::string_view path) {
  ScriptBlocks blocks;
  blocks.text.assign(page.size(), ' ');
  for (size_t at = 0; at < page.size(); ++at)
    if (page[at] == '\n' || page[at] == '\r') blocks.text[at] = page[at];
  blocks.is_module = path.ends_with(".vue") || path.ends_with(".svelte");
  for (size_t at = 0; (at = page.find('<', at)) != std::string_view::npos;) {
    if (page.substr(at).starts_with("<!--")) {
      const size_t end = page.find("-->", at + 4);
      if (end == std::string_view::npos) break;
      at = end + 3;
      continue;
    }
    const size_t name_end = at + 7;
    if (!starts_with_ignoring_case(page.substr(at), "<script") || name_end >= page.size() ||
        !(is_space(page[name_end]) || page[name_end] == '>' || page[name_end] == '/')) {
      ++at;
      continue;
    }
    const size_t tag_end = end_of_tag(page, name_end);
    if (tag_end == std::string_view::npos) break;
    const std::string_view tag = page.substr(name_end, tag_end - name_end);
    const size_t end = end_of_block(page, tag_end + 1);
    const std::string type = attribute(tag, "type").value_or("");
    if (is_script_type(type) && !attribute(tag, "src")) {
      note_language(blocks, tag);
      blocks.is_module |= type == "module";
      copy_block(blocks, page, tag_end + 1, end);
    }
    at = end;
    if (at < page.size()) ++at;
  }
  return blocks;
}

}  // namespace leaklint
