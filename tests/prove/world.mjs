// The world that a case runs in: real Node, where servers listen on free ports, other hosts are played by a stand-in,
// long delays can be made short, and what a life makes is marked. Nothing else is changed.

import { resolveObjectURL } from 'node:buffer';
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import perfHooks from 'node:perf_hooks';
import readline from 'node:readline';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import v8 from 'node:v8';
import workerThreads from 'node:worker_threads';

import { answerAsHost } from './hosts.mjs';
import { Marks } from './marks.mjs';

const real = {
  setTimeout, setInterval, fetch, createHttpServer: http.createServer, createNetServer: net.createServer,
  listen: net.Server.prototype.listen, connect: net.Socket.prototype.connect,
};
const sleep = (milliseconds) => new Promise((resolve) => real.setTimeout(resolve, milliseconds));

/** How many bytes of text of its own each header, path and body of a visit has. */
export const textSize = 8192;

export class World {
  marks = new Marks();
  servers = [];
  /** How long to wait for an answer; not long any more when the first visits show that this server gives none. */
  patience = 1000;
  #isAnswering = false;
  /** By the port that a visitor comes from: what to do when the server has its request. */
  #arrivals = new Map();
  /** The server's end of each connection, by the visitor's port. */
  #accepted = new Map();
  #agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  #ownPorts = new Set();
  #objectUrls = [];
  #abandoned = 0;
  #collections = [];
  #knownCollections = new WeakSet();

  /** `folder` holds the case's code; `haste` divides the delays of its timers. */
  constructor(folder, haste) {
    this.folder = folder;
    this.haste = haste;
  }

