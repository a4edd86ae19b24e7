#include <filesystem>

#include "base/version.h"
#include "driver/parallel.h"
#include "lsp/code_actions.h"
#include "lsp/server.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view progress_token = "leaklint/index";
constexpr auto between_reports = std::chrono::milliseconds(200);

/// The folder that all of these are in; without a slash at its end, so "" for the root.
std::string common_folder(const std::vector<std::string>& folders) {
  if (folders.empty()) return "";
  std::string common = folders.front();
  for (const std::string& folder : folders) {
    while (folder != common && !folder.starts_with(common + "/"))
      common = common.substr(0, common.rfind('/'));
  }
  return common == "/" ? "" : common;
}

/// A client names its folders in one of three ways, the oldest of which is a path.
std::vector<std::string> folders_of(const Json& parameters) {
  std::vector<std::string> folders;
  const auto add = [&](const Json& uri) {
    if (!uri.is_string()) return;
    if (auto path = path_of_uri(uri.get_ref<const std::string&>())) folders.push_back(std::move(*path));
  };
  const Json& named = member(parameters, "workspaceFolders");
  if (named.is_array()) {
    for (const Json& folder : named) add(member(folder, "uri"));
  } else if (member(parameters, "rootUri").is_string()) {
    add(member(parameters, "rootUri"));
  } else if (member(parameters, "rootPath").is_string()) {
    folders.push_back(member(parameters, "rootPath").get<std::string>());
  }
  return folders;
}

std::string canonical(const std::string& path) {
  std::error_code error;
  const fs::path found = fs::weakly_canonical(path, error);
  return error ? path : found.string();
}

