// How V8 retains what leaked, in leaklint's notation. README.md beside this file has the rules.

import { SourceMap } from 'node:module';
import path from 'node:path';

import { isDriver } from './cases.mjs';
import { edgeKey } from './heap.mjs';
import { HeapNames } from './heap_names.mjs';

/** Node classes as leaklint's words name them. */
const resourceWords = [
  [/^(Socket|TLSSocket)$/, 'a socket'], [/^(FSWatcher|FSEvent|StatWatcher)$/, 'a file watcher'], [/^FileHandle$/, 'a file handle'],
  [/^(ReadStream|WriteStream)$/, 'a file stream'], [/^Worker$/, 'a worker thread'], [/^WebSocket$/, 'a web socket'],
  [/^ChildProcess$/, 'a child process'], [/^Server$/, 'a server'], [/^Agent$/, 'an agent'],
  [/^MediaQueryList$/, 'MediaQueryList'], [/^EventSource$/, 'an event source'], [/^BroadcastChannel$/, 'a broadcast channel'],
  [/^ImageBitmap$/, 'an image bitmap'],
];

const eventTables = new Set(['_events', '_eventListeners', '<symbol kEvents>', '<symbol events>', '<symbol observers>',
  'watches', '_registeredObserverList', 'observers']);

/** Fields in which Node and jsdom keep what they were given: part of how the holder holds, and no step of its own. */
const plumbing = new Set([
  'listener', 'callback', 'next', 'value', '_onTimeout', '_idleNext', '_idlePrev', '_list', '_timer', '__proto__',
  'prototype', 'elements', 'table', 'properties', '<symbol impl>', '<symbol SameObject caches>', 'root', 'head', 'tail',
  '_timerArgs', 'run', 'constructor', '<symbol owner_symbol>', '<symbol wrapper>', 'wrapped', 'exports', 'module', 'children', 'resource',
]);

/** A text that only one life has: as a property's name it is the key of an entry. */
export const isTextOfLife = (text) => /^.{0,60}?-\d+-x{9}/.test(text);

/** What leads from each file's compiled code to its lines: a chain of maps by the file's name. */
export const readMaps = (maps) => Object.fromEntries(Object.entries(maps).map(([name, chain]) => [name, chain.map((map) => new SourceMap(map))]));

/** The line, from 1, from which code was compiled; null for the compiler's own. There is no chain for code that was not. */
export function originalLine(chain = [], line, column) {
  for (const map of chain) {
    const entry = map.findEntry(line, column);
    if (entry.originalLine === undefined) return null;
    ({ originalLine: line, originalColumn: column } = entry);
  }
  return line + 1;
}

export class HeapPaths {
  /**
   * `folder` holds the case's code as it ran; `maps` leads from there to the lines of the case, `topNames` are the names
   * that each file declares outside of functions, `resources` the packages behind leaklint's words for a resource. The
   * variables of drivers are holders too.
   */
  constructor(heap, folder, { maps, topNames, resources }) {
    this.resources = resources;
    this.heap = heap;
    this.folder = folder;
    this.topNames = topNames;
    this.maps = readMaps(maps);
    this.names = new HeapNames(heap, (context) => this.#isOfFile(context));
    this.lookPast(new Set());
  }

  /** Paths lead through none of these nodes and edges (`edgeKey`) from now on. */
  lookPast(passed) {
    this.heap.findShortestPaths(passed);
  }

  /** The file of the case that a closure stands in; null for code of others. */
  #scriptOf(node) {
    const script = this.names.scriptOf(node);
    if (script && isDriver(script)) return script;
    if (!script?.startsWith(`${this.folder}/`) || script.includes('node_modules')) return null;
    return path.relative(this.folder, script);
  }

  /** Where a closure stands in the case: 'file:line', or null for code of others. */
  placeOf(node) {
    const name = this.#scriptOf(node);
    if (name === null || isDriver(name)) return null;
    const location = this.heap.locations.get(node);
    return `${path.basename(name, this.maps[name] && '.mjs')}:${originalLine(this.maps[name], location.line, location.column) ?? location.line + 1}`;
  }

