#pragma once

#include <deque>
#include <unordered_set>

#include "program/flow_state.h"
#include "program/type_text.h"

namespace leaklint {

/// Fills a Flow::State: adds one constraint for each instruction, then moves objects along edges until
/// nothing changes. Constraints that depend on which object arrives (a member read, a call) are watches on a
/// vertex.
class FlowSolver {
 public:
  FlowSolver(const Program& program, const Models& models, const ModuleLinks& links, Flow::State& state);
  void run();

 private:
  enum class Role : uint8_t {
    member_read,         // a: destination vertex, b: name
    member_write,        // a: source vertex, b: name
    lookup,              // a: destination vertex, b: name; on a prototype link
    callee,              // a: call
    invoke,              // a: call; f.call, f.apply, f.bind
    reflect_apply,       // a: call of Reflect.apply; what it calls arrives
    super_call,          // a: call
    instance_of,         // a: destination vertex: instances of the class that arrives
    callback,            // a: index into callbacks_
    decorator,           // a: decoration; the decorator arrives
    compiled_decorator,  // a: index into decorations_; the decorator arrives
    compiled_class,      // a: index into decorations_; the class arrives
    result_of,           // a: destination vertex: what the function that arrives returns
    copy_fields,         // a: object that receives every field of what arrives
    all_fields,          // a: destination vertex: every field of what arrives
    heritage,            // a: class or function object that extends what arrives
    prototype_of,        // a: class or function object whose prototype arrives
    base_of,             // a: class or function object whose prototype inherits from what arrives
    set_prototype,       // a: source vertex; what arrives inherits from it
    reexport,            // a: destination object
    derive,              // a: vertex of the base that what arrives extends
    copy_into,           // a: vertex of what is copied into what arrives
  };
  struct Watch {
    Role role;
    uint32_t a, b;
    uint32_t next;
  };
  struct Edge {
    uint32_t to, next;
  };
  struct Callback {
    GlobalValue call;
    const CallbackRow* row;
    ObjectId receiver;
    bool is_spelled;
    const ExportRow* found = nullptr;  // of a function that a library finds among a file's exports
    uint32_t bound = 0;                // arguments that `bind` has filled already
  };

  struct Decoration {
    GlobalValue decorator;
    uint32_t target;  // vertex of the class, or of its prototype
    uint32_t member;  // vertex of the method that is decorated, or none for the class
    TypeId type;      // of the decorator, once it is known
  };

  static constexpr uint32_t none = Id<int>::none_raw;
  static constexpr uint32_t lookup_limit = 6 * Flow::set_limit;

  // Core (flow_solver.cpp)
  uint32_t new_vertex();
  void add_object(uint32_t vertex, ObjectId object);
  void add_edge(uint32_t from, uint32_t to);
  void watch(uint32_t vertex, Role role, uint32_t a, uint32_t b = none);
  void solve();
  void arrive(ObjectId object, const Watch& watch);
  void copy_fields(ObjectId from, ObjectId to, bool with_default);
  ObjectId make_object(Object row);
  ObjectId unique_object(ObjectKind kind, uint32_t owner, GlobalValue site = {}, TypeId type = {},
                         const MemberRow* member = nullptr);
  uint32_t field(ObjectId object, NameId name);
  uint32_t prototype_link(ObjectId object) { return field(object, program_.well_known.prototype_link); }

  // Constraints (flow_constraints.cpp)
  void add_constraints();
  void add_instruction(FileId file, GlobalFunction function, GlobalValue id, const Instruction& row);
  void add_function_objects(FileId file);
  void add_call(FileId file, GlobalFunction function, GlobalValue id, const Instruction& row);
  void add_known_helper(FileId file, GlobalValue id, const Instruction& row, std::string_view callee);
  void add_define_property(FileId file, GlobalValue id, const Instruction& row);
  ObjectId class_object(GlobalClass id) { return unique_object(ObjectKind::class_, id.raw); }
  ObjectId function_object(GlobalFunction id) { return unique_object(ObjectKind::function, id.raw); }
  ObjectId literal_object(GlobalValue site, bool is_array);
  void add_class_members(FileId file, GlobalClass id);
  std::optional<std::string_view> constant_text(FileId file, ValueId value) const;
  GlobalValue argument(FileId file, const Instruction& call, uint32_t index) const;

