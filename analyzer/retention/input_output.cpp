#include "retention/input_output.h"

#include <algorithm>

#include "base/is_one_of.h"

namespace leaklint {
namespace {

struct ModuleRow {
  std::string_view name;
  std::string_view what;
};

/// Node's modules that reach outside.
constexpr ModuleRow modules[] = {
    {"fs", "file operation"},
    {"fs/promises", "file operation"},
    {"http", "request"},
    {"https", "request"},
    {"http2", "request"},
    {"net", "connection"},
    {"tls", "connection"},
    {"dns", "name lookup"},
    {"dns/promises", "name lookup"},
    {"child_process", "process"},
    {"dgram", "message"},
    {"worker_threads", "thread"},
    {"cluster", "process"},
};

/// Verbs of methods that clients of databases, services and file systems have in common.
constexpr std::string_view verbs[] = {"fetch",  "save",     "insert",  "update", "upsert", "delete",
                                      "query",  "send",     "post",    "put",    "patch",  "request",
                                      "upload", "download", "publish", "unlink"};

/// Verbs that methods of objects in memory have as well.
constexpr std::string_view vague_verbs[] = {"find",  "load",    "read",      "write",  "execute", "exec",
                                            "copy",  "mkdir",   "rm",        "rename", "spawn",   "connect",
                                            "count", "destroy", "aggregate", "get",    "create",  "remove",
                                            "head",  "push",    "invoke",    "sync",   "import"};

/// Names of what stands for one connection to a database or another process: what it is asked waits in line.
constexpr std::string_view connections[] = {"conn",        "connection", "session", "trx", "tx",
                                            "transaction", "runner",     "channel", "em"};

/// Calls behind which only some may be at a time.
constexpr std::string_view gates[] = {"acquire",  "lock",     "runExclusive", "take", "limit",
                                      "throttle", "schedule", "enqueue",      "wait", "waitForSlot"};

/// Functions of `fs` that hold no descriptor while they wait: at most one for each thread of the pool.
constexpr std::string_view light[] = {"stat",   "lstat",  "access",  "realpath", "readlink", "unlink",
                                      "rm",     "rmdir",  "mkdir",   "rename",   "chmod",    "chown",
                                      "utimes", "exists", "symlink", "link",     "readdir",  "copyFile",
                                      "lchmod", "lchown", "lutimes", "mkdtemp",  "statfs"};

std::string_view verb_of(std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of("_$#"), name.size()));
  const auto end = std::find_if(name.begin(), name.end(), [](char c) { return c < 'a' || c > 'z'; });
  return name.substr(0, static_cast<size_t>(end - name.begin()));
}

/// The module that a value was taken from by `import` or `require`, or "".
std::string_view module_of(const Retention& retention, GlobalValue value) {
  const FileId file = retention.program.file_of(value);
  const FileFacts& facts = retention.facts(file);
  ValueId at = retention.program.local(value);
  for (int steps = 0; steps < 12; ++steps) {
    const Instruction& row = facts.code[at];
    if (row.op == Op::member) {
      at = ValueId(row.a);
    } else if (row.op == Op::load) {
      for (const Import& import : facts.imports)
        if (import.binding == BindingId(row.a)) return facts.names.text(import.module);
      const ValueId store = retention.uses(file).only_store_of(BindingId(row.a));
      if (!store) return {};
      at = stored_value(facts.code[store]);
    } else if (row.op == Op::call && row.operand_count > 0) {
      const Instruction& callee = facts.code[ValueId(row.a)];
      const bool is_require = callee.op == Op::load_global && facts.names.text(NameId(callee.a)) == "require";
      // `promisify(exec)` is as far outside as `exec`.
      const auto text = retention.constant_text(retention.program.global(file, facts.operand(row, 0)));
      if (is_require) return text.value_or("");
      if (text) return {};
      at = facts.operand(row, 0);
    } else {
      return {};
    }
  }
  return {};
}

std::string_view called_name(const FileFacts& facts, const Instruction& call) {
  return facts.last_name(ValueId(call.a));
}

std::string_view what_of_module(std::string_view module) {
  if (module.starts_with("node:")) module.remove_prefix(5);
  for (const ModuleRow& row : modules)
    if (row.name == module) return row.what;
  return {};
}

/// `db`, `userRepository`, `this.apiClient`: what is asked there is asked outside.
bool is_outside(const FileFacts& facts, ValueId receiver) {
  constexpr std::string_view words[] = {"db",   "database", "redis",   "client",     "api",
                                        "http", "axios",    "repo",    "repository", "prisma",
                                        "knex", "bucket",   "storage", "mongo"};
  std::string name(facts.last_name(receiver));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c | 0x20; });
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return std::string_view(name).ends_with(word); });
}

bool is_of_one_connection(const FileFacts& facts, ValueId receiver) {
  std::string_view name = facts.last_name(receiver);
  name.remove_prefix(std::min(name.find_first_not_of("_$#"), name.size()));
  return is_one_of(name, connections);
}

