#include "syntax/parse.h"

#include <gtest/gtest.h>
#include <tree_sitter/api.h>

#include "syntax/grammar.h"
#include "syntax/script_blocks.h"

namespace leaklint {
namespace {

ParseResult parse_text(std::string_view path, std::string_view text) {
  static std::string blanked;
  return Parser().parse(path, text, blanked);
}

NodeId first_of(const Tree& tree, Kind kind) {
  for (uint32_t raw = 0; raw < tree.size(); ++raw)
    if (tree.kind(NodeId(raw)) == kind) return NodeId(raw);
  return {};
}

TEST(Parse, EverySymbolOfEveryGrammarHasAKind) {
  for (Language language : {Language::javascript, Language::typescript, Language::tsx}) {
    const Grammar grammar = load_grammar(language);
    for (uint32_t symbol = 1; symbol < ts_language_symbol_count(grammar.language); ++symbol) {
      const TSSymbolType type = ts_language_symbol_type(grammar.language, static_cast<TSSymbol>(symbol));
      const std::string_view text = ts_language_symbol_name(grammar.language, static_cast<TSSymbol>(symbol));
      const bool reaches_a_tree =
          type == TSSymbolTypeRegular || (type == TSSymbolTypeAnonymous && text != "end");
      if (reaches_a_tree) EXPECT_NE(grammar.kind_of_symbol[symbol], Kind::unknown) << text;
    }
  }
}

TEST(Parse, TreeIsPreorderWithNestedSpans) {
  const ParseResult parsed =
      parse_text("a.ts", "class A<T> { m(x = 1) { return `a${x}`; } }\nfor (const q of [1]) q();");
  const Tree& tree = parsed.tree;
  EXPECT_EQ(parsed.damage, 0u);
  for (uint32_t raw = 1; raw < tree.size(); ++raw) {
    const NodeId node(raw), parent = tree.parent(node);
    EXPECT_LT(parent.raw, raw);
    EXPECT_LE(tree.end(node), tree.end(parent));
    EXPECT_TRUE(tree.span(parent).contains(tree.span(node)));
  }
}

TEST(Parse, PunctuationIsLeftOutAndOperatorsAreKept) {
  const ParseResult parsed = parse_text("a.js", "f(a == b, c < d);");
  EXPECT_TRUE(first_of(parsed.tree, Kind::token_equal_equal));
  const NodeId less = first_of(parsed.tree, Kind::token_less);
  ASSERT_TRUE(less);
  EXPECT_EQ(parsed.tree.field(less), Field::operator_);
  for (uint32_t raw = 0; raw < parsed.tree.size(); ++raw) EXPECT_NE(parsed.tree.text(NodeId(raw)), "(");
}

TEST(Parse, FlowAnnotationsInJavaScriptAreReadAsTsx) {
  const ParseResult parsed =
      parse_text("a.js", "// @flow\nexport function f(a: string, b: ?number): void {}\n");
  EXPECT_EQ(parsed.tree.language(), Language::tsx);
  EXPECT_TRUE(first_of(parsed.tree, Kind::type_annotation));
}

TEST(Parse, CleanJavaScriptStaysJavaScript) {
  EXPECT_EQ(parse_text("a.js", "#!/usr/bin/env node\nlet a = <b>c</b>;").tree.language(),
            Language::javascript);
}

TEST(Parse, BrokenTextIsKeptAndMarked) {
  const ParseResult parsed = parse_text("a.js", "let a = ;\nfunction ok() {}\n)))");
  EXPECT_GT(parsed.damage, 0u);
  ASSERT_TRUE(parsed.first_error);
  EXPECT_TRUE(parsed.tree.has_broken_inside(parsed.tree.root()));
  const NodeId function = first_of(parsed.tree, Kind::function_declaration);
  ASSERT_TRUE(function);
  EXPECT_FALSE(parsed.tree.has_broken_inside(function));
}

TEST(Parse, NestingDepthDoesNotReachOurStack) {
  const std::string deep = "x = " + std::string(100000, '(') + "1" + std::string(100000, ')') + ";";
  EXPECT_GT(parse_text("a.js", deep).tree.size(), 100000u);
}

TEST(Parse, EmptyFileIsAProgram) {
  const ParseResult parsed = parse_text("a.js", "");
  EXPECT_EQ(parsed.tree.kind(parsed.tree.root()), Kind::program);
  EXPECT_EQ(parsed.damage, 0u);
}

TEST(ScriptBlocks, KeepOffsetsAndLines) {
  const std::string_view page =
      "<template>\n <p>a</p></template>\n<script setup lang=\"ts\">\nconst a: number = 1\n</script>\n";
  const ScriptBlocks blocks = script_blocks(page, "a.vue");
  EXPECT_EQ(blocks.text.size(), page.size());
  EXPECT_EQ(blocks.text.find("const a"), page.find("const a"));
  EXPECT_EQ(blocks.text.find("<p>"), std::string::npos);
  EXPECT_EQ(blocks.language, Language::typescript);
  EXPECT_TRUE(blocks.is_module);
}

TEST(ScriptBlocks, SkipOtherTypesCommentsAndExternalScripts) {
  const std::string_view page =
      "<!-- <script>no()</script> --><script type=\"application/json\">{}</script>"
      "<script src=\"a.js\">no()</script><SCRIPT data-a=\"x>y\">yes()</SCRIPT><scripty>no()</scripty>";
  const ScriptBlocks blocks = script_blocks(page, "a.html");
  EXPECT_EQ(blocks.count, 1u);
  EXPECT_EQ(blocks.text.find("yes()"), page.find("yes()"));
  EXPECT_EQ(blocks.text.find("no()"), std::string::npos);
}

TEST(ScriptBlocks, SeveralBlocksAreOneProgram) {
  const ParseResult parsed = parse_text("a.html", "<script>let a = 1</script>\n<script>f(a)</script>");
  EXPECT_EQ(parsed.damage, 0u);
}

TEST(ScriptBlocks, UnclosedTagsEndQuietly) {
  EXPECT_EQ(script_blocks("<script", "a.html").count, 0u);
  EXPECT_EQ(script_blocks("<script>a()", "a.html").count, 1u);
  EXPECT_EQ(script_blocks("<!-- <script>", "a.html").count, 0u);
}

}  // namespace
}  // namespace leaklint
