#include "semantics/place.h"

#include <algorithm>

namespace leaklint {
namespace {

using Step = PlaceStep::Kind;

bool opens_key(Step kind) {
  return kind == Step::key_variable || kind == Step::key_this || kind == Step::key_global ||
         kind == Step::key_parameter;
}

/// Whether two computed keys are written alike: the same variable, literal, or property of a variable.
bool is_same_key(const FileFacts& facts, ValueId a, ValueId b) {
  for (size_t steps = 0; steps < PlacePath::max_steps; ++steps) {
    if (a == b) return true;
    const Instruction &left = facts.code[a], &right = facts.code[b];
    if (left.op != right.op) return false;
    if (left.op == Op::this_) return true;
    if (left.op == Op::load || left.op == Op::load_global) return left.a == right.a;
    if (left.op == Op::constant) return left.a == right.a && left.b == right.b;
    if (left.op != Op::member || left.b != right.b) return false;
    a = ValueId(left.a);
    b = ValueId(right.a);
  }
  return false;
}

/// Whether two chains of members read the same path as written, from the same variable or receiver. Cheap
/// and without aliases; enough to recognise `this.list || (this.list = [])`.
bool is_same_chain(const FileFacts& facts, ValueId a, ValueId b) {
  for (size_t steps = 0; steps < PlacePath::max_steps; ++steps) {
    if (a == b) return true;
    const Instruction &left = facts.code[a], &right = facts.code[b];
    if (left.op != right.op) return false;
    switch (left.op) {
      case Op::index:
        if (!is_same_key(facts, ValueId(left.b), ValueId(right.b))) return false;
        break;
      case Op::member:
        if (left.b != right.b) return false;
        break;
      default:
        return is_same_key(facts, a, b);
    }
    a = ValueId(left.a);
    b = ValueId(right.a);
  }
  return false;
}

/// Whether a store writes the place that `read` reads.
bool writes_back(const FileFacts& facts, const Instruction& store, const Instruction& read) {
  switch (store.op) {
    case Op::store:
      return read.op == Op::load && read.a == store.a;
    case Op::store_global:
      return read.op == Op::load_global && read.a == store.a;
    case Op::store_member:
      return read.op == Op::member && read.b == store.b &&
             is_same_chain(facts, ValueId(read.a), ValueId(store.a));
    case Op::store_index:
      return read.op == Op::index && is_same_chain(facts, ValueId(read.a), ValueId(store.a)) &&
             is_same_chain(facts, ValueId(read.b), ValueId(store.b));
    default:
      return false;
  }
}

/// `x || (x = v)`, `x ??= v`, `x = x || v`: a choice between a place and what is stored there if it is empty.
bool fills_its_place(const FileFacts& facts, const ValueUses& uses, ValueId choice) {
  const Instruction& instruction = facts.code[choice];
  if (instruction.aux != 2 || instruction.operand_count != 2) return false;
  const Instruction& read = facts.code[facts.operand(instruction, 0)];
  for (ValueId written : {facts.operand(instruction, 1), choice}) {
    for (const ValueUse& use : uses.uses_of(written))
      if ((use.role == UseRole::stored || use.role == UseRole::stored_in) &&
          writes_back(facts, facts.code[use.user], read))
        return true;
  }
  return false;
}

bool is_name_of_global_object(std::string_view name) {
  return name == "globalThis" || name == "window" || name == "global" || name == "self";
}

/// Whether a function expression is given the receiver of the code around it: `function () {…}.bind(this)`.
bool is_bound_to_outer_receiver(const FileFacts& facts, const ValueUses& uses, ValueId function) {
  if (!function) return false;
  for (const ValueUse& use : uses.uses_of(function)) {
    if (use.role != UseRole::receiver) continue;
    const std::string_view name = facts.names.text(NameId(facts.code[use.user].b));
    if (name != "bind" && name != "call" && name != "apply") continue;
    const ValueId call = uses.call_of(use.user);
    if (!call || facts.code[call].operand_count == 0) continue;
    if (facts.code[facts.operand(facts.code[call], 0)].op == Op::this_) return true;
  }
  return false;
}

bool is_plain_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == ':' || c == '\'' || c == '"' || c == '\\';
  });
}

}  // namespace

/// Walks from a value towards its root, gathering steps back to front.
class PlaceFinder {
 public:
  PlaceFinder(const FileFacts& facts, const ValueUses& uses, int key_depth)
      : facts_(facts), uses_(uses), key_depth_(key_depth) {}

  std::optional<PlacePath> find(ValueId value) {
    // Variables may be assigned from each other in a circle: the budget ends that.
    for (int budget = 64; budget > 0 && value && !root_; --budget) value = step(value);
    if (root_ && !overflowed_) return finish(*root_, step_count_);
    // The way beyond some variable leads to no place; the variable itself is one.
    if (checkpoint_ && checkpoint_steps_ <= PlacePath::max_steps)
      return finish(*checkpoint_, checkpoint_steps_);
    return std::nullopt;
  }

