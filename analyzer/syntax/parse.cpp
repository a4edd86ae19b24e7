#include "syntax/parse.h"

#include <array>
#include <cstdlib>
#include <utility>

#include <tree_sitter/api.h>

#include "syntax/grammar.h"
#include "syntax/script_blocks.h"
#include "syntax/tree_builder.h"

namespace leaklint {
namespace {

constexpr std::array<std::pair<std::string_view, Language>, 12> extensions = {{
    {".js", Language::javascript},
    {".mjs", Language::javascript},
    {".cjs", Language::javascript},
    {".jsx", Language::javascript},
    {".ts", Language::typescript},
    {".mts", Language::typescript},
    {".cts", Language::typescript},
    {".tsx", Language::tsx},
    {".vue", Language::javascript},
    {".svelte", Language::javascript},
    {".html", Language::javascript},
    {".htm", Language::javascript},
}};

}  // namespace

std::optional<Language> language_of(std::string_view path) {
  for (const auto& [extension, language] : extensions)
    if (path.ends_with(extension)) return language;
  return std::nullopt;
}

std::vector<std::string_view> source_extensions() {
  std::vector<std::string_view> names;
  for (const auto& [extension, language] : extensions) names.push_back(extension);
  return names;
}

bool is_page(std::string_view path) {
  return path.ends_with(".vue") || path.ends_with(".svelte") || path.ends_with(".html") ||
         path.ends_with(".htm");
}

struct Parser::State {
  TSParser* parser = ts_parser_new();
  std::array<std::optional<Grammar>, 3> grammars;

  ~State() { ts_parser_delete(parser); }

  const Grammar& grammar(Language language) {
    auto& slot = grammars[static_cast<size_t>(language)];
    if (!slot) slot = load_grammar(language);
    return *slot;
  }

  ParseResult parse_as(Language language, std::string_view text) {
    const Grammar& chosen = grammar(language);
    // The pinned core and grammars agree on the ABI: a test parses with all three.
    if (!ts_parser_set_language(parser, chosen.language)) std::abort();
    TSTree* tree = ts_parser_parse_string(parser, nullptr, text.data(), static_cast<uint32_t>(text.size()));
    ParseResult result = TreeBuilder::flatten(tree, chosen, language, text);
    ts_tree_delete(tree);
    return result;
  }
};

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;

ParseResult Parser::parse(std::string_view path, std::string_view text, std::string& blanked) {
  Language language = language_of(path).value_or(Language::javascript);
  if (is_page(path)) {
    ScriptBlocks blocks = script_blocks(text, path);
    blanked = std::move(blocks.text);
    text = blanked;
    language = blocks.language;
  }
  ParseResult result = state_->parse_as(language, text);
  if (result.damage == 0 || language != Language::javascript) return result;
  ParseResult with_types = state_->parse_as(Language::tsx, text);
  return with_types.damage < result.damage ? std::move(with_types) : std::move(result);
}

}  // namespace leaklint
