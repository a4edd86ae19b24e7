#include "retention/entry_keys.h"

#include <algorithm>

#include "base/identifier_words.h"
#include "base/is_one_of.h"

namespace leaklint {
namespace {

/// What a program has few of, because its text or its configuration lists them.
constexpr std::string_view kinds[] = {
    "adapter",    "algorithm", "alias",     "attr",    "attribute", "category", "charset",   "class",
    "code",       "codec",     "color",     "colour",  "column",    "command",  "component", "config",
    "currency",   "decorator", "depth",     "dialect", "driver",    "encoding", "env",       "environment",
    "event",      "ext",       "extension", "extname", "feature",   "field",    "flag",      "font",
    "format",     "formatter", "function",  "handler", "icon",      "indent",   "index",     "kind",
    "label",      "lang",      "language",  "level",   "locale",    "method",   "mode",      "model",
    "module",     "namespace", "nsp",       "opcode",  "operator",  "option",   "param",     "pattern",
    "permission", "phase",     "platform",  "plugin",  "prefix",    "prop",     "property",  "protocol",
    "provider",   "role",      "route",     "schema",  "scheme",    "scope",    "section",   "selector",
    "service",    "setting",   "shortcut",  "size",    "stage",     "state",    "status",    "style",
    "suffix",     "symbol",    "table",     "tag",     "target",    "template", "theme",     "timezone",
    "type",       "unit",      "variable",  "variant", "version",   "width",    "window",    "zone"};

/// What says how a thing is named, not which thing it is.
constexpr std::string_view designations[] = {"id", "key", "name", "names", "str", "string", "text", "value"};

/// What traffic brings, and the names of it.
constexpr std::string_view newcomers[] = {
    "account", "address", "addr",   "client",   "connection", "conn",     "customer", "domain",
    "email",   "guid",    "host",   "hostname", "href",       "html",     "http",     "ip",
    "message", "origin",  "path",   "pathname", "peer",       "query",    "queue",    "req",
    "request", "room",    "sender", "server",   "session",    "socket",   "sql",      "ticket",
    "token",   "topic",   "uri",    "url",      "user",       "username", "uuid"};

/// Arguments that are whole texts: what is made of one is as new as the text.
constexpr std::string_view texts[] = {"content", "css",    "expression", "html",     "input", "markdown",
                                      "query",   "source", "sql",        "template", "text"};

constexpr std::string_view text_methods[] = {"concat",
                                             "normalize",
                                             "padEnd",
                                             "padStart",
                                             "pop",
                                             "replace",
                                             "replaceAll",
                                             "shift",
                                             "slice",
                                             "split",
                                             "substr",
                                             "substring",
                                             "toLowerCase",
                                             "toString",
                                             "toUpperCase",
                                             "trim",
                                             "trimEnd",
                                             "trimStart",
                                             "valueOf",
                                             "join",
                                             "toLocaleLowerCase",
                                             "toLocaleUpperCase"};
constexpr std::string_view key_lists[] = {"entries", "getOwnPropertyNames", "keys", "ownKeys"};
constexpr std::string_view makers_of_new_ids[] = {"hrtime", "nanoid",     "now",  "random", "randomBytes",
                                                  "Symbol", "randomUUID", "uuid", "uuidv4", "v4"};
constexpr std::string_view iterations[] = {"every", "filter", "find", "flatMap",    "forEach",
                                           "map",   "reduce", "some", "reduceRight"};

}  // namespace

bool names_a_kind(std::string_view identifier) {
  auto words = words_of(identifier);
  if (words.size() == 1 && words.front() == "name") return true;
  bool is_name = false;
  while (!words.empty() && is_one_of(words.back(), designations)) {
    is_name = is_name || words.back() == "name" || words.back() == "names";
    words.pop_back();
  }
  if (words.empty()) return false;
  std::string_view noun = words.back();
  if (is_one_of(noun, newcomers)) return false;
  if (is_name || is_one_of(noun, kinds)) return true;
  return noun.ends_with('s') && is_one_of(noun.substr(0, noun.size() - 1), kinds);
}

bool names_a_newcomer(std::string_view identifier) {
  auto words = words_of(identifier);
  if (words.empty() || names_a_kind(identifier)) return false;
  if (words.back().ends_with("id") || words.back() == "ids") return true;
  while (words.size() > 1 && is_one_of(words.back(), designations)) words.pop_back();
  return is_one_of(words.back(), newcomers);
}

/// One question, with a budget for all the ways it branches into.
class EntryKeys::Walk {
 public:
  explicit Walk(const Retention& retention) : retention_(retention) {}

