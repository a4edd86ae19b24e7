#include "unit/report/sample_project.h"

#include <cassert>

namespace leaklint {
namespace {

constexpr std::string_view log_text = R"(const { randomUUID } = require('node:crypto');

/** Gives each request an id, and logs what goes wrong while it is served. */
function middleware(req, res, next) {
  const requestId = randomUUID();
  const started = Date.now();
  res.setHeader('x-request-id', requestId);
  res.on('finish', () => {
    console.log(requestId, res.statusCode, Date.now() - started);
  });

  process.on('uncaughtException', (err) => {
    console.error(requestId, req.url, err);
  });
  next();
}

module.exports = { middleware };
)";

constexpr std::string_view app_text = R"(const express = require('express');
const { middleware } = require('./log');

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.use(middleware);
app.get('/health', (req, res) => res.json({ ok: true }));
app.listen(process.env.PORT == null ? 3000 : process.env.PORT);
)";

constexpr std::string_view page_text =
    "\xEF\xBB\xBFimport { t } from './i18n';\r\n"
    "export function title(kind) {\r\n"
    "\tconst label = t('日本語 😀'); return kind == 'x' ? label : null;\r\n"
    "}\r\n";

constexpr Rule listener_leak{
    {"a listener added per life to an emitter that outlives it", Severity::error, Preset::recommended},
    {},
    nullptr,
    nullptr};
constexpr Rule loose_equality{
    {"`==` and `!=`", Severity::warning, Preset::recommended}, {}, nullptr, nullptr};
constexpr Rule constant{{"a constant table rebuilt on every call of a function that requests reach",
                         Severity::note, Preset::strict},
                        {},
                        nullptr,
                        nullptr};

constexpr RegisteredRule sample_rules[] = {
    {&loose_equality, "loose-equality", "hygiene",
     "# loose-equality\n\nComparing with `==` converts first. See [the table](https://example.org/table).\n\n"
     "```js\nif (a == b) {}\n```\n"},
    {&listener_leak, "listener-leak", "leak",
     "# listener-leak\n\nA listener is added for every request, *connection* or mount to something that "
     "lives longer,\n"
     "and is never removed.\n\nEach one keeps what its closure captures.\n\n## "
     "Bad\n\n```js\nprocess.on('exit', f);\n```\n"},
    {&constant, "constant-in-hot-path", "performance",
     "# constant-in-hot-path\n\nA table that never changes.\n"},
};

PathStep step(std::string text, Place place = {}) {
  return {std::move(text), place};
}

}  // namespace

SampleProject::SampleProject()
    : log(add("server/log.js", std::string(log_text))),
      app(add("server/app.js", std::string(app_text))),
      page(add("src/page title.tsx", std::string(page_text))) {}

FileId SampleProject::add(std::string path, std::string bytes) {
  sources_.push_back(SourceText::from_bytes(std::move(path), std::move(bytes)).value());
  return FileId(static_cast<uint32_t>(sources_.size() - 1));
}

Place SampleProject::place(FileId file, std::string_view words, uint32_t line) const {
  const size_t at = source(file).text().find(words, source(file).line_start(line));
  assert(at != std::string_view::npos);
  return {file, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())}};
}

std::span<const RegisteredRule> SampleProject::rules() {
  return sample_rules;
}

uint16_t SampleProject::rule(std::string_view id) {
  for (size_t index = 0; index < std::size(sample_rules); ++index)
    if (sample_rules[index].id == id) return static_cast<uint16_t>(index);
  assert(false);
  return 0;
}

Finding SampleProject::finding(std::string_view id, Place place, std::string message) const {
  Finding finding;
  finding.rule = rule(id);
  finding.severity = sample_rules[finding.rule].rule->description.severity;
  finding.place = place;
  finding.message = std::move(message);
  return finding;
}

ReportInput SampleProject::input(std::span<const Finding> findings) const {
  ReportInput input;
  input.tool_version = "1.2.3";
  input.findings = findings;
  input.rules = rules();
  input.source = [this](FileId file) -> const SourceText& { return source(file); };
  input.statistics.files = 48;
  input.statistics.lines = 12'345;
  return input;
}

Finding SampleProject::listener_leak() const {
  Finding leak = finding("listener-leak", place(log, "process.on('uncaughtException'", 12),
                         "`process` keeps one more 'uncaughtException' listener for every request");
  leak.enclosing_function = "middleware";
  leak.notes = {
      {Note::Label::retained,
       "process ▸ _events.uncaughtException ▸ closure (log.js:12) ▸ requestId, req",
       {step("process"), step("_events.uncaughtException", place(log, "'uncaughtException'", 12)),
        step("closure (log.js:12)", place(log, "(err) =>", 12)),
        step("requestId, req", place(log, "requestId", 13))}},
      {Note::Label::grows,
       "per request: app.use(middleware) at server/app.js:8",
       {step("per request", place(app, "app.use(middleware)")),
        step("middleware", place(log, "middleware"))}},
      {Note::Label::release, "none; nothing removes this listener when the response finishes", {}},
      {Note::Label::fix, "register it once at start-up, or remove it on res 'close'", {}},
  };
  return leak;
}

Finding SampleProject::loose_equality() const {
  Finding loose =
      finding("loose-equality", place(page, "==", 3), "`==` converts its operands before it compares");
  loose.enclosing_function = "title";
  loose.confidence = Confidence::medium;
  loose.fixes = {
      {"replace == with ===", true, {{place(page, "==", 3).span, "==="}}},
      {"compare with Object.is", false, {{place(page, "kind == 'x'", 3).span, "Object.is(kind, 'x')"}}}};
  return loose;
}

}  // namespace leaklint
