// Runs one case: node --expose-gc child.mjs SPECIFICATION. Writes what it measured to the file that is named there.

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

import { Coverage } from './coverage.mjs';
import { verdictOf } from './growth.mjs';
import { World, textSize } from './world.mjs';

const specification = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const driver = specification.driver ? { ...await import(pathToFileURL(specification.driver)) } : {};
if (specification.scenario) Object.assign(driver, { default: undefined }, driver.scenarios[specification.scenario]);
if (driver.run) driver.default = driver.run;
/** A clean case has to let go in the end, so its delays are cut short; a bad one is watched in real time. */
const haste = (driver.clock ?? (specification.isBad ? 'real' : 'fast')) === 'real' ? 1 : 1000;
const world = new World(specification.folder, haste);
const settle = (driver.settle ?? (haste === 1 ? 15 : 70)) * specification.settling;

/** Text that only this life has. */
const textOf = (number, about) => `${about}-${number}-`.padEnd(textSize, 'x');

/** What outlives all lives, and is given to each. */
const lasting = { signal: null };

/** page_world.mjs, for cases that need a page. */
let page;

class View {}
for (const method of ['update', 'layout', 'draw', 'load', 'show', 'render', 'center', 'close', 'write', 'keepFocus', 'refresh', 'resize', 'paint', 'next'])
  View.prototype[method] = function () {};

function headersOf(number) {
  const names = ['x-visitor', 'x-request-id', 'x-trace', 'x-tenant', 'cookie', 'authorization', 'user-agent'];
  return Object.fromEntries(names.map((name) => [name, textOf(number, name)]));
}

function visitOf(number, options = {}) {
  const ways = [{}, { method: 'POST', body: { profile: { id: number }, text: textOf(number, 'body') } },
    { method: 'HEAD' }, { leave: true }];
  return { path: `/${textOf(number, 'path')}`, ...ways[number % ways.length],
    headers: { ...headersOf(number), ...options.headers }, ...options };
}

function lifeOf(number, it) {
  return {
    it, number, world, signal: lasting.signal, text: textOf(number, 'text'),
    mark: (object, kind) => world.marks.mark(object, kind),
    view: () => world.marks.mark(new View(), 'view'),
    sleep: (milliseconds) => world.sleep(milliseconds),
    mount: (component, properties) => page.mount(world, component, properties),
    mountVue: (component, properties) => page.mountVue(world, component, properties),
    visit: (options) => world.visit({ ...visitOf(number), ...options }),
    async visitAll(options) {
      for (let server = 0; server < world.servers.length; ++server) await world.visit({ ...visitOf(number), ...options, server });
    },
    webSocket: (options) => world.webSocket({ isRude: number % 4 === 3, ...options }),
    connect: (options) => world.connect({ reset: number % 4 === 3, ...options }),
  };
}

/** Without a driver the case's servers are visited: each fourth time with a body, by HEAD, and by one who leaves. */
async function visitServers(life) {
  let server = 0;
  for (const { kind } of world.servers) await (kind === 'http' ? life.visit({ server: server++ }) : life.connect());
}

async function runLives(from, count, run, it) {
  const together = driver.default ? driver.together ?? 1 : 4;
  for (let number = from; number < from + count;) {
    const running = [];
    for (let index = 0; index < together && number < from + count; ++index, ++number) {
      world.marks.number = number;
      running.push(run(lifeOf(number, it)));
    }
    await Promise.all(running);
  }
}

/** What each life overwrites does not grow: one life's data stay when it is over, and that is the leak. */
const isOverwritten = specification.rule === 'global-request-state';

/** The gauges that speak of each rule. */
const gauges = {
  'listener-leak': ['listener', 'object', 'view', 'request', 'response', 'connection', 'promise', 'answer'],
  'ignored-signal': ['listener', 'view', 'connection', 'object'],
  'subscription-leak': ['subscription', 'listener', 'view', 'object', 'request'],
  'timer-leak': ['timeout', 'interval', 'listener'],
  'request-in-timer': ['request', 'response', 'connection', 'object'],
  'global-request-state': ['request', 'response', 'headers', 'connection', 'chunk', 'texts'],
  'unbounded-cache': ['request', 'response', 'headers', 'connection', 'view', 'object', 'listener', 'chunk', 'entries', 'texts', 'bytes'],
  'resource-leak': ['resource', 'handles', 'descriptors', 'urls', 'abandoned', 'bytes'],
};

