// Writes the SARIF files that tests/scripts/sarif_test.mjs gives to the schema, to Microsoft's validator and
// to other implementations of the line hash. Together their findings use everything that our SARIF can hold.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.good()) return;
  std::fprintf(stderr, "cannot write %s\n", path.c_str());
  std::exit(2);
}

/// A project that remembers the bytes of its files, so that they can be written.
class SpecimenProject : public SampleProject {
 public:
  void add_tricky(const std::string& path, const std::string& bytes) {
    tricky_.push_back(add(path, bytes));
    bytes_.emplace_back(path, bytes);
  }

  /// A finding on each line of the tricky files; of a long one on some.
  std::vector<Finding> on_every_line() const {
    std::vector<Finding> findings;
    for (FileId file : tricky_)
      for (uint32_t line = 1; line <= source(file).line_count(); line += 1 + line / 500) {
        const uint32_t start = source(file).line_start(line);
        const auto length = static_cast<uint32_t>(source(file).line_text(line).size());
        findings.push_back(
            finding("constant-in-hot-path", {file, {start, start + length}}, "Line of a tricky file"));
      }
    return findings;
  }

  void write_sources(const fs::path& root) const {
    for (const auto& [path, bytes] : bytes_) write_file(root / path, bytes);
    for (FileId file : {log, app}) write_file(root / source(file).path(), source(file).text());
    write_file(root / source(page).path(), "\xEF\xBB\xBF" + std::string(source(page).text()));
  }

 private:
  std::vector<FileId> tricky_;
  std::vector<std::pair<std::string, std::string>> bytes_;
};

std::string random_text(uint32_t seed, size_t length) {
  static const std::vector<std::string> pieces = {"a",
                                                  "b",
                                                  ";",
                                                  " ",
                                                  "\t",
                                                  "\n",
                                                  "\r\n",
                                                  "\r",
                                                  "\n",
                                                  "\r \n",
                                                  "\u2028",
                                                  "\xC3\xA9",
                                                  "\xF0\x9F\x98\x80",
                                                  "x = 1;",
                                                  "}",
                                                  "\n",
                                                  "\x01",
                                                  "\uFFFF",
                                                  "\xE2\x82\xAC",
                                                  "\xC3"};
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < length) text += pieces[random() % pieces.size()];
  return text;
}