  /** Whether an object is an instance, or a function, of the case. */
  isOfCase(node) {
    const maker = this.names.makerOf(node);
    return maker !== undefined && this.#scriptOf(maker) !== null;
  }

  /** Whether a file of the case declares a name outside of functions. */
  isTopName(name) {
    return Object.values(this.topNames).some((names) => names.includes(name));
  }

  /** Whether a context is that of a file, and not of a function in it. */
  #isOfFile(context) {
    const previous = this.heap.edgeNamed(context, 'previous');
    return previous === undefined || this.heap.nameOf(previous).includes('NativeContext');
  }

  /** The names that a closure captures, from its function's scope up to the file's; and how many have none in the heap. */
  capturesOf(closure) {
    const names = new Set();
    names.unnamed = 0;
    let context = this.heap.edgeNamed(closure, 'context');
    for (let depth = 0; context !== undefined && depth < 20; ++depth) {
      for (const { type, name } of this.heap.edgesOf(context)) 
        if (type === 'context') names.add(name);
        else if (type === 'hidden') names.unnamed += 1;  // of a loop's turn
      if (this.#isOfFile(context)) break;
      context = this.heap.edgeNamed(context, 'previous');
    }
    return names;
  }

  /** The normalised steps from the holder to a node; null when nothing retains it. */
  stepsTo(node) {
    const edges = this.heap.pathTo(node);
    if (!edges) return null;
    const walk = { steps: [], script: null };
    for (const edge of edges) this.#step(walk, edge);
    const bound = this.heap.edgeNamed(node, 'bound_function');
    const place = bound !== undefined && this.placeOf(bound);
    if (place) walk.steps.push({ kind: 'closure', text: `closure (${place})`, node: bound });
    return walk.steps;
  }

  #step(walk, edge) {
    const className = this.heap.nameOf(edge.to);
    this.#enterRoot(walk, edge, className);
    const last = walk.steps.at(-1);
    const isInHandle = last?.kind === 'handles' || (last?.className === className && walk.steps.at(-2)?.kind === 'handles');
    if (isInHandle && edge.type !== 'context') {
      // between libuv's handle and the object that owns it there are only fields of Node
    } else if (edge.type === 'context') this.#addVariable(walk, edge);
    else if (edge.type === 'property') this.#addProperty(walk, edge);
    else if (edge.type === 'element' || this.#isTableEntry(edge)) this.#addEntry(walk, edge);
    else if (this.heap.nameOf(edge.from) === 'system / Cell' && edge.name === 'value')
      walk.steps = [{ kind: 'name', text: this.names.exportOf(edge.from) ?? '(export)', className, node: edge.to, isOfCase: true }];
    else if (edge.name === 'reactions_or_result' && last?.text !== 'reactions') walk.steps.push({ kind: 'name', text: 'reactions' });
    // A module's own scope hangs on a generator, and not on a closure.
    if (className === 'Generator') walk.script = this.#scriptOf(edge.to);
    if (this.heap.typeOf(edge.to) === 'closure') {
      const place = this.placeOf(edge.to);
      walk.script = this.#scriptOf(edge.to);
      if (place) walk.steps.push({ kind: 'closure', text: `closure (${place})`, node: edge.to, entry: edgeKey(edge.from, edge.to) });
    }
  }

  /** What comes before a root is how V8 keeps the root, and is left out. */
  #enterRoot(walk, edge, className) {
    const isHeldByCase = walk.steps.some((step) => step.isOfCase);
    if (className === 'process' && this.heap.typeOf(edge.to) === 'object') walk.steps = [{ kind: 'name', text: 'process', node: edge.to }];
    else if (/^global(?:This)?( \/|$)/.test(className)) walk.steps = [{ kind: 'name', text: 'global', node: edge.to }];
    else if (className === 'Timeout' && !isHeldByCase)
      walk.steps = [{ kind: 'name', text: 'timers' }, { kind: 'timer', text: 'timeout', node: edge.to }];
    else if (className === 'PerformanceObserver' && !isHeldByCase)
      walk.steps = [{ kind: 'name', text: 'performance' }, { kind: 'event', text: '_events.*', table: 'observers' }];
    else if ((edge.name === 'native_to_javascript' && className !== 'ModuleWrap') || className === 'PageHandles') {
      walk.steps = [{ kind: 'handles', text: 'open handles', node: edge.to, isDatagram: className === 'UDP' }];
    } else if (walk.steps.at(-1)?.kind === 'handles') {
      const words = walk.steps.at(-1).isDatagram && className === 'Socket' ? 'a datagram socket'
        : resourceWords.find(([pattern]) => pattern.test(className))?.[1];
      if (words) walk.steps.push({ kind: 'name', text: words, className, node: edge.to });
    }
  }

  #addVariable(walk, edge) {
    if (!walk.script) {
      const last = walk.steps.at(-1);
      if (last?.kind === 'property' && this.heap.typeOf(edge.from) === 'object' && last.isFunction)
        Object.assign(last, { text: edge.name, className: this.heap.classOf(edge.to), node: edge.to, isFunction: this.heap.typeOf(edge.to) === 'closure' });
      return;
    }
    const isHolder = isDriver(walk.script) || (this.topNames[walk.script]?.includes(edge.name) ?? true);
    if (isHolder && this.#isOfFile(edge.from)) walk.steps = [];
    walk.steps.push({ kind: 'name', text: edge.name, className: this.heap.classOf(edge.to), node: edge.to, isOfCase: true, isVariable: true });
  }

  #addProperty(walk, edge) {
    const last = walk.steps.at(-1);
    if (edge.name === '<symbol imported_cjs_symbol>') {
      walk.steps = [{ kind: 'name', text: 'exports', className: this.heap.classOf(edge.to), node: edge.to, isOfCase: true }];
    } else if (eventTables.has(edge.name)) {
      walk.steps.push({ kind: 'event', text: '_events.*', table: edge.name, owner: { className: this.heap.classOf(edge.from), node: edge.from } });
    } else if (last?.text === '_events.*' && (last.table === '_events' || last.table === '_eventListeners')) {
      last.text = `_events.${edge.name}`;
    } else if (last?.kind !== 'event' && !this.#isPlumbing(edge)) {
      // A class is a function too: its static fields are properties of a closure.
      if (last?.kind === 'closure') walk.steps.pop();
      if (isTextOfLife(edge.name) || this.#isDictionary(edge.from)) return this.#addEntry(walk, edge);
      const isFunction = this.heap.typeOf(edge.to) === 'closure';
      walk.steps.push({ kind: 'property', text: edge.name.replace(/^#/, ''), className: this.heap.classOf(edge.to), node: edge.to, isFunction });
    }
  }

  /** Whether an edge is a field of Node's or jsdom's own objects. */
  #isPlumbing(edge) {
    if (/^<symbol (?:k|DOM)/.test(edge.name)) return true;
    return plumbing.has(edge.name) && !this.isOfCase(edge.from);
  }

  /** An object with so many properties is one that a program collects in. */
  #isDictionary(node) {
    if (this.heap.nameOf(node) !== 'Object' || this.heap.typeOf(node) !== 'object') return false;
    let count = 0;
    for (const { type } of this.heap.edgesOf(node)) if (type === 'property') count += 1;
    return count > 20;
  }

  #isTableEntry(edge) {
    return edge.type === 'internal' && /^\d+$/.test(String(edge.name)) && this.heap.typeOf(edge.from) === 'array';
  }

  #addEntry(walk, edge) {
    const last = walk.steps.at(-1);
    if (last && last.kind !== 'event' && last.kind !== 'entry') walk.steps.push({ kind: 'entry', text: '[…]', node: edge.to });
  }
}