std::string without_article(std::string text) {
  for (std::string_view article : {"a ", "an "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

/// What the call does outside by its library's rows, its module or its name; none for a function of the
/// program.
std::optional<OutsideCall> known_outside_call(const Retention& retention, GlobalValue call) {
  const FileId file = retention.program.file_of(call);
  const FileFacts& facts = retention.facts(file);
  const Instruction& row = facts.code[retention.program.local(call)];
  for (const ModelledCall& modelled : retention.flow.modelled(call))
    for (const EffectRow& effect : modelled.row->effects)
      if (effect.kind == EffectRow::Kind::acquire && !modelled.is_spelled)
        return OutsideCall{.call = call, .what = without_article(effect.resource)};
  const std::string_view name = called_name(facts, row);
  if (name.ends_with("Sync")) return std::nullopt;
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op == Op::load_global && name == "fetch") return OutsideCall{.call = call, .what = "request"};
  const std::string_view module = module_of(retention, retention.program.global(file, ValueId(row.a)));
  if (const std::string_view what = what_of_module(module); !what.empty())
    return OutsideCall{.call = call, .what = std::string(what), .is_light = is_one_of(name, light)};
  for (const ModelledCall& modelled : retention.flow.modelled(call))
    for (const EffectRow& effect : modelled.row->effects)
      if (effect.kind == EffectRow::Kind::io && !modelled.is_spelled)
        return OutsideCall{
            .call = call,
            .what = without_article(effect.resource),
            .is_light = callee.op == Op::member && is_of_one_connection(facts, ValueId(callee.a))};
  if (callee.op != Op::member) return std::nullopt;
  const std::string_view verb = verb_of(name);
  // No array has `findOne` and its like.
  const bool has_vague_verb = is_one_of(verb, vague_verbs);
  if (!has_vague_verb && !is_one_of(verb, verbs)) return std::nullopt;
  const bool is_vague = has_vague_verb && !(verb == "find" && name.size() > verb.size()) &&
                        !is_outside(facts, ValueId(callee.a));
  // `list.find((row) => …)` is the array's.
  if (row.operand_count > 0 && facts.code[facts.operand(row, 0)].op == Op::function) return std::nullopt;
  return OutsideCall{.call = call,
                     .what = '`' + retention.call_text(call) + "` call",
                     .is_spelled = true,
                     .is_vague = is_vague,
                     .is_light = is_of_one_connection(facts, ValueId(callee.a))};
}

/// Whether somebody waits for what the call returns: then it is not done when it returns.
bool is_waited_for(const Retention& retention, FileId file, ValueId call, bool is_promise_returned) {
  for (const ValueUse& use : retention.uses(file).uses_of(call)) {
    if (use.role == UseRole::awaited || (use.role == UseRole::returned && is_promise_returned)) return true;
    if (use.role == UseRole::receiver) {
      const Instruction& member = retention.facts(file).code[use.user];
      const std::string_view name = retention.facts(file).names.text(NameId(member.b));
      if (name == "then" || name == "catch" || name == "finally") return true;
    }
  }
  return false;
}

/// Whether the function hands that one to another as well, such as to a limiter if it has one:
/// `limit ? limit(read) : read()`.
bool hands_over(const Retention& retention, GlobalFunction function, GlobalFunction handed) {
  const FileId file = retention.program.file_of(function);
  const FileFacts& facts = retention.facts(file);
  const Function& row = retention.program.function(function);
  for (ValueId id = row.code_begin; id < row.code_end; id = ValueId(id.raw + 1)) {
    const Instruction& call = facts.code[id];
    if (call.op != Op::call) continue;
    for (uint32_t at = 0; at < call.operand_count; ++at) {
      const auto functions = retention.functions_of(retention.program.global(file, facts.operand(call, at)));
      if (std::find(functions.begin(), functions.end(), handed) != functions.end()) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<OutsideCall> outside_call_of(const Retention& retention, GlobalValue call) {
  bool is_own = false;
  for (const CallEdge& edge : retention.flow.callees_of(call)) {
    if (edge.kind != CallEdge::Kind::direct) continue;
    is_own = true;
    if (auto found = outside_call_in(retention, edge.callee)) return found;
  }
  return is_own ? std::nullopt : known_outside_call(retention, call);
}

std::optional<OutsideCall> outside_call_in(const Retention& retention, GlobalFunction function) {
  constexpr size_t most = 64;
  std::vector<GlobalFunction> pending = {function};
  std::vector<uint32_t> depths = {0};
  std::optional<OutsideCall> weaker;
  for (size_t at = 0; at < pending.size() && at < most; ++at) {
    const FileId file = retention.program.file_of(pending[at]);
    const FileFacts& facts = retention.facts(file);
    const Function& row = retention.program.function(pending[at]);
    for (ValueId id = row.code_begin; id < row.code_end; id = ValueId(id.raw + 1)) {
      if (facts.code[id].op != Op::call) continue;
      if (is_one_of(called_name(facts, facts.code[id]), gates)) return std::nullopt;
      const GlobalValue call = retention.program.global(file, id);
      if (retention.runs_once(call)) continue;
      bool is_own = false;
      for (const CallEdge& edge : retention.flow.callees_of(call)) {
        if (edge.kind != CallEdge::Kind::direct) continue;
        is_own = true;
        const bool is_known = std::find(pending.begin(), pending.end(), edge.callee) != pending.end();
        if (is_known || hands_over(retention, pending[at], edge.callee)) continue;
        pending.push_back(edge.callee);
        depths.push_back(depths[at] + 1);
      }
      if (is_own || !is_waited_for(retention, file, id, at == 0 || row.is_async)) continue;
      auto found = known_outside_call(retention, call);
      if (!found) continue;
      found->depth = depths[at];
      if (!found->is_spelled && !found->is_light) return found;
      if (!weaker) weaker = found;
    }
  }
  return weaker;
}

}  // namespace leaklint