  Novelty of(FileId file, ValueId value) {
    if (++steps_ > 200 || depth_ > 24) return Novelty::unknown;
    ++depth_;
    const Novelty found = of_row(file, value);
    --depth_;
    return found;
  }

  /// The same, whatever it is called: `id` in `options.id` counts, `options` does not.
  Novelty of_unnamed(FileId file, ValueId value) {
    const bool reads_names = reads_names_;
    reads_names_ = false;
    const Novelty found = of(file, value);
    reads_names_ = reads_names;
    return found;
  }

 private:
  const FileFacts& facts(FileId file) const { return retention_.facts(file); }
  std::string_view text(FileId file, uint32_t name) const { return facts(file).names.text(NameId(name)); }

  Novelty of_row(FileId file, ValueId value) {
    const Instruction& row = facts(file).code[value];
    switch (row.op) {
      case Op::constant:
      case Op::regexp:
      case Op::class_:
      case Op::key:
        return Novelty::bounded;
      case Op::object:
      case Op::array:
      case Op::function:
      case Op::new_:
      case Op::jsx:
        return Novelty::fresh;
      case Op::this_:
        return of_this(file, value);
      case Op::primitive:
        return of_primitive(file, row);
      case Op::choose:
        return most_of(file, row);
      case Op::await_:
        return of(file, ValueId(row.a));
      case Op::load:
        return of_variable(file, value, BindingId(row.a));
      case Op::member:
        return of_member(file, value, row);
      case Op::index:
      case Op::element:
      case Op::rest:
      case Op::spread:
        return of_part(file, ValueId(row.a));
      case Op::param:
        return of_parameter(retention_.program.global(file, facts(file).function_of(value)), row.a);
      case Op::rest_param:
        return Novelty::given;
      case Op::call:
        return of_call(file, row);
      default:
        return Novelty::unknown;
    }
  }

  Novelty most_of(FileId file, const Instruction& row) {
    Novelty most = Novelty::bounded;
    for (uint32_t at = 0; at < row.operand_count; ++at)
      most = std::max(most, of(file, facts(file).operand(row, at)));
    return most;
  }

  /// A new object in a constructor; what the caller gives in a function that is nobody's method.
  Novelty of_this(FileId file, ValueId value) const {
    const FunctionId receiver =
        receiver_of(facts(file), retention_.uses(file), facts(file).function_of(value));
    const Function& function = facts(file).functions[receiver];
    if (function.kind == FunctionKind::constructor || function.kind == FunctionKind::field_initializers)
      return Novelty::fresh;
    const bool is_method =
        function.class_ || retention_.flow.constructor_of_this(retention_.program.global(file, receiver));
    return is_method ? Novelty::unknown : Novelty::given;
  }

  Novelty of_primitive(FileId file, const Instruction& row) {
    switch (static_cast<Operator>(row.aux)) {
      case Operator::template_text:
        return most_of(file, row);
      case Operator::add:
      case Operator::increase:
        if (const auto count = of_count(file, row)) return *count;
        return most_of(file, row);
      case Operator::remainder:
        return Novelty::bounded;
      case Operator::other:
        if (const auto count = of_count(file, row)) return *count;
        return Novelty::unknown;
      default:
        return Novelty::bounded;
    }
  }

  /// `++count`, `count + 1`: what the place that counts says.
  std::optional<Novelty> of_count(FileId file, const Instruction& sum) {
    if (sum.operand_count == 0) return std::nullopt;
    const auto path = retention_.place_of(retention_.program.global(file, facts(file).operand(sum, 0)));
    return path ? of_counter(file, *path) : std::nullopt;
  }

  /// What a place counts when it is written by counting up only, or starts over now and then.
  std::optional<Novelty> of_counter(FileId file, const PlacePath& path) const {
    const ValueUses& uses = retention_.uses(file);
    const auto writes =
        path.has_steps()
            ? (path.last_name() ? uses.member_writes_of(path.last_name()) : std::span<const ValueId>())
            : (path.variable() ? uses.stores_of(path.variable()) : std::span<const ValueId>());
    bool counts = false, starts_over = false;
    for (ValueId write : writes) {
      const auto written = place_written(facts(file), uses, write);
      if (!written || !is_same_place(facts(file), *written, path)) continue;
      if (is_count_up(file, write, path))
        counts = true;
      else if (!is_first_write(file, write))
        starts_over = true;
    }
    if (!counts) return std::nullopt;
    return starts_over || is_local(file, path) ? Novelty::bounded : Novelty::fresh;
  }

