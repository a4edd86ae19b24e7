#include "semantics/place.h"

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

/// The place of the first argument of `probe(…)`, as text; "none" where it is no place.
std::optional<PlacePath> probed_path(const FactsOfSource& file, int nth = 1) {
  const Instruction& call = file.facts.code[file.call("probe", nth)];
  return place_of(file.facts, file.uses, file.facts.operand(call, 0));
}

std::string probed(std::string text) {
  const FactsOfSource file(std::move(text), "a.ts");
  const auto path = probed_path(file);
  return path ? to_text(file.facts, *path) : "none";
}

/// Whether the first arguments of the first two calls of `probe` are the same place.
bool are_same(std::string text) {
  const FactsOfSource file(std::move(text), "a.ts");
  const auto one = probed_path(file, 1), other = probed_path(file, 2);
  return one && other && is_same_place(file.facts, *one, *other);
}

TEST(Place, is_written_as_the_source_has_it) {
  EXPECT_EQ(probed("probe(process);"), "process");
  EXPECT_EQ(probed("probe(a.b.c);"), "a.b.c");
  EXPECT_EQ(probed("function f(x) { probe(x.socket); }"), "x.socket");
  EXPECT_EQ(probed("class A { m() { probe(this.socket); } }"), "this.socket");
  EXPECT_EQ(probed("class A { #s; m() { probe(this.#s); } }"), "this.#s");
  EXPECT_EQ(probed("probe(a['data-x'].y);"), "a['data-x'].y");
}

TEST(Place, of_what_was_just_made_is_none) {
  EXPECT_EQ(probed("probe(make());"), "none");
  EXPECT_EQ(probed("probe(make().x);"), "none");
  EXPECT_EQ(probed("probe({}); probe(1 + x);"), "none");
}

TEST(Place, of_a_variable_that_holds_something_new_is_the_variable) {
  EXPECT_EQ(probed("const e = make(); probe(e);"), "e");
  EXPECT_EQ(probed("const { a, b } = make(); probe(b.c);"), "b.c");
  EXPECT_EQ(probed("let x; probe(x.y);"), "x.y");
}

TEST(Place, looks_through_variables_written_once) {
  EXPECT_EQ(probed("class A { m() { const self = this; self.x; probe(self.x); } }"), "this.x");
  EXPECT_EQ(probed("class A { m() { const q = this.queue; return () => probe(q.first); } }"),
            "this.queue.first");
  EXPECT_EQ(probed("function f(options) { const { signal } = options; probe(signal); }"), "options.signal");
  EXPECT_EQ(probed("function f(o) { const { a: { b: c } } = o; probe(c); }"), "o.a.b");
  EXPECT_EQ(probed("const x = process; const y = x; probe(y.stdout);"), "process.stdout");
}

TEST(Place, stops_at_variables_written_again) {
  EXPECT_EQ(probed("let x = process; x = other; probe(x.y);"), "x.y");
  EXPECT_EQ(probed("let x; function f(o) { x = o.x; } probe(x.y);"), "x.y");
  EXPECT_EQ(probed("let x = this.a; function f() { x = 1; } probe(x);"), "x");
  EXPECT_EQ(probed("let a = b, b = a; probe(a.x);").substr(1), ".x");
}

TEST(Place, of_a_default_is_the_variable) {
  EXPECT_EQ(probed("function f({ signal = none() }) { probe(signal); }"), "signal");
  EXPECT_EQ(probed("function f(options = {}) { probe(options.signal); }"), "options.signal");
}

TEST(Place, of_a_destructured_parameter_starts_at_the_argument) {
  EXPECT_EQ(probed("function f(a, { signal }) { probe(signal); }"), "arguments[1].signal");
  EXPECT_TRUE(are_same("function f({ signal: s }) { probe(s); return () => probe(s); }"));
}

TEST(Place, of_this_in_an_arrow_is_that_of_the_function_around) {
  EXPECT_TRUE(are_same("class A { m() { probe(this.x); return () => () => probe(this.x); } }"));
  EXPECT_FALSE(are_same("class A { m() { probe(this.x); return function () { probe(this.x); }; } }"));
}

TEST(Place, of_this_follows_bind) {
  EXPECT_TRUE(
      are_same("class A { m() { probe(this.x); s.on('e', function () { probe(this.x); }.bind(this)); } }"));
  EXPECT_FALSE(
      are_same("class A { m() { probe(this.x); s.on('e', function () { probe(this.x); }.bind(s)); } }"));
}

TEST(Place, of_this_is_one_in_all_methods_of_a_class) {
  EXPECT_TRUE(are_same("class A { constructor() { probe(this.x); } close() { probe(this.x); } }"));
  EXPECT_TRUE(are_same("class A { x = probe(this.y); close() { probe(this.y); } }"));
  EXPECT_TRUE(are_same("class A { close = () => { probe(this.y); }; m() { probe(this.y); } }"));
  EXPECT_FALSE(are_same("class A { static make() { probe(this.x); } close() { probe(this.x); } }"));
  EXPECT_FALSE(are_same("class A { m() { probe(this.x); } } class B { m() { probe(this.x); } }"));
}

