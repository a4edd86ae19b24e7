#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

using Kind = EffectRow::Kind;

/// The texts of all calls that have an effect of a kind, in order, without their arguments.
std::vector<std::string> calls_with(Kind kind, const std::string& text) {
  const ProgramOfSources program({{"a.mjs", text}});
  std::vector<std::string> calls;
  for (EffectId id : program.retention->effects.of_kind(kind))
    calls.push_back(program.retention->call_text(program.retention->effects[id].at));
  return calls;
}

TEST(LimiterModels, SayWhatLimitsAndWhatStartsAllAtOnce) {
  const std::string text = R"(
    import pLimit from 'p-limit';
    import PQueue from 'p-queue';
    import pMap from 'p-map';
    import Bottleneck from 'bottleneck';
    import { map, mapLimit } from 'async';
    import Bluebird from 'bluebird';
    const limit = pLimit(2), queue = new PQueue({ concurrency: 2 }), wide = new PQueue();
    const limiter = new Bottleneck({ maxConcurrent: 2 });
    limit(work); queue.add(work); wide.add(work); limiter.schedule(work);
    mapLimit(list, 2, work);
    pMap(list, work, { concurrency: 2 });
    pMap(list, work);
    map(list, work);
    Bluebird.map(list, work);
    Bluebird.map(list, work, { concurrency: 2 });
  )";
  EXPECT_EQ(calls_with(Kind::limit, text),
            (std::vector<std::string>{"limit(…)", "queue.add(…)", "limiter.schedule(…)", "mapLimit(…)"}));
  EXPECT_EQ(calls_with(Kind::start_all, text),
            (std::vector<std::string>{"pMap(…)", "map(…)", "Bluebird.map(…)"}));
}

TEST(ClientModels, SayWhatAsksAnotherMachine) {
  EXPECT_EQ(calls_with(Kind::io, R"(
    import axios from 'axios';
    import got from 'got';
    import nodeFetch from 'node-fetch';
    import { request } from 'undici';
    import pg from 'pg';
    import Redis from 'ioredis';
    import { readFile } from 'node:fs/promises';
    const api = axios.create(), pool = new pg.Pool(), redis = new Redis();
    fetch('/'); axios('/'); api.get('/'); got('/'); nodeFetch('/'); request('/');
    pool.query('select 1'); redis.get('a'); readFile('a');
    compute('a');
  )"),
            (std::vector<std::string>{"fetch(…)", "axios(…)", "api.get(…)", "got(…)", "nodeFetch(…)",
                                      "request(…)", "pool.query(…)", "redis.get(…)", "readFile(…)"}));
}

TEST(LoggerModels, SayWhatOnlyTells) {
  EXPECT_EQ(calls_with(Kind::log, R"(
    import winston from 'winston';
    import pino from 'pino';
    const log = winston.createLogger(), other = pino();
    log.error('a'); other.child({}).warn('b'); other.flush();
  )"),
            (std::vector<std::string>{"log.error(…)", ".warn(…)"}));
}

TEST(LodashModel, PassesElementsAndFunctionsOn) {
  const ProgramOfSources program({{"a.js", R"(
    const _ = require('lodash');
    const http = require('http');
    http.createServer((req, res) => {
      _.each([req], function visit(one) {});
      _.debounce(function later() {}, 10)();
    });
    _.once(function first() {});
  )"}});
  EXPECT_EQ(program.parameter_type("visit", 0), "http.IncomingMessage");
  EXPECT_EQ(program.runs("visit"), "request");
  EXPECT_EQ(program.runs("later"), "request");
  EXPECT_EQ(program.runs("first"), "once");
}

TEST(ScheduleModels, RunJobs) {
  const ProgramOfSources program({{"a.mjs", R"(
    import cron from 'node-cron';
    import schedule from 'node-schedule';
    import { CronJob } from 'cron';
    cron.schedule('* * * * *', function one() {});
    schedule.scheduleJob('name', '* * * * *', function two() {});
    new CronJob('* * * * *', function three() {});
    CronJob.from({ cronTime: '* * * * *', onTick: function four() {} });
  )"}});
  for (const char* name : {"one", "two", "three", "four"}) EXPECT_EQ(program.runs(name), "job") << name;
}

}  // namespace
}  // namespace leaklint
