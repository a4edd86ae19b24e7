#include "program/module_links.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "unit/program/memory_files.h"
#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

class ModuleLinksTest : public testing::Test {
 protected:
  void link(const FileTree& tree) {
    paths_ = source_paths(tree);
    program_ = Program();
    for (const std::string& path : paths_) program_.add(path, FactsOfSource(tree.at(path), path).facts);
    ModuleResolver resolver(paths_, in_memory(tree));
    links_ = link_modules(program_, resolver);
  }
  FileId file(const std::string& path) const {
    return FileId(static_cast<uint32_t>(std::find(paths_.begin(), paths_.end(), path) - paths_.begin()));
  }
  /// The path of a file, a library's name in brackets, "missing", or "not linked".
  std::string target(const std::string& from, std::string_view specifier) const {
    const ModuleTarget* found = links_.target(file(from), program_.names.find(specifier));
    if (found == nullptr) return "not linked";
    if (found->kind == ModuleTarget::Kind::file) return paths_[found->file.raw];
    return found->kind == ModuleTarget::Kind::library ? "[" + found->library + "]" : "missing";
  }

  std::vector<std::string> paths_;
  Program program_;
  ModuleLinks links_;
};

TEST_F(ModuleLinksTest, LinksWhateverNamesAModule) {
  link({{"/a.ts", R"(
          import x from './b.js';
          import './c';
          import type { T } from './type';
          import old = require('fs/promises');
          export * from 'express';
          export { y } from 'node:http';
          const z = require('@scope/z/lib');
          const q = module.require('q');
          import('./b').then(() => import(name));
          require(x); require(); load('./d');
        )"},
        {"/b.ts", ""},
        {"/c/index.js", ""},
        {"/d.ts", ""},
        {"/type.ts", ""}});
  EXPECT_EQ(target("/a.ts", "./b.js"), "/b.ts");
  EXPECT_EQ(target("/a.ts", "./b"), "/b.ts");
  EXPECT_EQ(target("/a.ts", "./c"), "/c/index.js");
  EXPECT_EQ(target("/a.ts", "./type"), "/type.ts");
  EXPECT_EQ(target("/a.ts", "fs/promises"), "[fs/promises]");
  EXPECT_EQ(target("/a.ts", "express"), "[express]");
  EXPECT_EQ(target("/a.ts", "node:http"), "[http]");
  EXPECT_EQ(target("/a.ts", "@scope/z/lib"), "[@scope/z/lib]");
  EXPECT_EQ(target("/a.ts", "q"), "[q]");
  EXPECT_EQ(target("/a.ts", "./d"), "not linked");
}

TEST_F(ModuleLinksTest, ImportAndRequireTakeTheirOwnConditions) {
  const FileTree::value_type package = {"/node_modules/x/package.json",
                                        R"({"exports": {"import": "./x.mjs", "require": "./x.cjs"}})"};
  link({{"/a.mjs", "import 'x'"},
        {"/b.js", "require('x')"},
        {"/node_modules/x/x.cjs", ""},
        {"/node_modules/x/x.mjs", ""},
        package});
  EXPECT_EQ(target("/a.mjs", "x"), "/node_modules/x/x.mjs");
  EXPECT_EQ(target("/b.js", "x"), "/node_modules/x/x.cjs");
}

TEST_F(ModuleLinksTest, KnowsEntriesAndLibraries) {
  link({{"/app/main.js", ""},
        {"/app/package.json", R"({"name": "app", "private": true, "main": "main.js"})"},
        {"/lib/index.js", ""},
        {"/lib/inner.js", ""},
        {"/lib/package.json", R"({"name": "lib", "version": "1.0.0"})"},
        {"/loose.js", ""}});
  EXPECT_EQ(links_.is_entry, (std::vector<bool>{true, true, false, false}));
  EXPECT_EQ(links_.is_library, (std::vector<bool>{false, true, true, false}));
}

TEST_F(ModuleLinksTest, KnowsWhatTheNearestPackageDependsOn) {
  link(
      {{"/package.json", R"({"dependencies": {"next": "1"}, "devDependencies": {"@types/aws-lambda": "8"}})"},
       {"/a.js", ""},
       {"/inner/package.json", R"({"peerDependencies": {"koa": "2"}})"},
       {"/inner/b.js", ""}});
  EXPECT_TRUE(links_.depends_on(file("/a.js"), "next"));
  EXPECT_TRUE(links_.depends_on(file("/a.js"), "@types/aws-lambda"));
  EXPECT_FALSE(links_.depends_on(file("/a.js"), "koa"));
  EXPECT_TRUE(links_.depends_on(file("/inner/b.js"), "koa"));
  EXPECT_FALSE(links_.depends_on(file("/inner/b.js"), "next"));
}

}  // namespace
}  // namespace leaklint
