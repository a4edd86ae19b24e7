#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// How a file's text is laid out, for edits that are to look like the rest of it. Refers to the tree it was
/// made from.
class Layout {
 public:
  explicit Layout(const Tree& tree) : tree_(tree), text_(tree.source()) {}

  uint32_t line_begin(uint32_t at) const;
  /// Where the line's text ends, before its line break.
  uint32_t line_end(uint32_t at) const;
  /// Where the next line begins, given where a line's text ends.
  uint32_t after_line(uint32_t end) const;
  bool is_blank(uint32_t begin, uint32_t end) const;
  /// Whether only white space stands before an offset on its line.
  bool begins_line(uint32_t at) const { return is_blank(line_begin(at), at); }
  std::string new_line() const;
  /// The white space that the line of an offset begins with.
  std::string indentation(uint32_t at) const;
  /// What one level of indentation is: that of the first line that has any.
  std::string indentation_unit() const;
  /// Where the comments begin that stand right above a statement, each on lines of its own.
  uint32_t begin_with_comments(NodeId statement) const;
  /// Where a comment behind a statement, on its last line, ends; the statement's own end where there is none.
  uint32_t end_with_comment(NodeId statement) const;
  /// The text with as much more indentation, on all its lines but the first; lines inside of template texts
  /// stay as they are.
  std::string indented(Span span, const std::string& more) const;
  /// Lines that are separated by \n, as they are written from the indentation of a place on.
  std::string laid_out(std::string_view lines, uint32_t at) const;

 private:
  const Tree& tree_;
  std::string_view text_;
};

/// Statements to be written before and after another one. Each is on one line, or laid out already.
struct StatementLines {
  std::vector<std::string> before;
  std::vector<std::string> after;
};

/// The statement whose run evaluates a node, once and first thing: not a loop, whose head runs again, and
/// none where an arrow's body is an expression.
NodeId statement_around(const Tree& tree, NodeId node);

/// Puts lines around a statement, and braces around it all where no list of statements is.
std::vector<TextEdit> surround(const FileContext& context, NodeId statement, const StatementLines& lines);

/// Puts edits in order, those at one place in the order they are in.
void put_in_order(std::vector<TextEdit>& edits);

/// Whether a comment begins in a stretch of text, so that it would be lost with it.
bool holds_comment(const Tree& tree, Span span);

/// Whether nodes of this kind hold a list of statements.
bool is_statement_list(Kind kind);

/// `wanted`, or with a separator and a number behind it: a name that the file does not use for anything yet,
/// or "" when all up to 99 are taken. `taken` are names given out for the same fix.
std::string free_name(const FileContext& context, const std::string& wanted,
                      const std::vector<std::string>& taken = {}, std::string_view separator = {});

/// Whether an expression is a name, `this`, or properties of one by name: reading it again means the same.
bool is_plain_place(const Tree& tree, NodeId expression);

/// The quote that the file's texts begin with.
char quote_of(const Tree& tree);

/// `assetConfig` -> "ASSET_CONFIG"
std::string constant_case(std::string_view name);

/// Joins words to one name: "on", "socket-timeout" gives `onSocketTimeout`. What cannot stand in a name is
/// left out.
std::string camel_case(const std::vector<std::string>& words);

}  // namespace leaklint
