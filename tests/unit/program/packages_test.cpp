#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "program/module_resolver.h"
#include "unit/program/memory_files.h"

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class PackagesTest : public testing::Test {
 protected:
  void analyse(const FileTree& tree) {
    paths_ = source_paths(tree);
    resolver_ = std::make_unique<ModuleResolver>(paths_, in_memory(tree));
  }
  FileId file(const std::string& path) const {
    return FileId(static_cast<uint32_t>(std::find(paths_.begin(), paths_.end(), path) - paths_.begin()));
  }
  const Package* package_of(const std::string& path) const { return resolver_->package_of(file(path)); }
  std::vector<std::string> entries() const {
    std::vector<std::string> found;
    for (uint32_t raw = 0; raw < paths_.size(); ++raw) {
      if (resolver_->is_entry(FileId(raw))) found.push_back(paths_[raw]);
    }
    return found;
  }
  bool is_library(const std::string& package_json) {
    analyse({{"/p/index.js", ""}, {"/p/package.json", package_json}});
    return package_of("/p/index.js")->is_library();
  }

  std::vector<std::string> paths_;
  std::unique_ptr<ModuleResolver> resolver_;
};

TEST_F(PackagesTest, TellsLibrariesFromApplications) {
  EXPECT_TRUE(is_library(R"({"name": "x", "version": "1.0.0"})"));
  EXPECT_TRUE(is_library(R"({"name": "x", "version": "1.0.0", "main": "index.js", "bin": "cli.js"})"));
  EXPECT_TRUE(is_library(R"({"name": "x", "exports": "./index.js"})"));
  EXPECT_TRUE(
      is_library(R"({"name": "x", "version": "1.0.0", "types": "x.d.ts", "scripts": {"start": "tsc -w"}})"));
  EXPECT_FALSE(is_library(R"({"name": "x", "version": "1.0.0", "main": "index.js", "private": true})"));
  EXPECT_FALSE(
      is_library(R"({"name": "x", "version": "1.0.0", "main": "index.js", "scripts": {"start": "node ."}})"));
  EXPECT_FALSE(is_library(R"({"name": "x", "version": "1.0.0", "bin": "cli.js"})"));
  EXPECT_FALSE(is_library(R"({"name": "x", "main": "index.js"})"));
  EXPECT_FALSE(is_library(
      R"({"name": "x", "version": "1.0.0", "engines": {"vscode": "^1.90.0"}, "main": "index.js"})"));
  EXPECT_FALSE(is_library("{}"));
}

TEST_F(PackagesTest, WhatIsInstalledIsALibrary) {
  analyse({{"/node_modules/x/index.js", ""}, {"/node_modules/x/package.json", R"({"private": true})"}});
  EXPECT_TRUE(package_of("/node_modules/x/index.js")->is_library());
}

TEST_F(PackagesTest, NothingAboveNodeModulesOwnsWhatIsInstalled) {
  analyse({{"/node_modules/x/index.js", ""}, {"/a.js", ""}, {"/package.json", R"({"name": "app"})"}});
  EXPECT_EQ(package_of("/node_modules/x/index.js"), nullptr);
  EXPECT_EQ(package_of("/a.js")->name(), "app");
}

