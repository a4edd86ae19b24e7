#include "lint/program_context.h"
#include "lint/rule.h"
#include "retention/release_ways.h"

namespace leaklint {
namespace {

/// Whether the subscription ends without help: its source was made by the code that subscribes, so that both
/// end together, or the source ends itself.
bool ends_with_its_source(const Retention& retention, const Effect& subscribe) {
  if (!subscribe.receiver) return false;
  for (ObjectId id : retention.flow.objects_of(subscribe.receiver)) {
    const Object& object = retention.flow.object(id);
    if (object.kind == ObjectKind::external && object.type && retention.models.types[object.type].is_bounded)
      return true;
  }
  const Holder holder = retention.holder_of(subscribe.receiver);
  return holder.kind == Holder::Kind::dies_here || holder.kind == Holder::Kind::life;
}

/// A source of the subscriber's own ends with it, and how long one lives that is passed in, nobody here
/// knows.
bool outlives_its_subscribers(const Holder& source) {
  return source.kind == Holder::Kind::root || source.kind == Holder::Kind::pooled ||
         source.kind == Holder::Kind::module_variable;
}

void check_subscription(ProgramContext& context, const Effect& subscribe) {
  const Retention& retention = context.retention;
  if (ends_with_its_source(retention, subscribe)) return;
  if (handed_on_at(retention, subscribe.at, false)) return;
  const auto releases = releases_of(retention, subscribe.at, *subscribe.row);
  if (!releases.empty()) return;
  Holder source;
  source.kind = Holder::Kind::root;
  const auto growth = retention.growth_of(subscribe, source);
  if (!growth) return;
  const FileId file = retention.program.file_of(subscribe.at);
  const bool is_dropped = retention.uses(file).uses_of(retention.program.local(subscribe.at)).empty();
  Confidence confidence = std::min(growth->confidence, Confidence::medium);
  if (!is_dropped && retention.flow.objects_of(subscribe.at).empty()) confidence = Confidence::low;
  if (subscribe.receiver && !outlives_its_subscribers(retention.holder_of(subscribe.receiver)))
    confidence = Confidence::low;
  const std::string each = growth->text.substr(0, growth->text.find(':'));
  const std::string place = retention.place_text(subscribe.receiver);
  Finding& finding = context.report(subscribe.at,
                                    (place.empty() ? std::string("this source") : '`' + place + '`') +
                                        " keeps one more subscription " + each + ", and nothing ends it",
                                    confidence);
  std::vector<PathStep> path = {{place.empty() ? "source" : place, retention.place(subscribe.at)},
                                {"subscribers", retention.place(subscribe.at)}};
  if (subscribe.handler)
    for (PathStep& step : context.closure_steps(subscribe.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(*growth));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release,
      is_dropped ? "none; what would end the subscription is dropped" : "none; nothing ends it"));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "keep what subscribing returns, and end it when the short life ends"));
}

void check(ProgramContext& context) {
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::subscribe))
    check_subscription(context, context.retention.effects[id]);
}

}  // namespace

extern const Rule subscription_leak_rule;
const Rule subscription_leak_rule{
    .description = {.summary = "An observer, subscription or disposable is dropped",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check};

}  // namespace leaklint
