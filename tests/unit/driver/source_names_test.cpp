#include "driver/source_names.h"

#include <string>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

const std::string minified_line = repeated("function a(b){return b.c(d,function(){e=f})}", 50) + "\n";
const std::string source_lines = repeated("  const value = something(alpha, beta);\n", 40);

TEST(SourceNames, KnowWhatIsRead) {
  EXPECT_TRUE(is_source_name("a.js"));
  EXPECT_TRUE(is_source_name("src/a.component.tsx"));
  EXPECT_TRUE(is_source_name("page.svelte"));
  EXPECT_FALSE(is_source_name("a.json"));
  EXPECT_FALSE(is_source_name("js"));
  EXPECT_FALSE(is_source_name("a.JS"));
}

TEST(SourceNames, KnowDeclarations) {
  EXPECT_TRUE(is_declaration_name("index.d.ts"));
  EXPECT_TRUE(is_declaration_name("index.d.mts"));
  EXPECT_TRUE(is_declaration_name("index.d.cts"));
  EXPECT_FALSE(is_declaration_name("d.ts"));
  EXPECT_FALSE(is_declaration_name("index.d.js"));
}

TEST(SourceNames, KnowMinifiedFiles) {
  EXPECT_TRUE(is_minified_name("a.min.js"));
  EXPECT_TRUE(is_minified_name("a.min.mjs"));
  EXPECT_TRUE(is_minified_name("a.min.cjs"));
  EXPECT_FALSE(is_minified_name("min.js"));
  EXPECT_FALSE(is_minified_name("amin.js"));
  EXPECT_FALSE(is_minified_name("a.min.json"));
}

TEST(LooksMinified, SaysSoOfLongLinesOfCode) {
  EXPECT_TRUE(looks_minified(minified_line));
  EXPECT_TRUE(
      looks_minified("/*! A licence. */\n" + minified_line + minified_line + "//# sourceMappingURL=a.map\n"));
}

TEST(LooksMinified, DoesNotSaySoOfSource) {
  EXPECT_FALSE(looks_minified(""));
  EXPECT_FALSE(looks_minified("a(b)"));
  EXPECT_FALSE(looks_minified(repeated("a();\n", 1000)));
  EXPECT_FALSE(looks_minified(source_lines));
  EXPECT_FALSE(looks_minified(source_lines + minified_line)) << "much of it is source";
  EXPECT_FALSE(looks_minified("a();\n//# sourceMappingURL=data:;base64," + repeated("e30=", 500) + "\n"));
}

TEST(LooksMinified, KnowsBundlesThatKeepTheirLines) {
  const std::string bundle = repeated("function aB(c, d) {\n  var e = c.load(d);\n  return e;\n}\n", 40);
  EXPECT_TRUE(looks_minified(bundle));
  EXPECT_FALSE(looks_minified(bundle.substr(0, bundle.size() / 4))) << "a few short names prove nothing";
  EXPECT_FALSE(looks_minified(repeated("function load(c, d) {\n  var e = c.load(d);\n  return e;\n}\n", 40)));
  EXPECT_FALSE(looks_minified(repeated("const { a, b } = load();\n", 100))) << "patterns declare no one name";
}

TEST(LooksMinified, DoesNotSaySoOfDataAndProse) {
  EXPECT_FALSE(looks_minified("export const table = [" + repeated("104,2,0,7,", 2000) + "];\n"));
  EXPECT_FALSE(looks_minified("export const image = '" + repeated("iVBORw0KGgoAAAANSUhEUg", 500) + "';\n"));
  EXPECT_FALSE(
      looks_minified("export const text = '" + repeated("It was the best of (times); ", 100) + "';\n"));
}

}  // namespace
}  // namespace leaklint
