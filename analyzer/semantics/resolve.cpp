#include "semantics/resolve.h"

namespace leaklint {
namespace {

/// What a name means at the current node.
struct Meaning {
  BindingId value;
  BindingId type;
};

struct OpenFrame {
  uint32_t end;
  uint32_t hidden;  ///< how much of the list of hidden meanings was there before
};

struct HiddenMeaning {
  NameId name;
  Meaning meaning;
};

class Resolver {
 public:
  Resolver(Scopes& scopes, const BindingTable& table, uint32_t name_count)
      : scopes_(scopes), table_(table), meanings_(name_count) {}

  void run() {
    const std::vector<Frame>& frames = table_.frames();
    size_t next = 0;
    for (Use& use : scopes_.uses.rows()) {
      for (; next < frames.size() && frames[next].first <= use.node.raw; ++next) open(frames[next]);
      close_until(use.node.raw);
      use.binding = meaning_of(use);
      if (use.binding) note(use);
    }
  }

 private:
  void open(const Frame& frame) {
    if (!frame.newest) return;
    close_until(frame.first);
    open_.push_back({frame.end, static_cast<uint32_t>(hidden_.size())});
    for (BindingId id = frame.newest; id; id = table_.next_in_frame()[id.raw]) {
      const Binding& binding = scopes_.bindings[id];
      Meaning& meaning = meanings_[binding.name.raw];
      hidden_.push_back({binding.name, meaning});
      // `import type` hides an outer value, and `typeof` may ask for it.
      if (binding.is_value || binding.kind == BindingKind::import) meaning.value = id;
      if (binding.is_type) meaning.type = id;
    }
  }

  void close_until(uint32_t node) {
    while (!open_.empty() && open_.back().end <= node) {
      while (hidden_.size() > open_.back().hidden) {
        meanings_[hidden_.back().name.raw] = hidden_.back().meaning;
        hidden_.pop_back();
      }
      open_.pop_back();
    }
  }

  BindingId meaning_of(const Use& use) const {
    const Meaning& meaning = meanings_[use.name.raw];
    if (!(use.mode & Use::type)) return meaning.value;
    if (!(use.mode & Use::read)) return meaning.type;
    if (!meaning.value || !meaning.type) return meaning.value ? meaning.value : meaning.type;
    // The inner one of two scopes that are both open is the later one.
    const bool is_type_inner = scopes_.bindings[meaning.type].scope > scopes_.bindings[meaning.value].scope;
    return is_type_inner ? meaning.type : meaning.value;
  }

  void note(const Use& use) {
    Binding& binding = scopes_.bindings[use.binding];
    BindingId& at_node = scopes_.binding_of_node[use.node.raw];
    if (!at_node) at_node = use.binding;
    if (use.is_write() && !(use.is_init() && use.node == binding.declaration)) binding.is_reassigned = true;
    if (use.is_erased()) return;
    if (scopes_.function_scope(use.scope) != scopes_.function_scope(binding.scope))
      binding.is_captured = true;
  }

  Scopes& scopes_;
  const BindingTable& table_;
  std::vector<Meaning> meanings_;  // for each name
  std::vector<OpenFrame> open_;
  std::vector<HiddenMeaning> hidden_;
};

}  // namespace

void resolve(Scopes& scopes, const BindingTable& table, uint32_t name_count) {
  Resolver(scopes, table, name_count).run();
}

}  // namespace leaklint