  bool is_count_up(FileId file, ValueId write, const PlacePath& path) const {
    const ValueId value = stored_value(facts(file).code[write]);
    if (!value) return false;
    const Instruction& sum = facts(file).code[value];
    const auto kind = static_cast<Operator>(sum.aux);
    if (sum.op != Op::primitive || sum.operand_count == 0 ||
        (kind != Operator::add && kind != Operator::increase))
      return false;
    const auto read = retention_.place_of(retention_.program.global(file, facts(file).operand(sum, 0)));
    return read && is_same_place(facts(file), *read, path);
  }

  bool is_first_write(FileId file, ValueId write) const {
    const Instruction& row = facts(file).code[write];
    const FunctionKind kind = facts(file).functions[facts(file).function_of(write)].kind;
    return (row.flags & (Instruction::initializer | Instruction::logical_assign)) ||
           kind == FunctionKind::module || kind == FunctionKind::constructor ||
           kind == FunctionKind::field_initializers;
  }

  /// A counter that dies with the call counts from the start again in the next one.
  bool is_local(FileId file, const PlacePath& path) const {
    if (path.root() != PlacePath::Root::variable || path.has_steps()) return false;
    const Variable& variable = facts(file).variables[path.variable()];
    return variable.function.raw != 0 && !variable.is_captured;
  }

  /// What a caller gives is told by its name, where that says something.
  Novelty named(std::string_view name, Novelty found) const {
    return reads_names_ && found == Novelty::given && names_a_newcomer(name) ? Novelty::likely : found;
  }

  Novelty of_variable(FileId file, ValueId load, BindingId id) {
    const Variable& variable = facts(file).variables[id];
    const std::string_view name = facts(file).names.text(variable.name);
    if (retention_.life_of(retention_.program.global(file, id))) return Novelty::fresh;
    if (reads_names_ && names_a_kind(name)) return Novelty::kind;
    if (const auto path = retention_.place_of(retention_.program.global(file, load));
        path && !path->has_steps())
      if (const auto count = of_counter(file, *path)) return *count;
    const auto stores = retention_.uses(file).stores_of(id);
    if (stores.empty() && name == "arguments") return Novelty::given;
    if (stores.empty() || stores.size() > 8) return Novelty::unknown;
    Novelty most = Novelty::bounded;
    for (ValueId store : stores) {
      const ValueId value = stored_value(facts(file).code[store]);
      most = std::max(most, value ? of(file, value) : Novelty::unknown);
    }
    // A parameter that is called `key` is one of many.
    const bool is_key = variable.kind == BindingKind::parameter && name == "key";
    return is_key && most == Novelty::given && reads_names_ ? Novelty::likely : named(name, most);
  }

  Novelty of_member(FileId file, ValueId value, const Instruction& row) {
    const std::string_view name = text(file, row.b);
    const Instruction& object = facts(file).code[ValueId(row.a)];
    if (name == "length") return Novelty::unknown;
    if (reads_names_ && (names_a_kind(name) || designates_a_kind(file, name, object))) return Novelty::kind;
    if (const auto path = retention_.place_of(retention_.program.global(file, value))) {
      if (const auto count = of_counter(file, *path)) return *count;
      if (const auto written = of_writes(file, *path)) return named(name, *written);
    }
    return named(name, of_part(file, ValueId(row.a)));
  }

  /// `language.id`
  bool designates_a_kind(FileId file, std::string_view name, const Instruction& object) const {
    const auto words = words_of(name);
    if (words.size() != 1 || !is_one_of(words.front(), designations)) return false;
    if (object.op == Op::member) return names_a_kind(text(file, object.b));
    return object.op == Op::load &&
           names_a_kind(facts(file).names.text(facts(file).variables[BindingId(object.a)].name));
  }

