#include "program/flow.h"

#include <algorithm>

#include "program/flow_solver.h"
#include "program/flow_state.h"

namespace leaklint {
namespace {

template <class Row, class Key, class Projection>
std::span<const Row> equal_rows(const std::vector<Row>& rows, Key key, Projection projection) {
  const auto begin = std::lower_bound(rows.begin(), rows.end(), key,
                                      [&](const Row& row, Key wanted) { return projection(row) < wanted; });
  auto end = begin;
  while (end != rows.end() && projection(*end) == key) ++end;
  return {begin, end};
}

}  // namespace

GlobalFunction Flow::State::this_function(GlobalFunction id) const {
  const FileId file = program->file_of(id);
  const FileFacts& facts = program->file(file).facts;
  FunctionId at = program->local(id);
  while (facts.functions[at].kind == FunctionKind::arrow && facts.functions[at].parent)
    at = facts.functions[at].parent;
  return program->global(file, at);
}

bool Flow::State::extends(ObjectId derived, ObjectId base) const {
  std::vector<ObjectId> pending = {derived};
  // Code may say that classes extend each other in a circle, or each of many: the search ends all the same.
  for (size_t at = 0; at < pending.size() && at < 4 * Flow::set_limit; ++at) {
    if (pending[at] == base) return true;
    const auto found = bases.find(pending[at].raw);
    if (found == bases.end()) continue;
    for (ObjectId next : found->second)
      if (std::find(pending.begin(), pending.end(), next) == pending.end()) pending.push_back(next);
  }
  return false;
}

Flow::Flow(const Program& program, const Models& models, const ModuleLinks& links)
    : state_(std::make_unique<State>()) {
  FlowSolver(program, models, links, *state_).run();
}
Flow::~Flow() = default;
Flow::Flow(Flow&&) noexcept = default;

namespace {
std::span<const ObjectId> as_objects(std::span<const uint32_t> raw) {
  static_assert(sizeof(ObjectId) == sizeof(uint32_t));
  return {reinterpret_cast<const ObjectId*>(raw.data()), raw.size()};
}
}  // namespace

std::span<const ObjectId> Flow::objects_of(GlobalValue value) const {
  return as_objects(state_->sets.at(state_->vertex(value)));
}
std::span<const ObjectId> Flow::objects_of(GlobalVariable variable) const {
  return as_objects(state_->sets.at(state_->vertex(variable)));
}
bool Flow::is_open(GlobalValue value) const {
  return state_->sets.is_open(state_->vertex(value));
}

size_t Flow::edge_count() const {
  return state_->edge_count;
}

uint32_t Flow::open_count() const {
  uint32_t count = 0;
  for (uint32_t vertex = 0; vertex < state_->return_begin; ++vertex) count += state_->sets.is_open(vertex);
  return count;
}

std::span<const ObjectId> Flow::receivers_of(GlobalFunction function) const {
  return as_objects(state_->sets.at(state_->this_of(state_->this_function(function))));
}
std::span<const ObjectId> Flow::field_of(ObjectId object, NameId name) const {
  const auto found = state_->fields.find((static_cast<uint64_t>(object.raw) << 32) | name.raw);
  return found == state_->fields.end() ? std::span<const ObjectId>()
                                       : as_objects(state_->sets.at(found->second));
}
const Object& Flow::object(ObjectId id) const {
  return state_->objects[id.raw];
}
uint32_t Flow::object_count() const {
  return static_cast<uint32_t>(state_->objects.size());
}

std::span<const CallEdge> Flow::callers_of(GlobalFunction function) const {
  return equal_rows(state_->by_callee, function.raw, [](const CallEdge& row) { return row.callee.raw; });
}
std::span<const CallEdge> Flow::callees_of(GlobalValue call) const {
  return equal_rows(state_->by_call, call.raw, [](const CallEdge& row) { return row.call.raw; });
}
std::span<const ModelledCall> Flow::modelled(GlobalValue call) const {
  return equal_rows(state_->modelled, call.raw, [](const ModelledCall& row) { return row.call.raw; });
}
std::span<const ModelledCall> Flow::modelled_calls() const {
  return state_->modelled;
}

std::span<const std::pair<ObjectId, GlobalValue>> Flow::made_by_libraries() const {
  return state_->made_by_libraries;
}

ObjectId Flow::constructor_of_this(GlobalFunction function) const {
  for (ObjectId id : receivers_of(function))
    if (object(id).kind == ObjectKind::instance) return ObjectId(object(id).owner);
  return {};
}

bool Flow::share_instances(ObjectId a, ObjectId b) const {
  return a == b || state_->extends(a, b) || state_->extends(b, a);
}

bool Flow::is_reachable_from_outside(GlobalFunction function) const {
  return state_->from_outside[function.raw];
}

bool Flow::is_exported(GlobalFunction function) const {
  return state_->from_module[function.raw];
}

}  // namespace leaklint
