#include <algorithm>
#include <array>

#include "models/call_rows.h"
#include "models/model.h"
#include "models/row_reader.h"

namespace leaklint {
namespace {

using NamesByName = std::map<std::string, std::string, std::less<>>;

/// Reads one model file into the models.
class Loader {
 public:
  Loader(Models& models, const std::string& file, std::vector<TypeMention>& mentions)
      : models_(models), calls_(models, file, mentions) {}

  void read_lives(const ModelJson& json) {
    const auto read_one = [&](const std::string& name, const ModelJson& value, const std::string& where) {
      const RowReader life = RowReader(value, where).allow({"each", "ends", "traffic"});
      if (life.text("each").empty() || life.text("ends").empty())
        life.fail("needs \"each\" (\"for every request\") and \"ends\" (\"when the response finishes\")");
      if (!models_.life(name))
        models_.lives.add({name, life.text("each"), life.text("ends"), life.flag("traffic")});
    };
    RowReader(json, "").each("lives", read_one);
  }

  void read(const ModelJson& json) {
    const RowReader reader = RowReader(json, "").allow(
        {"$schema", "library", "lives", "modules", "globals", "global_types", "exports", "types"});
    read_names(reader, "modules", models_.modules);
    read_names(reader, "globals", models_.globals);
    read_names(reader, "global_types", models_.global_types);
    reader.each("exports", [&](const std::string&, const ModelJson& value, const std::string& where) {
      read_export(RowReader(value, where));
    });
    reader.each("types", [&](const std::string& name, const ModelJson& value, const std::string& where) {
      read_type(name, RowReader(value, where));
    });
  }

 private:
  void read_names(const RowReader& reader, const char* key, NamesByName& into) {
    reader.each(key, [&](const std::string& names, const ModelJson& value, const std::string& where) {
      if (!value.is_string()) throw ModelError{where, "must be the name of a type"};
      const std::string type = value.get<std::string>();
      calls_.mention(where, type);
      for (const std::string& name : split(names, '|')) into[name] = type;
    });
  }

  void read_export(const RowReader& reader) {
    reader.allow({"packages", "files", "names", "first_parameters", "spelled", "runs", "params"});
    ExportRow row;
    row.packages = reader.texts("packages");
    for (const std::string& pattern : reader.texts("files")) row.files.emplace_back(pattern);
    row.first_parameters = reader.texts("first_parameters");
    row.spelled = reader.flag("spelled");
    row.callback = calls_.read_own_runs(reader);
    if (row.packages.empty() && row.first_parameters.empty())
      reader.fail("needs \"packages\" that the file's package depends on, or \"first_parameters\"");
    for (const std::string& name : reader.texts("names")) {
      row.callback.argument.path = split(name, '.');
      models_.exports.push_back(row);
    }
  }

  TypeId add_type(const std::string& name) {
    if (const TypeId known = models_.type(name)) return known;
    TypeRow fresh;
    fresh.name = name;
    const TypeId id = models_.types.add(std::move(fresh));
    models_.type_by_name.emplace(name, id);
    return id;
  }

  void read_type(const std::string& name, const RowReader& reader) {
    reader.allow({"extends", "lifetime", "life", "is", "call", "new", "members", "events", "handler",
                  "methods", "types"});
    const TypeId id = add_type(name);
    TypeRow& row = models_.types[id];
    for (const std::string& base : reader.texts("extends")) {
      calls_.mention(reader.where_of("extends"), base);
      row.extends.push_back(base);
    }
    read_lifetime(row, reader);
    read_traits(row, reader);
    if (reader.has("call")) row.call = calls_.read_call(reader.inner("call"));
    if (reader.has("new")) row.construct = calls_.read_call(reader.inner("new"));
    reader.each("members", [&](const std::string& names, const ModelJson& value, const std::string& where) {
      for (const std::string& member : split(names, '|'))
        row.members[member] = read_member(id, member, RowReader(value, where));
    });
    read_functions(row, reader);
    read_names(reader, "types", row.types);
  }

  static EventRow::Only read_only(const RowReader& reader) {
    if (!reader.has("only")) return EventRow::Only::always;
    const std::string text = reader.text("only");
    constexpr std::string_view words[] = {"success", "failure"};
    if (text != words[0] && text != words[1]) reader.fail_unknown("\"only\" is neither:", text, words);
    return text == words[0] ? EventRow::Only::success : EventRow::Only::failure;
  }

