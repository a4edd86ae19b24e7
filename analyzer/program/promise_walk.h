#pragma once

#include "program/promises.h"

namespace leaklint {

/// Follows one promise through its file: through variables, choices, local lists and objects.
class PromiseWalk {
 public:
  PromiseWalk(Promises& promises, uint32_t fate);
  void run();

 private:
  struct Carrier {
    ValueId value;
    Promised kind;
    bool is_choice = false;  ///< may as well be another value
  };

  void follow(Carrier carrier);
  void follow_use(Carrier carrier, const ValueUse& use);
  void follow_store(Carrier carrier, const ValueUse& use);
  void follow_member_call(Carrier carrier, ValueId member);
  void follow_chain(ValueId call, std::string_view name);
  void follow_list_call(ValueId call, std::string_view name);
  void follow_argument(Carrier carrier, const ValueUse& use);
  void follow_read(Carrier carrier, ValueId read);
  void follow_elements(Carrier carrier, ValueId element);
  void follow_return(Carrier carrier, ValueId at);
  void enter_list(ValueId target, ValueId at);
  void enter_object(ValueId object, NameId name, ValueId at);
  void carry(ValueId value, Promised kind, bool is_choice = false);
  void handle(ValueId at);
  void leave(ValueId at);
  void read(Carrier carrier, ValueId at);
  BindingId local_variable(ValueId load) const;
  bool is_callable(const Instruction& call, uint32_t index) const;

  PromiseFate& fate() { return promises_.fates_[fate_]; }
  GlobalValue global(ValueId id) const { return promises_.program_.global(file_, id); }
  std::string_view name_of(ValueId member) const { return facts_.names.text(NameId(facts_.code[member].b)); }

  Promises& promises_;
  const uint32_t fate_;
  const FileId file_;
  const FileFacts& facts_;
  const ValueUses& uses_;
  ValueId origin_;
  std::vector<Carrier> carriers_;  // those followed, and behind them those to follow
};

}  // namespace leaklint
