#include "lint/configuration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view styles[] = {"smart", "always"};
const RuleOption options[] = {{"allow-null", "whether null is allowed", true, {}},
                              {"most", "how many are allowed", 3, {}},
                              {"style", "what is compared", std::string_view("smart"), styles}};
const Rule equality{.description = {"finds ==", Severity::warning, Preset::recommended, options}};
const Rule plain{.description = {"finds var", Severity::note, Preset::strict}};
const RegisteredRule table[] = {{&equality, "loose-equality", "hygiene", ""},
                                {&plain, "no-var", "hygiene", ""}};

std::string error_of(std::string text) {
  const auto configuration = parse_configuration("leaklint.json", std::move(text), table);
  return configuration ? "no error" : configuration.error().text;
}

TEST(Configuration, ReadsEverything) {
  const auto read = parse_configuration("leaklint.json", R"({
    // comments, and trailing commas
    "$schema": "https://example.com/leaklint.schema.json",
    "preset": "strict",
    "confidence": "high",
    "rules": {"no-var": "off", "loose-equality": ["warn", {"allow-null": false, "most": 5, "style": "always"}],},
    "include": ["src/**/*.{js,ts}"], "exclude": ["dist/"],
    "globals": {"$": "readonly", "app": "writable", "old": true},
    "models": ["models/ours.json"],
    "overrides": [{"files": ["*.test.js"], "preset": "leaks", "rules": {"no-var": "error"}},],
  })",
                                        table);
  ASSERT_TRUE(read) << read.error().text;
  EXPECT_EQ(read->settings.preset, PresetChoice::strict);
  EXPECT_EQ(read->settings.confidence, Confidence::high);
  ASSERT_EQ(read->settings.rules.size(), 2u);
  EXPECT_EQ(read->settings.rules[0].severity, Severity::warning);
  EXPECT_EQ(std::get<bool>(read->settings.rules[0].options.at("allow-null")), false);
  EXPECT_EQ(std::get<int>(read->settings.rules[0].options.at("most")), 5);
  EXPECT_EQ(std::get<std::string>(read->settings.rules[0].options.at("style")), "always");
  EXPECT_EQ(read->settings.rules[1].severity, Severity::off);
  EXPECT_THAT(read->include, ElementsAre("src/**/*.js", "src/**/*.ts"));
  EXPECT_THAT(read->exclude, ElementsAre("dist/"));
  EXPECT_EQ(read->settings.globals.at("app"), GlobalAccess::writable);
  EXPECT_EQ(read->settings.globals.at("old"), GlobalAccess::writable);
  EXPECT_THAT(read->models, ElementsAre("models/ours.json"));
  ASSERT_EQ(read->overrides.size(), 1u);
  EXPECT_THAT(read->overrides[0].files, ElementsAre("*.test.js"));
  EXPECT_EQ(read->overrides[0].settings.preset, PresetChoice::leaks);
}

TEST(Configuration, AnEmptyObjectIsEnough) {
  const auto read = parse_configuration("leaklint.json", "{}", table);
  ASSERT_TRUE(read);
  EXPECT_THAT(read->settings.rules, IsEmpty());
}

TEST(Configuration, UnknownNamesComeWithTheNearestSpelling) {
  EXPECT_EQ(error_of("{\n  \"pressets\": \"all\"\n}"),
            "leaklint.json:2:3: unknown key 'pressets', did you mean 'preset'?");
  EXPECT_EQ(error_of("{\"preset\": \"recomended\"}"),
            "leaklint.json:1:12: unknown preset 'recomended', did you mean 'recommended'?");
  EXPECT_EQ(error_of("{\"rules\": {\"lose-equality\": \"off\"}}"),
            "leaklint.json:1:12: unknown rule 'lose-equality', did you mean 'loose-equality'?");
  EXPECT_EQ(error_of("{\"rules\": {\"no-var\": \"eror\"}}"),
            "leaklint.json:1:22: unknown severity 'eror', did you mean 'error'?");
  EXPECT_EQ(error_of("{\"rules\": {\"no-var\": 2}}"),
            "leaklint.json:1:22: unknown severity '2'; it is one of: error, warn, note, off, warning");
  EXPECT_EQ(
      error_of("{\"rules\": {\"loose-equality\": [\"error\", {\"allow-nul\": true}]}}"),
      "leaklint.json:1:41: unknown option 'allow-nul' of rule 'loose-equality', did you mean 'allow-null'?");
  EXPECT_EQ(error_of("{\"rules\": {\"loose-equality\": [\"error\", {\"style\": \"alway\"}]}}"),
            "leaklint.json:1:50: unknown style 'alway', did you mean 'always'?");
  EXPECT_EQ(error_of("{\"rules\": {\"no-var\": [\"error\", {\"x\": 1}]}}"),
            "leaklint.json:1:33: rule 'no-var' has no options");
  EXPECT_EQ(error_of("{\"globals\": {\"$\": \"writebale\"}}"),
            "leaklint.json:1:19: unknown access 'writebale', did you mean 'writable'?");
  EXPECT_EQ(error_of("{\"overrides\": [{\"files\": [\"a\"], \"exclude\": []}]}"),
            "leaklint.json:1:33: unknown key of an override: 'exclude'");
}

TEST(Configuration, WrongShapesAreSaidWhereTheyAre) {
  EXPECT_EQ(error_of("[]"), "leaklint.json:1:1: a configuration is an object: { … }");
  EXPECT_EQ(error_of("{\"rules\": []}"),
            "leaklint.json:1:11: 'rules' is an object: { \"RULE\": \"error\", … }");
  EXPECT_EQ(error_of("{\"include\": \"src\"}"),
            "leaklint.json:1:13: 'include' is a list of texts: [ \"…\" ]");
  EXPECT_EQ(error_of("{\"exclude\": [\"a\", 1]}"), "leaklint.json:1:19: 'exclude' holds texts only");
  EXPECT_EQ(error_of("{\"overrides\": [{\"rules\": {}}]}"),
            "leaklint.json:1:16: an override needs 'files': a list of patterns");
  EXPECT_EQ(error_of("{\"rules\": {\"loose-equality\": [\"error\", {\"most\": 1.5}]}}"),
            "leaklint.json:1:49: option 'most' is a whole number");
  EXPECT_EQ(error_of("{\"rules\": {\"loose-equality\": [\"error\", {\"allow-null\": \"yes\"}]}}"),
            "leaklint.json:1:55: option 'allow-null' is true or false");
}

TEST(Configuration, TextThatIsNotJsonIsSaidWhereItBreaks) {
  EXPECT_EQ(error_of("{\n  \"preset\" \"all\"\n}"),
            "leaklint.json:2:12: not valid JSON: unexpected string literal; expected ':'");
  EXPECT_EQ(error_of("{\"preset\": tru}"), "leaklint.json:1:15: not valid JSON: invalid literal");
  EXPECT_EQ(error_of("{,}"), "leaklint.json:1:2: not valid JSON: unexpected ','; expected string literal");
  EXPECT_EQ(error_of("{\"include\": [\"a\",,]}"),
            "leaklint.json:1:18: not valid JSON: unexpected ','; expected '[', '{', or a literal");
  EXPECT_EQ(error_of("{\"rules\": {"),
            "leaklint.json:1:12: not valid JSON: unexpected end of input; expected string literal");
  EXPECT_EQ(error_of("{\"rules\": {}, \"rules\": {}}"), "leaklint.json:1:15: the key 'rules' is given twice");
}

}  // namespace
}  // namespace leaklint
