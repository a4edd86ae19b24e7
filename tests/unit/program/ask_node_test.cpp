// Resolves the module names in a hundred published packages, and compares with what Node finds.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include <gtest/gtest.h>

#include "base/read_file.h"
#include "program/module_resolver.h"

namespace leaklint {
namespace {

std::vector<std::string> lines_of(const std::string& command) {
  std::vector<std::string> lines(1);
  FILE* pipe = ::popen(command.c_str(), "r");
  for (int character = std::fgetc(pipe); character != EOF; character = std::fgetc(pipe)) {
    if (character == '\n') {
      lines.emplace_back();
    } else {
      lines.back().push_back(static_cast<char>(character));
    }
  }
  lines.pop_back();
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return lines;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

class AnsweredByNode {
 public:
  explicit AnsweredByNode(const std::string& root) {
    const std::string script = root + "/tests/resolution/ask_node.mjs";
    // Node 18 does not know the condition "module-sync", which Node 20.19 and later follow.
    const std::string options =
        " --no-deprecation --no-warnings --experimental-import-meta-resolve --conditions=module-sync '";
    for (const std::string& line :
         lines_of("node" + options + script + "' '" + root + "/tests/node_modules'")) {
      std::vector<std::string> fields = fields_of(line);
      if (fields[0] == "file") {
        ids_.emplace(fields[1], FileId(static_cast<uint32_t>(paths_.size())));
        paths_.push_back(fields[1]);
      } else {
        questions_.push_back(std::move(fields));
      }
    }
  }

  const std::vector<std::string>& paths() const { return paths_; }
  const std::vector<std::vector<std::string>>& questions() const { return questions_; }
  FileId file(const std::string& path) const {
    const auto found = ids_.find(path);
    return found == ids_.end() ? FileId() : found->second;
  }

  /// Is our answer Node's, as far as analysed files are concerned?
  bool agrees(const ResolvedModule& ours, const std::vector<std::string>& question) const {
    const std::string &specifier = question[2], &nodes = question[3];
    if (nodes == "builtin") return ours.kind == ResolvedModule::Kind::builtin;
    if (const FileId expected = file(nodes)) return ours.file == expected;
    if (!ours.file) return true;
    // Node wants the whole name of a file in an `import`; compilers and bundlers do not, nor do we.
    const bool is_path = specifier.starts_with('.') || specifier.starts_with('/');
    if (nodes != "nothing") return false;
    return is_path ? question[0] == "import" : is_offered_to_others(paths_[ours.file.raw]);
  }

  /// Does the file's package name it in its package.json, under a condition that Node does not meet
  /// ("browser")? Bundlers take such a file, and so do we.
  static bool is_offered_to_others(const std::string& path) {
    for (std::filesystem::path folder = std::filesystem::path(path).parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
      const auto text = read_file((folder / "package.json").string());
      if (!text) continue;
      const std::string inside =
          "\"./" + std::filesystem::path(path).lexically_relative(folder).string() + '"';
      return text->find("\"exports\"") != std::string::npos && text->find(inside) != std::string::npos;
    }
    return false;
  }

 private:
  std::vector<std::string> paths_;
  std::unordered_map<std::string, FileId> ids_;
  std::vector<std::vector<std::string>> questions_;
};

TEST(ModuleResolver, AgreesWithNodeOnPublishedPackages) {
  const char* root = std::getenv("LEAKLINT_SOURCE_DIRECTORY");
  if (root == nullptr || !std::filesystem::exists(std::string(root) + "/tests/node_modules")) {
    GTEST_SKIP() << "needs the packages of tests/";
  }
  const AnsweredByNode answers(root);
  ModuleResolver resolver(answers.paths(), disk());
  size_t files_found = 0;
  for (const auto& question : answers.questions()) {
    const bool is_import = question[0] == "import";
    const ResolvedModule ours = resolver.resolve(answers.file(question[1]), question[2], is_import);
    files_found += ours.file ? 1 : 0;
    EXPECT_TRUE(answers.agrees(ours, question))
        << question[0] << " '" << question[2] << "' in " << question[1] << "\n  Node: " << question[3]
        << "\n  ours: " << (ours.file ? answers.paths()[ours.file.raw] : "no analysed file");
  }
  EXPECT_GT(files_found, 5000u);
  for (const FileProblem& problem : resolver.problems())
    ADD_FAILURE() << problem.path << ": " << problem.message;
}

}  // namespace
}  // namespace leaklint
