#include "lint/program_context.h"
#include "lint/rule.h"
#include "retention/collection_doubts.h"
#include "retention/release_ways.h"

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

void report(ProgramContext& context, const Effect& add, const Holder& holder, const Growth& growth,
            Confidence confidence, const std::string& release) {
  const Retention& retention = context.retention;
  const std::string each = growth.each;
  Finding& finding = context.report(
      add.at,
      '`' + holder.text + "` grows by one entry " + each +
          (release.starts_with("none") ? " and is never trimmed" : " and is not always trimmed"),
      confidence);
  std::vector<PathStep> path = {
      {holder.root, holder.declaration.file ? holder.declaration : retention.place(add.receiver)},
      {holder.text, retention.place(add.receiver)},
      {entry_text(retention, add), retention.place(add.at)}};
  if (add.value) {
    const GlobalValue part = part_of_a_life(retention, add.value);
    const GlobalValue stored = part ? part : add.value;
    const std::string value = retention.place_text(stored);
    if (!value.empty()) path.push_back({value, retention.place(stored)});
  }
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(growth));
  finding.notes.push_back(ProgramContext::line(Note::Label::release, release));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "delete the entry when its life ends, or bound it (an LRU with a maximum size)"));
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
    .check = check};

}  // namespace leaklint
