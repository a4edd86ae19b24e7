#include "models/call_rows.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace leaklint {
namespace {

bool read_whole(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

/// "0", "-1", "1..", "0..2", "1.ready" (a property of an options object), "0.[].handler", "0.resolvers.*".
ArgumentRange read_range(const RowReader& reader, const std::string& key, const std::string& text) {
  ArgumentRange range;
  bool is_right = false;
  if (const size_t dots = text.find(".."); dots != std::string::npos) {
    range.last = -1;
    is_right = read_whole(text.substr(0, dots), range.first) &&
               (dots + 2 == text.size() || read_whole(text.substr(dots + 2), range.last));
  } else {
    const size_t dot = text.find('.');
    is_right = read_whole(text.substr(0, dot), range.first);
    range.last = range.first;
    if (dot != std::string::npos) range.path = split(text.substr(dot + 1), '.');
  }
  if (!is_right)
    reader.fail('"' + key +
                "\" must be like \"0\", \"-1\", \"1..\", \"0.property\" or \"0.[].property\", not \"" + text +
                '"');
  return range;
}

/// A row for functions with so many parameters speaks instead of the general row for the same argument.
void leave_to_closer_rows(std::vector<CallbackRow>& rows) {
  for (CallbackRow& general : rows)
    for (const CallbackRow& close : rows) {
      const bool is_same_argument = general.argument.first == close.argument.first &&
                                    general.argument.last == close.argument.last &&
                                    general.argument.path == close.argument.path;
      if (!is_same_argument) continue;
      if (general.arity < 0 && close.arity >= 0) general.other_arities.push_back(close.arity);
    }
}

// In the order of EffectRow::Kind.
constexpr auto kinds = std::to_array<std::string_view>({"add_listener",
                                                        "remove_listener",
                                                        "remove_all_listeners",
                                                        "start_interval",
                                                        "start_timeout",
                                                        "clear_timer",
                                                        "acquire",
                                                        "release",
                                                        "subscribe",
                                                        "grow",
                                                        "trim",
                                                        "abort",
                                                        "race",
                                                        "blocking",
                                                        "detach",
                                                        "start_all",
                                                        "limit",
                                                        "io",
                                                        "log",
                                                        "borrow"});
static_assert(kinds.size() == EffectRow::kind_count);

EffectRow::Kind read_kind(const RowReader& reader) {
  const std::string text = reader.text("kind");
  const auto found = std::find(kinds.begin(), kinds.end(), text);
  if (found == kinds.end()) reader.fail_unknown("\"kind\" is no effect:", text, kinds);
  return static_cast<EffectRow::Kind>(found - kinds.begin());
}

EffectRow read_effect(const RowReader& reader) {
  reader.allow({"kind",     "target",       "event",       "event_name",  "handler",        "options",
                "key",      "value",        "handle",      "once",        "honours_signal", "clears_all",
                "resource", "releases",     "handle_from", "ends_itself", "holder",         "because",
                "of",       "unless_given", "awaits"});
  EffectRow effect;
  effect.kind = read_kind(reader);
  effect.target = reader.number("target", EffectRow::no_argument);
  effect.event = reader.number("event", EffectRow::no_argument);
  effect.event_name = reader.text("event_name");
  effect.handler = reader.number("handler", EffectRow::no_argument);
  effect.options = reader.number("options", EffectRow::no_argument);
  effect.key = reader.number("key", EffectRow::no_argument);
  effect.value = reader.number("value", EffectRow::no_argument);
  effect.handle = reader.number("handle", EffectRow::no_argument);
  effect.once = reader.flag("once");
  effect.honours_signal = reader.flag("honours_signal");
  effect.awaits = reader.flag("awaits");
  effect.clears_all = reader.flag("clears_all");
  effect.resource = reader.text("resource");
  effect.releases = reader.texts("releases");
  effect.handle_from = reader.text("handle_from");
  effect.ends_itself = reader.text("ends_itself");
  effect.holder = reader.text("holder");
  effect.because = reader.text("because");
  if (reader.has("unless_given"))
    for (const std::string& one : split(reader.text("unless_given"), '|'))
      effect.unless_given.push_back(read_range(reader, "unless_given", one));
  // These are printed: a finding without them would have a hole.
  const bool is_resource = effect.kind == EffectRow::Kind::acquire ||
                           effect.kind == EffectRow::Kind::subscribe || effect.kind == EffectRow::Kind::io;
  if (is_resource && effect.resource.empty()) reader.fail("needs a \"resource\", like \"a file stream\"");
  if (effect.kind == EffectRow::Kind::blocking && effect.because.empty())
    reader.fail("needs a \"because\", like \"reads the whole file\"");
  return effect;
}

// In the order of GivesPromise, behind `unsaid`.
constexpr auto promise_words =
    std::to_array<std::string_view>({"always", "without_callback", "when_called", "never"});

GivesPromise read_promise(const RowReader& reader, const std::vector<std::string>& returns) {
  if (!reader.has("promise")) {
    const bool is_promise = returns.size() == 1 && returns.front() == "Promise";
    return is_promise ? GivesPromise::without_callback : GivesPromise::unsaid;
  }
  const std::string text = reader.text("promise");
  const auto found = std::find(promise_words.begin(), promise_words.end(), text);
  if (found == promise_words.end())
    reader.fail_unknown("\"promise\" is always, without_callback, when_called or never, not", text,
                        promise_words);
  return static_cast<GivesPromise>(found - promise_words.begin() + 1);
}

/// "@word" or "@word:N".
bool is_reference(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  const std::string_view rest = text.substr(word.size());
  int position = 0;
  return rest.empty() || (rest[0] == ':' && read_whole(rest.substr(1), position));
}

}  // namespace

std::string_view effect_word(EffectRow::Kind kind) {
  return kinds[static_cast<size_t>(kind)];
}

LifeId read_life(const Models& models, const RowReader& reader, const std::string& name) {
  const LifeId life = models.life(name);
  std::vector<std::string_view> lives;
  for (const LifeRow& row : models.lives) lives.push_back(row.name);
  if (!life) reader.fail_unknown("names an unknown life", name, lives);
  return life;
}

std::string CallRows::read_type_name(const RowReader& reader, const char* key) const {
  const std::string name = reader.text(key);
  if (!name.empty()) mention(reader.where_of(key), name);
  return name;
}

CallRow CallRows::read_call(const RowReader& reader) const {
  reader.allow({"returns", "given", "promise", "callbacks", "effects"});
  CallRow row;
  if (reader.has("returns")) row.returns = split(reader.text("returns"), '|');
  const auto check = [&](const std::string& text, const std::string& where) {
    const bool is_known = text == "@receiver" || text == "@arguments" || is_reference(text, "@argument") ||
                          is_reference(text, "@element") || is_reference(text, "@elements") ||
                          is_reference(text, "@result") || is_reference(text, "@results");
    if (text.starts_with('@') && !is_known)
      reader.fail(
          "\"returns\" may be a type, \"@receiver\", \"@argument:N\", \"@arguments\", \"@element:N\", "
          "\"@elements:N\", "
          "\"@result:N\" or \"@results:N\", not \"" +
          text + '"');
    if (!is_known) mention(where, text);
  };
  for (const std::string& text : row.returns) check(text, reader.where_of("returns"));
  reader.each("given", [&](const std::string& arguments, const ModelJson& value, const std::string& where) {
    if (!value.is_string()) throw ModelError{where, "must be the name of a type"};
    const std::string type = value.get<std::string>();
    check(type, where);
    for (const std::string& one : split(arguments, '|'))
      row.given.push_back({read_range(reader, "given", one), type});
  });
  row.promise = read_promise(reader, row.returns);
  reader.each("callbacks", [&](const std::string&, const ModelJson& value, const std::string& where) {
    read_callbacks(RowReader(value, where), row.callbacks);
  });
  reader.each("effects", [&](const std::string&, const ModelJson& value, const std::string& where) {
    const RowReader effect(value, where);
    row.effects.push_back(read_effect(effect));
    row.effects.back().of = read_type_name(effect, "of");
  });
  leave_to_closer_rows(row.callbacks);
  return row;
}

void CallRows::read_callbacks(const RowReader& reader, std::vector<CallbackRow>& rows) const {
  reader.allow({"arg", "runs", "arity", "params", "drops_promise", "drops_result"});
  CallbackRow row = read_runs(reader);
  row.drops_result = reader.flag("drops_result");
  row.arity = reader.number("arity", -1);
  row.drops_promise = reader.flag("drops_promise");
  for (const std::string& one : split(reader.text("arg"), '|')) {
    row.argument = read_range(reader, "arg", one);
    rows.push_back(row);
  }
}

CallbackRow CallRows::read_runs(const RowReader& reader) const {
  CallbackRow row;
  row.params = reader.texts("params");
  for (const std::string& param : row.params) {
    const bool is_known = param.empty() || param == "@receiver" || is_reference(param, "@element");
    if (param.starts_with('@') && !is_known)
      reader.fail("\"params\" may be types, \"\", \"@receiver\" or \"@element:N\", not \"" + param + '"');
    if (!is_known) mention(reader.where_of("params"), param);
  }
  const std::string runs = reader.text("runs");
  constexpr auto names = std::to_array<std::string_view>({"inherit", "sync", "never"});
  if (runs.starts_with("life:")) {
    row.runs = Runs::life;
    row.life = read_life(models_, reader, runs.substr(5));
  } else if (runs == "sync") {
    row.runs = Runs::sync;
  } else if (runs == "never") {
    row.runs = Runs::never;
  } else if (!runs.empty() && runs != "inherit") {
    reader.fail_unknown("\"runs\" is inherit, sync, never or life:NAME, not", runs, names);
  }
  return row;
}

CallbackRow CallRows::read_own_runs(const RowReader& reader) const {
  CallbackRow row = read_runs(reader);
  for (const std::string& param : row.params)
    if (param.starts_with('@')) reader.fail("\"params\" of what no call hands over may only be types");
  return row;
}

}  // namespace leaklint