TEST(Place, tells_scopes_apart) {
  EXPECT_FALSE(are_same("function f(x) { probe(x); } function g(x) { probe(x); }"));
  EXPECT_TRUE(are_same("const x = make(); function f() { probe(x.a); } function g() { probe(x.a); }"));
}

TEST(Place, keeps_literal_keys) {
  EXPECT_EQ(probed("probe(a[0].x);"), "a[0].x");
  EXPECT_EQ(probed("probe(a['b']);"), "a.b");
  EXPECT_FALSE(are_same("probe(a[0]); probe(a[1]);"));
}

TEST(Place, keeps_the_place_of_computed_keys) {
  EXPECT_EQ(probed("function f(req) { probe(map[req.id].list); }"), "map[req.id].list");
  EXPECT_EQ(probed("class A { m(k) { probe(this.all[k]); } }"), "this.all[k]");
  EXPECT_TRUE(are_same("function f(req) { probe(map[req.id]); const id = req.id; probe(map[id]); }"));
  EXPECT_FALSE(are_same("function f(a, b) { probe(map[a]); probe(map[b]); }"));
  EXPECT_FALSE(are_same("probe(map[next()]); probe(map[next()]);"));
}

TEST(Place, knows_that_a_computed_key_names_many_places) {
  const FactsOfSource file("probe(map[k]); probe(list[0]); probe(map[next()]);");
  EXPECT_TRUE(probed_path(file, 1)->has_computed_key());
  EXPECT_FALSE(probed_path(file, 2)->has_computed_key());
  EXPECT_TRUE(probed_path(file, 3)->has_computed_key());
}

TEST(Place, takes_the_global_object_away) {
  EXPECT_EQ(probed("probe(globalThis.started);"), "started");
  EXPECT_EQ(probed("probe(window.app.started);"), "app.started");
  EXPECT_EQ(probed("probe(window);"), "window");
  EXPECT_EQ(probed("function f(window) { probe(window.x); }"), "window.x");
}

TEST(Place, sees_what_fills_an_empty_place) {
  EXPECT_EQ(probed("class A { m() { probe(this.list || (this.list = [])); } }"), "this.list");
  EXPECT_EQ(probed("class A { m() { probe(this.list ?\?= []); } }"), "this.list");
  EXPECT_EQ(probed("let x; probe(x ||= []);"), "x");
  EXPECT_EQ(probed("function f(k) { const l = all[k] || (all[k] = []); probe(l); }"), "all[k]");
  EXPECT_EQ(probed("class A { m() { const l = this.list = this.list || []; probe(l); } }"), "this.list");
  EXPECT_EQ(probed("probe(a.x || (a.y = []));"), "none");
  EXPECT_EQ(probed("probe(a.x || b.x);"), "none");
}

TEST(Place, ignores_casts) {
  EXPECT_EQ(probed("probe((a as any).b!.c);"), "a.b.c");
}

TEST(Place, of_an_import_is_its_name) {
  EXPECT_EQ(probed("import * as bus from './bus'; probe(bus.emitter);"), "bus.emitter");
  EXPECT_EQ(probed("probe(import.meta.hot);"), "import.meta.hot");
}

TEST(Place, written_is_where_the_store_goes) {
  const FactsOfSource file("class A { m(k) { const s = this; s.x = 1; all[k] = 2; top = 3; delete s.y; } }");
  const auto written = [&](Op op) {
    return to_text(file.facts, *place_written(file.facts, file.uses, file.find(op, "")));
  };
  EXPECT_EQ(written(Op::store_member), "this.x");
  EXPECT_EQ(written(Op::store_index), "all[k]");
  EXPECT_EQ(written(Op::store_global), "top");
  EXPECT_EQ(written(Op::delete_member), "this.y");
}

TEST(Place, contains_its_properties) {
  const FactsOfSource file("probe(a.b); probe(a.b.c); probe(a.x);");
  EXPECT_TRUE(probed_path(file, 1)->contains(*probed_path(file, 2)));
  EXPECT_FALSE(probed_path(file, 2)->contains(*probed_path(file, 1)));
  EXPECT_FALSE(probed_path(file, 1)->contains(*probed_path(file, 3)));
}

TEST(Place, gives_up_on_very_long_paths) {
  std::string path = "a";
  for (int step = 0; step < 5000; ++step) path += ".b";
  EXPECT_EQ(probed("probe(" + path + ");"), "none");
  std::string keys = "k";
  for (int step = 0; step < 500; ++step) keys.insert(0, "a[").append("]");
  probed("probe(" + keys + ");");
}

}  // namespace
}  // namespace leaklint
