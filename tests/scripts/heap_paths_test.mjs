// Whether the comparison of retaining paths objects to wrong ones: it is what stands between a claim and its proof.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const root = process.env.LEAKLINT_SOURCE_DIRECTORY;
const { Heap } = await import(pathToFileURL(path.join(root, 'tests/prove/heap.mjs')));
const { HeapPaths } = await import(pathToFileURL(path.join(root, 'tests/prove/heap_paths.mjs')));
const { comparePaths, staticSteps } = await import(pathToFileURL(path.join(root, 'tests/prove/paths.mjs')));

const code = `
import { EventEmitter } from 'node:events';
import net from 'node:net';
import { LifeMark } from './mark.mjs';

export const bus = new EventEmitter();
const cache = new Map();
const state = { entries: [] };
class Panel { root = new EventEmitter(); }
const panel = new Panel();
export const server = net.createServer(() => {}).listen(0);

export function leak() {
  const request = { life: new LifeMark('listened') };
  const unused = {};
  bus.on('stop', () => request);
  cache.set({}, { life: new LifeMark('cached') });
  state.entries.push({ life: new LifeMark('listed') });
  process.latest = { life: new LifeMark('overwritten') };
  return unused;
}

// Closures of one function share what they capture.
export function show() {
  const view = { life: new LifeMark('shown') };
  panel.root.on('click', () => view);
}
`;

/** For an object of each kind the path that is true, and such as are not. */
const claims = {
  listened: {
    right: ['module app.mjs ▸ bus ▸ _events.stop ▸ closure (app.mjs:15) ▸ request', 'bus ▸ listeners ▸ closure (app.mjs:15) ▸ request'],
    wrong: ['module app.mjs ▸ cache ▸ _events.stop ▸ closure (app.mjs:15) ▸ request', 'process ▸ _events.stop ▸ closure (app.mjs:15) ▸ request',
      'bus ▸ _events.start ▸ closure (app.mjs:15) ▸ request', 'bus ▸ _events.stop ▸ closure (app.mjs:16) ▸ request',
      'bus ▸ _events.stop ▸ closure (app.mjs:15) ▸ unused', 'bus ▸ [key] ▸ closure (app.mjs:15) ▸ request',
      'bus ▸ closure (app.mjs:15) ▸ request', 'this ▸ _events.stop ▸ closure (app.mjs:15) ▸ request', 'timers ▸ timeout ▸ closure (app.mjs:15) ▸ request'],
  },
  cached: {
    right: ['module app.mjs ▸ cache ▸ [key] ▸ value', 'module app.mjs ▸ cache ▸ [key]'],
    wrong: ['module app.mjs ▸ bus ▸ [key] ▸ value', 'module app.mjs ▸ state ▸ [key] ▸ value', 'global ▸ cached ▸ value'],
  },
  listed: {
    right: ['module app.mjs ▸ state.entries ▸ [push] ▸ value'],
    wrong: ['module app.mjs ▸ state ▸ [push] ▸ value', 'module app.mjs ▸ state.others ▸ [push] ▸ value', 'module app.mjs ▸ cache ▸ [push] ▸ value'],
  },
  overwritten: {
    right: ['global ▸ process.latest ▸ request'],
    wrong: ['global ▸ latest ▸ request', 'global ▸ process.first ▸ request', 'module app.mjs ▸ latest ▸ request'],
  },
  shown: {
    right: ['this.root ▸ _events.click ▸ closure (app.mjs:25) ▸ view', 'panel.root ▸ _events.click ▸ closure (app.mjs:25) ▸ view'],
    wrong: ['this.stem ▸ _events.click ▸ closure (app.mjs:25) ▸ view', 'panel ▸ _events.click ▸ closure (app.mjs:25) ▸ view', 'this ▸ _events.click ▸ closure (app.mjs:25) ▸ view'],
  },
  handle: {
    right: ['open handles ▸ a server'],
    wrong: ['open handles ▸ a PostgreSQL client', 'open handles ▸ a socket', 'bus ▸ a server', 'timers ▸ a server'],
  },
};

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'leaklint-paths-')));
const mistakes = [];
try {
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  fs.writeFileSync(path.join(folder, 'mark.mjs'), 'export class LifeMark { constructor(kind) { this.kind = kind; } }');
  fs.writeFileSync(path.join(folder, 'app.mjs'), code.slice(1));
  const app = await import(pathToFileURL(path.join(folder, 'app.mjs')));
  for (let life = 0; life < 30; ++life) {
    app.leak();
    app.show();
  }
  const snapshot = path.join(folder, 'all.heapsnapshot');
  v8.writeHeapSnapshot(snapshot);
  app.server.close();
  const heap = new Heap(snapshot);
  const resources = new Map([['a PostgreSQL client', new Set(['pg'])]]);
  const paths = new HeapPaths(heap, folder, { maps: {}, topNames: { 'app.mjs': ['bus', 'cache', 'state', 'Panel', 'panel', 'server', 'leak'] }, resources });
  const found = new Map([...heap.markedObjects()].map(({ node, kind }) => [kind, node]));
  for (let node = 0; node < heap.count; ++node)
    if (heap.nameOf(node) === 'Server' && heap.typeOf(node) === 'object' && paths.stepsTo(node)?.[0]?.kind === 'handles') found.set('handle', node);
  for (const [kind, { right, wrong }] of Object.entries(claims)) {
    const differenceOf = (text) => comparePaths(staticSteps(text), paths.stepsTo(found.get(kind)), paths);
    for (const text of right) if (differenceOf(text) !== null) mistakes.push(`objects to the true path ${text}: ${differenceOf(text)}`);
    for (const text of wrong) if (differenceOf(text) === null) mistakes.push(`takes for true: ${text}`);
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
for (const mistake of mistakes) console.error(mistake);
process.exit(mistakes.length > 0 ? 1 : 0);
