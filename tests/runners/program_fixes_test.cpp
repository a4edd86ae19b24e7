// Applies the fixes of program rules that complete them in the text, to the cases of corpus/: each fix
// resolves its finding, the text still parses, no rule of ours finds anything new in it, and a second round
// of --fix changes nothing. What hoisting writes is compared to the letter.

#include <gtest/gtest.h>

#include "driver/source_names.h"
#include "runners/checked_texts.h"
#include "runners/test_files.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;
/// How often each rule finds something.
std::map<std::string_view, size_t> counts_of(const CheckResult& checked) {
  std::map<std::string_view, size_t> counts;
  for (const Finding& finding : checked.findings) ++counts[all_rules()[finding.rule].id];
  return counts;
}

void expect_resolved(std::string_view rule, const Texts& before, const CheckResult& checked,
                     const std::string& path, const Fix& fix) {
  uint32_t applied = 0;
  Texts after = before;
  after[path] = apply_fixes(before.at(path), {&fix}, applied);
  SCOPED_TRACE(after[path]);
  EXPECT_EQ(applied, 1u);
  const CheckResult again = check_texts(after);
  EXPECT_LE(again.problems.size(), checked.problems.size());
  auto found_before = counts_of(checked), found_after = counts_of(again);
  EXPECT_LT(found_after[rule], found_before[rule]);  // a bound resolves all that adds to one collection
  for (const auto& [id, count] : found_after)
    if (id != rule) EXPECT_LE(count, found_before[id]) << id;
}

void expect_stable(const Texts& before) {
  Texts once = before;
  for (const FixedFile& file : fix_texts(before).files) once[file.path] = file.after;
  const FixResult again = fix_texts(once);
  EXPECT_EQ(again.applied, 0u);
  EXPECT_TRUE(again.files.empty());
}

Texts texts_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {{path.string(), read_test_file(path)}};
  Texts texts;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (is_source_name(entry.path().string())) texts[entry.path().string()] = read_test_file(entry.path());
  return texts;
}

TEST(ProgramFixes, ResolveTheirFindingAndNothingElse) {
  for (const RegisteredRule& rule : all_rules()) {
    const fs::path folder = source_folder() / "corpus" / rule.id;
    if (rule.rule->complete == nullptr || !fs::is_directory(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (!entry.is_directory() && !is_source_name(entry.path().string())) continue;
      SCOPED_TRACE(entry.path().filename().string());
      const Texts texts = texts_of(entry.path());
      const CheckResult checked = check_texts(texts);
      for (const Finding& finding : checked.findings)
        for (const Fix& fix : finding.fixes)
          if (all_rules()[finding.rule].id == rule.id)
            expect_resolved(rule.id, texts, checked, checked.paths[finding.place.file.raw], fix);
      expect_stable(texts);
    }
  }
}

std::string hoisted(const std::string& name, const std::string& text) {
  return after_fixes_of("constant-in-hot-path", name, text);
}

TEST(Hoisting, TakesTheDeclarationAlongWithItsComments) {
  EXPECT_EQ(hoisted("a.mjs", R"(import { createServer } from 'node:http';

// Answers.
createServer((request, response) => {
  // What they are called.
  const names = {
    a: 1, b: 2, c: 3, d: 4,
    /* the rest */
    e: `x
      y`, f: 6, g: 7, h: 8, // and no more
  }; // all

  response.end(String(names[request.url]));
});
)"),
            R"(import { createServer } from 'node:http';

// What they are called.
const NAMES = Object.freeze({
  a: 1, b: 2, c: 3, d: 4,
  /* the rest */
  e: `x
      y`, f: 6, g: 7, h: 8, // and no more
}); // all

// Answers.
createServer((request, response) => {
  response.end(String(NAMES[request.url]));
});
)");
}

TEST(Hoisting, GoesBelowTheImportsWhereAFunctionMayBeCalledBefore) {
  EXPECT_EQ(hoisted("a.js", R"('use strict';
const http = require('http');
main();

function main() {
  http.createServer((req, res) => {
    res.end(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].includes(req.url) ? 'yes' : 'no');
  });
}
)"),
            R"('use strict';
const http = require('http');

const MAIN_VALUES = Object.freeze(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);

main();

function main() {
  http.createServer((req, res) => {
    res.end(MAIN_VALUES.includes(req.url) ? 'yes' : 'no');
  });
}
)");
}

TEST(Hoisting, FreezesNoSetAndSaysThatAListIsReadOnly) {
  EXPECT_EQ(hoisted("a.mts", R"(import { createServer } from 'node:http';

createServer((request, response) => {
  const list: string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  response.end(list.join());
});

createServer((request, response) => {
  const safe: Set<string> = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  response.end(String(safe.has('a')));
});
)"),
            R"(import { createServer } from 'node:http';

const LIST: readonly string[] = Object.freeze(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);

createServer((request, response) => {
  response.end(LIST.join());
});

const SAFE: Set<string> = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);

createServer((request, response) => {
  response.end(String(SAFE.has('a')));
});
)");
}

TEST(Hoisting, OffersNothingWhereItWouldMeanSomethingElse) {
  for (const char* text : {
           // a type that only the function knows
           "import { createServer } from 'node:http';\n"
           "function serve<T extends number>() {\n"
           "  createServer((request, response) => {\n"
           "    const list: readonly T[] = [1, 2, 3, 4, 5, 6, 7, 8];\n"
           "    response.end(String(list.length));\n  });\n}\nserve();\n",
           // a constant that is not there yet when the function is called from above
           "import { createServer } from 'node:http';\nserve();\nconst last = 8;\n"
           "function serve() {\n"
           "  createServer((request, response) => {\n"
           "    response.end(String([1, 2, 3, 4, 5, 6, 7, last].indexOf(8)));\n  });\n}\n",
       })
    EXPECT_EQ(hoisted("a.mts", text), text);
}

}  // namespace
}  // namespace leaklint
