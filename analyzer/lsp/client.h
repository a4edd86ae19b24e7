#pragma once

#include "lsp/positions.h"

namespace leaklint {

/// What a client said that it can do, when it started the server.
struct Client {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool pulls_diagnostics = false;
  bool refreshes_diagnostics = false;  ///< asks again when told to
  bool shows_related_places = false;
  bool shows_links = false;  ///< codeDescription
  bool shows_tags = false;
  bool shows_progress = false;
  bool shows_documents = false;  ///< opens a URI when asked to
  bool takes_markdown = false;
  bool takes_literal_actions = false;
  bool can_register_watching = false;
  bool has_configuration = false;  ///< answers workspace/configuration
  bool can_register_configuration = false;
  bool asks_for_reasons = false;  ///< our own extension: asks why a finding is suppressed
};

/// `parameters` are those of `initialize`.
Client read_client(const Json& parameters);

}  // namespace leaklint