  /// What is stored in a property of `this`, or of an object of the module.
  std::optional<Novelty> of_writes(FileId file, const PlacePath& path) {
    const NameId name = path.last_name();
    if (!name) return std::nullopt;
    const ValueUses& uses = retention_.uses(file);
    std::optional<Novelty> most;
    for (ValueId write : uses.member_writes_of(name)) {
      const auto written = place_written(facts(file), uses, write);
      const ValueId value = stored_value(facts(file).code[write]);
      if (!written || !value || !is_same_place(facts(file), *written, path)) continue;
      most = std::max(most.value_or(Novelty::bounded), of_unnamed(file, value));
    }
    return most;
  }

  /// A part of a value: of a literal, what it is made of; else as new as the whole.
  Novelty of_part(FileId file, ValueId whole) {
    const ValueId origin = origin_of(facts(file), retention_.uses(file), whole);
    const Instruction& row = facts(file).code[origin ? origin : whole];
    if (row.op == Op::array) return most_of(file, row);
    if (row.op == Op::object) {
      Novelty most = Novelty::bounded;
      for (uint32_t at = 0; at < facts(file).property_count(row); ++at)
        most = std::max(most, of_unnamed(file, facts(file).property(row, at).value));
      return most;
    }
    const Novelty found = of_unnamed(file, whole);
    // A part of what was just made may be anything.
    return found == Novelty::fresh && row.op == Op::new_ ? Novelty::unknown : found;
  }

  Novelty of_call(FileId file, const Instruction& row) {
    const Instruction& callee = facts(file).code[ValueId(row.a)];
    std::string_view name;
    if (callee.op == Op::member) name = text(file, callee.b);
    if (callee.op == Op::load_global) name = text(file, callee.a);
    if (callee.op == Op::load) name = facts(file).names.text(facts(file).variables[BindingId(callee.a)].name);
    if (callee.op == Op::member && is_one_of(name, text_methods)) return of(file, ValueId(callee.a));
    if (is_one_of(name, makers_of_new_ids)) return Novelty::fresh;
    if (is_one_of(name, key_lists)) return Novelty::bounded;
    if (reads_names_ && names_a_kind(name)) return Novelty::kind;
    Novelty most = Novelty::unknown;
    for (uint32_t at = 0; at < row.operand_count; ++at)
      most = std::max(most, of_made_from(file, facts(file).operand(row, at)));
    return most;
  }

  /// What a function that is not followed makes of an argument.
  Novelty of_made_from(FileId file, ValueId argument) {
    if (of_unnamed(file, argument) < Novelty::given) return Novelty::unknown;
    const Instruction& row = facts(file).code[argument];
    if (row.op != Op::load || !reads_names_) return Novelty::given;
    const auto words = words_of(facts(file).names.text(facts(file).variables[BindingId(row.a)].name));
    return !words.empty() && is_one_of(words.back(), texts) ? Novelty::likely : Novelty::given;
  }

  /// What callers pass: known when all of them are.
  Novelty of_parameter(GlobalFunction function, uint32_t index) {
    const Flow& flow = retention_.flow;
    const auto callers = flow.callers_of(function);
    if (flow.is_reachable_from_outside(function) || callers.empty() || callers.size() > 8)
      return Novelty::given;
    Novelty most = Novelty::bounded;
    for (const CallEdge& edge : callers) most = std::max(most, of_argument(edge, index));
    return most;
  }

  Novelty of_argument(const CallEdge& edge, uint32_t index) {
    if (!edge.call) return Novelty::given;  // a library found the function by its name
    const FileId file = retention_.program.file_of(edge.call);
    const Instruction& call = retention_.program.instruction(edge.call);
    if (edge.kind != CallEdge::Kind::callback) {
      if (index >= call.operand_count) return Novelty::bounded;
      for (uint32_t at = 0; at <= index; ++at)
        if (facts(file).code[facts(file).operand(call, at)].op == Op::spread) return Novelty::given;
      return of(file, facts(file).operand(call, index));
    }
    const Instruction& callee = facts(file).code[ValueId(call.a)];
    const bool iterates = callee.op == Op::member && is_one_of(text(file, callee.b), iterations);
    return iterates ? of_part(file, ValueId(callee.a)) : Novelty::given;
  }

  const Retention& retention_;
  bool reads_names_ = true;
  int steps_ = 0;
  int depth_ = 0;
};

Novelty EntryKeys::novelty_of(GlobalValue key) const {
  return Walk(retention_).of(retention_.program.file_of(key), retention_.program.local(key));
}

}  // namespace leaklint