  /// Rows about functions that the type's objects run, or that are theirs.
  void read_functions(TypeRow& row, const RowReader& reader) {
    reader.each("events", [&](const std::string& names, const ModelJson& value, const std::string& where) {
      const RowReader event_reader = RowReader(value, where).allow({"runs", "params", "only"});
      EventRow event{calls_.read_runs(event_reader), {}};
      event.once.params = event.each.params;
      event.only = read_only(event_reader);
      for (const std::string& one : split(names, '|')) row.events[one] = event;
    });
    if (reader.has("handler"))
      row.handler = calls_.read_own_runs(reader.inner("handler").allow({"runs", "params"}));
    reader.each("methods", [&](const std::string& names, const ModelJson& value, const std::string& where) {
      CallbackRow method = calls_.read_own_runs(RowReader(value, where).allow({"runs", "params"}));
      for (const std::string& one : split(names, '|')) {
        method.argument.path = split(one, '.');
        row.methods.push_back(method);
      }
    });
  }

  void read_lifetime(TypeRow& row, const RowReader& reader) {
    constexpr auto lifetimes = std::to_array<std::string_view>({"process", "pooled"});
    const std::string text = reader.text("lifetime");
    if (text == "process")
      row.lifetime = Lifetime::process;
    else if (text == "pooled")
      row.lifetime = Lifetime::pooled;
    else if (!text.empty())
      reader.fail_unknown("\"lifetime\" is \"process\" or \"pooled\", not", text, lifetimes);
    if (!reader.has("life")) return;
    row.lifetime = Lifetime::life;
    row.life = read_life(models_, reader, reader.text("life"));
  }

  void read_traits(TypeRow& row, const RowReader& reader) {
    constexpr auto names = std::to_array<std::string_view>(
        {"emitter", "signal", "collection", "bounded", "singleton", "provided"});
    bool* const traits[] = {&row.is_emitter, &row.is_signal,    &row.is_collection,
                            &row.is_bounded, &row.is_singleton, &row.is_provided};
    for (const std::string& text : reader.texts("is")) {
      const auto found = std::find(names.begin(), names.end(), text);
      if (found == names.end()) reader.fail_unknown("\"is\" names an unknown trait", text, names);
      *traits[found - names.begin()] = true;
    }
  }

  MemberRow read_member(TypeId owner, const std::string& name, const RowReader& reader) {
    reader.allow({"type", "call", "new", "spelled"});
    const bool is_self = reader.text("type") == "@receiver";
    MemberRow row{.name = name,
                  .owner = owner,
                  .type = is_self ? "@receiver" : calls_.read_type_name(reader, "type"),
                  .call = {},
                  .construct = {}};
    row.spelled = reader.flag("spelled");
    if (reader.has("call")) row.call = calls_.read_call(reader.inner("call"));
    if (reader.has("new")) row.construct = calls_.read_call(reader.inner("new"));
    if (!row.type.empty() && (row.call || row.construct))
      reader.fail("has \"type\" beside \"call\" or \"new\"; these belong into the type's own row");
    return row;
  }

  Models& models_;
  CallRows calls_;
};

std::string error_text(const std::string& file, const ModelError& error) {
  return file + ": " + (error.where.empty() ? "the file" : error.where) + ' ' + error.what;
}

/// Every type name that a row mentions must exist: a misspelt one would silently match nothing.
std::optional<std::string> find_unknown_type(const Models& models, const std::vector<TypeMention>& mentions) {
  for (const TypeMention& mention : mentions) {
    if (models.type(mention.name)) continue;
    std::vector<std::string_view> names;
    for (const TypeRow& row : models.types) names.push_back(row.name);
    const std::string hint = near_hint(mention.name, names);
    return error_text(mention.file, {mention.where, "names an unknown type \"" + mention.name + '"' + hint});
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> load_models(std::vector<std::pair<std::string, std::string>> files,
                                       Models& models) {
  std::vector<std::pair<std::string, ModelJson>> parsed;
  for (const auto& [name, text] : files) {
    try {
      parsed.emplace_back(name, ModelJson::parse(text, nullptr, true, true));
    } catch (const ModelJson::parse_error& error) {
      return name + ": not JSON: " + error.what();
    }
  }
  std::vector<TypeMention> mentions;
  // Lives first, in all files: types of one library name lives of another.
  for (const bool is_about_lives : {true, false})
    for (const auto& [name, json] : parsed) {
      try {
        Loader loader(models, name, mentions);
        if (is_about_lives)
          loader.read_lives(json);
        else
          loader.read(json);
      } catch (const ModelError& error) {
        return error_text(name, error);
      }
    }
  for (const TypeRow& row : models.types)
    for (const auto& [name, member] : row.members)
      if (member.spelled) models.spelled_by_name.emplace(name, &member);
  return find_unknown_type(models, mentions);
}

}  // namespace leaklint
