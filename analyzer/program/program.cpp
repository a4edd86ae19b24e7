#include "program/program.h"

namespace leaklint {

Program::Program() {
  well_known = {.prototype_link = names.intern("[[Prototype]]"),
                .element = names.intern("[]"),
                .prototype = names.intern("prototype"),
                .exports = names.intern("exports"),
                .default_ = names.intern("default"),
                .constructor = names.intern("constructor"),
                .call = names.intern("call"),
                .apply = names.intern("apply"),
                .bind = names.intern("bind")};
}

FileId Program::add(std::string path, FileFacts made) {
  return add(std::move(path), std::make_shared<const FileFacts>(std::move(made)));
}

FileId Program::add(std::string path, std::shared_ptr<const FileFacts> owner) {
  const FileFacts& facts = *owner;
  ProgramFile row{std::move(path), std::move(owner), facts, {}};
  row.function_base = functions_;
  row.value_base = values_;
  row.variable_base = variables_;
  row.class_base = classes_;
  row.names.reserve(facts.names.size());
  for (uint32_t raw = 0; raw < facts.names.size(); ++raw)
    row.names.push_back(names.intern(facts.names.text(NameId(raw))));
  functions_ += facts.functions.size();
  values_ += facts.code.size();
  variables_ += facts.variables.size();
  classes_ += facts.classes.size();
  return files_.add(std::move(row));
}

}  // namespace leaklint
