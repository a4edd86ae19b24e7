#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "base/id.h"
#include "base/is_one_of.h"

namespace leaklint {

using TypeId = Id<struct TypeTag>;
using LifeId = Id<struct LifeTag>;

/// How often a callback runs that is handed to a modelled call.
enum class Runs : uint8_t {
  inherit,  ///< once for each such call: a promise reaction, nextTick, a timeout; without a call, once
  sync,     ///< during the call, once for each element: Array.prototype.forEach
  life,     ///< once for each life of the named kind: a request handler, a connection listener
  never,    ///< kept, but not run as a reaction to traffic
};

/// Which arguments a row speaks of.
struct ArgumentRange {
  int first = 0;
  int last = 0;                   ///< inclusive; a negative number counts from the end
  std::vector<std::string> path;  ///< into an options object: names, "*" for any, "[]" for a list's elements
};

struct CallbackRow {
  ArgumentRange argument;
  Runs runs = Runs::inherit;
  LifeId life;
  int arity = -1;                   ///< only for functions with so many parameters; -1: any
  bool drops_promise = false;       ///< what an async function returns is lost, and its rejection unhandled
  std::vector<std::string> params;  ///< type names, "@element", "@receiver" or ""
  std::vector<int> other_arities;   ///< those that other rows for the same argument speak of
  bool drops_result = false;        ///< what it returns, a clean-up function say, is not looked at
};

/// What one event of an emitter does to its listeners: how `on` runs them, and how `once` does.
struct EventRow {
  /// An emitter that ends may end without it: `finish` comes on success only, `error` on failure only.
  enum class Only : uint8_t { always, success, failure };
  CallbackRow each;
  CallbackRow once;  ///< the same parameters, once for each registration
  Only only = Only::always;
};

/// What a call does to the lifetime of things. Argument positions are 0-based; negative ones count from the
/// end.
struct EffectRow {
  static constexpr int no_argument = std::numeric_limits<int>::min();
  enum class Kind : uint8_t {
    add_listener,
    remove_listener,
    remove_all_listeners,
    start_interval,
    start_timeout,
    clear_timer,
    acquire,    ///< a resource that must be given back: `resource`, by one of `releases`
    release,    ///< gives back the receiver or an argument
    subscribe,  ///< returns (or is) a subscription that must be ended
    grow,       ///< adds to a collection
    trim,       ///< takes from a collection, or empties it
    abort,      ///< fires a signal
    race,       ///< attaches a reaction to each promise given
    blocking,   ///< works synchronously
    detach,     ///< takes a timer out of the life of the process (unref)
    start_all,  ///< starts what `handler` does for every element of `value` at once
    limit,      ///< lets what `handler` does wait until it is its turn
    io,         ///< asks another process or machine: `resource`
    log,        ///< only tells of something
    borrow,     ///< uses an argument, and leaves it to the caller to give it back: `handle`
  };
  static constexpr size_t kind_count = static_cast<size_t>(Kind::borrow) + 1;
  Kind kind;
  int target = no_argument;  ///< the argument that is added to, or taken from; none: the receiver
  int event = no_argument;
  std::string
      event_name;  ///< where the method names the event: socket.setTimeout() adds a "timeout" listener
  int handler = no_argument;
  int options = no_argument;
  int key = no_argument;
  int value = no_argument;
  int handle = no_argument;  ///< release and clear_timer: the argument that is given back; none: the receiver
  bool once = false;
  bool honours_signal = false;
  bool awaits = false;      ///< add_listener: somebody hears how an async listener ends
  bool clears_all = false;  ///< trim: the whole collection
  std::string resource;     ///< "a pooled client"
  /// Members of the handle that give it back, besides `release` rows; "callback:N": a call of the callback's
  /// N-th parameter does.
  std::vector<std::string> releases;
  /// acquire, subscribe: "return" (default), "receiver", "argument:N" (a key to give it back by),
  /// "callback:N" (the N-th parameter of the callback, the last argument)
  std::string handle_from;
  std::string ends_itself;  ///< acquire: when it gives itself back: "when it is read to its end"
  std::string holder;       ///< acquire, subscribe: who keeps it, when that is no object that the call names
  std::string because;      ///< blocking: what it waits for
  std::string of;           ///< the type that the argument `value` must have for this to be so; "": any
  /// Arguments or options with which the call has no such effect: a cache that is given a limit.
  std::vector<ArgumentRange> unless_given;
};

/// A call that is given this argument or option returns another type.
struct GivenRow {
  ArgumentRange argument;
  std::string returns;
};

/// Whether what a call returns comes as a promise that works, and may reject, though nobody awaits it.
enum class GivesPromise : uint8_t {
  unsaid,
  always,
  without_callback,  ///< unless a function is its last argument
  when_called,       ///< it returns a function that gives one
  never,
};

struct CallRow {
  /// A type name, "@receiver", "@argument:N", "@arguments" (any of them), "@element", "@elements",
  /// "@result:N" (what the function that is argument N returns), "@results:N" (a list of that); several when
  /// it may be either.
  std::vector<std::string> returns;
  std::vector<GivenRow> given;  ///< the first that fits stands for `returns`
  GivesPromise promise = GivesPromise::unsaid;
  std::vector<CallbackRow> callbacks;
  std::vector<EffectRow> effects;