  std::optional<PlacePath> find_member(ValueId object, NameId name) {
    push({Step::name, name.raw});
    return find(object);
  }
  std::optional<PlacePath> find_index(ValueId object, ValueId key) {
    push_key(key);
    return find(object);
  }

 private:
  /// Takes one step; returns the next value, or none when the root is found or there is none.
  ValueId step(ValueId value) {
    const Instruction& instruction = facts_.code[value];
    switch (instruction.op) {
      case Op::member:
        push({Step::name, instruction.b});
        return ValueId(instruction.a);
      case Op::index:
        push_key(ValueId(instruction.b));
        return ValueId(instruction.a);
      case Op::load:
        return step_load(BindingId(instruction.a));
      case Op::choose:
        return fills_its_place(facts_, uses_, value) ? facts_.operand(instruction, 0) : ValueId();
      case Op::this_:
      case Op::super_:
        root_ = {PlacePath::Root::this_, receiver_of(facts_, uses_, facts_.function_of(value)).raw};
        return {};
      case Op::load_global:
        step_global(NameId(instruction.a));
        return {};
      case Op::param:
      case Op::rest_param:
        step_parameter(value);
        return {};
      case Op::import_meta:
        root_ = {PlacePath::Root::import_meta, 0};
        return {};
      default:
        return {};
    }
  }

  ValueId step_load(BindingId variable) {
    const ValueId store = uses_.only_store_of(variable);
    const PlacePath here(PlacePath::Root::variable, variable.raw);
    // What another function puts into a variable may come before or after this read.
    if (!store || facts_.function_of(store) != facts_.variables[variable].function) {
      root_ = here;
      return {};
    }
    checkpoint_ = here;
    checkpoint_steps_ = overflowed_ ? PlacePath::max_steps + 1 : step_count_;
    return stored_value(facts_.code[store]);
  }

  void step_global(NameId name) {
    if (step_count_ > 0 && !overflowed_ && is_name_of_global_object(facts_.names.text(name)) &&
        reversed_[step_count_ - 1].kind == Step::name) {
      --step_count_;
      name = NameId(reversed_[step_count_].id);
    }
    root_ = {PlacePath::Root::global, name.raw};
  }

  void step_parameter(ValueId value) {
    const Function& function = facts_.functions[facts_.function_of(value)];
    const uint32_t index = facts_.code[value].a;
    const BindingId binding = index < function.parameter_count
                                  ? facts_.parameters[function.first_parameter + index].binding
                                  : BindingId();
    // A named parameter is its variable, unless that is assigned elsewhere and so may be something else.
    if (binding && uses_.only_store_of(binding))
      root_ = {PlacePath::Root::variable, binding.raw};
    else
      root_ = {PlacePath::Root::parameter, value.raw};
  }

  void push(PlaceStep step) {
    if (step_count_ == PlacePath::max_steps) {
      overflowed_ = true;
      return;
    }
    reversed_[step_count_++] = step;
  }

  void push_key(ValueId key) {
    const Instruction& instruction = facts_.code[key];
    if (instruction.op == Op::constant && instruction.b != NameId::none_raw)
      return push({Step::constant, instruction.b});
    // Keys inside keys go two deep; nobody can tell `a[b[c[d]]]` from the source anyway.
    const auto inner = key_depth_ < 2 ? PlaceFinder(facts_, uses_, key_depth_ + 1).find(key) : std::nullopt;
    if (!inner || inner->root() == PlacePath::Root::import_meta) return push({Step::unknown_key, key.raw});
    push({Step::key_end, 0});
    const auto steps = inner->steps();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) push(*step);
    constexpr Step kind_of_root[] = {Step::key_variable, Step::key_this, Step::key_global,
                                     Step::key_parameter};
    push({kind_of_root[static_cast<size_t>(inner->root())], inner->root_id()});
  }

  PlacePath finish(PlacePath path, size_t step_count) const {
    for (size_t at = step_count; at > 0; --at) path.steps_[path.count_++] = reversed_[at - 1];
    return path;
  }

  const FileFacts& facts_;
  const ValueUses& uses_;
  int key_depth_;
  std::array<PlaceStep, PlacePath::max_steps> reversed_{};
  size_t step_count_ = 0;
  bool overflowed_ = false;
  std::optional<PlacePath> root_;
  std::optional<PlacePath> checkpoint_;
  size_t checkpoint_steps_ = 0;
};

NameId PlacePath::last_name() const {
  return count_ > 0 && steps_[count_ - 1].kind == Step::name ? NameId(steps_[count_ - 1].id) : NameId();
}

bool PlacePath::has_computed_key() const {
  const auto all = steps();
  return std::any_of(all.begin(), all.end(), [](const PlaceStep& step) {
    return step.kind == Step::unknown_key || opens_key(step.kind);
  });
}

