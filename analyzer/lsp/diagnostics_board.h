#pragma once

#include <map>
#include <string>
#include <vector>

#include "lsp/document.h"
#include "lsp/finding_text.h"
#include "lsp/outbox.h"

namespace leaklint {

using Documents = std::map<std::string, Document>;  ///< by path as the analysis shows it

/// Keeps the client's list of diagnostics as the snapshots say: publishes what has changed, or, to a client
/// that pulls, tells that something has, and answers.
class DiagnosticsBoard {
 public:
  explicit DiagnosticsBoard(Outbox& outbox) : outbox_(outbox) {}

  void show(const View& view, const Documents& documents);

  /// `textDocument/diagnostic`. `file` is null where the document is not analysed.
  Json document_report(const View& view, const CheckedFile* file, const Json& previous) const;

  /// `workspace/diagnostic`: answered when there is something that the client does not have.
  void pull_workspace(const View& view, const Documents& documents, const Json& id,
                      const Json& previous_results);
  /// Whether there was such a request.
  bool cancel(const Json& id);

 private:
  struct Shown {
    std::shared_ptr<const CheckedFile> file;
    std::shared_ptr<const LinkedProject> linked;
    std::string result_id;
    Json items;
    bool is_published = false;  ///< the client has been told
  };
  struct Pull {
    Json id;
    std::map<std::string, std::string> known;  ///< URI -> result id
  };

  bool update(const View& view);
  void publish(const View& view, const Documents& documents);
  bool answer(const View& view, const Documents& documents, const Pull& pull) const;

  Outbox& outbox_;
  std::map<std::string, Shown> shown_;  ///< by path; files without diagnostics only if they had some
  std::vector<Pull> pulls_;
};

}  // namespace leaklint
