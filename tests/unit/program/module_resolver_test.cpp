#include "program/module_resolver.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "unit/program/memory_files.h"

namespace leaklint {
namespace {

/// The path of a file, "external NAME SUBPATH", "builtin NAME SUBPATH", or "missing".
std::string words(const ResolvedModule& module, const std::vector<std::string>& paths) {
  const std::string subpath = module.subpath.empty() ? "" : " " + module.subpath;
  switch (module.kind) {
    case ResolvedModule::Kind::file:
      return paths[module.file.raw];
    case ResolvedModule::Kind::external:
      return "external " + module.package + subpath;
    case ResolvedModule::Kind::builtin:
      return "builtin " + module.package + subpath;
    case ResolvedModule::Kind::missing:
      return "missing";
  }
  return "";
}

std::string resolved(const FileTree& tree, const std::string& from, const std::string& specifier,
                     bool is_import) {
  const std::vector<std::string> paths = source_paths(tree);
  ModuleResolver resolver(paths, in_memory(tree));
  const auto found = std::find(paths.begin(), paths.end(), from);
  if (found == paths.end()) return "the test has no " + from;
  return words(resolver.resolve(FileId(static_cast<uint32_t>(found - paths.begin())), specifier, is_import),
               paths);
}

struct Question {
  std::string from;
  std::string specifier;
  std::string expected;
  bool is_import = true;
};

struct Case {
  std::string name;
  FileTree tree;
  std::vector<Question> questions;

