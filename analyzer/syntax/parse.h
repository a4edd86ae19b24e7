#pragma once

#include <memory>
#include <optional>
#include <string>

#include "syntax/tree.h"

namespace leaklint {

struct ParseResult {
  Tree tree;
  /// The text that was parsed. For .vue, .svelte and .html it is the file with everything outside its script
  /// blocks blanked (line ends kept), so that offsets, lines and columns are those of the file itself.
  std::string_view text;
  /// Where the first syntax error lies, if the file does not parse cleanly.
  std::optional<Span> first_error;
  /// Bytes inside ERROR nodes, plus one for each MISSING token: the smaller, the better the tree.
  uint32_t damage = 0;
};

/// Holds the grammars and the parser's buffers; one for each thread, reused from file to file.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Parses one file. `path` decides the language by its extension; `text` must outlive the result. A page's
  /// blanked copy is kept in `blanked`, which must outlive the result too and stays empty for other files.
  /// A .js, .mjs, .cjs or .jsx file that is not clean JavaScript is tried as TSX as well (Flow annotations,
  /// types in .js), and the tree with less damage is kept. Never fails: text that fits no rule becomes ERROR
  /// nodes.
  ParseResult parse(std::string_view path, std::string_view text, std::string& blanked);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The language of a file name by its extension, or nothing when leaklint does not read such files.
std::optional<Language> language_of(std::string_view path);

/// The extensions of the files that leaklint reads, such as ".js".
std::vector<std::string_view> source_extensions();

/// Whether the extension is one of pages whose scripts are read (.vue, .svelte, .html, .htm).
bool is_page(std::string_view path);

}  // namespace leaklint
