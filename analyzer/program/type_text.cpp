#include "program/type_text.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Deeper nesting is nobody's annotation; the text never chooses how deep the parser goes.
constexpr int max_depth = 12;

bool is_word(char letter) {
  const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  return is_letter || (letter >= '0' && letter <= '9') || letter == '_' || letter == '$' || letter == '#' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

class TypeParser {
 public:
  explicit TypeParser(std::string_view text) : text_(text) {}

  TypeText parse() {
    result_.root = any_of(0);
    return std::move(result_);
  }

 private:
  uint32_t add(TypePart part) {
    result_.parts.push_back(std::move(part));
    return static_cast<uint32_t>(result_.parts.size() - 1);
  }
  uint32_t unknown() { return add({}); }

  void skip_space() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r') {
        ++at_;
      } else if (text_.substr(at_).starts_with("//")) {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (text_.substr(at_).starts_with("/*")) {
        const size_t end = text_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 2;
      } else {
        return;
      }
    }
  }
  bool take(std::string_view mark) {
    skip_space();
    if (!text_.substr(at_).starts_with(mark)) return false;
    if (is_word(mark.back()) && at_ + mark.size() < text_.size() && is_word(text_[at_ + mark.size()]))
      return false;
    at_ += mark.size();
    return true;
  }
  char next() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  std::string_view word() {
    skip_space();
    const size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  std::string_view quoted() {
    const char quote = next();
    if (quote != '\'' && quote != '"' && quote != '`') return {};
    const size_t begin = ++at_;
    const size_t end = std::min(text_.find(quote, begin), text_.size());
    at_ = std::min(end + 1, text_.size());
    return text_.substr(begin, end - begin);
  }
  /// Past the bracket that closes the one just taken.
  void skip_to_close() {
    for (int depth = 1; depth > 0 && at_ < text_.size();) {
      const char letter = next();
      if (letter == '\'' || letter == '"' || letter == '`') {
        quoted();
        continue;
      }
      if (letter == '\0') return;
      if (letter == '(' || letter == '[' || letter == '{' || letter == '<') ++depth;
      // The `>` of an arrow closes nothing.
      const bool is_arrow = letter == '>' && at_ > 0 && text_[at_ - 1] == '=';
      if (letter == ')' || letter == ']' || letter == '}' || (letter == '>' && !is_arrow)) --depth;
      ++at_;
    }
  }

  uint32_t any_of(int depth) {
    if (depth > max_depth) {
      at_ = text_.size();
      return unknown();
    }
    TypePart whole{.kind = TypePart::Kind::any_of, .name = {}, .module = {}, .children = {}};
    take("|") || take("&");
    do {
      const uint32_t part = with_suffixes(depth);
      whole.children.push_back(part);
    } while (take("|") || take("&"));
    return whole.children.size() == 1 ? whole.children.front() : add(std::move(whole));
  }

  uint32_t with_suffixes(int depth) {
    while (take("?") || take("!") || take("...") || take("readonly") || take("asserts")) continue;
    uint32_t part = primary(depth);
    for (;;) {
      if (take("[")) {
        const bool is_list = next() == ']';
        skip_to_close();
        part = is_list ? add({.kind = TypePart::Kind::list, .name = {}, .module = {}, .children = {part}})
                       : unknown();
      } else if (next() == '=' && !text_.substr(at_).starts_with("=>")) {
        ++at_;  // JSDoc's mark of an optional parameter
      } else if (!take("?") && !take("!")) {
        return part;
      }
    }
  }

  uint32_t primary(int depth) {
    const char letter = next();
    if (letter == '\'' || letter == '"' || letter == '`') {
      quoted();
      return unknown();
    }
    if (take("{")) return object(depth);
    if (take("[")) return tuple(depth);
    if (take("(")) return parenthesis(depth);
    if (take("import")) return imported(depth);
    if (take("function") || take("new") || take("abstract") || take("keyof") || take("typeof") ||
        take("unique") || take("infer") || letter == '<' || letter == '*' || letter == '-') {
      skip_rest();
      return unknown();
    }
    return named(depth);
  }

  /// What cannot be read ends with the alternative or the bracket that it stands in.
  void skip_rest() {
    while (at_ < text_.size()) {
      const char letter = next();
      if (letter == '|' || letter == ',' || letter == ';' || letter == ')' || letter == ']' ||
          letter == '}' || letter == '\0')
        return;
      ++at_;
      if (letter == '(' || letter == '[' || letter == '{' || letter == '<') skip_to_close();
    }
  }

  /// A type in parentheses, or the parameters of a function.
  uint32_t parenthesis(int depth) {
    const size_t begin = at_;
    skip_to_close();
    const size_t after = at_;
    if (take("=>")) {
      any_of(depth + 1);
      return unknown();
    }
    at_ = begin;
    const uint32_t inner = any_of(depth + 1);
    at_ = after;
    return inner;
  }

  uint32_t tuple(int depth) {
    TypePart list{.kind = TypePart::Kind::list, .name = {}, .module = {}, .children = {}};
    while (at_ < text_.size() && !take("]")) {
      list.children.push_back(any_of(depth + 1));
      // A name: `[first: Foo]`.
      if (take(":")) list.children.back() = any_of(depth + 1);
      if (!take(",") && next() != ']') {
        skip_to_close();
        break;
      }
    }
    return add(std::move(list));
  }

  uint32_t imported(int) {
    if (!take("(")) return unknown();
    TypePart part{.kind = TypePart::Kind::imported, .name = {}, .module = quoted(), .children = {}};
    skip_to_close();
    if (take(".")) part.name = dotted();
    if (take("<")) skip_to_close();
    return add(std::move(part));
  }

  /// `a.b.C`, without the dot of `Array.<Foo>`.
  std::string_view dotted() {
    skip_space();
    const size_t begin = at_;
    word();
    while (at_ + 1 < text_.size() && text_[at_] == '.' && is_word(text_[at_ + 1])) {
      ++at_;
      word();
    }
    return text_.substr(begin, at_ - begin);
  }

  uint32_t named(int depth) {
    TypePart part{.kind = TypePart::Kind::name, .name = dotted(), .module = {}, .children = {}};
    if (part.name.empty()) {
      skip_rest();
      return unknown();
    }
    if (take(".<") || take("<")) {
      while (at_ < text_.size() && !take(">")) {
        part.children.push_back(any_of(depth + 1));
        if (!take(",") && next() != '>') {
          skip_to_close();
          break;
        }
      }
    }
    if (take("is") || take("extends")) {
      skip_rest();
      return unknown();
    }
    return add(std::move(part));
  }

  uint32_t object(int depth) {
    TypePart whole{.kind = TypePart::Kind::object, .name = {}, .module = {}, .children = {}};
    while (at_ < text_.size() && !take("}")) {
      const size_t before = at_;
      if (const auto one = member(depth)) whole.children.push_back(*one);
      take(",") || take(";");
      if (at_ == before) ++at_;
    }
    return add(std::move(whole));
  }

  /// A property with its type; nothing for methods and signatures.
  std::optional<uint32_t> member(int depth) {
    while (take("readonly") || take("static") || take("get") || take("set")) {
      // A property may be called so itself.
      if (next() == ':' || next() == '?' || next() == '(') break;
    }
    if (take("[")) {  // an index signature: what any property may be
      skip_to_close();
      if (!take(":")) return std::nullopt;
      any_of(depth + 1);
      return std::nullopt;
    }
    if (take("(") || take("<")) {
      skip_to_close();
      skip_rest();
      return std::nullopt;
    }
    TypePart part{.kind = TypePart::Kind::member, .name = {}, .module = {}, .children = {}};
    part.name = next() == '\'' || next() == '"' ? quoted() : word();
    take("?");
    if (part.name.empty() || !take(":")) {
      skip_rest();
      return std::nullopt;
    }
    part.children.push_back(any_of(depth + 1));
    return add(std::move(part));
  }

  std::string_view text_;
  size_t at_ = 0;
  TypeText result_;
};

}  // namespace

TypeText parse_type(std::string_view text) {
  return TypeParser(text).parse();
}

}  // namespace leaklint