  // What compilers make of modules, classes and decorators (flow_compiled.cpp)
  bool add_compiled_helper(FileId file, GlobalValue id, const Instruction& row, std::string_view callee);
  void add_compiled_decorators(FileId file, const Instruction& row);
  void decorate_compiled(uint32_t index, ObjectId decorator);
  void decorate_compiled_class(uint32_t index, ObjectId decorated);

  // Annotations (flow_types.cpp)
  struct TypeNames {
    std::unordered_map<std::string_view, std::vector<NameId>> declared;  // their types
    std::unordered_map<std::string_view, const Import*> imports;
    std::unordered_map<std::string_view, ValueId> classes;
    std::unordered_map<std::string_view, BindingId> variables;  // of the module
  };
  struct DeclaredType {
    uint32_t vertex = 0;
    bool is_known = false;
  };
  const TypeNames& type_names(FileId file);
  struct TypeAt {
    FileId file;
    const TypeText& type;
    GlobalValue site;
    int depth;  // of declarations that lead to each other
  };
  void add_annotations(FileId file);
  void annotate(FileId file, std::string_view text, uint32_t vertex, GlobalValue site);
  void annotate_library(TypeId type, uint32_t vertex, GlobalValue site);
  bool apply_type(const TypeAt& at, uint32_t index, uint32_t vertex);
  bool apply_object(const TypeAt& at, const TypePart& part, uint32_t vertex);
  bool apply_named(const TypeAt& at, const TypePart& part, uint32_t vertex);
  bool apply_name(const TypeAt& at, std::string_view text, uint32_t vertex);
  bool apply_imported(const TypeAt& at, const TypePart& part, uint32_t vertex);
  bool apply_from_module(const TypeAt& at, NameId specifier, std::string_view name, uint32_t vertex);
  bool apply_declared(FileId file, std::string_view name, uint32_t vertex, int depth);
  bool apply_exported(FileId file, std::string_view name, uint32_t vertex, int depth);
  void watch_instances(uint32_t from, std::string_view names, uint32_t vertex);
  void hold(uint32_t vertex, TypeId type, GlobalValue site, uint32_t held);

  // Objects and calls (flow_objects.cpp)
  void look_up(ObjectId object, NameId name, uint32_t to);
  void look_up_library(ObjectId object, NameId name, uint32_t to);
  void write_member(ObjectId object, NameId name, uint32_t from);
  void enter_field(ObjectId owner, ObjectId value);
  void call_object(GlobalValue call, ObjectId callee);
  void call_function(GlobalValue call, GlobalFunction callee, uint32_t first_argument,
                     uint32_t receiver_vertex, CallEdge::Kind kind);
  void pass_arguments(FileId file, const Instruction& call, uint32_t first, GlobalFunction callee);
  void pass_list(GlobalValue list, GlobalFunction callee);
  std::optional<uint32_t> returned_parameter(GlobalFunction function);
  void construct(GlobalValue call, ObjectId callee);
  void invoke(GlobalValue call, ObjectId callee);
  void apply_reflected(GlobalValue call, ObjectId callee);
  void call_super(GlobalValue call, ObjectId base);
  ObjectId external(TypeId type, GlobalValue site, uint32_t owner = none);
  ObjectId instance_of(ObjectId constructor);
  void inherit(ObjectId derived, ObjectId base);
  void extend(ObjectId derived, ObjectId base);
  void become_base(ObjectId constructor, ObjectId prototype);
  void become_prototype(ObjectId constructor, ObjectId prototype);

  // Getters and setters (flow_accessors.cpp)
  struct Accessor {
    ObjectId owner;
    GlobalFunction function;
  };
  void note_accessor(uint32_t vertex, ObjectId owner, GlobalFunction function);
  void apply_setters();
  void run_setter(GlobalValue store, const Instruction& row, const Accessor& setter);
  void add_getter_calls();

