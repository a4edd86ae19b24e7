#include <algorithm>

#include "retention/ownership.h"
#include "retention/retention.h"

namespace leaklint {
namespace {

/// The steps of a path as text, when all of them are written out: names and literal keys.
std::optional<std::vector<std::string_view>> written_steps(const FileFacts& facts, const PlacePath& path) {
  std::vector<std::string_view> names;
  for (const PlaceStep& step : path.steps()) {
    if (step.kind != PlaceStep::Kind::name && step.kind != PlaceStep::Kind::constant) return std::nullopt;
    names.push_back(facts.names.text(NameId(step.id)));
  }
  return names;
}

bool have_common(std::span<const ObjectId> a, std::span<const ObjectId> b) {
  return std::any_of(a.begin(), a.end(),
                     [&](ObjectId id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

bool returns_receiver(const Retention& retention, GlobalValue call) {
  const auto rows = retention.flow.modelled(call);
  return std::any_of(rows.begin(), rows.end(),
                     [](const ModelledCall& called) { return called.row->may_return("@receiver"); });
}

}  // namespace

/// Whether the roots of two paths can be one object: the receivers of one class and of those that extend it,
/// or two variables that hold the same.
bool Retention::have_same_root(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const {
  const bool is_this_a = a.root() == PlacePath::Root::this_, is_this_b = b.root() == PlacePath::Root::this_;
  if (is_this_a && is_this_b) {
    const ObjectId class_a = flow.constructor_of_this(program.global(file_a, a.receiver()));
    const ObjectId class_b = flow.constructor_of_this(program.global(file_b, b.receiver()));
    return class_a && class_b && flow.share_instances(class_a, class_b);
  }
  const auto objects_of_root = [&](FileId file, const PlacePath& path) -> std::span<const ObjectId> {
    if (path.root() == PlacePath::Root::this_)
      return flow.receivers_of(program.global(file, path.receiver()));
    return path.variable() ? flow.objects_of(program.global(file, path.variable()))
                           : std::span<const ObjectId>();
  };
  return have_common(objects_of_root(file_a, a), objects_of_root(file_b, b));
}

bool Retention::is_same_path(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const {
  if (file_a == file_b && leaklint::is_same_place(facts(file_a), a, b)) return true;
  // The same property of the same object, written as `self.x` here and `this.x` there, or by a class and by
  // one that extends it in another file.
  if (!a.has_steps() || a.steps().size() != b.steps().size()) return false;
  if (file_a == file_b && a.has_same_steps(b)) return have_same_root(file_a, a, file_b, b);
  const auto steps_a = written_steps(facts(file_a), a), steps_b = written_steps(facts(file_b), b);
  return steps_a && steps_b && *steps_a == *steps_b && have_same_root(file_a, a, file_b, b);
}

bool Retention::is_same_place(GlobalValue a, GlobalValue b) const {
  if (!a || !b) return false;
  const auto path_a = place_of(a), path_b = place_of(b);
  if (path_a && path_b && is_same_path(program.file_of(a), *path_a, program.file_of(b), *path_b)) return true;
  return have_common(flow.objects_of(a), flow.objects_of(b));
}

/// Whether removing `b` takes away the listener `a`: one function object, not two made by the same text.
bool Retention::is_same_handler(GlobalValue a, GlobalValue b) const {
  if (is_fresh_function(a) && a != b && is_fresh_function(b)) return false;
  if (is_fresh_function(b)) return false;
  const auto path_a = place_of(a), path_b = place_of(b);
  if (is_fresh_function(a)) {
    // `on('x', this.f = this.f.bind(this))` keeps the very function that it adds.
    const FileId file = program.file_of(a);
    if (path_b && program.file_of(b) == file)
      for (const ValueUse& use : uses(file).uses_of(program.local(a)))
        if (use.role == UseRole::stored || use.role == UseRole::stored_in)
          if (const auto kept = place_written(facts(file), uses(file), use.user);
              kept && leaklint::is_same_place(facts(file), *kept, *path_b))
            return true;
    // `on('x', this.f = () => …)` and its like name the function where it is made.
    if (program.instruction(a).op != Op::function) return false;
    for (GlobalFunction function : functions_of(b))
      for (GlobalFunction added : functions_of(a))
        if (function == added) return true;
    return false;
  }
  if (is_same_place(a, b)) return true;
  if (are_of_different_owners(*this, a, b)) return false;
  // Two different names that nothing more is known about: not proven to differ.
  return !path_a || !path_b || functions_of(a).empty() || functions_of(b).empty();
}

/// `this.timers[name]` and `this.timers[other]`: which entry is meant shows at run time only.
bool Retention::are_of_one_table(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const {
  const auto is_entry = [](const PlacePath& path) {
    return path.has_steps() && path.steps().back().kind != PlaceStep::Kind::name &&
           path.steps().back().kind != PlaceStep::Kind::constant;
  };
  return is_entry(a) && is_entry(b) && is_same_path(file_a, *a.parent(), file_b, *b.parent());
}

/// `self[timer]` and `this[timer]`, where `timer` is a symbol made for this one purpose.
bool Retention::have_same_symbol(FileId file_a, const PlacePath& a, FileId file_b, const PlacePath& b) const {
  const auto symbol = [](const PlacePath& path) {
    const auto steps = path.steps();
    const bool is_key = steps.size() >= 2 && steps.back().kind == PlaceStep::Kind::key_end &&
                        steps[steps.size() - 2].kind == PlaceStep::Kind::key_variable;
    return is_key ? BindingId(steps[steps.size() - 2].id) : BindingId();
  };
  const BindingId key = symbol(a);
  if (!key || file_a != file_b || key != symbol(b)) return false;
  const ValueId store = uses(file_a).only_store_of(key);
  const ValueId made = store ? stored_value(facts(file_a).code[store]) : ValueId();
  if (!made || facts(file_a).code[made].op != Op::call) return false;
  const Instruction& callee = facts(file_a).code[ValueId(facts(file_a).code[made].a)];
  return callee.op == Op::load_global && facts(file_a).names.text(NameId(callee.a)) == "Symbol";
}

std::vector<PlacePath> Retention::places_kept(GlobalValue made) const {
  const FileId file = program.file_of(made);
  std::vector<PlacePath> kept;
  std::vector<ValueId> pending = {program.local(made)};
  // `timer = setInterval(…).unref()`: calls that return what they are called on are few and in one line.
  for (size_t at = 0; at < pending.size() && at < 8; ++at)
    for (const ValueUse& use : uses(file).uses_of(pending[at])) {
      if (use.role == UseRole::stored || use.role == UseRole::stored_in) {
        if (const auto path = place_written(facts(file), uses(file), use.user)) kept.push_back(*path);
      } else if (use.role == UseRole::chosen) {
        pending.push_back(use.user);
      } else if (use.role == UseRole::receiver) {
        const ValueId call = uses(file).call_of(use.user);
        if (call && returns_receiver(*this, program.global(file, call))) pending.push_back(call);
      }
    }
  return kept;
}

std::vector<EffectId> Retention::clears_of(const Effect& timer) const {
  const FileId file = program.file_of(timer.at);
  const auto kept = places_kept(timer.at);
  std::vector<EffectId> found;
  for (EffectId id : effects.of_kind(EffectRow::Kind::clear_timer)) {
    const GlobalValue handle = effects[id].handle;
    bool fits = is_same_place(timer.at, handle);
    if (!fits && handle) {
      const auto cleared = place_of(handle);
      fits = cleared && std::any_of(kept.begin(), kept.end(), [&](const PlacePath& path) {
               const FileId other = program.file_of(handle);
               return is_same_path(file, path, other, *cleared) ||
                      are_of_one_table(file, path, other, *cleared) ||
                      have_same_symbol(file, path, other, *cleared);
             });
    }
    if (fits) found.push_back(id);
  }
  return found;
}

}  // namespace leaklint
