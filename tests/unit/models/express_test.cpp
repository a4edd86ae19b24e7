#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

TEST(ExpressModel, RunsHandlersForEveryRequest) {
  const ProgramOfSources program({{"app.js", R"(
    const express = require('express');
    const app = express();
    const { list } = require('./routes');
    app.use(express.json(), function middleware(q, s, next) {});
    app.get('/', [function first(q, s) {}, list]);
    app.use(function failed(error, q, s, next) {});
    app.listen(80, function started() {});
  )"},
                                  {"routes.js", R"(
    const { Router } = require('express');
    const router = Router();
    router.route('/x').get(function read(q, s) {}).post(function write(q, s) {});
    router.param('id', function param(q, s, next, id) {});
    exports.list = function list(q, s) { helper(q.app); };
    function helper(application) {}
  )"}});
  for (const char* name : {"middleware", "first", "list", "read", "write", "param"}) {
    EXPECT_EQ(program.runs(name), "request") << name;
    EXPECT_EQ(program.execution(name).multiplicity, Multiplicity::many) << name;
    EXPECT_EQ(program.parameter_type(name, 0), "express.Request") << name;
    EXPECT_EQ(program.parameter_type(name, 1), "express.Response") << name;
  }
  EXPECT_EQ(program.parameter_type("failed", 0), "");
  EXPECT_EQ(program.parameter_type("failed", 1), "express.Request");
  EXPECT_EQ(program.parameter_type("failed", 2), "express.Response");
  EXPECT_EQ(program.runs("started"), "once");
  EXPECT_EQ(program.runs("helper"), "request");
  EXPECT_EQ(program.parameter_type("helper", 0), "express.Application.shared");
}

TEST(ExpressModel, KnowsItsTypesInAnnotations) {
  const ProgramOfSources program({{"a.ts", R"(
    import { Request, Response } from 'express';
    import express = require('express');
    export function one(req: Request, res: Response) {}
    export function two(req: express.Request) {}
  )"}});
  EXPECT_EQ(program.parameter_type("one", 0), "express.Request");
  EXPECT_EQ(program.parameter_type("one", 1), "express.Response");
  EXPECT_EQ(program.parameter_type("two", 0), "express.Request");
}

TEST(ExpressModel, LocalsOfTheApplicationStay) {
  const ProgramOfSources program({{"a.mjs", R"(
    import express from 'express';
    const app = express();
    app.get('/', function handler(req, res) { req.app.locals[req.id] = req; });
  )"}});
  const Effect* grow = program.effect(EffectRow::Kind::grow);
  ASSERT_NE(grow, nullptr);
  EXPECT_EQ(program.retention->holder_of(grow->receiver).kind, Holder::Kind::root);
}

}  // namespace
}  // namespace leaklint