Json capabilities(const Client& client) {
  Json all = {
      {"positionEncoding", encoding_word(client.encoding)},
      {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", false}}},
      {"hoverProvider", true},
      {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix", "source.fixAll.leaklint"})}}},
      {"executeCommandProvider", {{"commands", Json::array({explain_command})}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
      {"experimental", {{"retainingPath", true}}},
  };
  if (client.pulls_diagnostics)
    all["diagnosticProvider"] = {
        {"identifier", "leaklint"}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}};
  return all;
}

/// The editor's settings are read as a leaklint.json that has the same keys.
Json configuration_of(const Json& settings) {
  Json configuration = Json::object();
  for (const std::string_view key : {"preset", "confidence", "rules"}) {
    const Json& value = member(settings, key);
    const bool is_unset = value.is_null() || (value.is_string() && value == "") || value == Json::object();
    if (!is_unset) configuration[std::string(key)] = value;
  }
  return configuration;
}

}  // namespace

Json Server::initialize(Parameters parameters) {
  client_ = read_client(parameters);
  const std::vector<std::string> named = folders_of(parameters);
  paths_ = PathNames(common_folder(named));
  for (const std::string& folder : named) folders_.push_back(canonical(folder));
  // Paths are then shown as the user would write them there. Where there is no such folder, from the root.
  std::error_code error;
  fs::current_path(paths_.root().empty() ? "/" : paths_.root(), error);
  if (error) paths_ = PathNames(fs::current_path(error).string());
  settings_ = member(parameters, "initializationOptions", "settings");

  Analysis::Listener listener;
  listener.on_snapshot = [this](std::shared_ptr<const ProjectSnapshot> snapshot) {
    events_.post([this, snapshot = std::move(snapshot)] { take_snapshot(snapshot); });
  };
  listener.on_error = [this](Error problem) {
    events_.post([this, problem = std::move(problem)] { take_error(problem); });
  };
  listener.on_progress = [this](size_t done, size_t all) { show_progress(done, all); };
  analysis_ = std::make_unique<Analysis>(rules_, default_thread_count(), std::move(listener));
  state_ = State::running;
  return {{"capabilities", capabilities(client_)},
          {"serverInfo", {{"name", "leaklint"}, {"version", std::string(version)}}}};
}

void Server::start(Parameters) {
  if (client_.can_register_watching) register_watching();
  if (client_.can_register_configuration) {
    register_for("leaklint/settings", "workspace/didChangeConfiguration", {{"section", "leaklint"}});
  }
  if (client_.shows_progress) {
    progress_ = Progress::asked;
    outbox_.request("window/workDoneProgress/create", {{"token", progress_token}}, [this](const Json&) {
      if (progress_ != Progress::asked) return;
      progress_ = Progress::shown;
      outbox_.notify("$/progress",
                     {{"token", progress_token},
                      {"value", {{"kind", "begin"}, {"title", "leaklint: reading the project"}}}});
    });
  }
  if (client_.has_configuration)
    ask_for_settings();
  else
    load_project();
}

void Server::register_for(std::string_view id, std::string_view method, Json options) {
  Json registration = {{"id", id}, {"method", method}, {"registerOptions", std::move(options)}};
  outbox_.request("client/registerCapability", {{"registrations", Json::array({std::move(registration)})}});
}

void Server::register_watching() {
  Json watchers = Json::array();
  for (const std::string_view glob : {"**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,html,htm}",
                                      "**/leaklint.json", "**/leaklint-baseline.json", "**/package.json",
                                      "**/{ts,js}config*.json", "**/.gitignore", "**/.leaklintignore"})
    watchers.push_back({{"globPattern", glob}});
  register_for("leaklint/files", "workspace/didChangeWatchedFiles", {{"watchers", std::move(watchers)}});
}

void Server::ask_for_settings() {
  outbox_.request("workspace/configuration", {{"items", Json::array({Json{{"section", "leaklint"}}})}},
                  [this](const Json& result) {
                    if (result.is_array() && !result.empty() && result[0].is_object()) settings_ = result[0];
                    load_project();
                  });
}

void Server::take_settings(Parameters parameters) {
  const Json& sent = member(parameters, "settings", "leaklint");
  if (client_.has_configuration) return ask_for_settings();
  if (sent.is_object()) settings_ = sent;
  load_project();
}

void Server::load_project() {
  last_error_.clear();  // to be said again if it is still so
  ProjectSetup setup;
  setup.folders = folders_;
  auto flags = parse_configuration("the editor's settings", configuration_of(settings_).dump(), rules_);
  if (flags)
    setup.flags = std::move(flags->settings);
  else
    take_error(flags.error());
  if (const std::string path = text_or(member(settings_, "configuration"), ""); !path.empty()) {
    auto configuration = read_configuration(path, rules_);
    if (configuration)
      setup.configuration = std::move(*configuration);
    else
      take_error(configuration.error());
  }
  ProjectChanges changes;
  changes.setup = std::move(setup);
  change(std::move(changes));
}

void Server::change_folders(Parameters parameters) {
  const Json& event = parameters.at("event");
  for (const Json& folder : member(event, "removed")) {
    if (const auto path = path_of_uri(folder.at("uri").get<std::string>()))
      std::erase(folders_, canonical(*path));
  }
  for (const Json& folder : member(event, "added")) {
    if (const auto path = path_of_uri(folder.at("uri").get<std::string>()))
      folders_.push_back(canonical(*path));
  }
  load_project();
}

/// Called by threads of the analysis.
void Server::show_progress(size_t done, size_t all) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  const auto next = std::chrono::steady_clock::duration(last_progress_) + between_reports;
  if (now < next) return;
  last_progress_ = now.count();
  events_.post([this, done, all] {
    if (progress_ != Progress::shown) return;
    const std::string text = std::to_string(done) + " of " + std::to_string(all) + " files";
    outbox_.notify(
        "$/progress",
        {{"token", progress_token},
         {"value",
          {{"kind", "report"}, {"message", text}, {"percentage", done * 100 / std::max<size_t>(all, 1)}}}});
  });
}

void Server::end_progress() {
  if (progress_ == Progress::shown)
    outbox_.notify("$/progress", {{"token", progress_token}, {"value", {{"kind", "end"}}}});
  progress_ = Progress::over;
}

}  // namespace leaklint
