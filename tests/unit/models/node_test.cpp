#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

using Kind = EffectRow::Kind;

TEST(NodeModel, RunsServersListenersForTheirLives) {
  const ProgramOfSources program({{"a.mjs", R"(
    import http from 'node:http';
    import { createServer } from 'net';
    const server = http.createServer(function onRequest(req, res) {
      req.on('data', function onData() {});
      req.on('close', function onClose() {});
    });
    server.on('upgrade', function onUpgrade(req, socket) {});
    server.on('listening', function onListening() {});
    server.listen(80, function onStart() {});
    createServer(function onConnection(socket) {});
  )"}});
  EXPECT_EQ(program.runs("onRequest"), "request");
  EXPECT_EQ(program.parameter_type("onRequest", 0), "http.IncomingMessage");
  EXPECT_EQ(program.parameter_type("onRequest", 1), "http.ServerResponse");
  EXPECT_EQ(program.runs("onClose"), "request");
  EXPECT_EQ(program.execution("onClose").multiplicity, Multiplicity::many);
  EXPECT_EQ(program.runs("onUpgrade"), "connection");
  EXPECT_EQ(program.parameter_type("onUpgrade", 1), "net.Socket.connection");
  EXPECT_EQ(program.runs("onListening"), "once");
  EXPECT_EQ(program.runs("onStart"), "once");
  EXPECT_EQ(program.runs("onConnection"), "connection");
}

TEST(NodeModel, ListenersAddedInARequestRunAtLeastAsOftenAsTheRequest) {
  const ProgramOfSources program({{"a.mjs", R"(
    import http from 'http';
    http.createServer((req, res) => {
      req.on('data', function onData(chunk) {});
      res.once('finish', function onFinish() {});
    });
  )"}});
  EXPECT_EQ(program.execution("onData").multiplicity, Multiplicity::many);
  EXPECT_EQ(program.execution("onFinish").multiplicity, Multiplicity::many);
}

TEST(NodeModel, KnowsWhichProcessEventsHappenOnce) {
  const ProgramOfSources program({{"a.js", R"(
    process.on('SIGTERM', function onTerm() {});
    process.on('uncaughtException', function onError() {});
    process.on('message', function onMessage() {});
    process.on(name, function onAny() {});
  )"}});
  EXPECT_EQ(program.runs("onTerm"), "once");
  EXPECT_EQ(program.runs("onError"), "event");
  EXPECT_EQ(program.runs("onMessage"), "task");
  EXPECT_EQ(program.runs("onAny"), "event");
}

TEST(NodeModel, FollowsEmittersThroughInheritance) {
  const ProgramOfSources program({{"a.js", R"(
    const { EventEmitter } = require('events');
    const util = require('util');
    class Bus extends EventEmitter {}
    new Bus().on('x', function one() {});
    function Old() { EventEmitter.call(this); }
    util.inherits(Old, EventEmitter);
    new Old().on('x', function two() {});
    const Whole = require('events');
    new Whole().once('x', function three() {});
  )"}});
  for (const Effect& effect : program.retention->effects.all()) EXPECT_FALSE(effect.is_spelled);
  EXPECT_EQ(program.retention->effects.of_kind(Kind::add_listener).size(), 3u);
  EXPECT_EQ(program.runs("one"), "event");
  EXPECT_EQ(program.runs("two"), "event");
  EXPECT_EQ(program.runs("three"), "once");
}

TEST(NodeModel, StaticHelpersAddToTheirArgument) {
  const ProgramOfSources program({{"a.mjs", R"(
    import { once, on } from 'events';
    export async function wait(server, signal) {
      await once(server, 'listening', { signal });
      for await (const [request] of on(server, 'request', { signal })) use(request);
    }
  )"}});
  for (size_t nth : {1, 2}) {
    const Effect* add = program.effect(Kind::add_listener, nth);
    ASSERT_NE(add, nullptr);
    EXPECT_EQ(program.retention->place_text(add->receiver), "server");
    EXPECT_TRUE(add->row->honours_signal);
    EXPECT_TRUE(add->options);
  }
  EXPECT_EQ(program.retention->constant_text(program.effect(Kind::add_listener, 2)->event), "request");
}

TEST(NodeModel, SocketTimeoutAddsAListener) {
  const ProgramOfSources program({{"a.js", R"(
    const http = require('http');
    http.get('http://x', (response) => {}).on('socket', function onSocket(socket) {
      socket.setTimeout(100, () => {});
    });
  )"}});
  EXPECT_EQ(program.parameter_type("onSocket", 0), "net.Socket.pooled");
  const Effect* add = program.effect(Kind::add_listener, 2);
  ASSERT_NE(add, nullptr);
  EXPECT_EQ(add->row->event_name, "timeout");
  EXPECT_EQ(program.retention->holder_of(add->receiver).kind, Holder::Kind::pooled);
}

TEST(NodeModel, BlockingCallsSayWhatTheyWaitFor) {
  const ProgramOfSources program({{"a.js", R"(
    const fs = require('node:fs'), zlib = require('zlib');
    const { execSync } = require('child_process');
    const { pbkdf2Sync } = require('crypto');
    fs.readFileSync('a'); zlib.gzipSync(b); execSync('ls'); pbkdf2Sync(a, b, 1, 2);
    require('v8').writeHeapSnapshot(); Atomics.wait(a, 0, 0); require('fs-extra').readJsonSync('x');
  )"}});
  const auto& found = program.retention->effects.of_kind(Kind::blocking);
  ASSERT_EQ(found.size(), 7u);
  for (EffectId id : found) EXPECT_FALSE(program.retention->effects[id].row->because.empty());
}

TEST(NodeModel, ResourcesNameTheirReleases) {
  const ProgramOfSources program({{"a.mjs", R"(
    import fs, { promises } from 'fs';
    import { open } from 'fs/promises';
    import { Worker } from 'worker_threads';
    import { pipeline } from 'stream/promises';
    const stream = fs.createReadStream('a');
    const watcher = fs.watch('.', function onChange() {});
    const handle = await open('a');
    const other = await promises.open('b');
    const worker = new Worker('./w.js');
    stream.destroy(); watcher.close(); await handle.close(); await worker.terminate();
    await pipeline(fs.createReadStream('b'), fs.createWriteStream('c'));
  )"}});
  EXPECT_EQ(program.retention->effects.of_kind(Kind::acquire).size(), 7u);
  EXPECT_EQ(program.retention->effects.of_kind(Kind::release).size(), 6u);
  EXPECT_EQ(program.runs("onChange"), "event");
  for (EffectId id : program.retention->effects.of_kind(Kind::acquire)) {
    EXPECT_FALSE(program.retention->effects[id].row->resource.empty());
    EXPECT_FALSE(program.retention->effects[id].row->releases.empty());
  }
}

TEST(NodeModel, WorkersAndDatagramsRunForEveryMessage) {
  const ProgramOfSources program({{"a.mjs", R"(
    import { parentPort } from 'worker_threads';
    import dgram from 'dgram';
    import cluster from 'cluster';
    parentPort.on('message', function onParent() {});
    dgram.createSocket('udp4', function onDatagram() {}).on('message', function onOther() {});
    cluster.on('message', function onCluster() {});
  )"}});
  EXPECT_EQ(program.runs("onParent"), "task");
  for (const char* name : {"onDatagram", "onOther", "onCluster"}) EXPECT_EQ(program.runs(name), "message");
}

TEST(NodeModel, RunsWhatAStorageRuns) {
  const ProgramOfSources program({{"a.mjs", R"(
    import { AsyncLocalStorage } from 'async_hooks';
    import { EventEmitter } from 'events';
    const storage = new AsyncLocalStorage();
    const made = storage.run({}, function inside() { return new EventEmitter(); });
    made.on('x', () => {});
  )"}});
  EXPECT_EQ(program.runs("inside"), "once");
  EXPECT_FALSE(program.effect(Kind::add_listener)->is_spelled);
}

TEST(NodeModel, DiagnosticsChannelsAndDomainsHold) {
  const ProgramOfSources program({{"a.js", R"(
    const { channel, subscribe } = require('diagnostics_channel');
    channel('x').subscribe(() => {});
    subscribe('y', () => {});
    process.domain.add(connection);
  )"}});
  EXPECT_EQ(program.retention->holder_of(program.effect(Kind::add_listener, 1)->receiver).kind,
            Holder::Kind::root);
  EXPECT_EQ(program.retention->holder_of(program.effect(Kind::grow)->receiver).kind, Holder::Kind::pooled);
}

}  // namespace
}  // namespace leaklint