  /// Whether it may give back what a reference speaks of, such as "@receiver".
  bool may_return(std::string_view reference) const { return is_one_of(reference, returns); }
};

struct MemberRow {
  std::string name;
  TypeId owner;      ///< the type whose row it is
  std::string type;  ///< of a property; "@receiver": as good as the object itself
  std::optional<CallRow> call;
  std::optional<CallRow> construct;
  bool spelled = false;  ///< also meant when the receiver is unknown, at lower confidence
};

enum class Lifetime : uint8_t {
  value,    ///< as long as the object it was made in or for
  process,  ///< a root: process, a module, window
  pooled,   ///< outlives the life it was handed to: a keep-alive socket, a pooled connection
  life,     ///< is a life itself: a request, a response, a socket of a connection
};

struct TypeRow {
  std::string name;
  std::vector<std::string> extends;
  Lifetime lifetime = Lifetime::value;
  LifeId life;  ///< for Lifetime::life
  bool is_emitter = false;
  bool is_signal = false;
  bool is_collection = false;
  bool is_bounded = false;  ///< an LRU, a weak collection: never grows with traffic
  bool is_provided =
      false;  ///< a decorator: the library makes the objects of a class, when the program starts
  bool is_singleton = false;  ///< a decorator: the library makes one object of each class that it decorates
  std::optional<CallRow> call;
  std::optional<CallRow> construct;
  std::map<std::string, MemberRow, std::less<>> members;
  std::map<std::string, EventRow, std::less<>> events;  ///< by name; others are the vague life "event"
  /// Of an annotation or decorator: functions that are annotated or decorated with it are run so.
  std::optional<CallbackRow> handler;
  /// Of a base class, annotation or decorator: functions that the library finds by this path in objects of
  /// the class, or in the object, and runs so.
  std::vector<CallbackRow> methods;
  std::map<std::string, std::string, std::less<>> types;  ///< exported type names → type, for annotations
};

/// A function that a file exports under a certain name, and that a library finds there and runs.
struct ExportRow {
  std::vector<std::string> packages;          ///< one of which the file imports or its package depends on
  std::vector<Glob> files;                    ///< the file's path is one of these; empty: any
  std::vector<std::string> first_parameters;  ///< names, one of which its first parameter must have
  bool spelled = false;                       ///< a convention only: at lower confidence
  CallbackRow callback;                       ///< its path starts with the exported name
};

struct LifeRow {
  std::string name;         ///< "request"
  std::string each;         ///< "for every request"
  std::string ends;         ///< "when the response finishes"
  bool is_traffic = false;  ///< begun again and again while others wait for the same thread
};

/// Everything leaklint knows about libraries, as rows.
struct Models {
  Table<TypeId, TypeRow> types;
  Table<LifeId, LifeRow> lives;
  std::map<std::string, std::string, std::less<>> modules;  ///< package or builtin → type of what it exports
  std::map<std::string, std::string, std::less<>> globals;       ///< global name → type
  std::map<std::string, std::string, std::less<>> global_types;  ///< annotation → type

  std::vector<ExportRow> exports;

  TypeId type(std::string_view name) const;
  /// What a module exports as a whole, or none.
  TypeId module(std::string_view name) const;
  /// For a module inside a package that has no row of its own ("lodash/map"): the package's type and its
  /// member of that name, or null.
  std::pair<TypeId, const MemberRow*> member_of_module(std::string_view name) const;
  /// The member of a type or of what it extends, or null.
  const MemberRow* member(TypeId type, std::string_view name) const;
  /// What is known of an event of a type or of what it extends, or null.
  const EventRow* event(TypeId type, std::string_view name) const;
  /// Whether the type, or one that it extends, is `ancestor`.
  bool is_a(TypeId type, TypeId ancestor) const;
  /// How a script calls the one object of a type: `window` for the type "Window"; "" where no global has it.
  std::string_view global_of(TypeId type) const;
  LifeId life(std::string_view name) const;
  /// Rows that a call by this member name may mean when its receiver is unknown.
  std::vector<const MemberRow*> spelled(std::string_view name) const;

  std::map<std::string, TypeId, std::less<>> type_by_name;
  std::multimap<std::string, const MemberRow*, std::less<>> spelled_by_name;
};

/// The N of a reference such as "@argument:N"; nothing for one without.
std::optional<uint32_t> position_in(std::string_view reference);

/// Reads model files (name, JSON text) in order; later files extend the types of earlier ones. On an error
/// the text says which file, where in it and what was expected, and the models are unusable.
std::optional<std::string> load_models(std::vector<std::pair<std::string, std::string>> files,
                                       Models& models);

}  // namespace leaklint
