#include "retention/entry_keys.h"

#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

/// The novelty of the key under which `store[key] = …` adds in a library's file.
Novelty novelty_in(const std::string& text) {
  const ProgramOfSources program({{"index.js", text}}, {.is_library = true, .dependencies = {}});
  const FileFacts& facts = program.program.file(FileId(0)).facts;
  for (ValueId id : ids(facts.code))
    if (facts.code[id].op == Op::store_index)
      return EntryKeys(*program.retention)
          .novelty_of(program.program.global(FileId(0), ValueId(facts.code[id].b)));
  ADD_FAILURE() << "no store";
  return Novelty::unknown;
}

Novelty novelty_of_key(const std::string& key, const std::string& before = "") {
  return novelty_in(
      "const store = {}; let count = 0; let index = 0;\n"
      "function reset() { index = 0; }\n"
      "exports.run = function (item, url, options) { " +
      before + " store[" + key + "] = 1; };");
}

TEST(EntryKeys, AreFewWhenTheTextListsThem) {
  EXPECT_EQ(novelty_of_key("'a' + 'b'"), Novelty::bounded);
  EXPECT_EQ(novelty_of_key("typeof item"), Novelty::bounded);
  EXPECT_EQ(novelty_of_key("item === url"), Novelty::bounded);
  EXPECT_EQ(novelty_of_key("item.count % 8"), Novelty::bounded);
  EXPECT_EQ(novelty_of_key("item ? 'a' : 'b'"), Novelty::bounded);
  EXPECT_EQ(novelty_of_key("`${'a'}-${'b'}`"), Novelty::bounded);
}

TEST(EntryKeys, AreNewWhenTheyCountUp) {
  EXPECT_EQ(novelty_of_key("++count"), Novelty::fresh);
  EXPECT_EQ(novelty_of_key("id", "const id = 'r' + count++;"), Novelty::fresh);
  EXPECT_EQ(novelty_of_key("Date.now()"), Novelty::fresh);
  EXPECT_EQ(novelty_of_key("crypto.randomUUID()"), Novelty::fresh);
}

TEST(EntryKeys, AreFewWhenTheCounterStartsOver) {
  EXPECT_EQ(novelty_of_key("index++"), Novelty::bounded);
  EXPECT_EQ(novelty_of_key("i", "for (let i = 0; i < 3; i++)"), Novelty::bounded);
}

TEST(EntryKeys, FollowWhatTheCallerGives) {
  EXPECT_EQ(novelty_of_key("item"), Novelty::given);
  EXPECT_EQ(novelty_of_key("item.trim().toLowerCase()"), Novelty::given);
  EXPECT_EQ(novelty_of_key("found", "const { deep } = options; const found = deep.thing;"), Novelty::given);
  EXPECT_EQ(novelty_of_key("made", "const made = make(item);"), Novelty::given);
  EXPECT_EQ(novelty_of_key("made", "const made = make();"), Novelty::unknown);
  EXPECT_EQ(novelty_of_key("arguments[0]"), Novelty::given);
}

TEST(EntryKeys, AreJudgedByTheirNames) {
  EXPECT_EQ(novelty_of_key("url"), Novelty::likely);
  EXPECT_EQ(novelty_of_key("item.id"), Novelty::likely);
  EXPECT_EQ(novelty_of_key("`${item}:${item.userId}`"), Novelty::likely);
  EXPECT_EQ(novelty_of_key("item.type"), Novelty::kind);
  EXPECT_EQ(novelty_of_key("item.language.id"), Novelty::kind);
  EXPECT_EQ(novelty_of_key("options.thing"), Novelty::given) << "the name of the whole says nothing";
}

TEST(EntryKeys, ComeFromCallersWhenAllAreKnown) {
  const std::string helper = "const store = {};\nfunction keep(key) { store[key] = 1; }\n";
  EXPECT_EQ(novelty_in(helper + "exports.run = function () { keep('a'); keep('b'); };"), Novelty::bounded);
  EXPECT_EQ(novelty_in(helper + "exports.run = function (thing) { keep('a'); keep(thing); };"),
            Novelty::likely);
  EXPECT_EQ(novelty_in(helper + "exports.run = function () { ['a', 'b'].forEach((each) => keep(each)); };"),
            Novelty::bounded);
}

TEST(EntryKeys, KnowNames) {
  for (const char* name : {"type", "localeName", "languageId", "name", "extensions", "colorKey"})
    EXPECT_TRUE(names_a_kind(name)) << name;
  for (const char* name : {"id", "hostname", "userName", "key", "x", "", "filename"})
    EXPECT_FALSE(names_a_kind(name)) << name;
  for (const char* name : {"id", "userId", "hostname", "url", "sessionKey", "xid", "user"})
    EXPECT_TRUE(names_a_newcomer(name)) << name;
  for (const char* name : {"languageId", "thing", "", "type"}) EXPECT_FALSE(names_a_newcomer(name)) << name;
}

}  // namespace
}  // namespace leaklint
