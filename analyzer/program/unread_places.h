#pragma once

#include <vector>

#include "program/code_answers.h"
#include "program/program.h"

namespace leaklint {

/// Places that the program writes to and that nothing reads again. A place that code outside of the program
/// may read, such as a property of an object that it is given, is never one of them.
class UnreadPlaces {
 public:
  UnreadPlaces(const Program& program, const CodeAnswers& answers) : program_(program), answers_(answers) {}

  /// Whether only the code of its file can name a variable.
  bool is_private(FileId file, BindingId variable) const;
  /// Whether nothing reads the variable.
  bool is_unread(FileId file, BindingId variable) const;
  /// Whether nothing reads the property that a `store_member` writes: a private one, or one of an object
  /// that does not leave its file.
  bool is_unread_property(FileId file, ValueId store) const;
  /// Whether a `Map` or `Set` is only ever added to, emptied and asked for its size.
  bool is_unread_collection(FileId file, ValueId object) const;

 private:
  bool is_named_anywhere(FileId file, NameId name) const;
  bool is_object_private(FileId file, ValueId object) const;
  bool is_class_private(FileId file, ClassId id) const;
  bool is_used_by_property(FileId file, ValueId object) const;
  ClassId class_around(FileId file, ValueId this_value) const;

  const Program& program_;
  const CodeAnswers& answers_;
  mutable std::vector<bool> named_;  ///< by the program's names; made when first asked for
};

}  // namespace leaklint