  // Library calls (flow_models.cpp)
  void call_library(GlobalValue call, ObjectId callee);
  void apply_row(GlobalValue call, const CallRow& row, const MemberRow* member, ObjectId receiver,
                 bool is_spelled);
  void apply_result(GlobalValue call, const CallRow& row, ObjectId receiver);
  void apply_result(GlobalValue call, std::string_view text, ObjectId receiver);
  void apply_callback(GlobalValue call, const CallbackRow& row, const ArgumentRange& where, ObjectId receiver,
                      bool is_spelled);
  const EventRow* event_of(GlobalValue call, const CallRow& row, const MemberRow* member,
                           ObjectId receiver) const;
  void run_callback(const Callback& callback, uint32_t index, ObjectId object);
  uint32_t bound_arguments(GlobalValue value) const;
  uint32_t follow_path(uint32_t vertex, const std::vector<std::string>& path);
  void apply_spelled_rows();
  bool fits(GlobalValue call, const Instruction& row, const MemberRow& member) const;
  uint32_t receiver_vertex(GlobalValue call) const;
  uint32_t element_vertex(GlobalValue call, std::string_view text, ObjectId receiver);

  // What libraries run without being handed it (flow_frameworks.cpp)
  void watch_callback(uint32_t vertex, const Callback& callback);
  void run_methods(uint32_t vertex, TypeId type, GlobalValue call);
  void run_annotated(uint32_t vertex, TypeId type);
  void decorate(GlobalValue decoration, ObjectId decorator);
  void decorate_class(GlobalValue decoration, GlobalClass decorated, TypeId type);
  void make_at_start(GlobalClass decorated);
  void run_exports();
  bool is_found(FileId file, const ExportRow& row) const;
  bool uses_package(FileId file, std::string_view package) const;

  // Modules (flow_modules.cpp)
  void add_modules();
  void add_imports(FileId file);
  void add_exports(FileId file);
  void import_into(FileId from, NameId specifier, NameId imported, bool is_namespace, uint32_t to);
  void import_inner_module(std::string_view library, uint32_t to);
  void require_into(FileId from, NameId specifier, uint32_t to);
  ObjectId exports_object(FileId file) { return unique_object(ObjectKind::exports, file.raw); }
  ObjectId record_object(FileId file) { return unique_object(ObjectKind::module_record, file.raw); }
  ObjectId namespace_object(FileId file) { return unique_object(ObjectKind::module_namespace, file.raw); }
  bool is_commonjs(FileId file) const;
  void mark_outside(bool every_file, std::vector<bool>& reached);

  void finish();

  const Program& program_;
  const Models& models_;
  const ModuleLinks& links_;
  Flow::State& state_;

  std::vector<uint32_t> edge_head_, watch_head_;  // by vertex
  std::vector<Edge> edges_;
  std::vector<Watch> watches_;
  std::deque<std::pair<uint32_t, ObjectId>> work_;
  std::deque<std::pair<Watch, ObjectId>> arrivals_;
  std::unordered_map<uint64_t, std::vector<std::pair<uint64_t, ObjectId>>> unique_;
  std::unordered_set<uint64_t> seen_edges_;
  std::unordered_set<uint64_t> seen_lookups_, seen_calls_;
  std::unordered_map<uint32_t, uint32_t> super_calls_;   // by call: base constructors it may run
  std::unordered_map<uint32_t, uint32_t> lookups_into_;  // by vertex: objects whose property flows into it
  std::vector<ObjectId> field_owner_;                    // by dynamic vertex
  std::vector<std::vector<std::pair<NameId, uint32_t>>> fields_of_;  // by object
  std::vector<std::vector<uint32_t>> field_readers_;  // by object: vertices that take every field
  std::vector<std::vector<ObjectId>> field_copies_;   // by object: objects that take every field
  std::vector<ObjectId> prototype_of_;                // by object: whose prototype a literal is
  std::vector<Callback> callbacks_;
  std::vector<Decoration> decorations_;
  std::vector<CallEdge> calls_;
  std::vector<std::pair<uint32_t, GlobalFunction>> getters_;     // by the vertex of the property
  std::unordered_map<uint32_t, std::vector<Accessor>> setters_;  // by the property's name
  std::unordered_map<uint32_t, TypeNames> type_names_;           // by file
  std::unordered_map<const std::vector<NameId>*, DeclaredType> declared_types_;  // by what declares them
  std::unordered_map<uint32_t, std::optional<uint32_t>> returned_parameters_;    // by function
};

}  // namespace leaklint
