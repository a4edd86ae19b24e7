#include <algorithm>

#include "lint/layout.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "lint/structure.h"
#include "retention/collection_doubts.h"
#include "retention/release_ways.h"
#include "retention/remover.h"
#include "retention/residence.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

std::string entry_text(const Retention& retention, const Effect& add) {
  const std::string key = add.key ? retention.place_text(add.key) : std::string();
  return key.empty() ? "[…]" : '[' + key + ']';
}

/// Of an object that is made to be stored: what of a request or connection it keeps, and of several the one
/// that keeps most, as `req.headers` in `{ at: Date.now(), headers: req.headers }`.
GlobalValue part_of_a_life(const Retention& retention, GlobalValue value) {
  const FileId file = retention.program.file_of(value);
  const FileFacts& facts = retention.facts(file);
  const Instruction& made = facts.code[retention.program.local(value)];
  GlobalValue largest;
  size_t fewest_steps = PlacePath::max_steps + 1;
  if (made.op != Op::object) return largest;
  for (uint32_t index = 0; index < facts.property_count(made); ++index) {
    const GlobalValue part = retention.program.global(file, facts.property(made, index).value);
    const auto path = retention.place_of(part);
    if (!path || !path->variable() || path->steps().size() >= fewest_steps) continue;
    if (!retention.life_of(retention.program.global(file, path->variable()))) continue;
    largest = part;
    fewest_steps = path->steps().size();
  }
  return largest;
}

/// How the collection gives up its oldest entry: "keys" of a Map, "values" of a Set, the method of a list; ""
/// where it has no order, or is more than one of them.
std::string eviction_of(const Retention& retention, const Effect& add) {
  const std::string_view method = method_of(retention, add.at);
  const auto objects = retention.flow.objects_of(add.receiver);
  const auto are_all = [&](auto is_one) {
    return !objects.empty() && !retention.flow.is_open(add.receiver) &&
           std::all_of(objects.begin(), objects.end(),
                       [&](ObjectId id) { return is_one(retention.flow.object(id)); });
  };
  const auto is_named = [&](std::string_view name) {
    return [&retention, name](const Object& object) {
      return object.kind == ObjectKind::external && object.type &&
             retention.models.types[object.type].name == name;
    };
  };
  if (method == "set" && are_all(is_named("Map"))) return "keys";
  if (method == "add" && are_all(is_named("Set"))) return "values";
  const bool is_list = are_all([](const Object& object) { return object.is_array; });
  if (method == "push" && is_list) return "shift";
  if (method == "unshift" && is_list) return "pop";
  return {};
}

/// An eviction for collections that nothing trims: the others have a course of their own.
void plan_limit(const Retention& retention, const Effect& add, const Holder& holder, Finding& finding) {
  const std::string eviction = eviction_of(retention, add);
  if (eviction.empty() || add.inside) return;
  FixPlan plan{.places = {retention.program.instruction(add.receiver).span}, .words = {eviction}};
  const bool is_declared_here = holder.declaration.file == retention.program.file_of(add.at);
  if (is_declared_here) plan.places.push_back(holder.declaration.span);
  finding.fixes.push_back({.description = {}, .edits = {}, .plan = std::move(plan)});
}

void report(ProgramContext& context, const Effect& add, const Holder& holder, const Growth& growth,
            Confidence confidence, const std::string& release) {
  const Retention& retention = context.retention;
  const std::string each = growth.each;
  Finding& finding = context.report(
      add.at,
      '`' + holder.text + "` grows by one entry " + each +
          (release.starts_with("none") ? " and is never trimmed" : " and is not always trimmed"),
      confidence);
  const Residence residence = residence_of(retention, add.receiver);
  const bool is_elsewhere = !residence.root.empty();
  const Place declared = holder.declaration.file ? holder.declaration : retention.place(add.receiver);
  std::vector<PathStep> path = {
      {is_elsewhere ? residence.root : holder.root, is_elsewhere ? residence.place : declared},
      {is_elsewhere ? residence.text : holder.text, residence.place},
      {entry_text(retention, add), retention.place(add.at)}};
  if (add.value) {
    const GlobalValue part = part_of_a_life(retention, add.value);
    for (PathStep& step : context.closure_steps(part ? part : add.value)) path.push_back(std::move(step));
  }
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(growth));
  finding.notes.push_back(ProgramContext::line(Note::Label::release, release));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "delete the entry when its life ends, or bound it (an LRU with a maximum size)"));
  if (release.starts_with("none")) plan_limit(retention, add, holder, finding);
}

/// Most entries that the suggestion keeps; for the user to change.
constexpr std::string_view limit = "1000";

/// The constant for the limit, above the statement at the top of the file that declares the collection, or
/// the class with it in a field. No edit where that is elsewhere: then the number stands in the comparison.
struct LimitConstant {
  std::string name = std::string(limit);
  std::vector<TextEdit> edits;
};

LimitConstant limit_constant(const FileContext& context, NodeId collection, NodeId declared) {
  const Tree& tree = context.tree;
  const Layout layout(tree);
  NodeId top = declared;
  while (top && tree.parent(top) != tree.root()) top = tree.parent(top);
  if (!top || !layout.begins_line(layout.begin_with_comments(top))) return {};
  const NodeId property = tree.child(collection, Field::property);
  const std::string_view called = tree.text(property ? property : collection);
  const std::string name =
      free_name(context, "MAX_" + constant_case(called.substr(called.find_first_not_of("#_"))), {}, "_");
  if (name.empty()) return {};
  const uint32_t at = layout.begin_with_comments(top);
  return {name, {{{at, at}, "const " + name + " = " + std::string(limit) + ';' + layout.new_line()}}};
}

