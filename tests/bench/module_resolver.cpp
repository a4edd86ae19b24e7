// 10,000 files in a monorepo of 100 packages, with 20 imports each: relative ones, packages of the workspace,
// paths of a tsconfig.json, builtins, packages that are not analysed. The goal is 100 ms for all 200,000.
#include "program/module_resolver.h"

#include <string>
#include <unordered_map>
#include <vector>

#include <benchmark/benchmark.h>

namespace leaklint {
namespace {

constexpr int package_count = 100;
constexpr int files_each = 100;

std::string folder_of(int package) {
  return "/home/someone/projects/monorepo/packages/package-" + std::to_string(package);
}

std::vector<std::string> make_paths() {
  std::vector<std::string> paths;
  for (int package = 0; package < package_count; ++package) {
    for (int file = 0; file < files_each; ++file) {
      const std::string name =
          "/src/part" + std::to_string(file / 10) + "/module" + std::to_string(file) + ".ts";
      paths.push_back(folder_of(package) + name);
    }
  }
  return paths;
}

FileSystem make_files() {
  std::unordered_map<std::string, std::string> texts;
  texts["/home/someone/projects/monorepo/package.json"] = R"({"workspaces": ["packages/*"]})";
  for (int package = 0; package < package_count; ++package) {
    const std::string name = "@mono/package-" + std::to_string(package);
    texts[folder_of(package) + "/package.json"] =
        R"({"version": "1.0.0", "name": ")" + name +
        R"(", "exports": {".": "./src/part0/module0.js", "./*": "./src/*.js"}})";
    texts[folder_of(package) + "/tsconfig.json"] =
        R"({"compilerOptions": {"paths": {"@/*": ["./src/*"], "~/*": ["./src/*"]}}})";
  }
  return {.current_folder = "/",
          .read = [texts](const std::string& path) -> Result<std::optional<std::string>> {
            const auto found = texts.find(path);
            if (found == texts.end()) return std::optional<std::string>();
            return std::optional<std::string>(found->second);
          }};
}

std::vector<std::string> make_specifiers() {
  std::vector<std::string> specifiers = {"fs",    "node:path",      "express",
                                         "react", "@nestjs/common", "lodash/get"};
  for (int file = 0; file < 8; ++file)
    specifiers.push_back("../part3/module3" + std::to_string(file) + ".js");
  for (int file = 0; file < 3; ++file) specifiers.push_back("@/part5/module5" + std::to_string(file));
  specifiers.push_back("@mono/package-7");
  specifiers.push_back("@mono/package-50/part2/module22");
  specifiers.push_back("./styles.css");
  return specifiers;
}

void resolve_all(benchmark::State& state) {
  const auto paths = make_paths();
  const FileSystem files = make_files();
  const auto specifiers = make_specifiers();
  size_t found = 0;
  for (auto each : state) {
    ModuleResolver resolver(paths, files);
    found = 0;
    for (uint32_t file = 0; file < paths.size(); ++file) {
      for (const std::string& specifier : specifiers) {
        found += resolver.resolve(FileId(file), specifier, true).file ? 1 : 0;
      }
    }
  }
  state.counters["imports"] = static_cast<double>(paths.size() * specifiers.size());
  state.counters["files found"] = static_cast<double>(found);
}
BENCHMARK(resolve_all)->Unit(benchmark::kMillisecond);

void set_up(benchmark::State& state) {
  const auto paths = make_paths();
  const FileSystem files = make_files();
  for (auto each : state) ModuleResolver resolver(paths, files);
}
BENCHMARK(set_up)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace leaklint