TEST_F(PackagesTest, FoldersThatOnlySayTheirTypeBelongToThePackageAround) {
  analyse({{"/cjs/a.js", ""},
           {"/hooks/dist/h.js", ""},
           {"/packages/b/b.js", ""},
           {"/package.json",
            R"({"name": "x", "version": "1.0.0", "main": "cjs/a.js", "workspaces": ["packages/*"]})"},
           {"/cjs/package.json", R"({"type": "commonjs"})"},
           {"/hooks/package.json", R"({"name": "x-hooks", "private": true, "main": "dist/h.js"})"},
           {"/packages/b/package.json", R"({"name": "b", "main": "b.js"})"}});
  EXPECT_EQ(package_of("/cjs/a.js")->name(), "x");
  EXPECT_EQ(package_of("/hooks/dist/h.js")->name(), "x");
  EXPECT_EQ(package_of("/packages/b/b.js")->name(), "b");
  EXPECT_THAT(package_of("/cjs/a.js")->entries,
              UnorderedElementsAre(file("/cjs/a.js"), file("/hooks/dist/h.js")));
}

TEST_F(PackagesTest, EntriesOfMainModuleBrowserAndBin) {
  analyse({{"/lib/main.js", ""},
           {"/es/main.mjs", ""},
           {"/lib/browser.js", ""},
           {"/lib/inner.js", ""},
           {"/lib/inner-browser.js", ""},
           {"/cli.js", ""},
           {"/package.json",
            R"({"name": "x", "main": "./lib/main", "module": "es/main.mjs", "bin": {"x": "cli.js"},
             "browser": {"./lib/main.js": "./lib/browser.js", "./lib/inner.js": "./lib/inner-browser.js", "fs": false}})"}});
  EXPECT_THAT(entries(), ElementsAre("/cli.js", "/es/main.mjs", "/lib/browser.js", "/lib/main.js"));
  EXPECT_THAT(package_of("/cli.js")->programs, ElementsAre(file("/cli.js")));
}

TEST_F(PackagesTest, EntryWithoutAnyFieldIsTheIndexFile) {
  analyse({{"/index.js", ""}, {"/other.js", ""}, {"/package.json", R"({"name": "x"})"}});
  EXPECT_THAT(entries(), ElementsAre("/index.js"));
}

TEST_F(PackagesTest, EntriesOfExports) {
  analyse({{"/index.js", ""},
           {"/x.cjs", ""},
           {"/src/x.mjs", ""},
           {"/src/f/a.js", ""},
           {"/src/f/deep/b.ts", ""},
           {"/src/f/c.css.js", ""},
           {"/src/f/private/d.js", ""},
           {"/src/g.js", ""},
           {"/node_modules/y/src/f/e.js", ""},
           {"/package.json", R"({"name": "x", "exports": {
             ".": {"require": "./x.cjs", "import": {"default": "./src/x.mjs"}},
             "./f/*": "./src/f/*.js",
             "./f/private/*": null}})"}});
  EXPECT_THAT(entries(),
              ElementsAre("/src/f/a.js", "/src/f/c.css.js", "/src/f/deep/b.ts", "/src/x.mjs", "/x.cjs"));
}

TEST_F(PackagesTest, EntriesOfPatternsWithAnExtensionOrNone) {
  analyse({{"/lib/a.js", ""},
           {"/lib/b.mjs", ""},
           {"/old/c.js", ""},
           {"/d.js", ""},
           {"/package.json", R"({"name": "x", "exports": {"./lib/*": "./lib/*", "./old/": "./old/"}})"}});
  EXPECT_THAT(entries(), ElementsAre("/lib/a.js", "/lib/b.mjs", "/old/c.js"));
}

TEST_F(PackagesTest, EntriesAreTheSourcesOfWhatIsBuilt) {
  analyse(
      {{"/src/index.ts", ""},
       {"/src/parts/a.ts", ""},
       {"/src/inner.ts", ""},
       {"/tsconfig.json", R"({"compilerOptions": {"outDir": "dist", "rootDir": "src"}})"},
       {"/package.json",
        R"({"name": "x", "version": "1.0.0", "exports": {".": "./dist/index.js", "./*": "./dist/parts/*.js"}})"}});
  EXPECT_THAT(entries(), ElementsAre("/src/index.ts", "/src/parts/a.ts"));
}

TEST_F(PackagesTest, NoEntriesAreGuessed) {
  analyse({{"/src/index.js", ""},
           {"/package.json", R"({"name": "x", "version": "1.0.0", "main": "dist/x.js"})"}});
  EXPECT_THAT(entries(), IsEmpty());
  EXPECT_TRUE(package_of("/src/index.js")->is_library());
}

}  // namespace
}  // namespace leaklint