  async open(usesExpress) {
    await this.#startStandIn();
    this.#patchServers();
    this.#patchConnections();
    this.#patchResources();
    this.#patchTimers();
    this.#hasten();
    this.#patchListeners(EventEmitter.prototype,
      ['on', 'addListener', 'once', 'prependListener', 'prependOnceListener']);
    this.#patchListeners(EventTarget.prototype, ['addEventListener']);
    this.#watchCollections();
    if (usesExpress) this.#recordExpress();
    syncBuiltinESMExports();
  }

  /** Whether code of the case, and no library, called the function that asks. */
  isCalledByCase() {
    const frames = new Error().stack.split('\n').slice(3, 6);
    return frames.some((frame) => frame.includes(this.folder) && !frame.includes('node_modules'));
  }

  watchListeners(prototype) {
    this.#patchListeners(prototype, ['addEventListener']);
  }

  #patchListeners(prototype, methods) {
    const world = this;
    for (const method of methods) {
      const original = prototype[method];
      prototype[method] = function (event, listener, ...rest) {
        if (world.marks.isLiving && typeof listener === 'function' && world.isCalledByCase())
          world.marks.mark(listener, 'listener');
        return original.call(this, event, listener, ...rest);
      };
    }
  }

  /** The clock goes as fast as the timers. */
  #hasten() {
    if (this.haste === 1) return;
    const { now } = Date;
    const start = now();
    Date.now = () => start + (now() - start) * this.haste;
  }

  /** Notes which collections the case fills. */
  #watchCollections() {
    const world = this;
    const watch = (prototype, method) => {
      const original = prototype[method];
      prototype[method] = function (...values) {
        if (world.marks.isLiving && !world.#knownCollections.has(this) && world.isCalledByCase()) {
          world.#knownCollections.add(this);
          world.#collections[world.#collections.length] = new WeakRef(this);
        }
        return original.apply(this, values);
      };
    };
    watch(Map.prototype, 'set');
    watch(Set.prototype, 'add');
    watch(Array.prototype, 'push');
    watch(Array.prototype, 'unshift');
  }

  #patchTimers() {
    const shorten = (milliseconds) => (this.haste === 1 ? milliseconds : Math.ceil((milliseconds || 1) / this.haste));
    const wrap = (start, kind) => (run, milliseconds, ...rest) =>
      this.isCalledByCase() ? this.marks.mark(start(this.marks.mark(run, 'listener'), shorten(milliseconds), ...rest), kind)
        : start(run, milliseconds, ...rest);
    globalThis.setTimeout = timers.setTimeout = wrap(real.setTimeout, 'timeout');
    globalThis.setInterval = timers.setInterval = wrap(real.setInterval, 'interval');
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, shorten(milliseconds));
    const pause = timersPromises.setTimeout;
    timersPromises.setTimeout = (milliseconds, ...rest) =>
      this.marks.mark(pause(this.isCalledByCase() ? shorten(milliseconds) : milliseconds, ...rest), 'promise');
  }

  /** Marks what the case opens. */
  #patchResources() {
    const world = this;
    const watch = (module, method, kind = 'resource', isOfLibrariesToo = false) => {
      const original = module[method];
      module[method] = function (...values) {
        const isOurs = isOfLibrariesToo || world.isCalledByCase();
        if (isOurs && kind === 'subscription') world.marks.mark(values[0], 'listener');
        const made = new.target ? Reflect.construct(original, values, new.target === module[method] ? original : new.target)
          : original.apply(this, values);
        if (!isOurs) return made;
        if (made instanceof Promise) return made.then((handle) => world.marks.mark(handle, kind));
        return world.marks.mark(made, kind);
      };
      Object.setPrototypeOf(module[method], original);
      module[method].prototype = original.prototype;
    };
    for (const method of ['createReadStream', 'createWriteStream', 'watch', 'opendirSync']) watch(fs, method);
    for (const method of ['open', 'opendir']) watch(fs.promises, method);
    for (const method of ['spawn', 'fork', 'exec', 'execFile']) watch(childProcess, method);
    watch(workerThreads, 'Worker', 'resource', true);
    watch(workerThreads, 'MessageChannel');
    watch(workerThreads, 'BroadcastChannel');
    watch(dgram, 'createSocket');
    watch(readline, 'createInterface');
    watch(perfHooks, 'PerformanceObserver', 'subscription');
    process.on('warning', ({ message }) => { this.#abandoned += / on garbage collection/.test(message) ? 1 : 0; });
    const { createObjectURL } = URL;
    URL.createObjectURL = (data) => {
      const url = createObjectURL.call(URL, data);
      this.#objectUrls[this.#objectUrls.length] = url;
      return url;
    };
  }

  #patchServers() {
    const record = (create, kind) => (...values) => {
      const server = create(...values);
      this.record(server, kind);
      return server;
    };
    http.createServer = record(real.createHttpServer, 'http');
    net.createServer = record(real.createNetServer, 'net');
    net.Server.prototype.listen = function (...values) {
      const ready = values.find((value) => typeof value === 'function');
      return real.listen.call(this, 0, '127.0.0.1', ready);
    };
  }

  record(server, kind) {
    // A server that a life makes is what the case is about; to remember it would be to retain it.
    if (this.marks.isLiving) return void this.marks.mark(server, 'resource');
    if (this.servers.some((other) => other.server === server)) return;
    this.servers.push({ server, kind });
    if (kind === 'http') {
      server.keepAliveTimeout = 0;  // a slow machine must not end what the case is about
      server.prependListener('request', (request, response) => {
        this.#arrivals.get(request.socket.remotePort)?.();
        this.marks.mark(request, 'request');
        this.marks.mark(response, 'response');
        this.marks.mark(request.headers, 'headers');
        const { emit } = request;
        request.emit = (event, ...values) => {
          if (event === 'data') this.marks.mark(values[0], 'chunk');
          return emit.call(request, event, ...values);
        };
      });
    }
    server.prependListener('connection', (socket) => {
      this.marks.mark(socket, 'connection');
      this.#accepted.set(socket.remotePort, new WeakRef(socket));
    });
  }

  /** Express makes a function that is no server yet; it parses bodies, as middleware before the case's own. */
  #recordExpress() {
    let express;
    try {
      express = createRequire(`${this.folder}/`)('express');
    } catch {
      return;
    }
    const { init } = express.application;
    const world = this;
    express.application.init = function () {
      init.call(this);
      this.use(express.json({ limit: '1mb' }));
      world.apps ??= [];
      world.apps.push(this);
    };
  }

  #patchConnections() {
    const world = this;
    net.Socket.prototype.connect = function (...values) {
      const options = Array.isArray(values[0]) ? values[0][0] : values[0];
      const isObject = typeof options === 'object';
      const isElsewhere = !world.#ownPorts.has(Number(isObject ? options.port : options));
      const led = { ...options, host: '127.0.0.1', port: world.standInPort, path: undefined };
      if (isElsewhere && Array.isArray(values[0])) values[0][0] = led;
      else if (isElsewhere && isObject) values[0] = led;
      else if (isElsewhere) values = [world.standInPort, '127.0.0.1', values.find((value) => typeof value === 'function')];
      if (isElsewhere) world.marks.mark(this, 'resource');
      return real.connect.apply(this, values);
    };
    globalThis.fetch = (url, options) => {
      const answer = real.fetch(String(url).replace(/^(?:https?:\/\/[^/]+)?/, 'http://elsewhere'), options);
      answer.then((response) => this.marks.mark(response, 'answer'), () => {});
      return this.marks.mark(answer, 'promise');
    };
  }

  /** Plays every other host. */
  async #startStandIn() {
    const server = real.createNetServer((socket) => answerAsHost(socket, () => this.isElsewhereDown));
    real.listen.call(server, 0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    server.unref();
    this.standInPort = server.address().port;
    this.#ownPorts.add(this.standInPort);
  }

  /** Makes every server of the case listen, whatever it is that the case left undone. */
  async serve() {
    for (const app of this.apps ?? []) {
      if (!this.servers.some(({ server }) => server.listeners('request').includes(app))) http.createServer(app);
    }
    for (const { server } of this.servers) {
      if (!server.listening) {
        const ready = new Promise((resolve) => server.once('listening', resolve));
        if (!server.address()) server.listen(0);
        await ready;
      }
      this.#ownPorts.add(server.address().port);
    }
  }

  /** Remembers what a CommonJS package's function makes: an application, which is served when it is no server itself. */
  recordMade(name, note = (made) => (this.apps ??= []).push(made)) {
    const require = createRequire(`${this.folder}/`);
    const make = require(name);
    const recording = (...values) => {
      const made = make(...values);
      note(made);
      return made;
    };
    require.cache[require.resolve(name)].exports = Object.assign(recording, make);
  }

  /** Another server of the proof's own, that connections may lead to. */
  admit(port) {
    this.#ownPorts.add(port);
  }

  /** The port of the case's first server of a kind, or of a later one. */
  portOf(kind, index = 0) {
    const found = this.servers.filter((one) => one.kind === kind)[index];
    if (!found) throw new Error(`the case starts no ${kind} server`);
    return found.server.address().port;
  }

  /** Calls `seen` when the server has the request. Until then no time counts: a busy machine may take long to get there. */
  #whenSeen(request, seen) {
    request.once('socket', (socket) => {
      const expect = () => this.#arrivals.set(socket.localPort, () => {
        this.#arrivals.delete(socket.localPort);
        seen();
      });
      if (socket.connecting) socket.once('connect', expect);
      else expect();
    });
  }

  /** Asks the case's server, and waits for the end of its answer as long as its patience lasts, or leaves before. */
  visit({ method = 'GET', path = '/', headers = {}, body, leave = false, server = 0, patience = this.patience } = {}) {
    return new Promise((resolve) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const length = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': text.length };
      const request = http.request({
        port: this.portOf('http', server), host: '127.0.0.1', agent: leave ? false : this.#agent, method, path,
        headers: { ...headers, ...length },
      });
      const giveUp = () => {
        if (!leave && !this.#isAnswering) this.patience = 25;
        request.destroy();
      };
      let timer = real.setTimeout(giveUp, 5000);
      this.#whenSeen(request, () => {
        clearTimeout(timer);
        timer = real.setTimeout(giveUp, leave ? 5 : patience);
      });
      let answer = { status: 0, text: '' };
      request.on('response', (response) => {
        this.#isAnswering = true;
        answer.status = response.statusCode;
        response.on('data', (bytes) => { answer.text += bytes; });
        response.on('error', () => {});
        response.on('close', () => request.destroyed || resolve(answer));
      });
      request.on('error', () => {});
      request.on('close', () => {
        clearTimeout(timer);
        resolve(answer);
      });
      request.end(text);
    });
  }

  /** Waits until the server has read what a visitor has said: no time counts before. */
  async #whenHeard(visitor) {
    const heard = () => this.#accepted.get(visitor.localPort)?.deref()?.bytesRead ?? -1;
    for (const end = performance.now() + 5000; !visitor.destroyed && heard() < visitor.bytesWritten;) {
      if (performance.now() > end) return;
      await sleep(1);
    }
  }

  /** Connects to the case's server, says something, and hangs up. */
  async connect({ text = '', stay = 10, reset = false } = {}) {
    const socket = net.connect(this.portOf('net'), '127.0.0.1');
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('data', () => {});
    const connected = new Promise((resolve) => socket.once('connect', resolve));
    if (text) socket.write(text);
    await Promise.race([connected, closed]);
    const { localPort } = socket;
    await this.#whenHeard(socket);
    await Promise.race([sleep(stay), closed]);
    if (reset) socket.resetAndDestroy();
    else socket.destroy();
    await closed;
    this.#accepted.delete(localPort);
  }

  /** Opens a web socket to the case's server, and closes it; each fourth time without saying so. */
  async webSocket({ messages = [], stay = 10, isRude = false } = {}) {
    const { default: WebSocket } = await import('ws');
    const socket = new WebSocket(`ws://127.0.0.1:${this.portOf('http')}/`);
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    for (const message of messages) socket.send(message);
    await this.#whenHeard(socket._socket);
    await sleep(stay);
    if (isRude) socket.terminate();
    else socket.close();
    await closed;
  }

  /** Ends what Node itself keeps of the last visits: their connections, and parsers that wait for the next one. */
  async forgetVisits() {
    this.#agent.destroy();
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
    await sleep(10);
    const other = real.createHttpServer((request, response) => response.end());
    real.listen.call(other, 0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    this.#ownPorts.add(other.address().port);
    const ask = () => new Promise((resolve) =>
      http.get({ port: other.address().port, host: '127.0.0.1', agent: false }, (answer) => answer.resume().on('close', resolve)));
    await Promise.all(Array.from({ length: 8 }, ask));
    await new Promise((resolve) => other.close(resolve));
  }

  sleep(milliseconds) {
    return sleep(milliseconds);
  }

  /** A package that is installed for the proof; a driver lies where there are none. */
  import(name) {
    return import(name);
  }

  /** How many lives have left text of theirs behind; texts cannot be marked, but a heap snapshot has them all. */
  async countTexts() {
    const lives = new Set();
    let rest = '';
    for await (const bytes of v8.getHeapSnapshot()) {
      const text = rest + bytes;
      for (const [, number] of text.matchAll(/"[^"]{0,60}?-(\d+)-x{9}/g)) lives.add(number);
      rest = text.slice(-100);
    }
    return lives.size;
  }

  /** Waits until no more handles are being closed. */
  async #becomeQuiet() {
    let last = -1;
    for (let turn = 0; turn < 40; ++turn) {
      const now = process.getActiveResourcesInfo().length;
      if (now === last) return;
      last = now;
      await sleep(12);
    }
  }

  /** Marks the collections that have an entry for most of the lives, so that they are found in a heap snapshot. */
  markCollections(lives) {
    for (const reference of this.#collections) {
      const collection = reference.deref();
      if (collection && (collection.size ?? collection.length) > lives / 2) this.marks.mark(collection, 'entries');
    }
  }

  /** How many entries there are in the collections that the case has filled. */
  #countEntries() {
    let count = 0;
    for (const reference of this.#collections) {
      const collection = reference.deref();
      if (collection) count += collection.size ?? collection.length;
    }
    return count;
  }

  /** What is retained now, after the garbage is collected. */
  async measure(settle, areTextsCounted) {
    await sleep(settle);
    await this.#becomeQuiet();
    performance.clearResourceTimings();  // Node remembers the last 250 addresses that were fetched
    for (let round = 0; round < 3; ++round) {
      globalThis.gc();
      await sleep(1);
    }
    const resources = {};
    for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
    delete resources.Timeout;
    delete resources.Immediate;
    const { heapUsed, external } = process.memoryUsage();
    // A page makes so much garbage and code of its own that bytes tell nothing; what its lives make is marked.
    let texts = this.page ? {} : { bytes: heapUsed + external };
    if (areTextsCounted) texts = { texts: await this.countTexts() };
    return {
      ...this.marks.count(),
      ...texts,
      entries: this.#countEntries(),
      urls: this.#objectUrls.filter((url) => resolveObjectURL(url)).length,
      // Node closes a file handle that nobody has, with a warning that it will be an error.
      abandoned: this.#abandoned,
      handles: Object.values(resources).reduce((sum, count) => sum + count, 0),
      descriptors: countDescriptors(),
    };
  }
}

function countDescriptors() {
  try {
    return fs.readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
