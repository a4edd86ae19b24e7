#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_id.h"
#include "base/id.h"
#include "base/names.h"
#include "semantics/facts.h"

namespace leaklint {

/// Ids of the whole program: a file's own id plus that file's base.
using GlobalFunction = Id<struct GlobalFunctionTag>;
using GlobalValue = Id<struct GlobalValueTag>;
using GlobalVariable = Id<struct GlobalVariableTag>;
using GlobalClass = Id<struct GlobalClassTag>;

struct ProgramFile {
  std::string path;
  std::shared_ptr<const FileFacts> owner;  ///< an editor keeps facts from one link to the next
  const FileFacts& facts;
  std::vector<NameId> names;  ///< the file's name ids → the program's
  uint32_t function_base = 0;
  uint32_t value_base = 0;
  uint32_t variable_base = 0;
  uint32_t class_base = 0;
};

/// Names that the stages after the link look for; those in brackets no source can spell.
struct WellKnownNames {
  NameId prototype_link;  ///< "[[Prototype]]": what an object inherits from
  NameId element;         ///< "[]": whatever an array, map or set holds
  NameId prototype, exports, default_, constructor, call, apply, bind;
};

/// All files' facts side by side, with one id space. Const once every file is added.
class Program {
 public:
  Program();

  /// Adds a file; ids of files follow the order of adding, which must be the order of their paths.
  FileId add(std::string path, FileFacts facts);
  FileId add(std::string path, std::shared_ptr<const FileFacts> facts);

  const ProgramFile& file(FileId id) const { return files_[id]; }
  uint32_t file_count() const { return files_.size(); }
  uint32_t function_count() const { return functions_; }
  uint32_t value_count() const { return values_; }
  uint32_t variable_count() const { return variables_; }
  uint32_t class_count() const { return classes_; }

  FileId file_of(GlobalFunction id) const { return file_by(id.raw, &ProgramFile::function_base); }
  FileId file_of(GlobalValue id) const { return file_by(id.raw, &ProgramFile::value_base); }
  FileId file_of(GlobalVariable id) const { return file_by(id.raw, &ProgramFile::variable_base); }
  FileId file_of(GlobalClass id) const { return file_by(id.raw, &ProgramFile::class_base); }

  GlobalFunction global(FileId at, FunctionId id) const {
    return GlobalFunction(files_[at].function_base + id.raw);
  }
  GlobalValue global(FileId at, ValueId id) const { return GlobalValue(files_[at].value_base + id.raw); }
  GlobalVariable global(FileId at, BindingId id) const {
    return GlobalVariable(files_[at].variable_base + id.raw);
  }
  GlobalClass global(FileId at, ClassId id) const { return GlobalClass(files_[at].class_base + id.raw); }

  const Instruction& instruction(GlobalValue id) const {
    const ProgramFile& at = files_[file_of(id)];
    return at.facts.code[ValueId(id.raw - at.value_base)];
  }
  const Function& function(GlobalFunction id) const {
    const ProgramFile& at = files_[file_of(id)];
    return at.facts.functions[FunctionId(id.raw - at.function_base)];
  }
  const Variable& variable(GlobalVariable id) const {
    const ProgramFile& at = files_[file_of(id)];
    return at.facts.variables[BindingId(id.raw - at.variable_base)];
  }
  const Class& class_row(GlobalClass id) const {
    const ProgramFile& at = files_[file_of(id)];
    return at.facts.classes[ClassId(id.raw - at.class_base)];
  }
  FunctionId local(GlobalFunction id) const { return FunctionId(id.raw - files_[file_of(id)].function_base); }
  ValueId local(GlobalValue id) const { return ValueId(id.raw - files_[file_of(id)].value_base); }
  BindingId local(GlobalVariable id) const { return BindingId(id.raw - files_[file_of(id)].variable_base); }

  /// The function whose code holds an instruction.
  GlobalFunction function_of(GlobalValue id) const {
    const FileId at = file_of(id);
    return global(at, files_[at].facts.function_of(ValueId(id.raw - files_[at].value_base)));
  }
  NameId name(FileId at, NameId local) const { return local ? files_[at].names[local.raw] : NameId(); }
  std::string_view text(NameId global) const { return names.text(global); }
  /// "name" of a function, or "" where it has none.
  std::string_view function_name(GlobalFunction id) const {
    const FileId at = file_of(id);
    return text(name(at, function(id).name));
  }

  Names names;
  WellKnownNames well_known;

 private:
  FileId file_by(uint32_t raw, uint32_t ProgramFile::*base) const {
    // Files without rows share their base with the next; the last one at or below `raw` owns it.
    const auto& rows = files_.rows();
    const auto above =
        std::upper_bound(rows.begin(), rows.end(), raw,
                         [&](uint32_t value, const ProgramFile& row) { return value < row.*base; });
    return FileId(static_cast<uint32_t>(above - rows.begin() - 1));
  }

  Table<FileId, ProgramFile> files_;
  uint32_t functions_ = 0, values_ = 0, variables_ = 0, classes_ = 0;
};

}  // namespace leaklint
