// Two retaining paths of one leak, leaklint's and V8's, in one notation. README.md beside this file has the rules.

import { SourceMap } from 'node:module';
import path from 'node:path';

/** What leaklint's steps say, one entry each; a step of several names is one entry with all of them. */
export function staticSteps(text) {
  return text.replace(/^global ▸ (?:global\.)?/, '').split(' ▸ ').filter((step) => !step.startsWith('module ')).flatMap((step, index) => {
    const place = /\(([^()\s]+:\d+)\)$/.exec(step);
    if (place) return [{ kind: 'closure', text: `closure (${place[1]})` }];
    if (step.startsWith('_events.')) return [{ kind: 'event', text: step }];
    if (index > 0 && ['listeners', 'subscribers', 'observers'].includes(step) && !text.startsWith('module ')) return [{ kind: 'event', text: '_events.*' }];
    if (/^\[.*\]$/.test(step)) return [{ kind: 'entry', text: '[…]' }];
    return [{ kind: 'name', text: step }];
  });
}

/** Node classes as leaklint's words name them. */
const resourceWords = [
  [/^(Socket|TLSSocket)$/, 'a socket'], [/^(FSWatcher|FSEvent|StatWatcher)$/, 'a file watcher'], [/^FileHandle$/, 'a file handle'],
  [/^(ReadStream|WriteStream)$/, 'a file stream'], [/^Worker$/, 'a worker thread'], [/^WebSocket$/, 'a web socket'],
  [/^ChildProcess$/, 'a child process'], [/^Server$/, 'a server'], [/^Agent$/, 'an agent'],
  [/^MediaQueryList$/, 'MediaQueryList'],
];

const timerWords = new Set(['timeout', 'interval', 'timer']);
const ownWords = new Set([...resourceWords.map(([, words]) => words), 'a datagram socket']);

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

export class HeapPaths {
  /**
   * `folder` holds the case's code as it ran; `maps` leads from there to the lines of the case, `topNames` are the names
   * that each file declares outside of functions. A driver's variables are holders too.
   */
  constructor(heap, folder, { maps, topNames, driver }) {
    this.heap = heap;
    this.driver = driver;
    this.folder = folder;
    this.topNames = topNames;
    this.maps = Object.fromEntries(Object.entries(maps).map(([name, chain]) => [name, chain.map((map) => new SourceMap(map))]));
    this.lookPast(new Set());
  }

  /** Paths lead through none of these nodes from now on. */
  lookPast(nodes) {
    this.heap.findShortestPaths(nodes);
  }

