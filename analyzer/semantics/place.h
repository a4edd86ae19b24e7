#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "semantics/facts.h"
#include "semantics/value_uses.h"

namespace leaklint {

/// One step of a symbolic access path. A computed key is written out between `key_…` and `key_end`, so that
/// a path is flat and comparing two is comparing arrays: `this.map[req.id]` is map, key_variable req, id,
/// key_end.
struct PlaceStep {
  enum class Kind : uint8_t {
    name,           ///< id: NameId of the property
    constant,       ///< id: NameId of a literal key's text: `list[0]`
    unknown_key,    ///< id: ValueId of a key that is no place itself: equal only to itself
    key_variable,   ///< id: BindingId
    key_this,       ///< id: FunctionId
    key_global,     ///< id: NameId
    key_parameter,  ///< id: ValueId
    key_end,
  };
  Kind kind = Kind::name;
  uint32_t id = 0;
  friend bool operator==(const PlaceStep&, const PlaceStep&) = default;
};

/// Where a value is kept, by name: a root and the properties that lead on from it. Equal paths name the same
/// place as long as nothing on the way is overwritten. A plain value of fixed size: making, copying and
/// comparing one allocates nothing.
class PlacePath {
 public:
  enum class Root : uint8_t {
    variable,     ///< id: BindingId; an import and a named parameter are variables too
    this_,        ///< id: FunctionId of the non-arrow function whose receiver it is
    global,       ///< id: NameId; `globalThis.x` and `window.x` are `x`
    parameter,    ///< id: ValueId of a parameter without a name (it is destructured)
    import_meta,  ///< id: 0
  };
  static constexpr size_t max_steps = 12;

  PlacePath() = default;
  PlacePath(Root root, uint32_t id) : root_(root), id_(id) {}

  Root root() const { return root_; }
  BindingId variable() const { return root_ == Root::variable ? BindingId(id_) : BindingId(); }
  FunctionId receiver() const { return root_ == Root::this_ ? FunctionId(id_) : FunctionId(); }
  NameId global() const { return root_ == Root::global ? NameId(id_) : NameId(); }
  uint32_t root_id() const { return id_; }

  std::span<const PlaceStep> steps() const { return std::span(steps_).first(count_); }
  bool has_steps() const { return count_ > 0; }
  /// The name of the last step, or none when it is a key or there are no steps.
  NameId last_name() const;
  /// Whether some key on the path is computed at run time, so that one path names many places.
  bool has_computed_key() const;
  /// Whether the other place lies inside this one, or is the same.
  bool contains(const PlacePath& other) const;

  /// The place of the object that has this property, or nothing when there are no steps.
  std::optional<PlacePath> parent() const;
  /// The path with one more property; nothing when it would be too long.
  std::optional<PlacePath> with(PlaceStep step) const;
  /// The path with the same steps from another root.
  PlacePath rooted_at(Root root, uint32_t id) const;

  friend bool operator==(const PlacePath& a, const PlacePath& b) {
    return a.root_ == b.root_ && a.id_ == b.id_ && a.has_same_steps(b);
  }
  bool has_same_steps(const PlacePath& other) const;

 private:
  friend class PlaceFinder;
  Root root_ = Root::variable;
  uint8_t count_ = 0;
  uint32_t id_ = UINT32_MAX;
  std::array<PlaceStep, max_steps> steps_{};
};

/// The place a value is read from, or nothing when it was just made (a call, an object, an operator).
/// Variables that are written once are looked through to the place they were read from: after `const self =
/// this; const { signal } = options`, `self.x` is `this.x` and `signal` is `options.signal`. `x || (x = …)`
/// and `x ??= …` are the place x.
std::optional<PlacePath> place_of(const FileFacts& facts, const ValueUses& uses, ValueId value);

/// The place that a store or delete instruction writes.
std::optional<PlacePath> place_written(const FileFacts& facts, const ValueUses& uses, ValueId store);

/// The function whose receiver `this` is in `function`: that of the nearest enclosing function that is no
/// arrow and is not given its receiver by `.bind(this)`.
FunctionId receiver_of(const FileFacts& facts, const ValueUses& uses, FunctionId function);

/// Whether two functions have the same kind of receiver: the same function, or two members of one class that
/// are both static or both not.
bool have_same_receiver(const FileFacts& facts, FunctionId a, FunctionId b);

/// Equality that takes `this.x` in two methods of one class for the same place.
bool is_same_place(const FileFacts& facts, const PlacePath& a, const PlacePath& b);

/// As it would be written: `this.socket`, `options.signal`, `cache[req.id]`, `process`.
std::string to_text(const FileFacts& facts, const PlacePath& path);

}  // namespace leaklint
