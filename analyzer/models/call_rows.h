#pragma once

#include <string>
#include <vector>

#include "models/model.h"
#include "models/row_reader.h"

namespace leaklint {

/// The word that model files use for a kind of effect: "add_listener".
std::string_view effect_word(EffectRow::Kind kind);

/// A place that names a type, to be looked up once every file is read.
struct TypeMention {
  std::string file;
  std::string where;
  std::string name;
};

/// Reads what a call does: its result, its callbacks, its effects.
class CallRows {
 public:
  CallRows(const Models& models, std::string file, std::vector<TypeMention>& mentions)
      : models_(models), file_(std::move(file)), mentions_(mentions) {}

  CallRow read_call(const RowReader& reader) const;
  /// "runs" and "params" of a row that has been checked for unknown keys.
  CallbackRow read_runs(const RowReader& reader) const;
  /// The same for code that the library runs by itself, so that nothing is there to speak of with "@…".
  CallbackRow read_own_runs(const RowReader& reader) const;
  /// A key with a type's name, or "".
  std::string read_type_name(const RowReader& reader, const char* key) const;
  void mention(const std::string& where, const std::string& type) const {
    mentions_.push_back({file_, where, type});
  }

 private:
  void read_callbacks(const RowReader& reader, std::vector<CallbackRow>& rows) const;

  const Models& models_;
  std::string file_;
  std::vector<TypeMention>& mentions_;
};

/// The life of that name; fails where there is none.
LifeId read_life(const Models& models, const RowReader& reader, const std::string& name);

}  // namespace leaklint