/// Where to look for the collection's own statement: its declaration, or the class around a field of `this`.
NodeId declaration_of(const FileContext& context, NodeId collection, const FixPlan& plan) {
  const Tree& tree = context.tree;
  NodeId root = collection;
  while (tree.child(root, Field::object)) root = tree.child(root, Field::object);
  if (tree.kind(root) != Kind::identifier) {
    for (NodeId up = tree.parent(root); up; up = tree.parent(up))
      if (tree.kind(up) == Kind::class_body) return up;
    return {};
  }
  const BindingId binding = context.scopes.binding_at(root);
  if (!binding) return {};
  const Binding& row = context.scopes.bindings[binding];
  const bool is_later = row.kind == BindingKind::import || row.kind == BindingKind::function;
  if (!is_later) return row.declaration;
  return plan.places.size() > 1 ? node_at(tree, plan.places[1]) : NodeId();
}

/// `if (cache.size > MAX) …`, which takes out the oldest entry. A name for it is needed where types are
/// checked: what an iterator's `next()` gives may be undefined.
std::string eviction_text(const FileContext& context, const std::string& collection,
                          const std::string& method, const std::string& test) {
  if (method == "shift" || method == "pop")
    return "if (" + collection + ".length" + test + ") " + collection + '.' + method + "();";
  const std::string head = "if (" + collection + ".size" + test + ") ";
  if (context.tree.language() == Language::javascript)
    return head + collection + ".delete(" + collection + '.' + method + "().next().value);";
  const std::string oldest = free_name(context, "oldest");
  return head + "{\n" + Layout(context.tree).indentation_unit() + "const [" + oldest + "] = " + collection +
         '.' + method + "();\n" + Layout(context.tree).indentation_unit() + collection + ".delete(" + oldest +
         ");\n}";
}

std::vector<TextEdit> eviction_edits(const FileContext& context, const Finding& finding,
                                     const FixPlan& plan) {
  const Tree& tree = context.tree;
  const NodeId collection = node_at(tree, plan.places[0]);
  const NodeId add = node_at(tree, finding.place.span);
  const NodeId statement = statement_around(tree, add);
  if (!statement || !is_plain_place(tree, collection)) return {};
  LimitConstant constant = limit_constant(context, collection, declaration_of(context, collection, plan));
  // After the add, where that is possible: it may wait for its value, while others add theirs.
  const bool is_whole = first_real_child(tree, statement) == add;
  const std::string text = eviction_text(context, std::string(tree.text(collection)), plan.words[0],
                                         (is_whole ? " > " : " >= ") + constant.name);
  const std::string laid_out = Layout(tree).laid_out(text, tree.span(statement).begin);
  StatementLines lines;
  (is_whole ? lines.after : lines.before).push_back(laid_out);
  std::vector<TextEdit> edits = surround(context, statement, lines);
  edits.insert(edits.begin(), constant.edits.begin(), constant.edits.end());
  put_in_order(edits);
  return edits;
}

void complete(FileContext& context, Finding& finding) {
  const FixPlan plan = std::move(finding.fixes.front().plan);
  finding.fixes.clear();
  auto edits = eviction_edits(context, finding, plan);
  if (edits.empty()) return;
  const std::string collection(context.tree.text(node_at(context.tree, plan.places[0])));
  finding.fixes.push_back(
      {.description = "Keep the newest " + std::string(limit) + " entries of `" + collection + "` only",
       .is_safe = false,
       .edits = std::move(edits)});
}

void check(ProgramContext& context) {
  const Retention& retention = context.retention;
  const Collections collections(retention);
  const CollectionDoubts doubts(retention, collections);
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::grow)) {
    const Effect& add = retention.effects[id];
    if (!add.receiver || collections.keeps_timers(add) || !collections.is_collection(add) ||
        collections.has_bounded_key(add) || collections.changes_entry(add))
      continue;
    const Holder holder = retention.holder_of(add.receiver);
    if (holder.kind == Holder::Kind::root || holder.is_convention || holder.text.empty()) continue;
    const auto growth = retention.growth_of(add, holder);
    if (!growth || collections.checks_size(add)) continue;
    std::string release = "none; nothing deletes entries, clears it or checks its size";
    if (collections.is_trimmed(add)) {
      const auto missing = collections.missing_trim(add);
      if (!missing) continue;
      release = *missing;
    }
    Confidence confidence = growth->confidence;
    if (!collections.has_key_of_a_life(add)) confidence = std::min(confidence, Confidence::medium);
    confidence = doubts.lowered(confidence, add, holder);
    const bool is_partly_trimmed = !release.starts_with("none");
    if (is_partly_trimmed) confidence = std::min(confidence, Confidence::medium);
    // How long an object of some class lives, and how many of them there are, nobody here knows: only a cache
    // of results, or entries that the ordinary course of events never deletes, say enough.
    const bool misses_its_course = release.starts_with("only");
    if (holder.kind == Holder::Kind::instance && !misses_its_course && !collections.is_memo(add))
      confidence = Confidence::low;
    report(context, add, holder, *growth, confidence, release);
  }
}

}  // namespace

extern const Rule unbounded_cache_rule;
const Rule unbounded_cache_rule{
    .description = {.summary = "A long-lived collection grows with traffic and is never trimmed",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check,
    .complete = complete};

}  // namespace leaklint