void add_tricky_files(SpecimenProject& project) {
  using std::string_literals::operator""s;
  project.add_tricky("tricky/empty.js", "");
  project.add_tricky("tricky/one.js", "x");
  project.add_tricky("tricky/no-last-feed.js", "a\nb");
  project.add_tricky("tricky/feeds.js", "\n\n\n\n");
  project.add_tricky("tricky/carriages.js", "a\rb\r\rc\r\n\r\nd\r \n\r\t\re\n\r");
  project.add_tricky("tricky/mark.js", "\xEF\xBB\xBFlet a;\n\xEF\xBB\xBFlet b;\n");
  project.add_tricky("tricky/equal lines.js",
                     "f();\nf();\n  f();\n\tf( );\n" + std::string(120, 'z') + "\nf();\n");
  project.add_tricky("tricky/100 + 1%.js", std::string(99, 'q') + "\n" + std::string(100, 'q') + "\n" +
                                               std::string(101, 'q') + "\n" + std::string(100, 'q') + "\n");
  project.add_tricky("tricky/astral.js", "'😀😀'\n'\uFFFF'\n'日本語\u2028\u2029'\n\u00A0nbsp\u3000\n");
  project.add_tricky("tricky/broken.js",
                     "a\xC3\nb\xE2\x82\nc\xF0\x9F\x98\nd\xED\xA0\x80\ne\xC0\xAF\nf\xFF\xFE\n");
  project.add_tricky("tricky/nul.js", "a\0b\n\0\nc"s);
  project.add_tricky("tricky/utf16.js", "\xFF\xFEl\0e\0t\0 \0a\0;\0\n\0f\0(\0)\0\n\0"s);
  for (uint32_t seed = 1; seed <= 20; ++seed)
    project.add_tricky("tricky/random-" + std::to_string(seed) + ".js", random_text(seed, 40 * seed));
  // Longer than what Node reads at a time, with a character across each place where it may stop.
  project.add_tricky("tricky/long.js", random_text(77, 150'000));
}

Finding finding_across_lines(const SampleProject& project) {
  Finding leak = project.listener_leak();
  leak.severity = Severity::warning;
  leak.confidence = Confidence::low;
  leak.place = project.place(project.log, "res.on('finish', () => {\n    console");
  leak.message = "Text that looks like a link, handlers[name](request), [a](1) or {0}. And a second sentence";
  leak.notes.push_back({Note::Label::because,
                        "a step is named by what the text has not",
                        {{"array[0] \\ element", project.place(project.app, "express()")}}});
  leak.notes.push_back({Note::Label::grows, "", {{"once", {}}, {"per call", {}}}});
  return leak;
}

ReportInput specimen_input(const SampleProject& project, std::span<const Finding> findings,
                           const fs::path& root) {
  ReportInput input = project.input(findings);
  input.options.source_root = root;
  input.options.working_directory = root;
  return input;
}

/// Every feature that a result can have.
void write_full(const fs::path& directory) {
  const SampleProject project;
  const fs::path root = directory / "project";
  const std::vector<Finding> findings = {finding_across_lines(project), project.listener_leak(),
                                         project.loose_equality()};
  ReportInput input = specimen_input(project, findings, root);
  input.problems = {{"tricky/gone.js", "Cannot be read: permission denied.", Severity::error},
                    {"../outside.js", "Does not parse cleanly from line 3.", Severity::warning},
                    {"", "The cache is not used: disk full.", Severity::note}};
  write_file(directory / "full.sarif", report_sarif(input));
}

/// Many files whose lines are hard to hash, and the files of the other specimens.
void write_lines(const fs::path& directory) {
  SpecimenProject project;
  add_tricky_files(project);
  const fs::path root = directory / "project";
  project.write_sources(root);
  const std::vector<Finding> findings = project.on_every_line();
  write_file(directory / "lines.sarif", report_sarif(specimen_input(project, findings, root)));
}

void write_suppressed(const fs::path& directory) {
  const SampleProject project;
  const fs::path root = directory / "project";
  const std::vector<Finding> findings = {project.listener_leak()};
  const std::vector<SuppressedFinding> suppressed = {
      {project.listener_leak(), SuppressedFinding::By::comment, "one process a request"},
      {project.loose_equality(), SuppressedFinding::By::baseline, ""}};
  ReportInput input = specimen_input(project, findings, root);
  input.suppressed = suppressed;
  write_file(directory / "suppressed.sarif", report_sarif(input));
}

/// No findings and no source root, but the rules that leaklint has.
void write_clean(const fs::path& directory) {
  const SampleProject project;
  ReportInput input = project.input({});
  input.rules = all_rules();
  write_file(directory / "clean.sarif", report_sarif(input));
}

/// Letters that compress badly: what a project with long and varied names would give.
std::string noise(std::mt19937& random, size_t length) {
  std::string text;
  while (text.size() < length) text += static_cast<char>('a' + random() % 26);
  return text;
}

/// More than GitHub takes: of results, and of steps in one result.
void write_many(const fs::path& directory) {
  SampleProject project;
  std::mt19937 random(1);
  std::vector<Finding> findings;
  std::vector<FileId> files;
  for (int count = 0; count < 500; ++count)
    files.push_back(project.add(noise(random, 20) + "/" + noise(random, 20) + ".js",
                                noise(random, 60) + "\n" + noise(random, 60) + "\n"));
  for (uint32_t count = 0; count < 30'000; ++count) {
    Finding leak = project.listener_leak();
    leak.place = {files[count / 60], {count % 60, count % 60 + 5}};
    leak.severity = count % 3 == 0 ? Severity::warning : Severity::error;
    leak.message += " " + noise(random, 60);
    leak.enclosing_function = noise(random, 20);
    for (Note& note : leak.notes) note.text += " " + noise(random, 60);
    findings.push_back(std::move(leak));
  }
  Note endless{Note::Label::retained, "", {}};
  for (uint32_t count = 0; count < 12'000; ++count)
    endless.steps.push_back({"step", {project.log, {count % 400, count % 400 + 1 + count / 400}}});
  findings[1].notes = {endless};
  write_file(directory / "many.sarif", report_sarif(project.input(findings)));
}

}  // namespace
}  // namespace leaklint

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: sarif_specimens DIRECTORY\n");
    return 2;
  }
  const std::string directory = arguments[1];
  leaklint::write_full(directory);
  leaklint::write_lines(directory);
  leaklint::write_suppressed(directory);
  leaklint::write_clean(directory);
  leaklint::write_many(directory);
}