bool PlacePath::has_same_steps(const PlacePath& other) const {
  return std::equal(steps_.begin(), steps_.begin() + count_, other.steps_.begin(),
                    other.steps_.begin() + other.count_);
}

bool PlacePath::contains(const PlacePath& other) const {
  return root_ == other.root_ && id_ == other.id_ && count_ <= other.count_ &&
         std::equal(steps_.begin(), steps_.begin() + count_, other.steps_.begin());
}

std::optional<PlacePath> PlacePath::parent() const {
  if (count_ == 0) return std::nullopt;
  PlacePath path = *this;
  size_t keys = 0;
  do {
    const Step kind = path.steps_[--path.count_].kind;
    keys += kind == Step::key_end ? 1 : 0;
    keys -= opens_key(kind) ? 1 : 0;
    path.steps_[path.count_] = {};
  } while (keys > 0 && path.count_ > 0);
  return path;
}

std::optional<PlacePath> PlacePath::with(PlaceStep step) const {
  if (count_ == max_steps) return std::nullopt;
  PlacePath longer = *this;
  longer.steps_[longer.count_++] = step;
  return longer;
}

PlacePath PlacePath::rooted_at(Root root, uint32_t id) const {
  PlacePath moved = *this;
  moved.root_ = root;
  moved.id_ = id;
  return moved;
}

std::optional<PlacePath> place_of(const FileFacts& facts, const ValueUses& uses, ValueId value) {
  return PlaceFinder(facts, uses, 0).find(value);
}

std::optional<PlacePath> place_written(const FileFacts& facts, const ValueUses& uses, ValueId store) {
  const Instruction& instruction = facts.code[store];
  switch (instruction.op) {
    case Op::store:
      return PlacePath(PlacePath::Root::variable, instruction.a);
    case Op::store_global:
      return PlacePath(PlacePath::Root::global, instruction.a);
    case Op::store_member:
    case Op::delete_member:
      return PlaceFinder(facts, uses, 0).find_member(ValueId(instruction.a), NameId(instruction.b));
    case Op::store_index:
    case Op::delete_index:
      return PlaceFinder(facts, uses, 0).find_index(ValueId(instruction.a), ValueId(instruction.b));
    default:
      return std::nullopt;
  }
}

FunctionId receiver_of(const FileFacts& facts, const ValueUses& uses, FunctionId function) {
  while (true) {
    const Function& row = facts.functions[function];
    const bool is_transparent =
        row.kind == FunctionKind::arrow ||
        (row.kind == FunctionKind::expression && is_bound_to_outer_receiver(facts, uses, row.value));
    if (!is_transparent || !row.parent) return function;
    function = row.parent;
  }
}

bool have_same_receiver(const FileFacts& facts, FunctionId a, FunctionId b) {
  if (a == b) return true;
  if (!a || !b) return false;
  const Function &left = facts.functions[a], &right = facts.functions[b];
  return left.class_ && left.class_ == right.class_ && left.is_static == right.is_static;
}

bool is_same_place(const FileFacts& facts, const PlacePath& a, const PlacePath& b) {
  if (a.root() != b.root() || !a.has_same_steps(b)) return false;
  if (a.root() == PlacePath::Root::this_) return have_same_receiver(facts, a.receiver(), b.receiver());
  return a.root_id() == b.root_id();
}

std::string to_text(const FileFacts& facts, const PlacePath& path) {
  const auto name = [&](uint32_t id) { return std::string(facts.names.text(NameId(id))); };
  const auto variable = [&](uint32_t id) { return name(facts.variables[BindingId(id)].name.raw); };
  const auto parameter = [&](uint32_t id) {
    return "arguments[" + std::to_string(facts.code[ValueId(id)].a) + "]";
  };
  std::string text;
  switch (path.root()) {
    case PlacePath::Root::variable:
      text = variable(path.root_id());
      break;
    case PlacePath::Root::this_:
      text = "this";
      break;
    case PlacePath::Root::global:
      text = name(path.root_id());
      break;
    case PlacePath::Root::parameter:
      text = parameter(path.root_id());
      break;
    case PlacePath::Root::import_meta:
      text = "import.meta";
      break;
  }
  for (const PlaceStep& step : path.steps()) {
    switch (step.kind) {
      case Step::name:
        text += is_plain_name(name(step.id)) ? '.' + name(step.id) : "['" + name(step.id) + "']";
        break;
      case Step::constant:
        text += '[' + name(step.id) + ']';
        break;
      case Step::unknown_key:
        text += "[…]";
        break;
      case Step::key_variable:
        text += '[' + variable(step.id);
        break;
      case Step::key_this:
        text += "[this";
        break;
      case Step::key_global:
        text += '[' + name(step.id);
        break;
      case Step::key_parameter:
        text += '[' + parameter(step.id);
        break;
      case Step::key_end:
        text += ']';
        break;
    }
  }
  return text;
}

}  // namespace leaklint
