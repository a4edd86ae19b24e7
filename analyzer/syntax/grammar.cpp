#include "syntax/grammar.h"

#include <array>
#include <string_view>
#include <unordered_map>

#include <tree_sitter/api.h>

extern "C" {
const TSLanguage* tree_sitter_javascript();
const TSLanguage* tree_sitter_typescript();
const TSLanguage* tree_sitter_tsx();
}

namespace leaklint {
namespace {

/// Tokens that say nothing which their parent's kind and fields do not say as well.
constexpr std::array<std::string_view, 25> punctuation = {"(", ")",  "{",  "}",  "[", "]",  ",",  ";",   ".",
                                                          ":", "\"", "'",  "`",  "=", "=>", "${", "...", "<",
                                                          ">", "/",  "</", "/>", "|", "{|", "|}"};

using KindByText = std::unordered_map<std::string_view, Kind>;

KindByText kinds_by_text(bool named) {
  KindByText kinds;
  for (uint16_t raw = 2; raw < static_cast<uint16_t>(Kind::count_); ++raw) {
    const Kind kind = static_cast<Kind>(raw);
    if (is_named(kind) == named) kinds.emplace(kind_text(kind), kind);
  }
  return kinds;
}

const TSLanguage* language_pointer(Language language) {
  switch (language) {
    case Language::javascript:
      return tree_sitter_javascript();
    case Language::typescript:
      return tree_sitter_typescript();
    case Language::tsx:
      return tree_sitter_tsx();
  }
  return nullptr;
}

bool is_punctuation(std::string_view text) {
  for (std::string_view token : punctuation)
    if (token == text) return true;
  return false;
}

void load_symbols(Grammar& grammar) {
  const KindByText named = kinds_by_text(true), anonymous = kinds_by_text(false);
  const uint32_t count = ts_language_symbol_count(grammar.language);
  grammar.kind_of_symbol.assign(count, Kind::unknown);
  grammar.is_dropped_symbol.assign(count, false);
  for (uint32_t symbol = 1; symbol < count; ++symbol) {
    const TSSymbolType type = ts_language_symbol_type(grammar.language, static_cast<TSSymbol>(symbol));
    if (type != TSSymbolTypeRegular && type != TSSymbolTypeAnonymous) continue;
    const std::string_view text = ts_language_symbol_name(grammar.language, static_cast<TSSymbol>(symbol));
    const KindByText& kinds = type == TSSymbolTypeRegular ? named : anonymous;
    if (const auto found = kinds.find(text); found != kinds.end())
      grammar.kind_of_symbol[symbol] = found->second;
    grammar.is_dropped_symbol[symbol] = type == TSSymbolTypeAnonymous && is_punctuation(text);
  }
}

void load_fields(Grammar& grammar) {
  std::unordered_map<std::string_view, Field> fields;
  for (uint8_t raw = 1; raw < static_cast<uint8_t>(Field::count_); ++raw)
    fields.emplace(field_text(static_cast<Field>(raw)), static_cast<Field>(raw));
  const uint32_t count = ts_language_field_count(grammar.language);
  grammar.field_of_id.assign(count + 1, Field::none);
  for (uint32_t id = 1; id <= count; ++id) {
    const auto found =
        fields.find(ts_language_field_name_for_id(grammar.language, static_cast<TSFieldId>(id)));
    if (found != fields.end()) grammar.field_of_id[id] = found->second;
  }
}

}  // namespace

Grammar load_grammar(Language language) {
  Grammar grammar{.language = language_pointer(language),
                  .kind_of_symbol = {},
                  .field_of_id = {},
                  .is_dropped_symbol = {}};
  load_symbols(grammar);
  load_fields(grammar);
  return grammar;
}

}  // namespace leaklint
