#include "retention/residence.h"

#include <optional>

namespace leaklint {
namespace {

/// As many calls and objects as a value is looked for through.
constexpr int depth_limit = 8;

class Resident {
 public:
  explicit Resident(const Retention& retention) : retention_(retention), program_(retention.program) {}

  Residence of(GlobalValue value, int depth) const {
    const auto path = retention_.place_of(value);
    if (!path) return {{}, {}, retention_.place(value)};
    const std::string text = to_text(retention_.facts(program_.file_of(value)), *path);
    std::optional<Residence> found;
    if (depth < depth_limit) {
      if (path->root() == PlacePath::Root::variable) found = of_parameter(value, *path, depth);
      if (path->root() == PlacePath::Root::this_) found = of_receiver(value, *path);
    }
    if (!found) return {text, {}, retention_.place(value)};
    const size_t first_step = text.find_first_of(".[");
    if (first_step != std::string::npos) found->text += text.substr(first_step);
    return *found;
  }

 private:
  std::string module_of(GlobalValue value) const {
    return "module " + program_.file(program_.file_of(value)).path;
  }

  /// What all callers pass, when nobody unseen can call.
  std::optional<Residence> of_parameter(GlobalValue value, const PlacePath& path, int depth) const {
    const FileId file = program_.file_of(value);
    const FileFacts& facts = retention_.facts(file);
    const Variable& variable = facts.variables[path.variable()];
    if (variable.kind != BindingKind::parameter) return std::nullopt;
    const ValueId store = retention_.uses(file).only_store_of(path.variable());
    const ValueId stored = store ? stored_value(facts.code[store]) : ValueId();
    if (!stored || facts.code[stored].op != Op::param) return std::nullopt;
    const GlobalFunction function = program_.global(file, variable.function);
    if (retention_.flow.is_reachable_from_outside(function)) return std::nullopt;
    std::optional<Residence> common;
    for (const CallEdge& edge : retention_.flow.callers_of(function)) {
      const auto argument = argument_of(edge, facts.code[stored].a);
      if (!argument) return std::nullopt;
      Residence one = of(argument, depth + 1);
      if (one.text.empty() || (common && common->text != one.text)) return std::nullopt;
      if (one.root.empty()) one.root = module_of(argument);
      if (!common) common = one;
    }
    return common;
  }

  GlobalValue argument_of(const CallEdge& edge, uint32_t index) const {
    if (!edge.call || edge.kind == CallEdge::Kind::callback) return {};
    const FileId file = program_.file_of(edge.call);
    const Instruction& call = program_.instruction(edge.call);
    if (index >= call.operand_count) return {};
    const ValueId argument = retention_.facts(file).operand(call, index);
    if (retention_.facts(file).code[argument].op == Op::spread) return {};
    return program_.global(file, argument);
  }

  /// The module's variable that holds the one object which has the method.
  std::optional<Residence> of_receiver(GlobalValue value, const PlacePath& path) const {
    const auto receivers =
        retention_.flow.receivers_of(program_.global(program_.file_of(value), path.receiver()));
    if (receivers.size() != 1) return std::nullopt;
    const GlobalValue site = site_of(receivers.front());
    if (!site) return std::nullopt;
    const FileId file = program_.file_of(site);
    const FileFacts& facts = retention_.facts(file);
    for (const ValueUse& use : retention_.uses(file).uses_of(program_.local(site))) {
      if (!use.user || facts.code[use.user].op != Op::store) continue;
      const Variable& variable = facts.variables[BindingId(facts.code[use.user].a)];
      if (variable.function.raw == 0)
        return Residence{std::string(facts.names.text(variable.name)), module_of(site),
                         Place{file, variable.declaration}};
    }
    return std::nullopt;
  }

  /// Where the program makes an object, when it does so in one place.
  GlobalValue site_of(ObjectId id) const {
    const Object& object = retention_.flow.object(id);
    if (object.kind == ObjectKind::literal) return object.site;
    if (object.kind != ObjectKind::instance) return {};
    const auto sites = retention_.sites_making(ObjectId(object.owner));
    return sites.size() == 1 ? sites.front() : GlobalValue();
  }

  const Retention& retention_;
  const Program& program_;
};

}  // namespace

Residence residence_of(const Retention& retention, GlobalValue value) {
  return Resident(retention).of(value, 0);
}

}  // namespace leaklint
