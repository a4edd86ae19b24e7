#include "lsp/client.h"

#include <algorithm>

namespace leaklint {

Client read_client(const Json& parameters) {
  const Json& capabilities = member(parameters, "capabilities");
  const Json& document = member(capabilities, "textDocument");
  const Json& workspace = member(capabilities, "workspace");
  const Json& published = member(document, "publishDiagnostics");
  const Json& pulled = member(document, "diagnostic");
  Client client;
  client.encoding = choose_encoding(member(capabilities, "general", "positionEncodings"));
  client.refreshes_diagnostics = is_true(member(workspace, "diagnostics", "refreshSupport"));
  client.pulls_diagnostics = pulled.is_object() && client.refreshes_diagnostics;
  // A client that pulls may say these things of pulled diagnostics, or leave them with the published ones.
  const auto says = [&](std::string_view key) {
    return is_true(member(published, key)) || is_true(member(pulled, key));
  };
  client.shows_related_places = says("relatedInformation");
  client.shows_links = says("codeDescriptionSupport");
  client.shows_tags = member(published, "tagSupport").is_object() || member(pulled, "tagSupport").is_object();
  client.shows_progress = is_true(member(capabilities, "window", "workDoneProgress"));
  client.shows_documents = is_true(member(member(capabilities, "window", "showDocument"), "support"));
  const Json& formats = member(member(document, "hover"), "contentFormat");
  client.takes_markdown =
      formats.is_array() && std::find(formats.begin(), formats.end(), "markdown") != formats.end();
  client.takes_literal_actions =
      member(member(document, "codeAction"), "codeActionLiteralSupport").is_object();
  client.can_register_watching = is_true(member(workspace, "didChangeWatchedFiles", "dynamicRegistration"));
  client.has_configuration = is_true(member(workspace, "configuration"));
  client.can_register_configuration =
      is_true(member(workspace, "didChangeConfiguration", "dynamicRegistration"));
  client.asks_for_reasons = is_true(member(parameters, "initializationOptions", "asksForReasons"));
  return client;
}

}  // namespace leaklint