  friend void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }
};

FileTree empty_files(std::initializer_list<const char*> paths) {
  FileTree tree;
  for (const char* path : paths) tree[path] = "";
  return tree;
}

FileTree with(FileTree tree, std::initializer_list<FileTree::value_type> more) {
  tree.insert(more.begin(), more.end());
  return tree;
}

class ModuleResolution : public testing::TestWithParam<Case> {};

TEST_P(ModuleResolution, AsNodeAndTypeScript) {
  for (const Question& question : GetParam().questions) {
    EXPECT_EQ(resolved(GetParam().tree, question.from, question.specifier, question.is_import),
              question.expected)
        << (question.is_import ? "import '" : "require '") << question.specifier << "' in " << question.from;
  }
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

constexpr bool require = false;

const std::vector<Case> relative_cases = {
    {"sibling_with_its_extension", empty_files({"/a.js", "/b.js"}), {{"/a.js", "./b.js", "/b.js"}}},
    {"sibling_without_extension", empty_files({"/a.js", "/b.js"}), {{"/a.js", "./b", "/b.js"}}},
    {"parent_folder",
     empty_files({"/x/y/a.js", "/x/b.js", "/c.js"}),
     {{"/x/y/a.js", "../b", "/x/b.js"}, {"/x/y/a.js", "../../c.js", "/c.js"}}},
    {"more_parents_than_folders", empty_files({"/x/a.js", "/b.js"}), {{"/x/a.js", "../../../b", "/b.js"}}},
    {"dots_and_doubled_slashes_inside",
     empty_files({"/x/a.js", "/b.js"}),
     {{"/x/a.js", "./.././/x/../b", "/b.js"}}},
    {"not_there", empty_files({"/a.js"}), {{"/a.js", "./b", "missing"}, {"/a.js", "./b.css", "missing"}}},
    {"file_before_folder_of_the_same_name",
     empty_files({"/a.js", "/foo.js", "/foo/index.js"}),
     {{"/a.js", "./foo", "/foo.js"}, {"/a.js", "./foo/", "/foo/index.js"}}},
    {"folder_named_like_a_file",
     empty_files({"/a.js", "/chart.js/index.js"}),
     {{"/a.js", "./chart.js", "/chart.js/index.js"}}},
    {"index_of_this_and_the_parent_folder",
     empty_files({"/x/a.js", "/x/index.js", "/index.ts", "/x.js"}),
     {{"/x/a.js", ".", "/x/index.js"},
      {"/x/a.js", "./", "/x/index.js"},
      {"/x/a.js", "..", "/index.ts"},
      {"/x/a.js", "../", "/index.ts"}}},
    {"dots_in_a_name_are_no_extension",
     empty_files({"/a.ts", "/user.service.ts", "/foo.js.js"}),
     {{"/a.ts", "./user.service", "/user.service.ts"}, {"/a.ts", "./foo.js", "/foo.js.js"}}},
    {"javascript_before_typescript_for_javascript",
     empty_files({"/a.js", "/b.js", "/b.ts"}),
     {{"/a.js", "./b", "/b.js"}, {"/a.js", "./b.js", "/b.js"}}},
    {"typescript_before_javascript_for_typescript",
     empty_files({"/a.ts", "/b.js", "/b.ts"}),
     {{"/a.ts", "./b", "/b.ts"}, {"/a.ts", "./b.js", "/b.ts"}}},
    {"extensions_that_a_compiler_writes",
     empty_files({"/a.ts", "/b.ts", "/c.tsx", "/d.mts", "/e.cts", "/f.tsx"}),
     {{"/a.ts", "./b.js", "/b.ts"},
      {"/a.ts", "./c.js", "/c.tsx"},
      {"/a.ts", "./d.mjs", "/d.mts"},
      {"/a.ts", "./e.cjs", "/e.cts", require},
      {"/a.ts", "./f.jsx", "/f.tsx"},
      {"/a.ts", "./b.mjs", "missing"},
      {"/a.ts", "./d.js", "missing"}}},
    {"an_extension_of_typescript_is_meant",
     empty_files({"/a.ts", "/b.js"}),
     {{"/a.ts", "./b.ts", "missing"}}},
    {"every_extension",
     empty_files({"/a.js", "/b.mjs", "/c.cjs", "/d.jsx", "/e.tsx", "/f.mts", "/g.cts", "/h.vue"}),
     {{"/a.js", "./b", "/b.mjs"},
      {"/a.js", "./c", "/c.cjs"},
      {"/a.js", "./d", "/d.jsx"},
      {"/a.js", "./e", "/e.tsx"},
      {"/a.js", "./f", "/f.mts"},
      {"/a.js", "./g", "/g.cts"},
      {"/a.js", "./h", "/h.vue"},
      {"/a.js", "./h.vue", "/h.vue"}}},
    {"declarations_are_no_target", empty_files({"/a.ts", "/b.d.ts"}), {{"/a.ts", "./b", "missing"}}},
    {"folder_with_main",
     with(empty_files({"/a.js", "/x/lib/start.js", "/x/index.js"}),
          {{"/x/package.json", R"({"main": "lib/start"})"}}),
     {{"/a.js", "./x", "/x/lib/start.js", require}}},
    {"main_that_is_a_folder",
     with(empty_files({"/a.js", "/x/lib/index.js"}), {{"/x/package.json", R"({"main": "./lib"})"}}),
     {{"/a.js", "./x", "/x/lib/index.js", require}}},
    {"main_that_is_not_there",
     with(empty_files({"/a.js", "/x/index.js"}), {{"/x/package.json", R"({"main": "gone.js"})"}}),
     {{"/a.js", "./x", "/x/index.js", require}}},
    {"main_that_is_no_text",
     with(empty_files({"/a.js", "/x/index.js"}), {{"/x/package.json", R"({"main": false})"}}),
     {{"/a.js", "./x", "/x/index.js", require}}},
    {"folder_without_sources_that_leads_to_one",
     with(empty_files({"/a.js", "/src/x.js"}), {{"/x/package.json", R"({"main": "../src/x.js"})"}}),
     {{"/a.js", "./x", "/src/x.js", require}}},
    {"query",
     empty_files({"/a.js", "/b.js"}),
     {{"/a.js", "./b.js?v=1", "/b.js"}, {"/a.js", "./b?worker", "/b.js"}}},
    {"absolute_and_file_url",
     empty_files({"/x/a.js", "/y/b c.js"}),
     {{"/x/a.js", "/y/b c.js", "/y/b c.js"},
      {"/x/a.js", "file:///y/b%20c.js", "/y/b c.js"},
      {"/x/a.js", "/y/d", "missing"}}},
    {"absolute_in_a_page",
     with(empty_files({"/app/src/main.js", "/app/index.html"}), {{"/app/package.json", "{}"}}),
     {{"/app/index.html", "/src/main.js", "/app/src/main.js"}}},
};

const std::vector<Case> name_cases = {
    {"builtins",
     empty_files({"/a.js"}),
     {{"/a.js", "fs", "builtin fs"},
      {"/a.js", "node:fs", "builtin fs"},
      {"/a.js", "fs/promises", "builtin fs promises"},
      {"/a.js", "node:timers/promises", "builtin timers promises"},
      {"/a.js", "node:test", "builtin test"},
      {"/a.js", "zlib", "builtin zlib"}}},
    {"names_that_are_builtin_with_a_scheme_only",
     empty_files({"/a.js"}),
     {{"/a.js", "test", "external test"}, {"/a.js", "sqlite", "external sqlite"}}},
    {"closing_slash_means_the_package",
     empty_files({"/a.js"}),
     {{"/a.js", "punycode/", "external punycode"}, {"/a.js", "string_decoder/", "external string_decoder"}}},
    {"packages",
     empty_files({"/a.js"}),
     {{"/a.js", "express", "external express"},
      {"/a.js", "lodash/get", "external lodash get"},
      {"/a.js", "@scope/x", "external @scope/x"},
      {"/a.js", "@scope/x/lib/y.js", "external @scope/x lib/y.js"}}},
    {"names_that_no_package_has",
     empty_files({"/a.js"}),
     {{"/a.js", "", "missing"},
      {"/a.js", "@/components/x", "missing"},
      {"/a.js", "~/x", "missing"},
      {"/a.js", "@scope", "missing"},
      {"/a.js", "raw-loader!./a", "missing"},
      {"/a.js", "...", "missing"},
      {"/a.js", "#x", "missing"}}},
    {"other_hosts",
     empty_files({"/a.js"}),
     {{"/a.js", "https://esm.sh/react", "external https://esm.sh/react"},
      {"/a.js", "bun:sqlite", "external bun:sqlite"},
      {"/a.js", "npm:@scope/x@1.2/y", "external @scope/x y"},
      {"/a.js", "npm:express", "external express"},
      {"/a.js", "data:text/javascript,1", "external data:"}}},
    {"alias_of_a_registry_package",
     with(empty_files({"/a.js"}),
          {{"/package.json", R"({"dependencies": {"web": "npm:express@^4", "q": "npm:@x/q@1"}})"}}),
     {{"/a.js", "web", "external express"},
      {"/a.js", "web/lib/router", "external express lib/router"},
      {"/a.js", "q", "external @x/q"}}},
    {"installed_package",
     with(empty_files({"/a.js", "/node_modules/x/lib/x.js", "/node_modules/x/util.js"}),
          {{"/node_modules/x/package.json", R"({"main": "lib/x.js"})"}}),
     {{"/a.js", "x", "/node_modules/x/lib/x.js"},
      {"/a.js", "x/util", "/node_modules/x/util.js"},
      {"/a.js", "x/gone", "external x gone"}}},
    {"innermost_installed_package",
     empty_files({"/node_modules/x/index.js", "/node_modules/y/index.js",
                  "/node_modules/y/node_modules/x/index.js", "/a.js"}),
     {{"/a.js", "x", "/node_modules/x/index.js"},
      {"/node_modules/y/index.js", "x", "/node_modules/y/node_modules/x/index.js"},
      {"/node_modules/x/index.js", "y", "/node_modules/y/index.js"}}},
    {"scoped_installed_package",
     with(empty_files({"/a.js", "/node_modules/@s/x/main.js", "/node_modules/@s/y/index.js"}),
          {{"/node_modules/@s/x/package.json", R"({"main": "main"})"}}),
     {{"/a.js", "@s/x", "/node_modules/@s/x/main.js"},
      {"/node_modules/@s/x/main.js", "@s/y", "/node_modules/@s/y/index.js"}}},
    {"scanned_inside_node_modules",
     with(empty_files(
              {"/t/node_modules/x/lib/a.js", "/t/node_modules/x/lib/b.js", "/t/node_modules/x/main.js"}),
          {{"/t/node_modules/x/package.json", R"({"name": "x", "main": "main.js"})"},
           {"/t/package.json", R"({"name": "outside", "imports": {"#q": "./q.js"}})"}}),
     {{"/t/node_modules/x/lib/a.js", "./b", "/t/node_modules/x/lib/b.js"},
      {"/t/node_modules/x/lib/a.js", "..", "/t/node_modules/x/main.js"},
      {"/t/node_modules/x/lib/a.js", "x", "/t/node_modules/x/main.js"},
      {"/t/node_modules/x/lib/a.js", "debug", "external debug"},
      {"/t/node_modules/x/lib/a.js", "#q", "missing"}}},
    {"module_where_main_is_not_analysed",
     with(empty_files({"/a.js", "/node_modules/x/es/x.js"}),
          {{"/node_modules/x/package.json", R"({"main": "dist/x.min.js", "module": "es/x.js"})"}}),
     {{"/a.js", "x", "/node_modules/x/es/x.js"}}},
    {"index_before_fields_that_node_does_not_ask",
     with(empty_files({"/a.js", "/node_modules/x/index.js", "/node_modules/x/browser.js"}),
          {{"/node_modules/x/package.json", R"({"browser": "browser.js"})"}}),
     {{"/a.js", "x", "/node_modules/x/index.js"}}},
    {"circle_of_mains",
     with(empty_files({"/a.js"}),
          {{"/x/package.json", R"({"main": "../y"})"}, {"/y/package.json", R"({"main": "../x"})"}}),
     {{"/a.js", "./x", "missing"}}},
};

FileTree package_x(const char* json, std::initializer_list<const char*> files) {
  FileTree tree = {{"/a.js", ""}, {"/node_modules/x/package.json", json}};
  for (const char* file : files) tree[std::string("/node_modules/x/") + file] = "";
  return tree;
}

// The examples of Node's documentation, "Modules: Packages", among others.
const std::vector<Case> exports_cases = {
    {"exports_before_main",
     package_x(R"({"main": "./main.js", "exports": "./index.js"})", {"index.js", "main.js"}),
     {{"/a.js", "x", "/node_modules/x/index.js"},
      {"/a.js", "x/main.js", "missing"},
      {"/a.js", "x/package.json", "missing"}}},
    {"subpath_exports",
     package_x(R"({"exports": {".": "./index.js", "./submodule.js": "./src/submodule.js"}})",
               {"index.js", "src/submodule.js", "private.js"}),
     {{"/a.js", "x/submodule.js", "/node_modules/x/src/submodule.js"},
      {"/a.js", "x", "/node_modules/x/index.js"},
      {"/a.js", "x/private.js", "missing"},
      {"/a.js", "x/submodule", "missing"}}},
    {"subpath_patterns",
     package_x(R"({"exports": {"./features/*.js": "./src/features/*.js"}})",
               {"src/features/x.js", "src/features/y/y.js"}),
     {{"/a.js", "x/features/x.js", "/node_modules/x/src/features/x.js"},
      {"/a.js", "x/features/y/y.js", "/node_modules/x/src/features/y/y.js"},
      {"/a.js", "x/features/x", "missing"},
      {"/a.js", "x", "missing"}}},
    {"pattern_with_a_private_part",
     package_x(
         R"({"exports": {"./features/*.js": "./src/features/*.js", "./features/private-internal/*": null}})",
         {"src/features/x.js", "src/features/private-internal/m.js"}),
     {{"/a.js", "x/features/private-internal/m.js", "missing"},
      {"/a.js", "x/features/x.js", "/node_modules/x/src/features/x.js"}}},
    {"conditions",
     package_x(R"({"exports": {"import": "./index-module.mjs", "require": "./index-require.cjs"}})",
               {"index-module.mjs", "index-require.cjs"}),
     {{"/a.js", "x", "/node_modules/x/index-module.mjs"},
      {"/a.js", "x", "/node_modules/x/index-require.cjs", require}}},
    {"first_condition_that_holds",
     package_x(
         R"({"exports": {"./f": {"node": "./node.js", "default": "./other.js"}, "./g": {"default": "./other.js", "node": "./node.js"}}})",
         {"node.js", "other.js"}),
     {{"/a.js", "x/f", "/node_modules/x/node.js"}, {"/a.js", "x/g", "/node_modules/x/other.js"}}},
    {"nested_conditions",
     package_x(
         R"({"exports": {"node": {"import": "./node.mjs", "require": "./node.cjs"}, "default": "./f.mjs"}})",
         {"node.mjs", "node.cjs", "f.mjs"}),
     {{"/a.js", "x", "/node_modules/x/node.mjs"}, {"/a.js", "x", "/node_modules/x/node.cjs", require}}},
    {"nested_conditions_that_hold_nothing",
     package_x(R"({"exports": {"node": {"browser": "./b.js"}, "default": "./f.js"}})", {"b.js", "f.js"}),
     {{"/a.js", "x", "/node_modules/x/f.js"}}},
    {"types_are_passed_over",
     package_x(
         R"({"exports": {".": {"types": "./x.d.ts", "import": {"types": "./x.d.mts", "default": "./x.mjs"}, "default": "./x.cjs"}}})",
         {"x.mjs", "x.cjs"}),
     {{"/a.js", "x", "/node_modules/x/x.mjs"}, {"/a.js", "x", "/node_modules/x/x.cjs", require}}},
    {"alternatives",
     package_x(R"({"exports": {".": ["not-valid", {"browser": "./b.js"}, null, "./f.js", "./g.js"]}})",
               {"b.js", "f.js", "g.js"}),
     {{"/a.js", "x", "/node_modules/x/f.js"}}},
    {"null_ends_the_search",
     package_x(R"({"exports": {".": {"node": null, "default": "./f.js"}, "./g": null}})", {"g.js"}),
     {{"/a.js", "x/g", "missing"}}},
    {"longest_pattern_wins",
     package_x(
         R"({"exports": {"./*": "./any/*.js", "./lib/*": "./lib/*.js", "./lib/deep/*": "./deep/*.js", "./lib/*.js": "./exact/*.js"}})",
         {"any/q.js", "lib/q.js", "deep/q.js", "exact/q.js", "any/lib/q.js"}),
     {{"/a.js", "x/q", "/node_modules/x/any/q.js"},
      {"/a.js", "x/lib/q", "/node_modules/x/lib/q.js"},
      {"/a.js", "x/lib/deep/q", "/node_modules/x/deep/q.js"},
      {"/a.js", "x/lib/q.js", "/node_modules/x/exact/q.js"}}},
    {"star_more_than_once_in_a_target",
     package_x(R"({"exports": {"./*": "./c/*/*.js"}})", {"c/button/button.js"}),
     {{"/a.js", "x/button", "/node_modules/x/c/button/button.js"}}},
    {"folder_of_old_nodes",
     package_x(R"({"exports": {"./lib/": "./src/"}})", {"src/q.js"}),
     {{"/a.js", "x/lib/q.js", "/node_modules/x/src/q.js"}}},
    {"targets_outside_of_the_package",
     package_x(
         R"({"exports": {".": "./../../a.js", "./a": "../../a.js", "./b": "/a.js", "./c": "./node_modules/y.js", "./*": "./src/*"}})",
         {"src/q.js", "node_modules/y.js"}),
     {{"/a.js", "x", "missing"},
      {"/a.js", "x/a", "missing"},
      {"/a.js", "x/b", "missing"},
      {"/a.js", "x/c", "missing"},
      {"/a.js", "x/../package.json", "missing"}}},
    {"target_is_named_in_full",
     package_x(R"({"exports": {"./a": "./src/a", "./b": "./src"}})", {"src/a.js", "src/index.js"}),
     {{"/a.js", "x/a", "external x a"}, {"/a.js", "x/b", "external x b"}}},
    {"built_target_and_its_source_condition",
     package_x(R"({"exports": {".": {"import": "./dist/x.js", "development": "./src/x.ts"}}})", {"src/x.ts"}),
     {{"/a.js", "x", "/node_modules/x/src/x.ts"}}},
    {"exports_of_a_wrong_kind", package_x(R"({"exports": 3})", {"index.js"}), {{"/a.js", "x", "missing"}}},
    {"empty_exports", package_x(R"({"exports": {}})", {"index.js"}), {{"/a.js", "x", "missing"}}},
    {"own_name_with_exports",
     with(empty_files({"/src/a.js", "/something.js", "/test/t.js"}),
          {{"/package.json",
            R"({"name": "a-package", "exports": {".": "./src/a.js", "./foo": "./something.js"}})"}}),
     {{"/test/t.js", "a-package", "/src/a.js"},
      {"/test/t.js", "a-package/foo", "/something.js", require},
      {"/test/t.js", "a-package/bar", "missing"}}},
    {"own_name_without_exports",
     with(empty_files({"/src/a.js", "/test/t.js"}),
          {{"/package.json", R"({"name": "@my/package", "main": "src/a.js"})"}}),
     {{"/test/t.js", "@my/package", "/src/a.js"}, {"/test/t.js", "@my/package/src/a", "/src/a.js"}}},
    {"private_imports",
     with(
         empty_files({"/src/a.js", "/dep-polyfill.js", "/src/internal/x.js", "/src/util.ts"}),
         {{"/package.json",
           R"({"imports": {"#dep": {"browser": "./dep-polyfill.js", "default": "dep-node-native"}, "#internal/*.js": "./src/internal/*.js", "#util": "./src/util.js", "#fs": "node:fs", "#sub": "lodash/get"}})"}}),
     {{"/src/a.js", "#dep", "external dep-node-native"},
      {"/src/a.js", "#internal/x.js", "/src/internal/x.js"},
      {"/src/a.js", "#util", "/src/util.ts"},
      {"/src/a.js", "#fs", "builtin fs"},
      {"/src/a.js", "#sub", "external lodash get"},
      {"/src/a.js", "#none", "missing"}}},
    {"private_imports_with_conditions",
     with(empty_files({"/a.js", "/i.js", "/r.js"}),
          {{"/package.json",
            R"({"imports": {"#x": {"import": "./i.js", "require": "./r.js"}, "#self": "#x"}})"}}),
     {{"/a.js", "#x", "/i.js"}, {"/a.js", "#x", "/r.js", require}, {"/a.js", "#self", "missing"}}},
    {"private_imports_of_the_nearest_package",
     with(empty_files({"/p/a.js", "/p/q.js", "/q.js"}),
          {{"/package.json", R"({"imports": {"#q": "./q.js"}})"},
           {"/p/package.json", R"({"name": "p", "version": "1.0.0"})"}}),
     {{"/p/a.js", "#q", "missing"}}},
    {"folder_that_only_says_its_type",
     with(empty_files({"/cjs/a.js", "/q.js"}),
          {{"/package.json", R"({"name": "p", "version": "1.0.0", "imports": {"#q": "./q.js"}})"},
           {"/cjs/package.json", R"({"type": "commonjs"})"}}),
     {{"/cjs/a.js", "#q", "/q.js"}}},
};

const std::vector<Case> workspace_cases = {
    {"npm_workspaces",
     with(empty_files({"/packages/a/src/a.ts", "/packages/b/src/b.ts", "/other/c/index.js"}),
          {{"/package.json", R"({"workspaces": ["packages/*"]})"},
           {"/packages/a/package.json", R"({"name": "@m/a", "version": "1.0.0", "main": "src/a.ts"})"},
           {"/packages/b/package.json", R"({"name": "b", "main": "src/b.ts"})"},
           {"/other/c/package.json", R"({"name": "c", "version": "1.0.0"})"}}),
     {{"/packages/a/src/a.ts", "b", "/packages/b/src/b.ts"},
      {"/packages/b/src/b.ts", "@m/a", "/packages/a/src/a.ts"},
      {"/packages/b/src/b.ts", "@m/a/src/a", "/packages/a/src/a.ts"},
      {"/packages/a/src/a.ts", "c", "external c"}}},
    {"yarn_workspaces_object",
     with(empty_files({"/p/a/index.js", "/p/b/index.js"}),
          {{"/package.json", R"({"workspaces": {"packages": ["./p/*/"]}})"},
           {"/p/a/package.json", R"({"name": "a"})"},
           {"/p/b/package.json", R"({"name": "b"})"}}),
     {{"/p/a/index.js", "b", "/p/b/index.js"}}},
    {"pnpm_workspaces",
     with(empty_files({"/apps/a/index.js", "/libs/x/b/index.js", "/libs/test/c/index.js"}),
          {{"/package.json", "{}"},
           {"/pnpm-workspace.yaml",
            "# all\npackages:\n  - 'apps/*' # first\n  - \"libs/**\"\n  - '!**/test/**'\ncatalog:\n  - "
            "other/*\n"},
           {"/apps/a/package.json", R"({"name": "a"})"},
           {"/libs/x/b/package.json", R"({"name": "b"})"},
           {"/libs/test/c/package.json", R"({"name": "c"})"}}),
     {{"/apps/a/index.js", "b", "/libs/x/b/index.js"}, {"/apps/a/index.js", "c", "external c"}}},
    {"pnpm_workspaces_in_brackets",
     with(empty_files({"/apps/a/index.js", "/libs/b/index.js"}),
          {{"/package.json", "{}"},
           {"/pnpm-workspace.yaml", "packages: [\"apps/*\",\n  libs/b ]\n"},
           {"/apps/a/package.json", R"({"name": "a"})"},
           {"/libs/b/package.json", R"({"name": "b"})"}}),
     {{"/apps/a/index.js", "b", "/libs/b/index.js"}}},
    {"braces_in_workspaces",
     with(empty_files({"/apps/a/index.js", "/libs/b/index.js"}),
          {{"/package.json", R"({"workspaces": ["{apps,libs}/*"]})"},
           {"/apps/a/package.json", R"({"name": "a"})"},
           {"/libs/b/package.json", R"({"name": "b"})"}}),
     {{"/apps/a/index.js", "b", "/libs/b/index.js"}}},
    {"lerna",
     with(empty_files({"/packages/a/index.js", "/packages/b/index.js"}),
          {{"/package.json", "{}"},
           {"/lerna.json", "{}"},
           {"/packages/a/package.json", R"({"name": "a"})"},
           {"/packages/b/package.json", R"({"name": "b"})"}}),
     {{"/packages/a/index.js", "b", "/packages/b/index.js"}}},
    {"names_without_a_workspace_are_not_mixed_up",
     with(empty_files({"/src/a.js", "/fixtures/lodash/index.js"}),
          {{"/package.json", R"({"name": "app"})"},
           {"/fixtures/lodash/package.json", R"({"name": "lodash", "version": "1.0.0"})"}}),
     {{"/src/a.js", "lodash", "external lodash"}}},
    {"the_nearer_of_two_workspaces",
     with(empty_files({"/f/p/a/index.js", "/f/p/b/index.js", "/p/b/index.js"}),
          {{"/package.json", R"({"workspaces": ["p/*"]})"},
           {"/f/package.json", R"({"workspaces": ["p/*"]})"},
           {"/f/p/a/package.json", R"({"name": "a"})"},
           {"/f/p/b/package.json", R"({"name": "b"})"},
           {"/p/b/package.json", R"({"name": "b"})"}}),
     {{"/f/p/a/index.js", "b", "/f/p/b/index.js"}}},
    {"linked_folder",
     with(empty_files({"/app/a.js", "/lib/index.js"}),
          {{"/app/package.json",
            R"({"name": "app", "dependencies": {"lib": "file:../lib", "gone": "file:../gone"}})"},
           {"/lib/package.json", R"({"name": "lib"})"}}),
     {{"/app/a.js", "lib", "/lib/index.js"}, {"/app/a.js", "gone", "external gone"}}},
    {"workspace_protocol",
     with(empty_files({"/app/a.js", "/lib/index.js"}),
          {{"/app/package.json", R"({"name": "app", "dependencies": {"lib": "workspace:*"}})"},
           {"/lib/package.json", R"({"name": "lib"})"}}),
     {{"/app/a.js", "lib", "/lib/index.js"}}},
    {"source_of_a_built_main",
     with(empty_files({"/p/a/a.ts", "/p/b/src/index.ts", "/p/c/source/c.ts"}),
          {{"/package.json", R"({"workspaces": ["p/*"]})"},
           {"/p/a/package.json", R"({"name": "a"})"},
           {"/p/b/package.json", R"({"name": "b", "main": "dist/index.js"})"},
           {"/p/b/tsconfig.json", R"({"compilerOptions": {"outDir": "dist", "rootDir": "src"}})"},
           {"/p/c/package.json", R"({"name": "c", "exports": {".": "./build/c.js"}})"},
           {"/p/c/tsconfig.json",
            R"({"compilerOptions": {"outDir": "./build"}, "include": ["source/**/*"]})"}}),
     {{"/p/a/a.ts", "b", "/p/b/src/index.ts"},
      {"/p/a/a.ts", "c", "/p/c/source/c.ts"},
      {"/p/a/a.ts", "../b/dist", "/p/b/src/index.ts"}}},
    {"built_main_without_a_hint_is_not_guessed",
     with(empty_files({"/p/a/a.ts", "/p/b/src/index.ts"}),
          {{"/package.json", R"({"workspaces": ["p/*"]})"},
           {"/p/a/package.json", R"({"name": "a"})"},
           {"/p/b/package.json", R"({"name": "b", "main": "dist/index.js"})"}}),
     {{"/p/a/a.ts", "b", "external b"}}},
};

const std::vector<Case> config_cases = {
    {"paths_and_base_url",
     with(empty_files({"/src/a.ts", "/src/lib/x.ts", "/src/lib/y/index.tsx", "/src/config.ts"}),
          {{"/tsconfig.json",
            "{\n  // where things are\n  \"compilerOptions\": {\n    \"baseUrl\": \"./src\", /* here */\n    "
            "\"paths\": {\"@lib/*\": [\"lib/*\",], \"config\": [\"./config.ts\"],},\n  },\n}\n"}}),
     {{"/src/a.ts", "@lib/x", "/src/lib/x.ts"},
      {"/src/a.ts", "@lib/x.js", "/src/lib/x.ts"},
      {"/src/a.ts", "@lib/y", "/src/lib/y/index.tsx"},
      {"/src/a.ts", "config", "/src/config.ts"},
      {"/src/a.ts", "lib/x", "/src/lib/x.ts"},
      {"/src/a.ts", "express", "external express"},
      {"/src/a.ts", "@lib/gone", "external @lib/gone"}}},
    {"paths_without_base_url",
     with(empty_files({"/app/src/a.ts", "/app/src/b.ts"}),
          {{"/app/tsconfig.json",
            R"({"compilerOptions": {"paths": {"@/*": ["./src/*"], "~/*": ["src/*"]}}})"}}),
     {{"/app/src/a.ts", "@/b", "/app/src/b.ts"}, {"/app/src/a.ts", "~/b", "/app/src/b.ts"}}},
    {"jsconfig",
     with(empty_files({"/src/a.js", "/src/b.js"}),
          {{"/jsconfig.json", R"({"compilerOptions": {"baseUrl": "src"}})"}}),
     {{"/src/a.js", "b", "/src/b.js"}}},
    {"exact_path_and_longest_prefix_first",
     with(
         empty_files({"/a.ts", "/one.ts", "/two/x.ts", "/three/x.ts"}),
         {{"/tsconfig.json",
           R"({"compilerOptions": {"paths": {"*": ["./two/*"], "@a/*": ["./two/*"], "@a/b/*": ["./three/*"], "@a/b/c": ["./one"]}}})"}}),
     {{"/a.ts", "@a/x", "/two/x.ts"},
      {"/a.ts", "@a/b/x", "/three/x.ts"},
      {"/a.ts", "@a/b/c", "/one.ts"},
      {"/a.ts", "x", "/two/x.ts"}}},
    {"second_place_of_a_path",
     with(empty_files({"/a.ts", "/generated/x.ts"}),
          {{"/tsconfig.json", R"({"compilerOptions": {"paths": {"@a/*": ["./src/*", "./generated/*"]}}})"}}),
     {{"/a.ts", "@a/x", "/generated/x.ts"}}},
    {"builtins_before_base_url",
     with(empty_files({"/src/a.ts", "/src/util/index.ts"}),
          {{"/tsconfig.json", R"({"compilerOptions": {"baseUrl": "src"}})"}}),
     {{"/src/a.ts", "util", "builtin util"}, {"/src/a.ts", "util/index", "/src/util/index.ts"}}},
    {"extends_a_file",
     with(empty_files({"/app/a.ts", "/shared/x.ts"}),
          {{"/base.json", R"({"compilerOptions": {"paths": {"shared/*": ["./shared/*"]}}})"},
           {"/app/tsconfig.json", R"({"extends": "../base"})"}}),
     {{"/app/a.ts", "shared/x", "/shared/x.ts"}}},
    {"own_paths_replace_extended_ones",
     with(empty_files({"/app/a.ts", "/x.ts", "/app/y.ts"}),
          {{"/base.json", R"({"compilerOptions": {"paths": {"x": ["./x"]}}})"},
           {"/app/tsconfig.json",
            R"({"extends": "../base.json", "compilerOptions": {"paths": {"y": ["./y"]}}})"}}),
     {{"/app/a.ts", "x", "external x"}, {"/app/a.ts", "y", "/app/y.ts"}}},
    {"extends_several_and_the_last_wins",
     with(empty_files({"/a.ts", "/one/x.ts", "/two/x.ts"}),
          {{"/1.json", R"({"compilerOptions": {"paths": {"x": ["./one/x"]}}})"},
           {"/2.json", R"({"compilerOptions": {"paths": {"x": ["./two/x"]}}})"},
           {"/tsconfig.json", R"({"extends": ["./1.json", "./2.json"]})"}}),
     {{"/a.ts", "x", "/two/x.ts"}}},
    {"extends_a_package",
     with(empty_files({"/a.ts", "/src/x.ts"}),
          {{"/node_modules/@t/base/tsconfig.json",
            R"({"compilerOptions": {"paths": {"x": ["${configDir}/src/x.ts"]}}})"},
           {"/tsconfig.json", R"({"extends": "@t/base"})"}}),
     {{"/a.ts", "x", "/src/x.ts"}}},
    {"extends_a_file_of_a_package",
     with(empty_files({"/p/a.ts", "/src/x.ts"}),
          {{"/node_modules/t/strict.json", R"({"compilerOptions": {"baseUrl": "${configDir}/../src"}})"},
           {"/p/tsconfig.json", R"({"extends": "t/strict.json"})"}}),
     {{"/p/a.ts", "x", "/src/x.ts"}}},
    {"extends_in_a_circle",
     with(empty_files({"/a.ts", "/x.ts"}),
          {{"/b.json", R"({"extends": "./tsconfig.json", "compilerOptions": {"baseUrl": "."}})"},
           {"/tsconfig.json", R"({"extends": "./b.json"})"}}),
     {{"/a.ts", "x", "/x.ts"}}},
    {"split_into_references",
     with(empty_files({"/src/a.ts", "/src/b.ts"}),
          {{"/tsconfig.json",
            R"({"files": [], "references": [{"path": "./tsconfig.app.json"}, {"path": "./e2e"}]})"},
           {"/tsconfig.app.json", R"({"compilerOptions": {"paths": {"@/*": ["./src/*"]}}})"}}),
     {{"/src/a.ts", "@/b", "/src/b.ts"}}},
    {"the_nearest_config",
     with(empty_files({"/p/src/a.ts", "/p/x.ts", "/x.ts"}),
          {{"/tsconfig.json", R"({"compilerOptions": {"baseUrl": "."}})"},
           {"/p/tsconfig.json", R"({"compilerOptions": {"paths": {"y": ["./x"]}}})"}}),
     {{"/p/src/a.ts", "x", "external x"}, {"/p/src/a.ts", "y", "/p/x.ts"}}},
    {"no_config_from_outside_of_node_modules",
     with(empty_files({"/node_modules/x/a.js", "/src/debug.ts"}),
          {{"/tsconfig.json", R"({"compilerOptions": {"baseUrl": "src"}})"}}),
     {{"/node_modules/x/a.js", "debug", "external debug"}}},
    {"root_dirs",
     with(empty_files({"/src/view.ts", "/generated/template.ts"}),
          {{"/tsconfig.json", R"({"compilerOptions": {"rootDirs": ["src", "generated"]}})"}}),
     {{"/src/view.ts", "./template", "/generated/template.ts"}}},
    {"malformed_files_are_passed_over",
     with(empty_files({"/a.ts", "/b.ts", "/x/index.js"}),
          {{"/tsconfig.json", "{"}, {"/package.json", "[]"}, {"/x/package.json", "{,}"}}),
     {{"/a.ts", "./b", "/b.ts"}, {"/a.ts", "./x", "/x/index.js"}, {"/a.ts", "c", "external c"}}},
    {"fields_of_a_wrong_kind",
     with(
         empty_files({"/a.ts", "/b.ts"}),
         {{"/tsconfig.json",
           R"({"extends": 1, "references": {}, "include": "x", "compilerOptions": {"paths": {"x": "y", "b": [1, "./b"]}, "baseUrl": []}})"},
          {"/package.json",
           R"({"name": 1, "exports": [], "imports": [], "workspaces": "x", "bin": 2, "browser": [], "dependencies": []})"}}),
     {{"/a.ts", "x", "external x"}, {"/a.ts", "b", "/b.ts"}, {"/a.ts", "#x", "missing"}}},
};

INSTANTIATE_TEST_SUITE_P(Relative, ModuleResolution, testing::ValuesIn(relative_cases), name_of);
INSTANTIATE_TEST_SUITE_P(Name, ModuleResolution, testing::ValuesIn(name_cases), name_of);
INSTANTIATE_TEST_SUITE_P(Exports, ModuleResolution, testing::ValuesIn(exports_cases), name_of);
INSTANTIATE_TEST_SUITE_P(Workspace, ModuleResolution, testing::ValuesIn(workspace_cases), name_of);
INSTANTIATE_TEST_SUITE_P(Config, ModuleResolution, testing::ValuesIn(config_cases), name_of);

TEST(ModuleResolver, TakesPathsRelativeToTheCurrentFolder) {
  const std::vector<std::string> paths = {"../lib/b.js", "./src/a.js", "/home/me/app/src/c.js"};
  FileSystem files = in_memory({{"/home/me/lib/package.json", R"({"name": "lib", "version": "1.0.0"})"}});
  files.current_folder = "/home/me/app";
  ModuleResolver resolver(paths, std::move(files));
  EXPECT_EQ(resolver.resolve(FileId(1), "../../lib/b", true).file, FileId(0));
  EXPECT_EQ(resolver.resolve(FileId(0), "../app/src/c.js", true).file, FileId(2));
  EXPECT_EQ(resolver.resolve(FileId(2), "./a", true).file, FileId(1));
  ASSERT_NE(resolver.package_of(FileId(0)), nullptr);
  EXPECT_EQ(resolver.package_of(FileId(0))->name(), "lib");
  EXPECT_EQ(resolver.package_of(FileId(1)), nullptr);
}

TEST(ModuleResolver, NamesThePackageOfAnAnalysedFile) {
  const FileTree tree = empty_files({"/a.js", "/node_modules/@s/x/lib/y.js"});
  ModuleResolver resolver(source_paths(tree), in_memory(tree));
  const ResolvedModule module = resolver.resolve(FileId(0), "@s/x/lib/y", true);
  EXPECT_EQ(module.kind, ResolvedModule::Kind::file);
  EXPECT_EQ(module.package, "@s/x");
  EXPECT_EQ(module.subpath, "lib/y");
}

TEST(ModuleResolver, SaysWhatWasWrong) {
  FileTree tree = empty_files({"/a.js", "/p/b.js"});
  tree["/package.json"] = "{\n  \"name\": oops\n}";
  tree["/p/package.json"] = "7";
  tree["/tsconfig.json"] = R"({"extends": "./gone.json"})";
  FileSystem files = in_memory(tree);
  files.read = [read = files.read](const std::string& path) -> Result<std::optional<std::string>> {
    if (path == "/p/tsconfig.json") return Error{"cannot read '/p/tsconfig.json': Permission denied"};
    return read(path);
  };
  ModuleResolver resolver(source_paths(tree), std::move(files));
  for (int round = 0; round < 2; ++round) {
    resolver.resolve(FileId(0), "x", true);
    resolver.resolve(FileId(1), "x", true);
  }
  std::vector<std::string> problems;
  for (const FileProblem& problem : resolver.problems())
    problems.push_back(problem.path + " " + problem.message);
  ASSERT_EQ(problems.size(), 4u);
  EXPECT_TRUE(problems[0].starts_with("/package.json 2:11: not valid JSON: ")) << problems[0];
  EXPECT_EQ(problems[1], "/p/package.json 1:1: must be an object");
  EXPECT_EQ(problems[2], "/tsconfig.json extends './gone.json', which is not there");
  EXPECT_EQ(problems[3], "/p/tsconfig.json cannot read '/p/tsconfig.json': Permission denied");
}

TEST(ModuleResolver, FirstOfTwoFilesOfOnePath) {
  const std::vector<std::string> paths = {"/a.js", "/b.js", "/b.js"};
  ModuleResolver resolver(paths, in_memory({}));
  EXPECT_EQ(resolver.resolve(FileId(0), "./b", true).file, FileId(1));
}

}  // namespace
}  // namespace leaklint
