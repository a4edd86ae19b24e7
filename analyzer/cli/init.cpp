#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "base/is_one_of.h"
#include "base/read_file.h"
#include "cli/commands.h"
#include "driver/atomic_file.h"
#include "driver/configured_files.h"
#include "driver/paths.h"
#include "models/embedded.h"
#include "report/words.h"

namespace leaklint {
namespace {

using nlohmann::json;

/// Folders of these names hold what tools wrote, or others did.
constexpr std::array<std::string_view, 12> generated_names = {
    "dist",        "build",     "out",   "output", "coverage", "vendor",
    "third_party", "generated", ".next", ".nuxt",  ".output",  "storybook-static"};
constexpr std::array<std::string_view, 9> test_names = {"test", "tests", "__tests__", "spec",   "specs",
                                                        "e2e",  "bench", "benchmark", "cypress"};

/// What there is to know of the project in the working folder.
struct Survey {
  std::set<std::string> generated;  ///< folders, with a slash at their end
  std::set<std::string> tests;
  std::vector<std::string> known;  ///< dependencies whose behaviour leaklint knows
  bool has_schema = false;
  size_t files = 0;
};

std::set<std::string> modelled_packages() {
  std::set<std::string> names;
  for (const EmbeddedFile& file : embedded_models()) {
    const json model = json::parse(file.text, nullptr, /*allow_exceptions=*/false);
    if (!model.is_object() || !model.contains("modules")) continue;
    for (const auto& [name, type] : model["modules"].items()) names.insert(name);
  }
  return names;
}

std::vector<std::string> known_dependencies(const std::string& package_path) {
  const auto text = read_file(package_path);
  if (!text) return {};
  const json package = json::parse(*text, nullptr, /*allow_exceptions=*/false);
  const std::set<std::string> modelled = modelled_packages();
  std::set<std::string> known;
  for (const char* list : {"dependencies", "devDependencies", "peerDependencies"}) {
    if (!package.is_object() || !package.contains(list) || !package[list].is_object()) continue;
    for (const auto& [name, version] : package[list].items())
      if (modelled.contains(name)) known.insert(name);
  }
  return {known.begin(), known.end()};
}

/// The outermost folder on the way to a file that has one of the names, with a slash at its end; or "".
template <class Names>
std::string folder_named(const std::string& path, const Names& names) {
  size_t begin = 0;
  for (size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', begin)) {
    if (is_one_of(std::string_view(path).substr(begin, slash - begin), names))
      return path.substr(0, slash + 1);
    begin = slash + 1;
  }
  return "";
}

Result<Survey> survey_project() {
  Survey survey;
  SettingsLookup lookup(all_rules(), {}, std::nullopt);
  const std::vector<std::string> here = {"."};
  const auto found = discover_configured(here, false, lookup);
  if (!found) return found.error();
  survey.files = found->files.size();
  for (const DiscoveredFile& file : found->files) {
    std::string generated = folder_named(file.path, generated_names);
    std::string tests = folder_named(file.path, test_names);
    if (!generated.empty())
      survey.generated.insert(std::move(generated));
    else if (!tests.empty())
      survey.tests.insert(std::move(tests));
  }
  survey.known = known_dependencies("package.json");
  survey.has_schema = is_file("node_modules/leaklint/leaklint.schema.json");
  return survey;
}

std::string in_quotes(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string list_of(const std::set<std::string>& folders) {
  std::string text;
  for (const std::string& folder : folders) text += (text.empty() ? "" : ", ") + in_quotes("/" + folder);
  return text;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string configuration_text(const Survey& survey) {
  std::string text = "// What leaklint checks here, and how strictly. Every key may be left out.\n{\n";
  if (survey.has_schema) text += "  \"$schema\": \"./node_modules/leaklint/leaklint.schema.json\",\n\n";
  text +=
      "  // recommended, leaks (memory leaks only), strict or all; 'leaklint rules' lists what is in them.\n"
      "  \"preset\": \"recommended\",\n\n"
      "  // high: proven. medium: one link of the proof rests on a convention. low: two do.\n"
      "  \"confidence\": \"medium\",\n\n"
      "  // A rule's severity is error, warn, note or off; 'leaklint explain RULE' tells its options.\n"
      "  \"rules\": {\n    // \"no-var\": \"warn\"\n  },\n\n"
      "  // What git ignores, node_modules, minified and declaration files are left out anyway.\n"
      "  \"exclude\": [" +
      list_of(survey.generated) + "],\n\n";
  text +=
      "  // Names that other scripts of the page or the platform define: \"writable\" or \"readonly\".\n"
      "  \"globals\": {},\n\n";
  if (!survey.known.empty())
    text +=
        "  // Of the dependencies, leaklint knows what these hold, run and release: " + listed(survey.known) +
        ".\n";
  text +=
      "  // Files that tell it about other libraries.\n  \"models\": [],\n\n"
      "  // Settings for some files only; later ones win.\n  \"overrides\": [";
  if (!survey.tests.empty()) {
    text +=
        "\n    // A test's process ends soon, and takes with it what is left open.\n"
        "    { \"files\": [" +
        list_of(survey.tests) +
        "], \"rules\": { \"listener-leak\": \"off\", \"timer-leak\": \"off\", \"resource-leak\": \"off\" } "
        "}\n  ";
  }
  return text + "]\n}\n";
}

int write_configuration() {
  const std::string path(configuration_file_name);
  if (is_file(path)) {
    complain(path + " is here already; nothing was changed");
    return exit_error;
  }
  const auto survey = survey_project();
  if (!survey) {
    complain(survey.error().text);
    return exit_error;
  }
  if (const auto error = write_file(path, configuration_text(*survey))) {
    complain(error->text);
    return exit_error;
  }
  std::string said = "wrote " + path + " for " + counted(survey->files, "file");
  if (!survey->known.empty()) said += "; of the dependencies leaklint knows " + listed(survey->known);
  complain(said);
  return exit_clean;
}

}  // namespace

void add_init_command(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("init", "Write a leaklint.json that fits the project in the working folder");
  command->callback([&exit_code] { exit_code = write_configuration(); });
}

}  // namespace leaklint