  /** The file of the case that a closure stands in; null for code of others. */
  #scriptOf(node) {
    const location = this.heap.locations.get(node);
    const script = location && this.heap.scripts().get(location.script);
    if (script && script === this.driver) return script;
    if (!script?.startsWith(`${this.folder}/`) || script.includes('node_modules')) return null;
    return path.relative(this.folder, script);
  }

  /** Where a closure stands in the case: 'file:line', or null for code of others. */
  placeOf(node) {
    const name = this.#scriptOf(node);
    if (name === null || name === this.driver) return null;
    const location = this.heap.locations.get(node);
    if (!this.maps[name]) return `${path.basename(name)}:${location.line + 1}`;
    let { line, column } = location;
    for (const map of this.maps[name]) {
      const entry = map.findEntry(line, column);
      line = entry.originalLine ?? line;
      column = entry.originalColumn ?? column;
    }
    return `${path.basename(name, '.mjs')}:${line + 1}`;
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
      walk.steps = [{ kind: 'name', text: '(export)', className, isOfCase: true }];
    else if (edge.name === 'reactions_or_result' && last?.text !== 'reactions') walk.steps.push({ kind: 'name', text: 'reactions' });
    // A module's own scope hangs on a generator, and not on a closure.
    if (className === 'Generator') walk.script = this.#scriptOf(edge.to);
    if (this.heap.typeOf(edge.to) === 'closure') {
      const place = this.placeOf(edge.to);
      walk.script = this.#scriptOf(edge.to);
      if (place) walk.steps.push({ kind: 'closure', text: `closure (${place})`, node: edge.to });
    }
  }

  /** What comes before a root is how V8 keeps the root, and is left out. */
  #enterRoot(walk, edge, className) {
    const isHeldByCase = walk.steps.some((step) => step.isOfCase);
    if (className === 'process' && this.heap.typeOf(edge.to) === 'object') walk.steps = [{ kind: 'name', text: 'process' }];
    else if (/^global(?:This)?( \/|$)/.test(className)) walk.steps = [{ kind: 'name', text: 'global' }];
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
        Object.assign(last, { text: edge.name, className: this.heap.classOf(edge.to), isFunction: this.heap.typeOf(edge.to) === 'closure' });
      return;
    }
    const isHolder = walk.script === this.driver || (this.topNames[walk.script]?.includes(edge.name) ?? true);
    if (isHolder && this.#isOfFile(edge.from)) walk.steps = [];
    walk.steps.push({ kind: 'name', text: edge.name, className: this.heap.classOf(edge.to), isOfCase: true, isVariable: true });
  }

  #addProperty(walk, edge) {
    const last = walk.steps.at(-1);
    if (edge.name === '<symbol imported_cjs_symbol>') {
      walk.steps = [{ kind: 'name', text: '(export)', className: this.heap.classOf(edge.to), isOfCase: true }];
    } else if (eventTables.has(edge.name)) {
      walk.steps.push({ kind: 'event', text: '_events.*', table: edge.name, owner: this.heap.classOf(edge.from) });
    } else if (last?.text === '_events.*' && (last.table === '_events' || last.table === '_eventListeners')) {
      last.text = `_events.${edge.name}`;
    } else if (last?.kind !== 'event' && !plumbing.has(edge.name) && !/^<symbol (?:k|DOM)/.test(edge.name)) {
      // A class is a function too: its static fields are properties of a closure.
      if (last?.kind === 'closure') walk.steps.pop();
      if (isTextOfLife(edge.name) || this.#isDictionary(edge.from)) return this.#addEntry(walk, edge);
      const isFunction = this.heap.typeOf(edge.to) === 'closure';
      walk.steps.push({ kind: 'property', text: edge.name.replace(/^#/, ''), className: this.heap.classOf(edge.to), isFunction });
    }
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

/** One text for a list of steps: properties follow their object with a dot. */
export function textOf(steps) {
  let text = '';
  for (const { kind, text: step } of steps) {
    if (text === '') text = step;
    else text += kind === 'property' ? `.${step}` : ` ▸ ${step}`;
  }
  return text;
}

/** Joins a holder and its fields: `state` ▸ `.user` is `state.user`, as leaklint writes it. */
function joined(steps) {
  const result = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (step.kind === 'property' && last?.kind === 'name') {
      last.text = last.text === 'global' && step.text !== 'global' ? step.text : `${last.text}.${step.text}`;
      last.className = step.className;
    } else {
      result.push({ ...step });
    }
  }
  return result;
}

const lastMember = (text) => text.split('.').at(-1);

/** An element of a page is where the page's tree has it, and has no name of its own. */
const isElement = ({ className }) => /^(?:HTML|SVG)\w*Element(?:Impl)?$/.test(className ?? '');
const globalNames = new Set(['process', 'global', 'window', 'document', 'timers', 'open handles', 'performance']);

/** Whether two holders are one. A parameter has no name in the heap, so its class may speak for it. */
function isSameHolder(ours, theirs, owner) {
  if (ours.text.toLowerCase() === theirs.text.toLowerCase() || theirs.text === '(export)') return true;
  if (theirs.text.startsWith(`${ours.text}.`)) return true;  // what leaked lies inside of what is stored
  if (ours.text.startsWith('this.') && lastMember(theirs.text) === lastMember(ours.text)) return true;
  if (ours.text === 'this' && theirs.className && !/^(?:Object|process|global.*)$/.test(theirs.className)) return true;
  if (isElement(theirs) && !globalNames.has(ours.text)) return true;
  const classes = [theirs.className, owner].filter(Boolean).map((name) => name.toLowerCase());
  const wanted = lastMember(ours.text).toLowerCase();
  return lastMember(theirs.text) === lastMember(ours.text) || classes.some((name) => name.includes(wanted));
}

function isSameStep(ours, theirs, next, previous) {
  // To the heap a library's client, pool or channel is the socket that it keeps open.
  if (previous?.text === 'open handles' && theirs.text === 'a socket' && !ownWords.has(ours.text)) return true;
  if (ours.kind === 'event') return theirs.kind === 'event' && (ours.text === '_events.*' || theirs.text === '_events.*' || ours.text === theirs.text);
  if (timerWords.has(ours.text) || (previous?.text === 'timers' && theirs.kind === 'timer')) return theirs.kind === 'timer' || theirs.kind === 'entry';
  if (ours.text === 'reactions' || theirs.text === 'reactions') return ours.text === theirs.text;
  if (ours.kind === 'closure' || ours.kind === 'entry') return ours.kind === theirs.kind && ours.text === theirs.text;
  return isSameHolder(ours, theirs, next?.owner);
}

/** The stored value has no name in the heap, and what leaked may lie inside of it. */
const isInside = (steps) => steps.every(({ kind }) => kind === 'property' || kind === 'entry');

/**
 * Whether leaklint's path is V8's. Both must have the same steps; the last one may be a captured variable that holds
 * nothing marked, and then it has to be one of the closure's captures.
 */
export function comparePaths(ours, theirs, heapPaths) {
  let heapSteps = joined(theirs);
  const isOfTimers = ours[0]?.text === 'timers' && !timerWords.has(ours[1]?.text);  // a scheduled task
  const isResource = ours[0]?.text === 'open handles' || isOfTimers;
  // Who names a socket means the one that a handle keeps open.
  if (heapSteps[0]?.kind === 'handles' && ours[0]?.text !== 'open handles') heapSteps = heapSteps.slice(1);
  // The holder is a variable of a function: before it comes how V8 keeps the closures that see it.
  const holder = heapSteps.findIndex((step) => step.isVariable && step.text.split('.')[0] === ours[0]?.text.split('.')[0]);
  if (holder > 0 && ours[0].kind === 'name') heapSteps = heapSteps.slice(holder);
  // A library's own table of listeners stands for Node's.
  const kept = heapSteps.findIndex(({ kind }) => kind === 'closure');
  if (ours[1]?.kind === 'event' && kept > 0 && heapSteps.every(({ kind }, index) => index === 0 || index >= kept || kind === 'property' || kind === 'entry')) {
    const [first, ...fields] = heapSteps[0].text.split('.');
    const isField = fields.length > 0 && ours[0].text.includes('.');
    heapSteps = [{ ...heapSteps[0], text: isField ? `${first}.${fields[0]}` : first, className: undefined },
      { kind: 'event', text: '_events.*' }, ...heapSteps.slice(kept)];
  }
  // The holder is the emitter whose table comes last: before it comes how V8 keeps the emitter, which may have no name.
  const table = heapSteps.findLastIndex(({ kind }) => kind === 'event');
  if (ours[1]?.kind === 'event' && table > 1) {
    const emitter = ['name', 'property'].includes(heapSteps[table - 1].kind) ? heapSteps[table - 1]
      : { kind: 'name', text: heapSteps[table].owner ?? '', className: heapSteps[table].owner };
    heapSteps = [{ ...emitter, kind: 'name' }, ...heapSteps.slice(table)];
  }
  // An instance that nothing names: before its field comes how V8 keeps the instance.
  const field = /^this\.([^.]+)$/.exec(ours[0]?.text ?? '')?.[1];
  const owner = field ? heapSteps.findLastIndex((step) => step.kind !== 'event' && lastMember(step.text) === field) : -1;
  if (owner > 0) heapSteps = heapSteps.slice(owner);
  const names = ours.at(-1)?.kind === 'name' && ours.length > 1 ? ours.at(-1).text.split(', ') : [];
  const closure = heapSteps.findLast((step) => step.kind === 'closure' && step.node !== undefined);
  for (let index = 0; index < ours.length; ++index) {
    const step = heapSteps[index];
    const isLast = index === ours.length - 1;
    if (isLast && index > 0 && ours[index].kind === 'name' && ours[index - 1].kind === 'closure') {
      const captures = heapPaths.capturesOf(closure.node);
      const missing = names.filter((name) => !captures.has(name.split('.')[0]));
      if (missing.length > captures.unnamed) return `the closure does not capture ${missing.join(', ')}`;
      if (step && !names.includes(step.text.split('.')[0])) return `the heap's path leaves the closure by ${step.text}`;
      return null;
    }
    if (isLast && index > 0 && ours[index].kind === 'name' && isInside(heapSteps.slice(index))) return null;
    if (!step) return `the heap's path ends before ${ours[index].text}`;
    if (!isSameStep(ours[index], step, heapSteps[index + 1], ours[index - 1])) return `${ours[index].text} is ${step.text} in the heap`;
  }
  if (isResource) return null;  // what it feeds comes after it
  const rest = heapSteps.slice(ours.length).filter((step) => step.kind !== 'property');
  return rest.length > 0 ? `the heap's path goes on with ${textOf(rest)}` : null;
}
