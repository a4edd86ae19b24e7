#include <gtest/gtest.h>

#include "models/model.h"

namespace leaklint {
namespace {

/// The error that a model file gives, without the file's name, or "".
std::string error_of(std::string_view text) {
  Models models;
  const auto error = load_models({{"own.json", std::string(text)}}, models);
  return error ? error->substr(std::string("own.json: ").size()) : "";
}

constexpr std::string_view lives =
    R"("lives": {"request": {"each": "for every request", "ends": "when the response finishes"}})";

std::string with_lives(std::string_view rest) {
  return "{" + std::string(lives) + ", " + std::string(rest) + "}";
}

TEST(LoadModels, TellsWhereAMistakeIsAndTheNearestRightSpelling) {
  EXPECT_EQ(error_of(R"({"types": {"a": {"lifetme": "process"}}})"),
            R"(types.a has an unknown key "lifetme", did you mean "lifetime"?)");
  EXPECT_EQ(error_of(R"({"types": {"a": {"lifetime": "proces"}}})"),
            R"(types.a "lifetime" is "process" or "pooled", not "proces", did you mean "process"?)");
  EXPECT_EQ(error_of(R"({"types": {"a": {"is": ["emiter"]}}})"),
            R"(types.a "is" names an unknown trait "emiter", did you mean "emitter"?)");
  EXPECT_EQ(
      error_of(R"({"types": {"a": {"members": {"b": {"call": {"effects": [{"kind": "add_listner"}]}}}}}})"),
      R"(types.a.members.b.call.effects.0 "kind" is no effect: "add_listner", did you mean "add_listener"?)");
  EXPECT_EQ(error_of(with_lives(R"("types": {"a": {"life": "reqest"}})")),
            R"(types.a names an unknown life "reqest", did you mean "request"?)");
  EXPECT_EQ(error_of(R"({"modules": {"koa": "koa.App"}, "types": {"koa.Ap": {}}})"),
            R"(modules.koa names an unknown type "koa.App", did you mean "koa.Ap"?)");
}

TEST(LoadModels, TellsAllThatMayStandWhereNothingIsNear) {
  EXPECT_EQ(error_of(R"({"types": {"a": {"lifetime": "for ever"}}})"),
            R"(types.a "lifetime" is "process" or "pooled", not "for ever"; it may be "process", "pooled")");
}

TEST(LoadModels, RejectsValuesOfAnotherKind) {
  EXPECT_EQ(error_of(R"({"types": {"a": {"extends": "b"}}})"),
            R"(types.a "extends" must be a list of texts)");
  EXPECT_EQ(error_of(R"({"types": {"a": []}})"), "types.a must be an object");
  EXPECT_EQ(error_of(R"({"types": {"a": {"call": {"effects": [{"kind": "grow", "value": "0"}]}}}})"),
            R"(types.a.call.effects.0 "value" must be a whole number)");
  EXPECT_EQ(error_of(R"({"types": {"a": {"call": {"callbacks": [{"arg": "first"}]}}}})"),
            R"(types.a.call.callbacks.0 "arg" must be like "0", "-1", "1..", "0.property" or )"
            R"("0.[].property", not "first")");
  EXPECT_EQ(
      error_of(R"({"types": {"a": {"call": {"returns": "@reciever"}}}})"),
      R"(types.a.call "returns" may be a type, "@receiver", "@argument:N", "@arguments", "@element:N", )"
      R"("@elements:N", "@result:N" or "@results:N", not "@reciever")");
  EXPECT_EQ(error_of(R"({"types": {"a": {"call": {"effects": [{"kind": "acquire"}]}}}})"),
            R"(types.a.call.effects.0 needs a "resource", like "a file stream")");
  EXPECT_TRUE(error_of("{").starts_with("not JSON: "));
}

TEST(LoadModels, AsksOfAnExportWhoFindsItAndHowOften) {
  EXPECT_EQ(error_of(R"({"exports": [{"packages": ["next"], "names": ["GET"]}]})"), "");
  EXPECT_EQ(error_of(with_lives(R"("exports": [{"names": ["GET"], "runs": "life:request"}])")),
            R"(exports.0 needs "packages" that the file's package depends on, or "first_parameters")");
  EXPECT_EQ(error_of(with_lives(R"("exports": [{"packages": ["next"], "names": ["GET"],)"
                                R"( "runs": "life:request", "params": ["@receiver"]}])")),
            R"(exports.0 "params" of what no call hands over may only be types)");
}

TEST(LoadModels, LaterFilesExtendTypesOfEarlierOnes) {
  Models models;
  ASSERT_FALSE(
      load_models({{"a.json", R"({"modules": {"p/inner.js": "p.inner", "@s/p": "p"},
                                           "types": {"p": {"members": {"a": {"type": "p"}}}}})"},
                   {"b.json", R"({"types": {"p": {"members": {"b|c": {"call": {}}}}, "p.inner": {}}})"}},
                  models));
  const TypeId type = models.type("p");
  EXPECT_NE(models.member(type, "a"), nullptr);
  EXPECT_NE(models.member(type, "c"), nullptr);
  EXPECT_EQ(models.module("p/inner.js"), models.type("p.inner"));
}

TEST(LoadModels, FindsAMemberByTheNameOfAModuleInItsPackage) {
  Models models;
  ASSERT_FALSE(load_models({{"a.json", R"({"modules": {"p": "p", "@s/p": "p"},
                                           "types": {"p": {"members": {"map": {"call": {}}}}}})"}},
                           models));
  for (const char* name : {"p/map", "p/map.js", "@s/p/map"}) {
    const auto [package, member] = models.member_of_module(name);
    ASSERT_NE(member, nullptr) << name;
    EXPECT_EQ(member->name, "map");
  }
  for (const char* name : {"p", "@s/p", "q/map", "p/filter", "@s", "@"})
    EXPECT_EQ(models.member_of_module(name).second, nullptr) << name;
}

}  // namespace
}  // namespace leaklint
