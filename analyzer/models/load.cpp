#include <set>

#include <nlohmann/json.hpp>

#include "models/model.h"

namespace leaklint {
namespace {

using Json = nlohmann::ordered_json;

/// A mistake in a model file: where it is, as a path of keys, and what was expected.
struct ModelError {
  std::string where;
  std::string what;
};

/// Checks that an object has known keys only, and reads typed values; throws ModelError, caught in
/// load_models.
class Reader {
 public:
  Reader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (!json.is_object()) fail("must be an object");
  }
  Reader allow(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : json_.items()) {
      bool known = false;
      for (std::string_view allowed : keys) known |= allowed == key;
      if (!known) fail("has an unknown key \"" + key + "\"");
    }
    return *this;
  }
  bool has(const char* key) const { return json_.contains(key); }
  std::string text(const char* key) const {
    if (!has(key)) return {};
    if (!json_[key].is_string()) fail(std::string("\"") + key + "\" must be a text");
    return json_[key].get<std::string>();
  }
  int number(const char* key, int fallback) const {
    if (!has(key)) return fallback;
    if (!json_[key].is_number_integer()) fail(std::string("\"") + key + "\" must be a whole number");
    return json_[key].get<int>();
  }
  bool flag(const char* key) const {
    if (!has(key)) return false;
    if (!json_[key].is_boolean()) fail(std::string("\"") + key + "\" must be true or false");
    return json_[key].get<bool>();
  }
  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> list;
    if (!has(key)) return list;
    if (!json_[key].is_array()) fail(std::string("\"") + key + "\" must be a list of texts");
    for (const Json& item : json_[key]) {
      if (!item.is_string()) fail(std::string("\"") + key + "\" must be a list of texts");
      list.push_back(item.get<std::string>());
    }
    return list;
  }
  template <class Function>
  void each(const char* key, Function function) const {
    if (!has(key)) return;
    const Json& inner = json_[key];
    if (!inner.is_object() && !inner.is_array())
      fail(std::string("\"") + key + "\" must be an object or a list");
    size_t index = 0;
    for (const auto& [name, value] : inner.items())
      function(inner.is_array() ? std::to_string(index++) : name, value, where_ + '.' + key + '.' + name);
  }
  Reader inner(const char* key) const { return Reader(json_[key], where_ + '.' + key); }
  [[noreturn]] void fail(std::string what) const { throw ModelError{where_, std::move(what)}; }

 private:
  const Json& json_;
  std::string where_;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// "0", "-1", "1..", "0..2", "1.ready" (a property of an options object), "0.[].handler", "0.resolvers.*".
