#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

const ProgramSettings library{.is_library = true, .dependencies = {}, .models = nullptr};

TEST(HandedFunctions, RunAsOftenAsTheyAreHandedOver) {
  const ProgramOfSources sources({{"a.js",
                                   "export function ready(callback) { callback(); }\n"
                                   "ready(function once() {});\n"
                                   "export function again() { ready(function often() {}); }\n"}},
                                 library);
  EXPECT_EQ(sources.runs("ready"), "outside");
  EXPECT_EQ(sources.runs("once"), "once");
  EXPECT_EQ(sources.runs("often"), "outside");
}

TEST(HandedFunctions, AreFollowedThroughSeveralHands) {
  const ProgramOfSources sources({{"a.js",
                                   "function first(callback) { callback(); }\n"
                                   "export function second(callback) { first(callback); }\n"
                                   "second(function once() {});\n"}},
                                 library);
  EXPECT_EQ(sources.runs("once"), "once");
}

TEST(HandedFunctions, RunAsOftenAsALibraryRunsTheCallBetween) {
  const ProgramOfSources sources({{"a.js",
                                   "function poll(callback) { setInterval(() => callback(), 1000); }\n"
                                   "poll(function tick() {});\n"}});
  EXPECT_EQ(sources.runs("tick"), "tick");
}

TEST(HandedFunctions, ThatAFunctionReturnsAreNotMixedUp) {
  const ProgramOfSources sources(
      {{"a.js",
        "function bind(self, run) { const bound = run.bind(self); bound.run = run; return bound; }\n"
        "setInterval(bind({}, function tick() {}), 1000);\n"
        "bind({}, function start() {})();\n"}});
  EXPECT_EQ(sources.runs("tick"), "tick");
  EXPECT_EQ(sources.runs("start"), "once");
}

}  // namespace
}  // namespace leaklint
