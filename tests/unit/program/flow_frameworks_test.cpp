#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

/// A framework that finds functions by itself, in each of the ways that rows can say.
const Models& framework() {
  static const std::unique_ptr<Models> models = [] {
    auto loaded = std::make_unique<Models>();
    const auto error = load_models({{"framework.json", R"({
      "lives": {
        "request": {"each": "for every request", "ends": "when the response finishes"},
        "event": {"each": "for every event", "ends": "when the emitter is gone"}
      },
      "modules": {"framework": "framework"},
      "types": {
        "Request": {"life": "request"},
        "framework": {
          "members": {
            "Get": {"call": {"returns": "framework.Route"}},
            "Guard": {"type": "framework.Route"},
            "Service": {"call": {"returns": "framework.Service"}},
            "Base": {"new": {"returns": "framework.Base"}}
          },
          "types": {"Handler": "framework.Handler", "Definition": "framework.Definition"}
        },
        "framework.Route": {"handler": {"runs": "life:request", "params": ["Request"]}},
        "framework.Service": {"is": ["singleton"], "methods": {"use": {"runs": "life:request", "params": ["Request"]}}},
        "framework.Base": {"methods": {"handle": {"runs": "life:request", "params": ["Request"]}}},
        "framework.Handler": {"handler": {"runs": "life:request", "params": ["Request"]}},
        "framework.Definition": {"methods": {"routes.*.run": {"runs": "life:request", "params": ["Request"]}}}
      },
      "exports": [
        {"packages": ["framework"], "files": ["**/routes/**"], "names": ["GET", "default.fetch", "default"], "runs": "life:request", "params": ["Request"]},
        {"first_parameters": ["event"], "names": ["handler"], "spelled": true, "runs": "life:request"}
      ]
    })"}},
                                   *loaded);
    EXPECT_FALSE(error) << *error;
    return loaded;
  }();
  return *models;
}

ProgramSettings of_framework() {
  return {.is_library = false, .dependencies = {"framework"}, .models = &framework()};
}

TEST(Frameworks, RunsDecoratedMethods) {
  const ProgramOfSources program({{"a.ts", R"(
    import { Get, Guard } from 'framework';
    class Controller {
      @Get('/') list(request) {}
      @Guard check(request) {}
      other(request) {}
    }
  )"}},
                                 of_framework());
  for (const char* name : {"list", "check"}) {
    EXPECT_EQ(program.runs(name), "request") << name;
    EXPECT_EQ(program.execution(name).multiplicity, Multiplicity::many) << name;
    EXPECT_EQ(program.parameter_type(name, 0), "Request") << name;
  }
  EXPECT_EQ(program.runs("other"), "unreached");
}

TEST(Frameworks, MakesOneObjectOfADecoratedClassAndRunsItsMethods) {
  const ProgramOfSources program({{"a.ts", R"(
    import { Service } from 'framework';
    @Service()
    class Sessions {
      private cache = new Set();
      constructor(dependency) { connect(); }
      use(request) { this.cache.add(request); }
    }
    function connect() {}
  )"}},
                                 of_framework());
  EXPECT_EQ(program.runs("connect"), "once");
  EXPECT_EQ(program.runs("use"), "request");
  EXPECT_EQ(program.parameter_type("use", 0), "Request");
}

TEST(Frameworks, RunsMethodsOfClassesThatExtendItsOwn) {
  const ProgramOfSources program({{"a.js", R"(
    const { Base } = require('framework');
    class Middle extends Base {}
    class Page extends Base { handle(request) {} other() {} }
    class Late extends Middle { handle(request) {} }
  )"}},
                                 of_framework());
  EXPECT_EQ(program.execution("handle").multiplicity, Multiplicity::many);
  EXPECT_EQ(program.parameter_type("handle", 0), "Request");
  EXPECT_EQ(program.runs("other"), "unreached");
}

TEST(Frameworks, RunsAnnotatedFunctionsAndThoseInAnnotatedObjects) {
  const ProgramOfSources program({{"a.ts", R"(
    import type { Handler, Definition } from 'framework';
    const handler: Handler = function annotated(request) {};
    const definition: Definition = { routes: { home: { run: function found(request) {} } } };
    const other: Unknown = function unknown(request) {};
  )"}},
                                 of_framework());
  EXPECT_EQ(program.runs("annotated"), "request");
  EXPECT_EQ(program.parameter_type("annotated", 0), "Request");
  EXPECT_EQ(program.runs("found"), "request");
  EXPECT_EQ(program.runs("unknown"), "unreached");
}

TEST(Frameworks, RunsExportsOfItsFiles) {
  const ProgramOfSources program(
      {{"routes/a.ts", R"(
    export async function GET(request) {}
    export default { fetch(request) {} };
    export function POST(request) {}
  )"},
       {"routes/b.js", "module.exports = function whole(request) {};"},
       {"lib/c.ts", "export function GET(request) {} export function outside() {}"}},
      of_framework());
  EXPECT_EQ(program.execution("GET").multiplicity, Multiplicity::many);
  EXPECT_EQ(program.parameter_type("GET", 0), "Request");
  EXPECT_EQ(program.execution("fetch").multiplicity, Multiplicity::many);
  EXPECT_EQ(program.execution("whole").multiplicity, Multiplicity::many);
  EXPECT_EQ(program.runs("POST"), "outside");
  EXPECT_NE(program.lives->of(program.function("GET", 2)).multiplicity, Multiplicity::many);
}

TEST(Frameworks, AConventionIsLessSureThanAPackage) {
  const ProgramOfSources program({{"a.js", R"(
    exports.handler = async function handler(event) { helper(); };
    function helper() {}
  )"},
                                  {"b.js", "exports.handler = function other(text) {};"}},
                                 of_framework());
  EXPECT_EQ(program.runs("helper"), "request");
  EXPECT_EQ(program.execution("helper").multiplicity, Multiplicity::many_outside);
  EXPECT_TRUE(program.execution("helper").is_convention);
  EXPECT_EQ(program.runs("other"), "outside");
}

TEST(Frameworks, LeavesProgramsThatDoNotUseItAlone) {
  const ProgramOfSources program(
      {{"routes/a.js", "export function GET(request) {}"}},
      {.is_library = false, .dependencies = {"frameworks"}, .models = &framework()});
  EXPECT_NE(program.execution("GET").multiplicity, Multiplicity::many);
}

}  // namespace
}  // namespace leaklint