ArgumentRange read_range(const Reader& reader, const std::string& text) {
  ArgumentRange range;
  try {
    if (const size_t dots = text.find(".."); dots != std::string::npos) {
      range.first = std::stoi(text.substr(0, dots));
      range.last = dots + 2 == text.size() ? -1 : std::stoi(text.substr(dots + 2));
      return range;
    }
    const size_t dot = text.find('.');
    range.first = range.last = std::stoi(text.substr(0, dot));
    if (dot != std::string::npos) range.path = split(text.substr(dot + 1), '.');
  } catch (const std::exception&) {
    reader.fail("\"arg\" must be like \"0\", \"-1\", \"1..\" or \"0.property\", not \"" + text + "\"");
  }
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

EffectRow::Kind read_kind(const Reader& reader, const std::string& text) {
  constexpr std::pair<std::string_view, EffectRow::Kind> kinds[] = {
      {"add_listener", EffectRow::Kind::add_listener},
      {"remove_listener", EffectRow::Kind::remove_listener},
      {"remove_all_listeners", EffectRow::Kind::remove_all_listeners},
      {"start_interval", EffectRow::Kind::start_interval},
      {"start_timeout", EffectRow::Kind::start_timeout},
      {"clear_timer", EffectRow::Kind::clear_timer},
      {"acquire", EffectRow::Kind::acquire},
      {"release", EffectRow::Kind::release},
      {"subscribe", EffectRow::Kind::subscribe},
      {"grow", EffectRow::Kind::grow},
      {"trim", EffectRow::Kind::trim},
      {"abort", EffectRow::Kind::abort},
      {"race", EffectRow::Kind::race},
      {"blocking", EffectRow::Kind::blocking},
      {"detach", EffectRow::Kind::detach},
  };
  for (const auto& [name, kind] : kinds)
    if (name == text) return kind;
  reader.fail("\"kind\" is no effect: \"" + text + "\"");
}

EffectRow read_effect(const Json& json, const std::string& where) {
  const Reader reader = Reader(json, where)
                            .allow({"kind", "target", "event", "event_name", "handler", "options", "key",
                                    "value", "handle", "once", "honours_signal", "clears_all", "resource",
                                    "releases", "handle_from", "ends_itself", "because"});
  EffectRow effect;
  effect.kind = read_kind(reader, reader.text("kind"));
  effect.target = reader.number("target", -1);
  effect.event = reader.number("event", -1);
  effect.event_name = reader.text("event_name");
  effect.handler = reader.number("handler", -1);
  effect.options = reader.number("options", -1);
  effect.key = reader.number("key", -1);
  effect.value = reader.number("value", -1);
  effect.handle = reader.number("handle", -1);
  effect.once = reader.flag("once");
  effect.honours_signal = reader.flag("honours_signal");
  effect.clears_all = reader.flag("clears_all");
  effect.resource = reader.text("resource");
  effect.releases = reader.texts("releases");
  effect.handle_from = reader.text("handle_from");
  effect.ends_itself = reader.text("ends_itself");
  effect.because = reader.text("because");
  return effect;
}

class Loader {
 public:
  explicit Loader(Models& models) : models_(models) {}

  void read(const Json& json) {
    const Reader reader = Reader(json, "").allow(
        {"$schema", "library", "lives", "modules", "globals", "global_types", "types"});
    reader.each("lives", [&](const std::string& name, const Json& value, const std::string& where) {
      const Reader life = Reader(value, where).allow({"each", "ends"});
      if (!models_.life(name)) models_.lives.add({name, life.text("each"), life.text("ends")});
    });
    read_names(reader, "modules", models_.modules);
    read_names(reader, "globals", models_.globals);
    read_names(reader, "global_types", models_.global_types);
    reader.each("types", [&](const std::string& name, const Json& value, const std::string& where) {
      read_type(name, Reader(value, where));
    });
  }

 private:
  void read_names(const Reader& reader, const char* key,
                  std::map<std::string, std::string, std::less<>>& into) {
    reader.each(key, [&](const std::string& names, const Json& value, const std::string& where) {
      if (!value.is_string()) throw ModelError{where, "must be the name of a type"};
      for (const std::string& name : split(names, '|')) into[name] = value.get<std::string>();
    });
  }

  void read_type(const std::string& name, const Reader& reader) {
    reader.allow({"extends", "lifetime", "life", "is", "call", "new", "members", "events", "types"});
    TypeId id = models_.type(name);
    if (!id) {
      TypeRow fresh;
      fresh.name = name;
      id = models_.types.add(std::move(fresh));
      models_.type_by_name.emplace(name, id);
    }
    TypeRow& row = models_.types[id];
    for (const std::string& base : reader.texts("extends")) row.extends.push_back(base);
    read_lifetime(row, reader);
    for (const std::string& trait : reader.texts("is")) {
      if (trait == "emitter")
        row.is_emitter = true;
      else if (trait == "signal")
        row.is_signal = true;
      else if (trait == "collection")
        row.is_collection = true;
      else if (trait == "bounded")
        row.is_bounded = true;
      else
        reader.fail("\"is\" knows emitter, signal, collection and bounded, not \"" + trait + "\"");
    }
    if (reader.has("call")) row.call = read_call(reader.inner("call"));
    if (reader.has("new")) row.construct = read_call(reader.inner("new"));
    reader.each("members", [&](const std::string& names, const Json& value, const std::string& where) {
      for (const std::string& member : split(names, '|'))
        row.members[member] = read_member(id, member, Reader(value, where));
    });
    reader.each("events", [&](const std::string& names, const Json& value, const std::string& where) {
      EventRow event{read_runs(Reader(value, where).allow({"runs", "params"})), {}};
      event.once.params = event.each.params;
      for (const std::string& one : split(names, '|')) row.events[one] = event;
    });
    read_names(reader, "types", row.types);
  }

  void read_lifetime(TypeRow& row, const Reader& reader) {
    const std::string text = reader.text("lifetime");
    if (text == "process")
      row.lifetime = Lifetime::process;
    else if (text == "pooled")
      row.lifetime = Lifetime::pooled;
    else if (!text.empty())
      reader.fail("\"lifetime\" is \"process\" or \"pooled\", not \"" + text + "\"");
    const std::string life = reader.text("life");
    if (life.empty()) return;
    row.lifetime = Lifetime::life;
    row.life = models_.life(life);
    if (!row.life) reader.fail("there is no life \"" + life + "\"");
  }

  MemberRow read_member(TypeId owner, const std::string& name, const Reader& reader) {
    reader.allow({"type", "call", "new", "spelled"});
    MemberRow row{.name = name, .owner = owner, .type = reader.text("type"), .call = {}, .construct = {}};
    row.spelled = reader.flag("spelled");
    if (reader.has("call")) row.call = read_call(reader.inner("call"));
    if (reader.has("new")) row.construct = read_call(reader.inner("new"));
    return row;
  }

  CallRow read_call(const Reader& reader) {
    reader.allow({"returns", "callbacks", "effects"});
    CallRow row;
    if (reader.has("returns")) row.returns = split(reader.text("returns"), '|');
    reader.each("callbacks", [&](const std::string&, const Json& value, const std::string& where) {
      row.callbacks.push_back(read_callback(Reader(value, where)));
    });
    reader.each("effects", [&](const std::string&, const Json& value, const std::string& where) {
      row.effects.push_back(read_effect(value, where));
    });
    leave_to_closer_rows(row.callbacks);
    return row;
  }

  CallbackRow read_callback(const Reader& reader) {
    reader.allow({"arg", "runs", "arity", "params"});
    CallbackRow row = read_runs(reader);
    row.argument = read_range(reader, reader.text("arg"));
    row.arity = reader.number("arity", -1);
    return row;
  }

  /// How often a function runs, and with what.
  CallbackRow read_runs(const Reader& reader) {
    CallbackRow row;
    row.params = reader.texts("params");
    const std::string runs = reader.text("runs");
    if (runs.starts_with("life:")) {
      row.runs = Runs::life;
      row.life = models_.life(runs.substr(5));
      if (!row.life) reader.fail("there is no life \"" + runs.substr(5) + "\"");
    } else if (runs == "sync") {
      row.runs = Runs::sync;
    } else if (runs == "never") {
      row.runs = Runs::never;
    } else if (!runs.empty() && runs != "inherit") {
      reader.fail("\"runs\" is inherit, sync, never or life:NAME, not \"" + runs + "\"");
    }
    return row;
  }

  Models& models_;
};

/// Every type name that a row mentions must exist: a misspelt one would silently match nothing.
std::optional<std::string> find_unknown_type(const Models& models) {
  std::optional<std::string> unknown;
  const auto check = [&](const std::string& name, const std::string& where) {
    if (!name.empty() && name[0] != '@' && !models.type(name))
      unknown = where + " names an unknown type \"" + name + "\"";
  };
  const auto check_call = [&](const std::optional<CallRow>& call, const std::string& where) {
    if (!call) return;
    for (const std::string& text : call->returns) check(text, where);
    for (const CallbackRow& callback : call->callbacks)
      for (const std::string& param : callback.params) check(param, where);
  };
  for (const TypeRow& row : models.types) {
    for (const std::string& base : row.extends) check(base, row.name);
    for (const auto& [name, event] : row.events)
      for (const std::string& param : event.each.params) check(param, row.name + '.' + name);
    check_call(row.call, row.name);
    check_call(row.construct, row.name);
    for (const auto& [name, type] : row.types) check(type, row.name + '.' + name);
    for (const auto& [name, member] : row.members) {
      check(member.type, row.name + '.' + name);
      check_call(member.call, row.name + '.' + name);
      check_call(member.construct, row.name + '.' + name);
    }
  }
  for (const auto* names : {&models.modules, &models.globals, &models.global_types})
    for (const auto& [name, type] : *names) check(type, name);
  return unknown;
}

}  // namespace

std::optional<std::string> load_models(std::vector<std::pair<std::string, std::string>> files,
                                       Models& models) {
  std::vector<std::pair<std::string, Json>> parsed;
  for (const auto& [name, text] : files) {
    try {
      parsed.emplace_back(name, Json::parse(text, nullptr, true, true));
    } catch (const Json::parse_error& error) {
      return name + ": not JSON: " + error.what();
    }
  }
  try {
    // Lives first, in all files: types of one library name lives of another.
    for (const auto& [name, json] : parsed) {
      Json only_lives = Json::object();
      if (json.is_object() && json.contains("lives")) only_lives["lives"] = json["lives"];
      Loader(models).read(only_lives);
    }
  } catch (const ModelError& error) {
    return error.where + ' ' + error.what;
  }
  for (const auto& [name, json] : parsed) {
    try {
      Loader(models).read(json);
    } catch (const ModelError& error) {
      return name + ": " + (error.where.empty() ? "the file" : error.where.substr(1)) + ' ' + error.what;
    }
  }
  for (const TypeRow& row : models.types)
    for (const auto& [name, member] : row.members)
      if (member.spelled) models.spelled_by_name.emplace(name, &member);
  return find_unknown_type(models);
}

}  // namespace leaklint