function judge(points) {
  const names = [...new Set(points.flatMap(([, values]) => Object.keys(values)))];
  const verdicts = {};
  for (const name of names) {
    const series = points.map(([lives, values]) => [lives, values[name] ?? 0]);
    // A life whose text is kept adds the bytes of at least one text; half of that is more than what compiling adds.
    verdicts[name] = name === 'bytes' ? verdictOf(series, textSize, 0.5) : verdictOf(series);
    const stays = series.slice(1).map(([, value]) => value);
    if (!isOverwritten || !gauges['global-request-state'].includes(name)) continue;
    if (stays.every((value) => value > 0)) verdicts[name].verdict = 'stays';
  }
  return verdicts;
}

/** A clean case is flat in every gauge; a bad one grows in one of its rule. */
function isDecided(verdicts) {
  if (!specification.isBad) return Object.values(verdicts).every(({ verdict }) => verdict !== 'unclear');
  const wanted = driver.gauge ? [driver.gauge] : gauges[specification.rule];
  return wanted.some((name) => ['grows', 'stays'].includes(verdicts[name]?.verdict));
}

/** Which of the things that the driver names are seen when the case runs: no leaks, but harm that other rules are about. */
async function showAll(it) {
  const shown = {};
  for (const [what, isSeen] of Object.entries(driver.shows)) shown[what] = await isSeen(lifeOf(0, it));
  return shown;
}

async function prove() {
  process.on('uncaughtException', () => {});
  process.on('unhandledRejection', () => {});
  await world.open(specification.usesExpress);
  for (const [name, text] of Object.entries(driver.files ?? {})) {
    fs.mkdirSync(path.dirname(path.resolve(name)), { recursive: true });
    fs.writeFileSync(name, text);
  }
  if (driver.page) {
    page = await import('./page_world.mjs');
    await page.openPage(world);
  }
  if (driver.before) await driver.before(world);
  const coverage = new Coverage();
  coverage.start();
  const it = await import(pathToFileURL(path.join(specification.folder, driver.entry ?? specification.entry)));
  await world.serve();
  lasting.signal = new AbortController().signal;
  if (driver.started) await driver.started(it, world);
  if (driver.shows) return { shown: await showAll(it) };
  const run = driver.default ?? visitServers;
  if (!driver.default && world.servers.length === 0) return { skipped: 'it has no server to visit, and no driver' };

  const measure = async (areTextsCounted) => ({ ...await world.measure(settle, areTextsCounted), ...driver.measure?.(it) });
  let done = 0;
  const warmUp = driver.warmUp ?? 16;
  world.marks.isLiving = true;
  await runLives(done, warmUp, run, it);
  done += warmUp;
  const idle = coverage.end(specification.folder);
  let step = driver.lives ?? specification.lives / 2;
  let points = [];
  let verdicts;
  for (let attempt = 0; attempt < 3; ++attempt, step *= 2) {
    // Bytes are quick to read, but noisy: when they do not decide, the texts in the heap are counted.
    const areTextsCounted = (isOverwritten && !specification.isFast) || (attempt > 0 && !driver.page);
    points = [[0, await measure(areTextsCounted)]];
    const start = done;
    for (let index = 0; index < 4; ++index) {
      await runLives(done, step, run, it);
      done += step;
      if (isOverwritten) await world.forgetVisits();
      points.push([done - start, await measure(areTextsCounted)]);
    }
    verdicts = judge(points);
    if (isDecided(verdicts)) break;
  }
  if (specification.snapshot) {
    world.markCollections(done);
    await world.sleep(5);  // else what was counted just now is still held by the counting
    v8.writeHeapSnapshot(specification.snapshot);
  }
  return { points, verdicts, idle, wanted: driver.gauge ? [driver.gauge] : gauges[specification.rule] ?? [] };
}

let result;
try {
  result = await prove();
} catch (error) {
  result = { error: error.stack };
}
fs.writeFileSync(specification.result, JSON.stringify(result));
process.reallyExit(0);
