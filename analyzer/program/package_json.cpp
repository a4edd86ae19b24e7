#include "program/package_json.h"

#include <algorithm>
#include <initializer_list>

#include "program/path_text.h"

namespace leaklint {
namespace {

bool has_any(JsonValue object, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(), [&](auto key) { return bool(object.member(key)); });
}

void append_texts(JsonValue values, std::vector<std::string>& out) {
  if (values.is_text()) out.emplace_back(values.text());
  if (!values.is_list() && !values.is_object()) return;
  for (const JsonValue value : values) {
    if (value.is_text()) out.emplace_back(value.text());
  }
}

void read_browser(JsonValue browser, PackageJson& package) {
  package.browser = browser.text();
  if (!browser.is_object()) return;
  for (const JsonValue value : browser) {
    if (value.is_text()) package.browser_files.emplace_back(value.key(), value.text());
  }
}

void read_dependencies(JsonValue root, PackageJson& package) {
  for (const auto key : {"dependencies", "optionalDependencies", "peerDependencies", "devDependencies"}) {
    const JsonValue dependencies = root.member(key);
    if (!dependencies.is_object()) continue;
    for (const JsonValue version : dependencies) {
      package.dependencies.emplace(version.key());
      // A registry's version has a colon only where it names something else.
      if (version.text().find(':') == std::string_view::npos) continue;
      package.redirected.emplace(version.key(), version.text());
    }
  }
}

/// Is it written to be imported by programs that we do not see? What npm publishes says so more or less
/// clearly; a start script beside a bare `main` is how `npm init` and a server's author fill an
/// application's.
PackageRole role_of(JsonValue root, const PackageJson& package) {
  if (is_installed(package.folder)) return PackageRole::library;
  if (package.name.empty() || root.member("private").is_true()) return PackageRole::application;
  if (root.member("engines").member("vscode")) return PackageRole::application;
  if (has_any(root,
              {"exports", "module", "types", "typings", "files", "publishConfig", "peerDependencies"})) {
    return PackageRole::library;
  }
  const bool is_started = bool(root.member("scripts").member("start"));
  if (!root.member("version") || is_started) return PackageRole::application;
  const bool is_program_only = !package.programs.empty() && package.main.empty();
  return is_program_only ? PackageRole::application : PackageRole::library;
}

}  // namespace

std::string_view PackageJson::redirection_of(std::string_view dependency) const {
  if (redirected.empty()) return {};
  const auto found = redirected.find(std::string(dependency));
  return found == redirected.end() ? std::string_view() : std::string_view(found->second);
}

Result<PackageJson> read_package_json(std::string folder, std::string_view text) {
  Result<JsonTree> json = JsonTree::parse(text);
  if (!json) return json.error();
  PackageJson package;
  package.folder = std::move(folder);
  package.json = std::move(json).value();
  const JsonValue root = package.json.root();
  if (!root.is_object()) return Error{"1:1: must be an object"};
  package.name = root.member("name").text();
  package.main = root.member("main").text();
  package.module = root.member("module").text();
  package.source = root.member("source").text();
  package.types = root.member(root.member("types") ? "types" : "typings").text();
  read_browser(root.member("browser"), package);
  append_texts(root.member("bin"), package.programs);
  const JsonValue workspaces = root.member("workspaces");
  append_texts(workspaces.is_object() ? workspaces.member("packages") : workspaces, package.workspaces);
  read_dependencies(root, package);
  package.role = role_of(root, package);
  package.is_stub = !has_any(
      root, {"version", "dependencies", "devDependencies", "peerDependencies", "scripts", "workspaces"});
  // Nothing else is asked of it, and a tree with node_modules has thousands.
  if (!package.exports() && !package.imports()) package.json = JsonTree();
  return package;
}

}  // namespace leaklint
